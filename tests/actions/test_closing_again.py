"""What a closing asks a second time, and what keeps a case open that looked done."""

from __future__ import annotations

import datetime as dt

import pytest

from joinedup.access.problems import Problem
from joinedup.cases import actions
from joinedup.cases.actions import NewPerson
from joinedup.cases.queries.facts import facts_of
from joinedup.cases.rules.closing import Asked, blocks, without_labels
from tests.factories import cases as hand

pytestmark = pytest.mark.django_db
TODAY = hand.TODAY
FREELY = Asked("declines", "She wants no help from us now", True, True)


@pytest.fixture
def manager():
    return hand.manager()


@pytest.fixture
def second():
    return hand.manager("Sec Ond")


def keeps_open(case):
    return [one.code for one in blocks(facts_of(hand.again(case), TODAY), "safe", TODAY)]


def decides(manager, case, capacity):
    actions.record_wishes(
        manager, case.reference, wants="No help", capacity=capacity, agreement="disagrees",
        ground="Nobody else lives there", today=TODAY,
    )  # fmt: skip


def test_an_adult_who_can_no_longer_decide_does_not_decline_at_the_second_signature(
    manager, second
):
    adult = NewPerson("Ann Adult", "adult", dt.date(1980, 1, 1))
    case = hand.ready(manager, people=[adult], route="section_42")
    decides(manager, case, "has")
    waits = hand.asked(manager, case, FREELY)
    decides(manager, case, "lacks")
    with pytest.raises(Problem, match="decide this for themselves"):
        actions.countersign(second, case.reference, waits.pk, "Right", today=TODAY)
    decides(manager, case, "has")
    assert actions.countersign(second, case.reference, waits.pk, today=TODAY).state == "closed"


def test_somebody_without_a_birthday_may_turn_18_soon(manager):
    case = hand.ready(manager, people=[NewPerson("Jo", "child", None)])
    assert keeps_open(case) == ["birthday"]
    actions.plan_transition(manager, case.reference, "She is 9, her school says", today=TODAY)
    assert keeps_open(case) == []
    assert keeps_open(hand.ready(manager, people=[NewPerson("Al", "adult", None)])) == []


@pytest.mark.parametrize(
    "words", ["Turned 18.", "disengaged", "Has turned 18, disengaged", "Stepped back; moved away"]
)
def test_a_label_is_no_reason_for_closing(manager, words):
    case = hand.ready(manager)
    with pytest.raises(Problem, match="whole sentence"):
        hand.asked(manager, case, Asked("safe", words))
    with pytest.raises(Problem, match="whole sentence"):
        hand.asked(manager, case, Asked("error", "Disengaged"))
    assert hand.asked(manager, case, Asked("safe", f"{words}: her aunt keeps her safe now"))


def test_labels_are_found_as_whole_words():
    assert "unturned" in without_labels("Turned 18, no stone unturned 180", ["turned 18"])


def test_whatever_is_waited_for_keeps_a_case_open_and_ends_with_what_came_of_it(manager):
    case = hand.ready(manager)
    item = actions.add_item(
        manager, case.reference, "School place", "The county", TODAY, today=TODAY, is_waiting=True
    )
    assert keeps_open(case) == ["support"]
    with pytest.raises(Problem, match="what came of it"):
        actions.end_item(manager, case.reference, item.reference, "done", today=TODAY)
    came = "She started on 1 June"
    actions.end_item(manager, case.reference, item.reference, "done", came, today=TODAY)
    assert keeps_open(case) == []


def test_a_place_on_a_panels_list_ends_with_the_case(manager, second):
    case = hand.ready(manager)
    listed = actions.list_at_panel(manager, case.reference, "mace", "Picked up", today=TODAY)
    hand.closed(manager, second, case)
    listed.refresh_from_db()
    assert (listed.removed_on, listed.removed_by) == (TODAY, manager.user)
    assert listed.countersigned_by == second.user


def test_supervision_of_before_a_case_came_back_does_not_count(manager, second):
    case = hand.closed(manager, second)
    actions.reopen(manager, case.reference, "She is back with him", today=TODAY)
    assert keeps_open(case) == ["supervision"]
    hand.supervised(manager, hand.again(case))
    assert keeps_open(case) == []
