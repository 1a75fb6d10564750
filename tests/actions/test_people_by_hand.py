"""What people do with records by hand: each refused to those who may not, and recorded."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from joinedup.access.choices import Role
from joinedup.access.models import Guard, Involvement
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem, Stale
from joinedup.audit.actor import public
from joinedup.audit.models import Entry
from joinedup.casefile.actions import copy_chronology
from joinedup.casefile.choices import Part
from joinedup.cases.actions import tie_person, untie_person
from joinedup.cases.writing import let_into_records
from joinedup.subjects import actions
from joinedup.subjects.models import KnownChange, SafeAddress, SafeLook
from joinedup.subjects.queries.finding import find, limits_on
from joinedup.subjects.rules.described import described
from joinedup.subjects.rules.given import Given
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import subjects as known

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)
PAST = dt.date(2026, 3, 1)
LATER = dt.date(2031, 1, 1)
NAME = {"kind": "alias", "forename": "Kayzee"}
SAFE = {"contact": "Ring on Thursdays", "address": "", "reason": "He looks for her"}


@pytest.fixture
def by():
    make.agency()
    return make.lead("Lee Lead")


@pytest.fixture
def kay(by):
    return known.at_home(by)


def everything(subject, other, phone, case):
    """(name, action) of everything that is done to a record by hand."""
    at = subject.reference
    facts = {"born": "4 March 2011"}
    return {
        "note_known": lambda by: actions.note_known(by, at, "name", NAME),
        "correct_known": lambda by: actions.correct_known(
            by, at, "phone", phone, {"given": "07700 900999"}, "Misheard"),
        "end_known": lambda by: actions.end_known(by, at, "phone", phone, PAST, "Lost", today=TODAY),
        "withdraw_known": lambda by: actions.withdraw_known(by, at, "phone", phone, "Not hers"),
        "edit_facts": lambda by: actions.edit_facts(by, at, facts, "Certificate", 1, today=TODAY),
        "set_safe": lambda by: actions.set_safe(by, at, **SAFE),
        "show_safe": lambda by: actions.show_safe(by, at, "contact", "Court date"),
        "end_safe": lambda by: actions.end_safe(by, at, "He is in prison"),
        "relate": lambda by: actions.relate(by, at, "sibling", other.reference, today=TODAY),
        "end_relation": lambda by: actions.end_relation(by, at, 0, PAST, "Adopted", today=TODAY),
        "live_together": lambda by: actions.live_together(by, at, other.reference, today=TODAY),
        "leave_home": lambda by: actions.leave_home(by, at, PAST, "Moved", today=TODAY),
        "tie_person": lambda by: tie_person(
            by, case.reference, case.subjects.get().pk, at, today=TODAY),
        "copy_chronology": lambda by: copy_chronology(by, at, "pdf", [Part.WORDS], 3),
    }  # fmt: skip


def test_who_may_not_work_on_somebody_changes_nothing_of_their_record(by, kay):
    other, phone = known.person(by, "Bo"), kay.phones.get().pk
    case = hand.opened(by)
    strangers = [public(), by_user(hand.worker()), by_user(make.account(Role.COUNCILLOR))]
    before = Entry.objects.count()
    for name, act in everything(kay, other, phone, case).items():
        for who in strangers:
            with pytest.raises(Refused):
                act(who)
        assert Entry.objects.count() == before, name
    with pytest.raises(Refused):
        actions.add_by_hand(public(), Given(description="girl called K"), today=TODAY)


def test_a_sealed_record_is_refused_to_whoever_may_do_it_elsewhere(by, kay):
    other, phone = known.person(by, "Bo"), kay.phones.get().pk
    Guard.objects.filter(pk=kay.guard_id).update(is_sealed=True)
    for act in everything(kay, other, phone, hand.opened(by)).values():
        with pytest.raises(Refused):
            act(by)


def test_what_is_corrected_is_found_by_what_is_right_and_no_longer_by_what_was_wrong(by, kay):
    phone = kay.phones.get().pk
    actions.correct_known(by, kay.reference, "phone", phone, {"given": "07700 900999"}, "Misheard")

    def found(number):
        return bool(find(described({"phone": number}, TODAY), limits_on(TODAY)))

    assert found("07700 900999") and not found("07700 900123")
    change = KnownChange.objects.get()
    assert (change.was, change.now, change.by) == ("07700 900123", "07700 900999", by.user)
    actions.end_known(by, kay.reference, "phone", phone, PAST, "Lost it", today=TODAY)
    assert found("07700 900999")
    actions.withdraw_known(by, kay.reference, "phone", phone, "Her cousin’s")
    assert not found("07700 900999") and not kay.phones.exists()


@pytest.mark.parametrize("name", ["correct_known", "end_known", "withdraw_known", "edit_facts"])
def test_a_change_says_why_or_is_not_made(by, kay, name):
    at, phone = kay.reference, kay.phones.get().pk
    act = {
        "correct_known": lambda: actions.correct_known(by, at, "phone", phone, {"given": "1"}, " "),
        "end_known": lambda: actions.end_known(by, at, "phone", phone, PAST, " ", today=TODAY),
        "withdraw_known": lambda: actions.withdraw_known(by, at, "phone", phone, " "),
        "edit_facts": lambda: actions.edit_facts(by, at, {"age": "14"}, " ", 1, today=TODAY),
    }[name]
    with pytest.raises(Problem, match="Say why"):
        act()
    assert kay.phones.get().given == "07700 900123" and not KnownChange.objects.exists()


def test_dates_to_come_and_things_that_do_not_end_are_refused(by, kay):
    at, phone = kay.reference, kay.phones.get().pk
    with pytest.raises(Problem, match="still to come"):
        actions.end_known(by, at, "phone", phone, LATER, "Lost", today=TODAY)
    car = actions.note_known(by, at, "vehicle", {"words": "Ford van"})
    with pytest.raises(Refused):
        actions.end_known(by, at, "vehicle", car.pk, PAST, "Sold", today=TODAY)
    with pytest.raises(Problem, match="number plate"):
        actions.note_known(by, at, "vehicle", {"plate": " "})
    with pytest.raises(Refused):
        actions.note_known(by, at, "ghost", {})
    with pytest.raises(Problem, match="still to come"):
        actions.edit_facts(by, at, {"died_on": LATER}, "Seen", 1, today=TODAY)
    with pytest.raises(Problem, match="unborn"):
        said = {"expected_on": LATER, "born": "2012"}
        actions.edit_facts(by, at, said, "Seen", 1, today=TODAY)
    with pytest.raises(Stale):
        actions.edit_facts(by, at, {"age": "14"}, "Seen", 7, today=TODAY)


def test_one_safe_contact_at_a_time_and_a_part_left_empty_goes_on(by, kay):
    at = kay.reference
    with pytest.raises(Problem, match="how to reach"):
        actions.set_safe(by, at, contact="", address=" ", reason="x")
    actions.set_safe(by, at, **SAFE)
    actions.set_safe(by, at, contact="", address="Flat 9, Beacon Court", reason="She moved")
    assert actions.show_safe(by, at, "contact", "Court") == "Ring on Thursdays"
    assert actions.show_safe(by, at, "address", "Court") == "Flat 9, Beacon Court"
    assert SafeAddress.objects.filter(ended_at__isnull=True).count() == 1
    with pytest.raises(Problem, match="what you need it for"):
        actions.show_safe(by, at, "contact", "")
    assert SafeLook.objects.count() == 2
    assert "Beacon" not in str(list(Entry.objects.values_list("detail", flat=True)))


def test_changes_and_looks_can_not_be_rewritten(by, kay):
    actions.set_safe(by, kay.reference, **SAFE)
    actions.show_safe(by, kay.reference, "contact", "Court")
    actions.withdraw_known(by, kay.reference, "phone", kay.phones.get().pk, "Not hers")
    for rows in (SafeLook.objects.all(), KnownChange.objects.all()):
        with pytest.raises((DatabaseError, IntegrityError)), transaction.atomic():
            rows.delete()


def test_nobody_is_related_to_themselves_nor_twice_nor_to_whom_the_reader_may_not_see(by, kay):
    bo, at = known.person(by, "Bo"), kay.reference
    with pytest.raises(Problem, match="same record"):
        actions.relate(by, at, "sibling", at, today=TODAY)
    actions.relate(by, at, "sibling", bo.reference, today=TODAY)
    with pytest.raises(Problem, match="already"):
        actions.relate(by, at, "sibling", bo.reference, today=TODAY)
    Guard.objects.filter(pk=bo.guard_id).update(is_sealed=True)
    with pytest.raises(Problem, match="No record of yours"):
        actions.relate(by, at, "friend", bo.reference, today=TODAY)


def test_people_live_in_one_household_at_a_time(by, kay):
    ada, bo, cy = (known.person(by, one) for one in ("Ada", "Bo", "Cy"))
    home = actions.live_together(by, kay.reference, ada.reference, today=TODAY)
    assert actions.live_together(by, bo.reference, ada.reference, today=TODAY) == home
    with pytest.raises(Problem, match="already"):
        actions.live_together(by, bo.reference, kay.reference, today=TODAY)
    dee = known.person(by, "Dee")
    actions.live_together(by, cy.reference, dee.reference, today=TODAY)
    with pytest.raises(Problem, match="another household"):
        actions.live_together(by, cy.reference, kay.reference, today=TODAY)
    actions.leave_home(by, cy.reference, PAST, "Moved out", today=TODAY)
    assert actions.live_together(by, cy.reference, kay.reference, today=TODAY) == home


def test_names_of_those_who_reported_go_along_only_for_who_manages_casework(by, kay):
    duty = by_user(make.account(Role.DUTY_OFFICER))
    copy_chronology(duty, kay.reference, "pdf", [Part.WORDS], 3)
    assert Entry.objects.get(verb="casefile.copy").kind == "exported"
    with pytest.raises(Refused):
        copy_chronology(duty, kay.reference, "pdf", [Part.REPORTERS], 3)
    copy_chronology(by, kay.reference, "pdf", [Part.REPORTERS], 3)


def test_a_person_of_a_case_is_tied_once(by, kay):
    case = hand.opened(by)
    person = case.subjects.get().pk
    tie_person(by, case.reference, person, kay.reference, today=TODAY)
    verbs = Entry.objects.filter(verb="cases.tie_person").values_list("chain", flat=True)
    assert set(verbs) == {case.reference, kay.reference}
    for other in (known.person(by, "Bo").reference, kay.reference, ""):
        with pytest.raises(Problem, match="tied to a record already"):
            tie_person(by, case.reference, person, other, today=TODAY)
    assert case.subjects.get().subject == kay.reference
    with pytest.raises(Refused):
        tie_person(by, case.reference, 0, kay.reference, today=TODAY)


def test_a_wrong_tie_is_taken_back_with_a_reason_and_closes_the_record_again(by, kay):
    worker = hand.worker()
    case = hand.opened(by, who=worker)
    person = case.subjects.get().pk
    with pytest.raises(Problem, match="tied to no record"):
        untie_person(by, case.reference, person, "Another Kay", today=TODAY)
    tie_person(by, case.reference, person, kay.reference, today=TODAY)
    works = Involvement.objects.filter(guard=kay.guard, person=worker.person, to_on=None)
    assert works.exists()
    with pytest.raises(Problem, match="Say why"):
        untie_person(by, case.reference, person, " ", today=TODAY)
    with pytest.raises(Refused):
        untie_person(by_user(hand.worker("Some One")), case.reference, person, "x", today=TODAY)
    row = untie_person(by, case.reference, person, "Another Kay", today=TODAY)
    assert (row.subject, row.untied_because) == ("", "Another Kay") and not works.exists()
    chains = Entry.objects.filter(verb="cases.untie_person").values_list("chain", flat=True)
    assert set(chains) == {case.reference, kay.reference}
    other = hand.opened(by, who=worker)
    for one in (case, other):
        tie_person(by, one.reference, one.subjects.get().pk, kay.reference, today=TODAY)
    untie_person(by, case.reference, person, "Another Kay", today=TODAY)
    assert works.exists()


def test_whoever_may_only_read_a_record_ties_nobody_to_it(by, kay):
    mine = hand.opened(by)
    first = by_user(hand.worker())
    theirs = hand.opened(by, who=first.user)
    for case, subject in ((mine, kay.reference), (theirs, kay.reference), (mine, "")):
        with pytest.raises(Refused):
            tie_person(first, case.reference, case.subjects.get().pk, subject, today=TODAY)


def test_a_record_of_another_agency_is_given_to_no_team_of_ours(by, kay):
    guard = Guard.objects.filter(pk=kay.guard_id)
    guard.update(agency=make.agency("Northmoor Health", is_home=False), team=None)
    case = hand.opened(by)
    tie_person(by, case.reference, case.subjects.get().pk, kay.reference, today=TODAY)
    assert guard.get().team_id is None
    guard.update(agency=make.agency())
    let_into_records(case, TODAY)
    assert guard.get().team_id == case.team_id
