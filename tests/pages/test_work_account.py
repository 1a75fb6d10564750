"""Signing in with the council's own sign-in, whole: there, back, and who may come in."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from joinedup.access.choices import Role
from joinedup.access.models import User
from tests.actions.access_cases import account
from tests.factories.identity_provider import CLIENT, SECRET, Provider, identity_provider

pytestmark = pytest.mark.django_db


@pytest.fixture
def provider(settings):
    with identity_provider(sub="7", email="nia@example.org", email_verified=True) as made:
        app = {"provider_id": "work", "name": "Fellmouth sign-in", "client_id": CLIENT}
        app |= {"secret": SECRET, "settings": {"server_url": made.url}}
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
        }
        yield made


def there_and_back(client, **changed):
    away = client.post(reverse("openid_connect_login", args=["work"]))
    assert away.status_code == 302
    sent = {name: values[0] for name, values in parse_qs(urlsplit(away["Location"]).query).items()}
    back = {"code": "once", "state": sent["state"]} | changed
    return client.get(urlsplit(sent["redirect_uri"]).path, back, follow=True), sent


def test_a_person_with_an_account_comes_in_by_the_same_address(client, provider: Provider):
    owner = account("nia@example.org", Role.ACTION_OWNER)
    page, sent = there_and_back(client)
    assert client.session["_auth_user_id"] == str(owner.pk)
    assert page.status_code == 200
    assert sent["code_challenge_method"] == "S256"
    assert provider.asked[0]["code_verifier"]


def test_a_provider_that_says_nothing_of_its_addresses_is_trusted_as_the_councils_own(
    client, provider: Provider
):
    owner = account("nia@example.org", Role.ACTION_OWNER)
    del provider.says["email_verified"]
    there_and_back(client)
    assert client.session["_auth_user_id"] == str(owner.pk)


@pytest.mark.parametrize(
    "says",
    [
        {"email": "stranger@example.org"},
        {"email_verified": False},
        {"email_verified": "false"},
        {"email": ""},
        {"iss": "http://127.0.0.1:9"},
        {"aud": "another"},
        {"exp": 1},
    ],
)
def test_nobody_else_comes_in_and_no_account_is_opened(client, provider: Provider, says):
    account("nia@example.org", Role.ACTION_OWNER)
    provider.says |= says
    page, _ = there_and_back(client)
    assert "_auth_user_id" not in client.session
    assert "ju-page" in page.content.decode()
    assert "stranger" not in page.content.decode()
    assert User.objects.count() == 1


def test_an_answer_that_nobody_here_asked_for_lets_nobody_in(client, provider: Provider):
    account("nia@example.org", Role.ACTION_OWNER)
    page, _ = there_and_back(client, state="guessed")
    assert "_auth_user_id" not in client.session
    assert "ju-page" in page.content.decode()
    assert provider.asked == []


def test_a_closed_account_stays_closed(client, provider: Provider):
    owner = account("nia@example.org", Role.ACTION_OWNER)
    owner.is_active = False
    owner.save()
    page, _ = there_and_back(client)
    assert "_auth_user_id" not in client.session
    assert "ju-page" in page.content.decode()
