"""Whoever raised a worry hears what came of it, and finds again what they told us."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.audit.actor import public
from joinedup.concerns import actions
from joinedup.concerns.choices import Door, TellKind
from joinedup.concerns.models import Report
from joinedup.concerns.queries.raised import news_of_reports, told_by_code
from tests.factories import assurance as make
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db
GIVEN = {
    "words": "She comes to school tired and hungry.", "who": "Kay Marlow", "age": "about 13",
    "place": "4 Quay Row", "told": "Her mother knows", "once": "mark-of-this-form-0001",
}  # fmt: skip


@pytest.fixture
def teacher(client):
    user = make.account(Role.PARTNER, name="Tess Teacher")
    client.force_login(user)
    return user


def page(client, where):
    answer = client.get(where)
    assert answer.status_code == 200, where
    return answer.content.decode()


def reported(client):
    client.post("/concerns/report/", GIVEN)
    return Report.objects.get()


def test_ones_own_report_holds_the_name_the_age_and_the_place_as_they_were_given(client, teacher):
    report = reported(client)
    text = page(client, f"/concerns/mine/{report.reference}/")
    for given in ("Kay Marlow", "about 13", "4 Quay Row", "Her mother knows", GIVEN["words"]):
        assert given in text
    report.concern.people.update(name="Somebody Else", lives="A refuge")
    text = page(client, f"/concerns/mine/{report.reference}/")
    assert "Kay Marlow" in text and "A refuge" not in text


def test_a_code_opens_what_was_told_and_nothing_of_what_was_given():
    make.agency()
    made = actions.submit(public(), worry.new(worry.child(lives="4 Quay Row"), door=Door.PUBLIC))
    assert made.return_code is not None
    told = told_by_code(made.return_code)
    assert told is not None and told.told
    assert (told.words, told.gave, told.said) == ("", (), "")
    assert Report.objects.get().gave == []


def test_what_one_was_told_stands_on_ones_first_page(client, teacher):
    report = reported(client)
    text = page(client, "/my-work/")
    assert "News of what you reported" in text and ": received" in text
    dot = by_user(make.account(Role.DUTY_OFFICER, name="Dot Duty"))
    words = "Somebody is looking after this."
    actions.tell_raiser(dot, report.reference, TellKind.DECIDED, words)
    text = page(client, "/my-work/")
    assert words in text and ": decided" in text
    assert f"/concerns/mine/{report.reference}/" in text and "Kay Marlow" not in text


def test_old_news_leaves_the_first_page_and_nobody_else_gets_it(client, teacher):
    reported(client)
    today = timezone.localdate()
    (news,) = news_of_reports(teacher, today)
    assert news.out_on == today
    assert not news_of_reports(teacher, today + dt.timedelta(days=16))
    client.force_login(make.account(Role.PARTNER, name="Pat Partner"))
    assert "News of what you reported" not in page(client, "/my-work/")
