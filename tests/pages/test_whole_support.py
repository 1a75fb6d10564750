"""Support lasts as long as it is needed, is told as our own effort, and is the same under every legal
status; a warning runs out unless somebody looks at it again."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.audit.actor import system
from joinedup.cases import actions
from joinedup.cases.choices import NoteKind, Route
from joinedup.cases.models import Case, PlanItem
from joinedup.cases.queries.facts import facts_of
from joinedup.cases.rules.closing import blocks
from joinedup.language.guard import look_at
from joinedup.rulebook import all_entries
from tests.factories import cases as hand

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def manager():
    return hand.manager()


def page(client, case):
    return client.get(f"/cases/{case.reference}/").content.decode()


def test_direct_work_and_what_was_tried_stand_as_our_effort(client, manager, today):
    case = hand.opened(manager, on=today - 100 * DAY)
    for kind, words in (
        (NoteKind.DIRECT, "Cards on consent; her goal is to travel alone"),
        (NoteKind.DIRECT, "Second session"),
        (NoteKind.WITH_CARER, "With her mother"),
        (NoteKind.TRIED, "Rang twice, then met her at the bus stop"),
    ):
        actions.write_note(manager, case.reference, kind, words, today=today)
    client.force_login(manager.user)
    text = page(client, case)
    assert "2 times, last" in text and "What we tried" in text
    assert "Direct work with a parent or carer" in text
    (flag,) = look_at("She refused to engage with the sessions.")
    assert "what was tried" in flag.instead


def test_nothing_ends_support_by_itself_however_long_it_lasts(manager, today):
    case = hand.opened(manager, on=today - 1_500 * DAY)
    item = actions.add_item(
        manager, case.reference, "Counselling", "Willow", today, today=today, is_support=True
    )
    actions.remind_workers(system("daily"), "https://example.org", today=today + 900 * DAY)
    assert Case.objects.get(pk=case.pk).state == "open"
    assert PlanItem.objects.get(pk=item.pk).state == "open"
    ends = {"ends_on", "until_on", "expires_on", "length", "target_on", "programme_ends_on"}
    for table in (Case, PlanItem):
        assert not ends & {field.name for field in table._meta.get_fields()}
    assert not [one.code for one in all_entries() if "programme" in one.code]


@pytest.mark.parametrize("route", Route.values)
def test_every_legal_status_leads_to_the_same_exploitation_assessment(manager, today, route):
    case = hand.opened(manager, on=today - 100 * DAY, route=route, has_exploitation=True)
    found = {one.code for one in blocks(facts_of(case, today), "safe", today)}
    assert "exit" in found


def test_a_warning_runs_out_unless_somebody_looks_at_it_again(client, manager, today):
    case = hand.opened(manager, on=today - 100 * DAY)
    then = today - 20 * DAY
    flag = actions.set_flag(manager, case.reference, "In twos", "A dog", then + 5 * DAY, today=then)
    client.force_login(manager.user)
    assert "because nobody looked at it again" in page(client, case)
    actions.review_flag(
        manager, case.reference, flag.reference, "Still there", today + 30 * DAY, today=today
    )
    text = page(client, case)
    assert "because nobody looked at it again" not in text and "then it runs out unless" in text
