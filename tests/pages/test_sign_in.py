"""Signing in: limited, ended, resumed; a second step; demo mode; a work account that is down."""

import re
import time

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse

from joinedup.access.actions.accounts import close_account, sign_out_account
from joinedup.access.actions.roles import withdraw_role
from joinedup.access.choices import Role
from joinedup.access.drafts import MARK, draft_mark, draft_of
from joinedup.access.middleware import SEEN, STARTED
from joinedup.access.models import Draft, Grant
from joinedup.access.permission import by_user
from joinedup.access.second_step import step_up
from joinedup.audit.actor import system
from joinedup.audit.models import Entry
from joinedup.audit.recorder import record
from joinedup.config import settings as live
from joinedup.notices.delivery import deliver_due
from tests.actions.access_cases import account

pytestmark = pytest.mark.django_db
BACKEND = "joinedup.access.backend.AccountBackend"
PASSWORD = "green tram over seven"
WORDS = "The partners met twice and agreed the protocol."


@pytest.fixture(autouse=True)
def no_limits_left_over():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def owner():
    return account("owner@example.org", Role.SAFEGUARDING_LEAD, password=PASSWORD)


@pytest.fixture
def inside(owner):
    client = Client()
    client.force_login(owner, backend=BACKEND)
    client.get(reverse("account"))
    return client


def sign_in(client, address="owner@example.org", password=PASSWORD):
    return client.post(reverse("account_login"), {"login": address, "password": password})


def set_session(client, **values):
    session = client.session
    for name, value in values.items():
        session[name] = value
    session.save()


def test_a_person_signs_in_and_it_is_recorded(client, owner):
    assert sign_in(client, "OWNER@example.org").status_code == 302
    assert client.get(reverse("account")).status_code == 200
    entry = Entry.objects.get(chain=owner.reference, verb="account.sign_in")
    assert '"way":"password"' in entry.detail


def test_a_wrong_password_is_refused_in_words_and_recorded_without_the_address(client, owner):
    response = sign_in(client, password="not the one")
    assert "There is a problem" in response.content.decode()
    entry = Entry.objects.get(verb="account.sign_in_failed")
    assert "owner" not in entry.chain + entry.detail


def test_failed_sign_ins_are_limited(client, owner):
    for _ in range(6):
        response = sign_in(client, password="not the one")
    assert "Too many" in response.content.decode()
    assert sign_in(client).status_code == 200


def test_a_session_left_alone_too_long_ends(inside):
    set_session(inside, **{SEEN: int(time.time()) - 15 * 60 - 5})
    assert inside.get(reverse("account")).status_code == 302


def test_a_session_in_use_ends_at_last(inside):
    now = int(time.time())
    set_session(inside, **{STARTED: now - 8 * 3600 + 100, SEEN: now})
    assert inside.get(reverse("account")).status_code == 200
    set_session(inside, **{STARTED: now - 8 * 3600 - 5, SEEN: now})
    assert inside.get(reverse("account")).status_code == 302


def test_words_posted_after_the_session_ended_come_back_to_their_author(inside, owner):
    set_session(inside, **{SEEN: int(time.time()) - 3600})
    response = inside.post(reverse("person_add"), {"name": "Nia", "known_as": WORDS})
    assert response.status_code == 302 and "sign-in" in response["Location"]
    sign_in(inside)
    assert WORDS in inside.get(reverse("drafts")).content.decode()


def test_words_with_a_mark_are_kept_even_when_the_session_is_gone(client, owner):
    mark = draft_mark(owner, "update-AC-1")
    client.post(reverse("person_add"), {"name": WORDS, MARK: mark, "password": "secret words"})
    assert draft_of(owner, "update-AC-1") == {"name": WORDS}


def test_nobody_else_gets_the_words(client, owner):
    other = account("other@example.org", Role.SAFEGUARDING_LEAD, password=PASSWORD)
    client.post(reverse("person_add"), {"name": WORDS, MARK: draft_mark(owner, "x")})
    sign_in(client, "other@example.org")
    assert WORDS not in client.get(reverse("drafts")).content.decode()
    assert not Draft.objects.filter(user=other).exists()


def test_a_forged_mark_or_none_keeps_nothing(client, owner):
    client.post(reverse("person_add"), {"name": WORDS, MARK: draft_mark(owner, "x")[:-3] + "abc"})
    client.post(reverse("person_add"), {"name": WORDS})
    assert not Draft.objects.exists()


