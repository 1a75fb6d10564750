"""What else keeps a case open: a concern that came later about somebody in it, and a referral that
was drafted and never sent."""

from __future__ import annotations

import pytest
from django.utils import timezone

from joinedup.access.problems import Problem
from joinedup.cases import actions
from joinedup.cases.actions import NewPerson
from joinedup.cases.queries.one import shown_blocks
from joinedup.concerns import actions as concerns
from joinedup.concerns.choices import Ending
from joinedup.referrals.models import ShareDecision
from joinedup.subjects.actions import add_subject
from joinedup.subjects.rules.given import Given, GivenName
from tests.factories import cases as hand
from tests.factories import concerns as worry
from tests.factories import referrals

pytestmark = pytest.mark.django_db


def codes(case):
    return [one.block.code for one in shown_blocks(case, "", hand.TODAY)]


def test_a_later_concern_about_the_same_person_keeps_the_case_open_until_it_is_decided():
    hand.manager()
    dot = worry.duty()
    ned = add_subject(
        dot, Given(names=(GivenName("Ned", "", "Oakes"),), born="3 May 1980"),
        today=timezone.localdate(),
    )  # fmt: skip
    people = [NewPerson("Ned Oakes", "adult", None, ned.reference)]
    case = hand.ready(dot, people=people)
    assert codes(case) == []
    concern = worry.taken(worry.adult(name="N. Oakes"), by=dot)
    concern.people.update(subject=ned)
    assert codes(case) == ["concern"]
    with pytest.raises(Problem):
        actions.ask_to_close(dot, case.reference, hand.SAFE, today=hand.TODAY)
    version = worry.now(concern.reference).version
    advice = Ending("advice")
    concerns.decide(dot, concern.reference, advice, "Rang him: all is well", version=version)
    assert codes(case) == []


def test_a_referral_that_was_drafted_and_never_sent_keeps_the_case_open():
    manager = hand.manager()
    case = hand.ready(manager)
    row = referrals.drafted(manager, case.guard)
    (shown,) = shown_blocks(case, "", hand.TODAY)
    assert shown.block.code == "draft" and shown.block.about == row.reference
    with pytest.raises(Problem):
        actions.ask_to_close(manager, case.reference, hand.SAFE, today=hand.TODAY)


def test_what_another_authority_is_told_is_a_share_with_its_lawful_basis():
    manager = hand.manager()
    case = hand.ready(manager)
    with pytest.raises(Problem, match="legal basis"):
        hand.sent_outside(manager, case, basis="")
    with pytest.raises(Problem, match="told"):
        hand.sent_outside(manager, case, told=" ")
    assert not case.transfers_out.exists()
    hand.sent_outside(manager, case)
    share = ShareDecision.objects.get()
    assert share.receiver == "Saltby County Council" and share.basis == "basis.legal_duty"
