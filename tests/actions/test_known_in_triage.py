"""Who is known, and what cases there were, stands before the decider and can't be passed over."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.models import Conflict, Guard, Involvement
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import system
from joinedup.audit.models import Entry
from joinedup.cases import actions as casework
from joinedup.cases.actions import NewCase, NewPerson
from joinedup.cases.models import CaseConcern
from joinedup.concerns import actions
from joinedup.concerns.choices import Ending
from joinedup.concerns.queries.earlier import earlier_of
from joinedup.concerns.queries.queue import queue
from joinedup.concerns.queries.signs import signs_in
from joinedup.subjects.actions import add_subject
from joinedup.subjects.models import Subject
from joinedup.subjects.queries.known import reader_may_open
from joinedup.subjects.rules.given import Given, GivenName
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def dot():
    return worry.duty()


def recorded(by, today, name="Ned"):
    return add_subject(by, Given(names=(GivenName(name, "", "Oakes"),)), today=today)


@pytest.fixture
def ned(dot, today):
    return recorded(dot, today)


def case_about(by, subject, **given):
    people = [NewPerson("Ned Oakes", "adult", dt.date(1980, 2, 3), subject.reference)]
    return hand.ready(by, people=people, **given)


@pytest.fixture
def closed(dot, ned):
    return hand.closed(dot, hand.manager(), case_about(dot, ned))


def tied(by, subject):
    concern = worry.taken(worry.adult(), by=by)
    person = concern.people.get()
    actions.link_person(by, concern.reference, person.pk, subject.reference)
    return worry.now(concern.reference)


def decided(by, concern, ending=Ending.ADVICE, **given):
    version = worry.now(concern.reference).version
    return actions.decide(by, concern.reference, ending, "Because", version=version, **given)


def answered(by, case, concern, verdict, today, reason="Seen again with him"):
    return casework.answer_new_concern(
        by, case.reference, concern.reference, concern.guard, verdict, reason, today=today
    )


@pytest.mark.parametrize("verdict", ["reopen", "new_case", "neither"])
def test_a_closed_case_is_answered_before_the_concern_is_decided(dot, ned, closed, today, verdict):
    concern = tied(dot, ned)
    with pytest.raises(Problem, match="and it is closed"):
        decided(dot, concern)
    answered(dot, closed, concern, verdict, today)
    assert (hand.again(closed).state == "open") == (verdict == "reopen")
    assert decided(dot, concern).state == "ended"


def test_no_answer_is_kept_without_its_reason(dot, ned, closed, today):
    concern = tied(dot, ned)
    with pytest.raises(Problem, match="Write why"):
        answered(dot, closed, concern, "neither", today, " ")
    with pytest.raises(Problem, match="Choose"):
        answered(dot, closed, concern, "perhaps", today)
    assert not CaseConcern.objects.exists()


def test_the_system_passes_a_closed_case_over_as_little_as_anybody(dot, ned, closed):
    concern = tied(dot, ned)
    with pytest.raises(Problem, match="and it is closed"):
        decided(system("loading"), concern)


def test_a_closed_case_that_is_restricted_names_only_whom_to_speak_to(dot, ned, closed):
    Guard.objects.filter(pk=closed.guard_id).update(is_sealed=True)
    concern = tied(dot, ned)
    Involvement.objects.filter(guard=closed.guard_id).delete()
    (one,) = earlier_of(dot.user, concern)
    assert one.case is None and one.speak_to
    with pytest.raises(Problem, match="Speak to"):
        decided(dot, concern)
    assert decided(dot, concern, asked_duty_post="Mo, 16:20").state == "ended"


def test_a_conflict_about_the_case_hides_the_concern_as_soon_as_it_is_tied(dot, ned, closed, today):
    dee = worry.duty("Dee Second")
    Conflict.objects.create(guard=closed.guard, person=dot.user.person, reason="Her uncle")
    concern = worry.submitted(worry.adult())
    person = concern.people.get()
    actions.take(dee, concern.reference)
    assert queue(dot.user, today).references == []
    actions.link_person(dee, concern.reference, person.pk, ned.reference)
    with pytest.raises(Refused):
        actions.take(dot, concern.reference)


def test_somebody_known_has_to_be_chosen_or_said_not_to_be_it(dot, today):
    given = Given(names=(GivenName("Ned", "", "Oakes"),), born="3 February 1980",
                  phones=("07700 900555",))  # fmt: skip
    add_subject(dot, given, today=today)
    told = worry.adult(age="", born_on=dt.date(1980, 2, 3), phone="07700 900555")
    concern = worry.taken(told, by=dot)
    with pytest.raises(Problem, match="may be known already"):
        decided(dot, concern)
    person = actions.not_known_yet(dot, concern.reference, concern.people.get().pk)
    assert person.subject is None and person.looked_up_at is not None
    assert decided(dot, concern).state == "ended"


def test_who_was_tied_to_a_record_is_not_known_only_with_a_reason(dot, ned):
    concern = tied(dot, ned)
    person = concern.people.get()
    with pytest.raises(Problem, match="Say why"):
        actions.not_known_yet(dot, concern.reference, person.pk, "  ")
    assert concern.people.get().subject_id == ned.pk
    actions.not_known_yet(dot, concern.reference, person.pk, "It is his father")
    person = concern.people.get()
    assert person.subject is None and person.untied_because == "It is his father"
    said = Entry.objects.get(verb="concerns.not_known_yet").detail
    assert ned.reference in said and "father" not in said


def test_only_those_who_decide_say_who_is_not_known(dot):
    concern = worry.taken(worry.adult(), by=dot)
    person = concern.people.get().pk
    with pytest.raises(Refused):
        actions.not_known_yet(hand.manager(), concern.reference, person)
    with pytest.raises(Refused):
        actions.not_known_yet(dot, concern.reference, person + 1)


def test_a_case_takes_over_everybody_of_its_concern_with_their_records(dot, ned, today):
    boss = hand.manager()
    concern = worry.taken(worry.adult(), worry.child("9", name="Mo Oakes"), by=dot)
    first = concern.people.order_by("pk")[0]
    actions.link_person(dot, concern.reference, first.pk, ned.reference)
    concern = decided(dot, concern, Ending.CASE)
    who = make.account(name="Cas Worker").person
    new = NewCase(
        "none", make.agency().pk, who.pk, "Needs a worker",
        [NewPerson("Ned Oakes", "adult", subject=ned.reference), NewPerson("Mo Oakes", "child")],
        worker_id=who.pk,
    )  # fmt: skip
    case = casework.open_case_from(dot, concern, new, today=today)
    assert list(case.subjects.values_list("subject", flat=True)) == [ned.reference, ""]
    assert Involvement.objects.filter(guard=ned.guard, person=who, to_on=None).exists()
    other = recorded(boss, today, "Sid")
    wrong = NewCase(
        "none", make.agency().pk, who.pk, "x", [NewPerson("x", subject=other.reference)]
    )
    with pytest.raises(Refused):
        casework.open_case_from(dot, concern, wrong, today=today)


def test_a_decided_concern_may_belong_to_the_case_that_is_open(dot, ned, closed, today):
    case = case_about(dot, ned)
    concern = tied(dot, ned)
    answered(dot, closed, concern, "neither", today)
    concern = decided(dot, concern, Ending.CASE)
    with pytest.raises(Problem, match="closed"):
        casework.join_open_case(dot, concern, closed.reference, today=today)
    casework.join_open_case(dot, concern, case.reference, today=today)
    assert worry.now(concern.reference).case_reference == case.reference
    with pytest.raises(Refused):
        casework.join_open_case(hand.manager("Sec Ond"), concern, case.reference, today=today)


def test_people_of_a_case_are_added_and_tied_and_their_worker_reads_the_record(dot, today):
    case = hand.opened(dot)
    made = casework.add_person(
        dot, case.reference, NewPerson("Mo Oakes", "child", dt.date(2015, 1, 2)), today=today
    )
    row = casework.tie_person(dot, case.reference, made.pk, today=today)
    subject = Subject.objects.get(reference=row.subject)
    assert subject.born_on == dt.date(2015, 1, 2)
    assert reader_may_open(dot, subject.reference)
    with pytest.raises(Problem, match="not born yet"):
        casework.add_person(dot, case.reference, NewPerson("Baby", "unborn", today), today=today)
    other = hand.worker("Some Other")
    for act in (
        lambda by: casework.tie_person(by, case.reference, made.pk, subject.reference, today=today),
        lambda by: casework.add_person(by, case.reference, NewPerson("x"), today=today),
    ):
        with pytest.raises(Refused):
            act(hand.by_user(other))
    with pytest.raises(Refused):
        casework.tie_person(dot, case.reference, made.pk, "SU-2026-0000000", today=today)


def test_who_hands_a_case_over_no_longer_reads_the_record_of_the_person(dot, ned, today):
    boss, first, second = hand.manager(), hand.worker("First Worker"), hand.worker("Next Worker")
    case = case_about(dot, ned, who=first)
    works = Involvement.objects.filter(guard=ned.guard, to_on=None)
    assert works.filter(person=first.person).exists()
    casework.transfer(boss, case.reference, second.person, "Trusts the nurse", today=today)
    assert not works.filter(person=first.person).exists()
    assert works.filter(person=second.person).exists()


def test_words_and_kinds_offer_the_exploitation_they_may_point_to(dot, today):
    concern = worry.submitted(worry.child("15"), types=("concern.missing",), words=worry.VAN)
    found = {one.kind: one for one in signs_in(concern, concern.reports.all(), today)}
    assert found["concern.sexual_exploitation"].words == ("gets into a", "silver van")
    assert found["concern.criminal_exploitation"].kinds == ("Missing",)
    assert "concern.cuckooing" not in found
    assert not concern.has_exploitation_indicator
    actions.name_types(system("x"), concern.reference, ["concern.sexual_exploitation"])
    again = worry.now(concern.reference)
    left = {one.kind for one in signs_in(again, again.reports.all(), today)}
    assert "concern.sexual_exploitation" not in left


def test_words_about_sex_and_a_child_are_offered_as_what_the_law_is_about():
    dot, today = worry.duty(), timezone.localdate()
    said = "She told me she has sex with her boyfriend, he is 19."
    concern = worry.taken(worry.child("12"), by=dot, words=said)
    offered = {one.kind for one in signs_in(concern, concern.reports.all(), today)}
    assert offered == {"concern.sexual_activity"}
    grown = worry.taken(worry.adult("40"), by=dot, words=said)
    assert not signs_in(grown, grown.reports.all(), today)
