"""What must stay whole around a case: conflicts either way round, time limits of a closed case, handovers
that another followed, and who reads a record after a wrong tie."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.actions.guards import note_conflict
from joinedup.access.choices import Role
from joinedup.access.models import Conflict, Guard
from joinedup.access.permission import by_user
from joinedup.access.problems import Problem
from joinedup.audit.actor import system
from joinedup.cases import actions
from joinedup.cases.queries.lists import home_of
from joinedup.cases.queries.parts import small_parts
from joinedup.cases.rules.closing import Asked
from joinedup.clocks.models import Clock
from joinedup.subjects.models import Subject
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import subjects as known

pytestmark = pytest.mark.django_db
TODAY, DAY = hand.TODAY, dt.timedelta(days=1)
DIED = Asked("died", "Told so by the coroner")


@pytest.fixture
def manager():
    return hand.manager()


@pytest.fixture
def case(manager):
    return hand.ready(manager)


def shut(by, case, said=DIED):
    waits = hand.asked(by, case, said)
    return actions.countersign(hand.manager("Sec"), case.reference, waits.pk, "Right", today=TODAY)


def running(about):
    found = Clock.objects.filter(about=about, outcome="open")
    return sorted(found.values_list("kind", flat=True))


@pytest.mark.parametrize("is_tied_first", [True, False])
def test_a_conflict_about_a_case_reaches_its_people_in_either_order(manager, is_tied_first):
    person = known.person(manager)
    theirs = known.with_case(manager, person)
    case = hand.opened(manager)
    owner = by_user(make.account(Role.INFORMATION_GOVERNANCE))
    cousin = hand.worker("Cou Sin").person
    deeds = [
        lambda: actions.tie_person(
            manager, case.reference, case.subjects.get().pk, person.reference, today=TODAY),
        lambda: note_conflict(owner, case.guard.reference, cousin, "Her cousin"),
    ]  # fmt: skip
    for deed in deeds if is_tied_first else reversed(deeds):
        deed()
    closed = set(Conflict.objects.filter(person=cousin).values_list("guard_id", flat=True))
    assert {case.guard_id, person.guard_id, theirs.guard_id} <= closed


def test_warnings_of_a_closed_case_wait_for_nobody_and_again_when_it_comes_back(manager, case):
    kept, off = (
        actions.set_flag(manager, case.reference, words, "Why", TODAY + DAY, today=TODAY)
        for words in ("Visit in twos", "A dog")
    )
    basis = "basis.child_protection"
    rung = make.agency("Elder")
    actions.share_flag(
        manager, case.reference, off.reference, rung, basis, today=TODAY, reason="They visit"
    )
    actions.remove_flag(manager, case.reference, off.reference, "It moved", today=TODAY)
    shut(manager, case)
    assert running(kept.reference) == running(off.reference) == []
    actions.reopen(manager, case.reference, "It was somebody else", today=TODAY)
    assert (running(kept.reference), running(off.reference)) == (["flag"], ["flag_off"])


def test_a_case_that_closes_by_a_death_is_taken_back_from_whom_it_was_sent_to(manager, case):
    out = hand.sent_outside(manager, case)
    shut(manager, case)
    out.refresh_from_db()
    assert (out.state, out.answered_on, out.answer) == ("withdrawn", TODAY, "The case closed")
    assert running(out.reference) == []
    type(out).objects.filter(pk=out.pk).update(state="sent", answered_on=None)
    assert actions.chase_outside(system("daily"), today=out.accept_by + DAY) == 0


def test_only_the_newest_handover_is_waited_for(manager, case):
    first, second = hand.worker("Fir St"), hand.worker("Sec Ond")
    for one in (first, second, first):
        actions.transfer(manager, case.reference, one.person, "She trusts nobody", today=TODAY)
    rows = list(case.transfers.order_by("pk"))
    assert [one.pk for one in small_parts(hand.again(case))["unread"]] == [rows[2].pk]
    actions.sign_handover(by_user(first), case.reference, rows[0].pk, today=TODAY)
    assert "handover" in running(case.reference)
    Clock.objects.filter(kind="handover").delete()
    assert small_parts(hand.again(case))["unread"] == []


def test_a_team_reads_a_record_no_longer_after_a_wrong_tie_unless_it_began_it(manager):
    lead = make.lead("Lee Lead")
    theirs = known.person(by_user(hand.worker("Far Away")))
    ours = known.person(manager, "Bo")
    teams = []
    for person in (theirs, ours):
        cases = [known.with_case(lead, person) for _ in range(2)]
        team = cases[0].team
        assert Guard.objects.get(pk=person.guard_id).team == team
        for case in cases:
            actions.untie_person(
                lead, case.reference, case.subjects.get().pk, "Another", today=timezone.localdate()
            )
            guard = Subject.objects.get(pk=person.pk).guard
            teams.append(guard.team_id == team.pk)
    assert teams == [True, False, True, True]


def test_everything_that_waits_for_a_signature_is_listed(manager, monkeypatch):
    monkeypatch.setattr("joinedup.cases.queries.lists.ROWS", 2)
    for _ in range(3):
        hand.asked(manager, hand.ready(manager))
    assert len(home_of(hand.manager("Sec Ond").user, TODAY).to_sign) == 3


def test_an_acceptance_on_which_a_case_was_closed_does_not_close_it_again_that_day(manager, case):
    accepted = Asked("accepted", "They have it")
    hand.accepted_outside(manager, case)
    shut(manager, case, accepted)
    actions.reopen(manager, case.reference, "Back here", today=TODAY)
    with pytest.raises(Problem, match="written acceptance"):
        hand.asked(manager, case, accepted)
    hand.accepted_outside(manager, case)
    assert hand.asked(manager, case, accepted)
