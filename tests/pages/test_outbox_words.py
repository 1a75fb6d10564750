"""The outbox says in plain words what happened to a mail and what to do."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.notices.choices import NoticeState, Purpose
from joinedup.notices.models import Notice
from joinedup.notices.rules import trouble_words
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db


def mail(problem, state, tries):
    Notice.objects.create(
        key=problem, purpose=Purpose.REFERRAL, recipient="front.door@example.org", subject="Mail",
        body="Words", state=state, tries=tries, problem=problem,
        next_try_at=timezone.now() + dt.timedelta(hours=1),
    )  # fmt: skip


def test_a_refused_address_and_a_server_that_is_away_are_told_apart(client):
    mail("SMTPRecipientsRefused", NoticeState.FAILED, 6)
    mail("TimeoutError", NoticeState.WAITING, 2)
    client.force_login(make.account(Role.SYSTEM_ADMINISTRATOR, name="Kit Keeper"))
    text = client.get("/outbox/").content.decode()
    assert "The mail server refused this address." in text and "Check the address" in text
    assert "The mail server could not be reached." in text
    assert "It will be tried again at " in text and "Tried 6 times" in text
    assert "SMTPRecipientsRefused" not in text and "TimeoutError" not in text


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("SMTPSenderRefused", "did not let Joined Up in"),
        ("SMTPDataError", "refused the mail"),
        ("gaierror", "could not be reached"),
    ],
)
def test_each_kind_of_trouble_has_words(problem, words):
    happened, to_do = trouble_words(problem)
    assert words in happened and to_do
