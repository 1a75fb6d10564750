"""The outbox and single-purpose links: sent once, failures seen, opening changes nothing."""

import datetime as dt

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from joinedup.access.choices import May, Role
from joinedup.access.models import User
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.audit.actor import system
from joinedup.notices.actions.delivery import try_again
from joinedup.notices.actions.invitations import accept, invite, open_and_invite
from joinedup.notices.actions.links import make_link, revoke_links, use_link
from joinedup.notices.choices import NoticeState, Purpose
from joinedup.notices.delivery import deliver, deliver_due
from joinedup.notices.models import Link, Notice
from joinedup.notices.outbox import post
from joinedup.notices.queries import by_link, failed_mails, invitation_mail, link_of, state_of
from joinedup.notices.rules import LinkState
from tests.actions.access_cases import LONG_AGO, account, home_agency

pytestmark = pytest.mark.django_db
SITE = "https://joinedup.example"


@pytest.fixture
def keeper():
    return by_user(account("keeper@example.org", Role.SYSTEM_ADMINISTRATOR))


def posted(key="reminder:1", **more):
    words = {"subject": "A promise is due", "body": "Open https://joinedup.example/a/1", **more}
    return post(key=key, purpose=Purpose.REMINDER, recipient="owner@example.org", **words)


def invited(keeper):
    open_and_invite(
        keeper,
        SITE,
        name="Nell New",
        email="nell@example.org",
        agency=home_agency(),
        roles=[Role.ACTION_OWNER],
        from_on=LONG_AGO,
    )
    body = Notice.objects.get(purpose=Purpose.INVITATION).body
    return next(line for line in body.splitlines() if line.startswith(SITE)).split("/")[-2]


def test_a_mail_asked_for_twice_is_sent_once():
    assert posted() == posted()
    assert deliver_due() == 1
    assert deliver_due() == 0
    assert len(mail.outbox) == 1
    notice = Notice.objects.get()
    assert (notice.state, notice.body) == (NoticeState.SENT, "")


def test_a_mail_is_not_posted_when_its_action_fails():
    with pytest.raises(RuntimeError), transaction.atomic():
        posted()
        raise RuntimeError
    assert not Notice.objects.exists()


def test_a_failure_is_kept_tried_again_and_at_last_shown(monkeypatch, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    notice = posted()
    for _ in range(6):
        Notice.objects.update(next_try_at=timezone.now())
        assert deliver(system("outbox"), notice.pk) is False
    notice.refresh_from_db()
    assert (notice.state, notice.tries) == (NoticeState.FAILED, 6)
    assert notice.problem == "ConnectionRefusedError"
    try_again(system("outbox"), notice)
    assert notice.state == NoticeState.WAITING


def test_an_invitation_names_nobody_and_works_once(keeper):
    token = invited(keeper)
    notice = Notice.objects.get()
    assert "Nell" not in notice.subject + notice.body
    assert not Link.objects.filter(token_hash__contains=token[:20]).exists()
    link = link_of(token, Purpose.INVITATION)
    user = accept(link, "a long enough pass phrase")
    assert user.check_password("a long enough pass phrase")
    assert state_of(link_of(token, Purpose.INVITATION)) is LinkState.USED
    with pytest.raises(Refused):
        accept(link, "another pass phrase entirely")


def test_a_new_invitation_ends_the_one_before(keeper):
    token = invited(keeper)
    invite(keeper, User.objects.get(email="nell@example.org"), SITE)
    assert state_of(link_of(token, Purpose.INVITATION)) is LinkState.STOPPED
    assert Link.objects.filter(revoked_at__isnull=True).count() == 1


def test_opening_an_account_and_inviting_is_one_thing(keeper):
    invited(keeper)
    with pytest.raises(Problem):
        invited(keeper)
    assert Notice.objects.count() == 1


def test_the_account_tells_what_became_of_its_invitation(keeper, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    invited(keeper)
    user = User.objects.get(email="nell@example.org")
    assert invitation_mail(user.reference) == ("waiting", "Waiting to be sent")
    deliver_due()
    state, told = invitation_mail(user.reference)
    assert state == "waiting" and "1 try so far" in told
    Notice.objects.update(state=NoticeState.FAILED)
    assert (invitation_mail(user.reference)[0], failed_mails()) == ("failed", 1)
    try_again(keeper, Notice.objects.get())
    assert failed_mails() == 0
    assert invitation_mail("US-unknown") == ("", "")


def test_a_link_is_good_for_its_own_purpose_until_it_runs_out(keeper):
    later = timezone.now() + dt.timedelta(days=1)
    link, token = make_link(
        keeper, May.MANAGE_ACCOUNTS, purpose=Purpose.CALENDAR, about="US-1", expires_at=later
    )
    assert link_of(token, Purpose.INVITATION) is None
    assert link_of(token, Purpose.CALENDAR) == link
    Link.objects.update(expires_at=timezone.now())
    assert state_of(link_of(token, Purpose.CALENDAR)) is LinkState.RUN_OUT
    with pytest.raises(Refused):
        use_link(by_link(link), link)


def test_links_are_made_and_revoked_only_by_those_who_may(keeper):
    partner = by_user(account("partner@example.org", Role.PARTNER))
    with pytest.raises(Refused):
        make_link(
            partner,
            May.MANAGE_ACCOUNTS,
            purpose=Purpose.CALENDAR,
            about="US-1",
            expires_at=timezone.now(),
        )
    with pytest.raises(Refused):
        revoke_links(partner, May.MANAGE_ACCOUNTS, purpose=Purpose.CALENDAR, about="US-1")
    with pytest.raises(Refused):
        invite(partner, keeper.user, SITE)
    with pytest.raises(Refused):
        try_again(partner, posted())
    assert not Link.objects.exists()