def test_a_forged_request_keeps_nothing(owner):
    client = Client(enforce_csrf_checks=True)
    response = client.post(reverse("person_add"), {"name": WORDS, MARK: draft_mark(owner, "x")})
    assert response.status_code == 403
    assert not Draft.objects.exists()


def test_drafts_are_kept_while_typing_and_thrown_away(inside, owner):
    save = reverse("draft_save", args=["update-AC-1"])
    assert inside.post(save, {"note": WORDS}).status_code == 204
    inside.post(save, {"note": WORDS + " More."})
    assert draft_of(owner, "update-AC-1") == {"note": WORDS + " More."}
    inside.post(reverse("draft_drop", args=["update-AC-1"]))
    assert not Draft.objects.exists()


def test_a_closed_account_is_refused_at_the_next_request(inside, owner):
    keeper = by_user(account("keeper@example.org", Role.SYSTEM_ADMINISTRATOR))
    assert inside.get(reverse("people")).status_code == 200
    close_account(keeper, owner)
    assert inside.get(reverse("people")).status_code == 302
    sign_in(inside)
    assert inside.get(reverse("people")).status_code == 302


def test_a_withdrawn_role_is_refused_at_the_next_request(inside, owner):
    keeper = by_user(account("keeper@example.org", Role.SYSTEM_ADMINISTRATOR))
    withdraw_role(keeper, Grant.objects.get(user=owner))
    assert inside.get(reverse("people")).status_code == 404


def test_a_forced_sign_out_ends_every_session(inside, owner):
    keeper = by_user(account("keeper@example.org", Role.SYSTEM_ADMINISTRATOR))
    sign_out_account(keeper, owner)
    assert inside.get(reverse("account")).status_code == 302


def test_signing_out_everywhere_ends_other_sessions_too(inside, owner):
    second = Client()
    second.force_login(owner, backend=BACKEND)
    inside.post(reverse("leave_everywhere"))
    assert second.get(reverse("account")).status_code == 302


def test_without_a_second_step_nothing_else_opens(client, owner, settings):
    settings.SECOND_STEP_REQUIRED = True
    sign_in(client)
    assert client.get(reverse("people"))["Location"] == reverse("second_step")
    assert client.get(reverse("account_change_password"))["Location"] == reverse("second_step")
    assert client.get(reverse("second_step")).status_code == 200
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200
    page = client.get(reverse("mfa_activate_totp"))
    assert page.status_code == 200 and "<svg" in page.content.decode()
    secret = page.context_data["form"].secret
    code = code_of(secret)
    assert client.post(reverse("mfa_activate_totp"), {"code": code}).status_code == 302
    codes = client.get(reverse("mfa_view_recovery_codes"))
    assert codes.content.decode().count("<code>") == 10
    assert client.get(reverse("people")).status_code == 200


def code_of(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def test_a_second_step_is_asked_at_every_sign_in(client, owner, settings):
    settings.SECOND_STEP_REQUIRED = True
    TOTP.activate(owner, "A" * 32)
    assert sign_in(client)["Location"].startswith(reverse("mfa_authenticate"))
    assert client.get(reverse("people")).status_code == 302
    page = client.get(reverse("mfa_authenticate")).content.decode()
    assert "data-passkey-options" in page
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "There is a problem" in wrong.content.decode()
    client.post(reverse("mfa_authenticate"), {"code": code_of(get_adapter().decrypt("A" * 32))})
    assert client.get(reverse("people")).status_code == 200


def test_taking_the_only_second_step_away_asks_for_another(client, owner, settings):
    settings.SECOND_STEP_REQUIRED = True
    TOTP.activate(owner, "A" * 32)
    sign_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_of("A" * 32)})
    assert client.get(reverse("people")).status_code == 200
    Authenticator.objects.all().delete()
    set_session(client, second_step_of=None)
    assert client.get(reverse("people"))["Location"] == reverse("second_step")


def test_a_new_password_comes_by_mail_and_the_mail_names_nobody(client, owner):
    client.post(reverse("account_reset_password"), {"email": "owner@example.org"})
    client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert deliver_due() == 1
    (message,) = mail.outbox
    assert "Owner" not in message.subject + message.body
    path = re.search(r"http://testserver(\S+)", message.body).group(1)
    page = client.get(path, follow=True)
    form = {"password1": "seven over tram green", "password2": "seven over tram green"}
    action = page.redirect_chain[-1][0] if page.redirect_chain else path
    assert client.post(action, form).status_code == 302
    owner.refresh_from_db()
    assert owner.check_password("seven over tram green")


