"""What the database refuses though no rule was asked: closing too early, an exploited child let go."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from joinedup.audit.triggers import install, lift, missing, refused_writes
from joinedup.cases import actions
from joinedup.cases.models import Case, PanelListing
from joinedup.concerns.choices import Receiver
from joinedup.concerns.models import Concern
from joinedup.referrals import actions as onward
from tests.factories import cases as hand
from tests.factories import concerns as worry
from tests.factories import referrals

pytestmark = pytest.mark.django_db
TODAY = hand.TODAY
CSE = ("concern.sexual_exploitation",)


@pytest.fixture
def manager():
    return hand.manager()


@pytest.fixture
def second():
    return hand.manager("Sec Ond")


def takes(rows, **columns):
    """Whether the database takes an UPDATE."""
    try:
        with transaction.atomic():
            rows.update(**columns)
    except IntegrityError:
        return False
    return True


def closes(case, manager, second, reason="safe"):
    return takes(
        Case.objects.filter(pk=case.pk), state="closed", close_reason=reason, closed_on=TODAY,
        closed_by=manager.user, countersigned_by=second.user,
    )  # fmt: skip


def removed(listed, manager, second):
    return takes(
        PanelListing.objects.filter(pk=listed.pk), removed_on=TODAY, removed_by=manager.user,
        countersigned_by=second.user,
    )  # fmt: skip


@pytest.mark.parametrize("reason", ["safe", "accepted", "declines"])
def test_no_statement_closes_a_case_while_a_referral_is_undecided(manager, second, reason):
    case = hand.opened(manager)
    listed = actions.list_at_panel(manager, case.reference, "mace", "Picked up", today=TODAY)
    row = referrals.sent(manager, case.guard)
    assert not closes(case, manager, second, reason)
    assert not removed(listed, manager, second)
    onward.record_result(manager, row.reference, "strategy", today=TODAY)
    assert removed(listed, manager, second)
    assert closes(case, manager, second, reason)


def test_support_passes_where_another_body_took_over_and_nothing_passes_a_follow_up(
    manager, second
):
    case = hand.opened(manager)
    actions.add_item(
        manager, case.reference, "Counselling", "Willow", TODAY, today=TODAY, is_support=True
    )
    assert not closes(case, manager, second)
    assert closes(case, manager, second, "accepted")


def test_a_death_passes_an_undecided_referral(manager, second):
    case = hand.opened(manager)
    referrals.sent(manager, case.guard)
    assert closes(case, manager, second, "died")


def test_no_statement_makes_an_exploited_child_an_adult_or_takes_her_signs_away():
    concern = worry.submitted(worry.child("14"), types=CSE)
    rows = Concern.objects.filter(pk=concern.pk)
    assert not takes(rows, age_group="adult")
    assert not takes(rows, has_exploitation_indicator=False, type_groups="")
    assert takes(rows, where="At the station")


def test_no_statement_lets_an_exploited_child_go_without_her_referral():
    dot = worry.duty()
    concern = worry.taken(worry.child("14"), by=dot, types=CSE)
    gone = {
        "ending": "onward", "state": "awaiting", "decided_at": concern.received_at,
        "sent_at": concern.received_at, "sent_children_at": concern.received_at,
        "sent_children_place": "lives",
    }  # fmt: skip
    rows = Concern.objects.filter(pk=concern.pk)
    assert not takes(rows, **gone)
    worry.sent(dot, concern, Receiver.CHILDREN, "lives")
    assert takes(rows, **gone)
    ended = {"state": "ended", "ended_at": concern.received_at}
    assert not takes(rows, all_answered_at=concern.received_at, **ended)


def test_the_triggers_are_few_named_and_put_back():
    names = [one.name for _, one in refused_writes()]
    assert len(names) == len(set(names)) == 6 and missing() == []
    lift()
    assert missing() == sorted(names)
    install()
    assert missing() == []


def test_a_closing_asks_one_thing_of_an_index():
    with connection.cursor() as cursor:
        cursor.execute(
            "EXPLAIN QUERY PLAN SELECT 1 FROM clocks_clock k WHERE k.outcome = 'open' AND"
            " k.blocks_closing AND k.guard_id IN (SELECT 1 UNION ALL SELECT 2)"
        )
        said = " ".join(str(row[3]) for row in cursor.fetchall())
    assert "SEARCH k USING" in said and "SCAN k" not in said