def test_what_matters_asks_for_the_password_again(rf: RequestFactory, inside, owner):
    from allauth.core import context
    from allauth.core.exceptions import ReauthenticationRequired

    asked = step_up(lambda request: HttpResponse("the export"))
    request = rf.get("/")
    request.user, request.session = owner, inside.session
    with context.request_context(request), pytest.raises(ReauthenticationRequired):
        asked(request)


def test_only_the_pages_in_use_have_an_address():
    for name in ("account_signup", "account_email", "account_set_password",
                 "socialaccount_connections", "mfa_download_recovery_codes"):  # fmt: skip
        with pytest.raises(NoReverseMatch):
            reverse(name)


@pytest.mark.parametrize(
    "name",
    ["account_login", "account_logout", "account_inactive", "account_reset_password",
     "account_reset_password_done", "account_reset_password_from_key_done",
     "socialaccount_login_cancelled", "socialaccount_login_error"],
)  # fmt: skip
def test_sign_in_pages_are_in_our_words(client, name):
    response = client.get(reverse(name), follow=True)
    assert response.status_code in {200, 401} and "ju-page" in response.content.decode()


@pytest.mark.parametrize(
    "name",
    ["account_change_password", "account_reauthenticate", "mfa_index", "mfa_list_webauthn",
     "mfa_add_webauthn", "mfa_activate_totp", "account_logout"],
)  # fmt: skip
def test_pages_of_ones_own_sign_in_open(client, owner, name):
    sign_in(client)
    response = client.get(reverse(name))
    assert response.status_code == 200 and "ju-page" in response.content.decode()


PROVIDER = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "work",
                "name": "Vale sign-in",
                "client_id": "x",
                "secret": "y",
                "settings": {"server_url": "http://127.0.0.1:9/"},
            }
        ]
    }
}


def test_a_work_account_that_is_down_is_a_plain_page(client, settings):
    settings.SOCIALACCOUNT_PROVIDERS = PROVIDER
    assert "Vale sign-in" in client.get(reverse("account_login")).content.decode()
    response = client.post(reverse("openid_connect_login", args=["work"]))
    assert response.status_code in {200, 503}
    assert "ju-page" in response.content.decode()


def test_a_work_account_that_is_not_set_up_is_not_there(client):
    assert client.post(reverse("openid_connect_login", args=["work"])).status_code == 404


def test_the_demo_has_no_address_outside_demo_mode(client, owner):
    with pytest.raises(NoReverseMatch):
        reverse("demo")
    assert client.get("/demo/").status_code == 404
    assert client.post(f"/demo/{owner.reference}/").status_code == 404


@pytest.mark.urls("tests.pages.demo_addresses")
def test_the_demo_pages_refuse_even_if_they_had_an_address(client, owner):
    assert client.get("/demo/").status_code == 404
    assert client.post(f"/demo/{owner.reference}/").status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.urls("tests.pages.demo_addresses")
def test_the_demo_signs_in_with_one_click_as_the_people_it_offers(client, owner, settings):
    settings.IS_DEMO = True
    with transaction.atomic():
        record(system("demo"), "demo.mark", "demo")
    assert "Safeguarding lead" in client.get("/demo/").content.decode()
    hidden = account("hidden@example.org", Role.SAFEGUARDING_LEAD)
    assert client.post(f"/demo/{hidden.reference}/").status_code == 404
    assert client.get(f"/demo/{owner.reference}/")["Location"] == "/demo/"
    assert client.get("/account/").status_code == 302
    assert client.post(f"/demo/{owner.reference}/").status_code == 302
    assert client.get("/account/").status_code == 200


@pytest.mark.urls("tests.pages.demo_addresses")
def test_demo_mode_over_real_accounts_offers_nobody_and_signs_nobody_in(client, owner, settings):
    settings.IS_DEMO = True
    said = client.get("/demo/").content.decode()
    assert "accounts of real people" in said
    assert owner.reference not in said
    assert client.post(f"/demo/{owner.reference}/").status_code == 404
    assert "_auth_user_id" not in client.session


def test_the_product_keeps_passwords_with_the_whole_work_of_argon2():
    """Tests hash with less work; the product's own settings do not."""
    assert live.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert Argon2PasswordHasher.memory_cost >= 19 * 1024
    assert Argon2PasswordHasher.time_cost >= 2
