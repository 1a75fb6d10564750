"""Holds, reviews, erasures by two people and packs for those who ask: done, refused, recorded."""

from __future__ import annotations

import datetime as dt

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from joinedup.access.choices import May, Role
from joinedup.access.models import Conflict, Guard
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.audit.actor import public
from joinedup.audit.models import Entry
from joinedup.audit.triggers import erasing, missing
from joinedup.casefile import actions
from joinedup.casefile import erasing as rows_erased
from joinedup.casefile.actions import NewRequest
from joinedup.casefile.choices import Part
from joinedup.casefile.models import AccessRequest, Erasure, LegalHold
from joinedup.casefile.queries.due import due_records
from joinedup.casefile.queries.governance import holds_now
from joinedup.cases import actions as casework
from joinedup.cases.actions import NewPerson
from joinedup.cases.models import Advocacy, Case, Note
from joinedup.concerns.models import Concern, ConcernPerson, Report, Telling
from joinedup.files.actions import keep
from joinedup.files.models import StoredFile
from joinedup.referrals.models import Referral
from joinedup.subjects import actions as people
from joinedup.subjects.models import Subject, SubjectName
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as front
from tests.factories import referrals
from tests.factories import subjects as known

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)
LATER = dt.date(2031, 1, 1)


@pytest.fixture
def officer():
    make.agency()
    return by_user(make.account(Role.INFORMATION_GOVERNANCE, name="Io Governs"))


@pytest.fixture
def lead(officer):
    return make.lead("Lee Lead")


@pytest.fixture
def case(lead):
    """A closed case of an adult, so old that its time is over."""
    person = [NewPerson("Ned Oakes", "adult")]
    ready = hand.ready(lead, people=person)
    casework.write_note(lead, ready.reference, "visit", "The door stayed shut", today=hand.TODAY)
    case = hand.closed(lead, make.lead("Second Lead"), ready)
    Case.objects.filter(pk=case.pk).update(closed_on=dt.date(2010, 1, 1), route="section_42")
    return hand.again(case)


def erased(officer, lead, about, ground="over"):
    asked = actions.ask_erasure(officer, about, ground, "Its time is over", today=TODAY)
    return actions.agree_erasure(lead, asked.reference, today=TODAY)


def test_what_is_due_is_listed_and_kept_longer_with_a_reason(officer, case):
    (due,) = due_records(officer.user, TODAY)
    assert (due.reference, due.rule_code) == (case.reference, "retention.adult_case")
    with pytest.raises(Problem, match="day to come"):
        actions.keep_longer(officer, case.reference, TODAY, "Court", today=TODAY)
    with pytest.raises(Problem, match="Say why"):
        actions.keep_longer(officer, case.reference, LATER, " ", today=TODAY)
    actions.keep_longer(officer, case.reference, LATER, "A claim runs", today=TODAY)
    assert due_records(officer.user, TODAY) == [] and due_records(officer.user, LATER) != []
    assert Case.objects.exists()


def test_who_does_not_govern_records_does_none_of_it(officer, lead, case):
    kay = known.person(lead)
    asked = actions.ask_erasure(officer, case.reference, "over", "Over", today=TODAY)
    held = actions.hold(officer, "", "Inquiry", today=TODAY)
    new = NewRequest(kay.reference, TODAY)
    request = actions.ask_for_records(officer, new, today=TODAY)
    acts = (
        lambda by: actions.keep_longer(by, case.reference, LATER, "Why", today=TODAY),
        lambda by: actions.hold(by, case.reference, "Why", today=TODAY),
        lambda by: actions.hold(by, "", "Why", today=TODAY),
        lambda by: actions.end_hold(by, held.pk, "Why", today=TODAY),
        lambda by: actions.ask_erasure(by, kay.reference, "error", "Why", today=TODAY),
        lambda by: actions.agree_erasure(by, asked.reference, today=TODAY),
        lambda by: actions.refuse_erasure(by, asked.reference, "Why"),
        lambda by: actions.ask_for_records(by, new, today=TODAY),
        lambda by: actions.prepare_pack(by, request.reference, "d", 1, [], today=TODAY),
        lambda by: actions.read_pack(by, request.reference, "d"),
        lambda by: actions.send_back_pack(by, request.reference, "Why"),
        lambda by: actions.take_pack(by, request.reference, "d", "pdf"),
        lambda by: actions.cut_pack(by, request.reference, "e", "", "Why"),
        lambda by: actions.put_back(by, request.reference, 1),
        lambda by: actions.give_pack(by, request.reference, TODAY, "hand", "Her", today=TODAY),
        lambda by: actions.note_search(by, "A letter", [], 0),
    )
    before = Entry.objects.count()
    for who in (public(), hand.manager(), by_user(make.account(Role.ADMINISTRATOR))):
        for act in acts:
            with pytest.raises(Refused):
                act(who)
    assert Entry.objects.count() == before


def test_a_case_is_erased_by_two_people_and_the_register_stays(officer, lead, case):
    row = referrals.drafted(lead, case.guard)
    asked = actions.ask_erasure(officer, case.reference, "over", "Its time is over", today=TODAY)
    with pytest.raises(Problem, match="other than the person who asked"):
        actions.agree_erasure(officer, asked.reference, today=TODAY)
    assert Case.objects.exists()
    done = actions.agree_erasure(lead, asked.reference, today=TODAY)
    assert not Case.objects.exists() and not Note.objects.exists()
    assert not Referral.objects.filter(pk=row.pk).exists()
    kept = Erasure.objects.get()
    assert (kept.asked_by, kept.answered_by, kept.counts["cases.Case"]) == (
        officer.user, lead.user, 1,
    )  # fmt: skip
    assert done.erased_at and Guard.objects.filter(about=case.reference).exists()
    assert Entry.objects.filter(chain=case.reference, verb="casefile.erase").exists()
    assert missing() == []
    with pytest.raises(Problem, match="already"):
        actions.agree_erasure(lead, asked.reference, today=TODAY)


def test_nothing_that_is_held_open_or_not_due_is_erased(officer, lead, case):
    at = case.reference
    held = actions.hold(officer, at, "Public inquiry", today=TODAY)
    for ground in ("over", "error", "right"):
        with pytest.raises(Problem, match="held"):
            actions.ask_erasure(officer, at, ground, "Over", today=TODAY)
    actions.end_hold(officer, held.pk, "It has ended", today=TODAY)
    asked = actions.ask_erasure(officer, at, "over", "Over", today=TODAY)
    everything = actions.hold(officer, "", "Public inquiry", today=TODAY)
    with pytest.raises(Problem, match="held"):
        actions.agree_erasure(lead, asked.reference, today=TODAY)
    actions.end_hold(lead, everything.pk, "It has ended", today=TODAY)
    actions.refuse_erasure(lead, asked.reference, "Still needed")
    open_case = hand.opened(lead)
    with pytest.raises(Problem, match="open"):
        actions.ask_erasure(officer, open_case.reference, "error", "Wrong person", today=TODAY)
    Case.objects.filter(pk=case.pk).update(closed_on=dt.date(2026, 1, 1))
    with pytest.raises(Problem, match="not over"):
        actions.ask_erasure(officer, at, "over", "Over", today=TODAY)
    assert Case.objects.count() == 2


def test_a_hold_on_the_person_holds_their_case(officer, lead, case):
    ned = known.person(lead, "Ned", "Oakes")
    case.subjects.update(subject=ned.reference)
    actions.hold(officer, ned.reference, "A court asked", today=TODAY)
    assert due_records(officer.user, TODAY)[0].is_held
    with pytest.raises(Problem, match="held"):
        actions.ask_erasure(officer, case.reference, "over", "Over", today=TODAY)


def test_a_persons_record_goes_with_everything_known_once_no_case_needs_it(officer, lead, case):
    kay, ada = known.hidden(lead, known.at_home(lead)), known.person(lead, "Ada")
    people.relate(lead, kay.reference, "child", ada.reference, today=TODAY)
    people.live_together(lead, kay.reference, ada.reference, today=TODAY)
    people.show_safe(lead, kay.reference, "contact", "Court")
    pair = people.propose(lead, kay.reference, ada.reference)
    people.decide(lead, pair.reference, "not_same", "Mother and daughter")
    case.subjects.update(subject=kay.reference)
    with pytest.raises(Problem, match="Erase the case first"):
        actions.ask_erasure(officer, kay.reference, "right", "She asked", today=TODAY)
    case.subjects.update(subject="")
    concern = known.with_concern(kay)
    with pytest.raises(Problem, match="has not ended"):
        actions.ask_erasure(officer, kay.reference, "right", "She asked", today=TODAY)
    concern.people.update(subject=None)
    erased(officer, lead, kay.reference, "right")
    assert list(Subject.objects.all()) == [ada]
    assert set(SubjectName.objects.values_list("subject", flat=True)) == {ada.pk}
    assert "Lowther" not in str(list(Erasure.objects.values()))


def test_an_erasure_refused_keeps_the_record_and_whoever_asked_may_take_it_back(
    officer, lead, case
):
    asked = actions.ask_erasure(officer, case.reference, "over", "Over", today=TODAY)
    with pytest.raises(Problem, match="already"):
        actions.ask_erasure(lead, case.reference, "over", "Over", today=TODAY)
    with pytest.raises(Problem, match="why it is kept"):
        actions.refuse_erasure(lead, asked.reference, " ")
    actions.refuse_erasure(officer, asked.reference, "Asked in error")
    assert Case.objects.exists() and Erasure.objects.get().erased_at is None


def test_a_case_goes_with_its_advocate_and_the_proof_of_its_referrals(officer, lead, case):
    row = referrals.drafted(lead, case.guard)
    Advocacy.objects.create(case=case, state="has", name="Vi Voice", noted_on=hand.TODAY)
    for about in (case.reference, row.reference):
        keep(lead, "proof.pdf", b"bytes", case.guard, about, May.WORK_CASES)
    done = erased(officer, lead, case.reference)
    assert not Advocacy.objects.exists() and missing() == []
    assert done.counts["cases.Advocacy"] == 1 and done.counts["files.StoredFile"] == 2
    assert not StoredFile.objects.filter(purged_at__isnull=True).exists()


def test_whatever_points_to_a_case_goes_with_it(lead, case, monkeypatch):
    gone = set()
    monkeypatch.setattr(
        rows_erased, "_delete", lambda rows: gone.update(r.model for r in rows) or {}
    )
    with transaction.atomic():
        rows_erased.erase_case(case, rows_erased.Hands(lead.user, lead.user, timezone.now()))
    left = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.fields
        if field.related_model in gone and model not in gone
    }
    assert left == set()


def test_append_only_rows_are_erased_inside_an_erasure_and_nowhere_else(lead, case):
    with pytest.raises(DatabaseError), transaction.atomic():
        Note.objects.all().delete()
    with transaction.atomic(), erasing(Note):
        assert not {one for one in missing() if "audit" in one}
    assert missing() == []
    with pytest.raises(DatabaseError), transaction.atomic():
        Note.objects.all().delete()


def test_an_erasure_locks_no_table_but_those_it_erases_from(db):
    with CaptureQueriesContext(connection) as said, transaction.atomic(), erasing(Note, Advocacy):
        pass
    changes = [one["sql"] for one in said if "TRIGGER" in one["sql"]]
    tables = {Note._meta.db_table, Advocacy._meta.db_table}
    assert len(changes) == 4 and missing() == []
    assert all(any(f"{table}_refuses_delete" in one for table in tables) for one in changes)


def old_concern(**given):
    """A concern about an adult that ended long ago and became no case."""
    concern = front.submitted(front.adult(), **given)
    long_ago = dt.datetime(2010, 1, 5, 12, tzinfo=dt.UTC)
    Concern.objects.filter(pk=concern.pk).update(
        state="ended", ending="advice", decided_at=long_ago, ended_at=long_ago
    )
    return front.now(concern.reference)


def test_a_concern_that_became_no_case_is_due_and_kept_longer_with_a_reason(officer, lead):
    concern = old_concern()
    front.submitted(front.adult())
    (due,) = due_records(officer.user, TODAY)
    assert (due.reference, due.rule_code) == (concern.reference, "retention.adult_concern")
    actions.keep_longer(officer, concern.reference, LATER, "A review asks", today=TODAY)
    assert due_records(officer.user, TODAY) == []


def test_a_concern_about_a_child_is_kept_until_they_are_grown_up(officer, lead):
    child = front.child(age="", born_on=dt.date(2012, 3, 4))
    concern = front.submitted(child)
    Concern.objects.filter(pk=concern.pk).update(
        state="ended", ending="advice", decided_at=timezone.now(), ended_at=timezone.now(),
        has_exploitation_indicator=False,
    )  # fmt: skip
    assert due_records(officer.user, dt.date(2037, 3, 3)) == []
    (due,) = due_records(officer.user, dt.date(2037, 3, 4))
    assert due.rule_code == "retention.child_concern"


def test_a_concern_is_erased_by_two_people_and_the_register_stays(officer, lead):
    concern = old_concern(words="She gets into a silver van", raiser=front.raiser())
    with pytest.raises(Problem, match="Somebody other"):
        erased(officer, officer, concern.reference)
    waits = Erasure.objects.get(about=concern.reference)
    done = actions.agree_erasure(lead, waits.reference, today=TODAY)
    assert done.kind == "concern" and done.counts["concerns.Report"] == 1
    for table in (Concern, ConcernPerson, Report, Telling):
        assert not table.objects.exists()
    assert missing() == [] and Erasure.objects.get().erased_at
    assert "casefile.erase" in set(
        Entry.objects.filter(chain=concern.reference).values_list("verb", flat=True)
    )


def test_a_concern_that_is_held_open_or_led_to_a_case_is_not_erased(officer, lead):
    fresh = front.submitted(front.adult())
    with pytest.raises(Problem, match="not ended"):
        actions.ask_erasure(officer, fresh.reference, "error", "Twice", today=TODAY)
    concern = old_concern()
    with pytest.raises(Refused):
        actions.ask_erasure(make_worker(), concern.reference, "over", "x", today=TODAY)
    Concern.objects.filter(pk=concern.pk).update(case_reference="CA-2010-AAAAAAA")
    with pytest.raises(Problem, match="rests on this concern"):
        actions.ask_erasure(officer, concern.reference, "over", "x", today=TODAY)
    Concern.objects.filter(pk=concern.pk).update(case_reference="")
    actions.hold(officer, concern.reference, "An inquiry", today=TODAY)
    with pytest.raises(Problem, match="held"):
        actions.ask_erasure(officer, concern.reference, "over", "x", today=TODAY)


def test_a_person_whom_nothing_else_names_is_due_after_their_time(officer, lead):
    person = known.person(lead)
    Subject.objects.filter(pk=person.pk).update(made_at=dt.datetime(2010, 1, 5, 12, tzinfo=dt.UTC))
    (due,) = due_records(officer.user, TODAY)
    assert (due.reference, due.rule_code) == (person.reference, "retention.person_alone")
    ada = known.person(lead, "Ada")
    pair = people.propose(lead, person.reference, ada.reference)
    decided = people.decide(lead, pair.reference, "same", "One birthday, one address")
    assert due_records(officer.user, TODAY) == []
    with pytest.raises(Problem, match="not over"):
        actions.ask_erasure(officer, person.reference, "over", "Its time is over", today=TODAY)
    people.end_link(lead, decided.link.reference, "Two cousins")
    people.live_together(lead, person.reference, ada.reference, today=TODAY)
    assert len(due_records(officer.user, TODAY)) == 1
    known.with_case(lead, ada)
    assert due_records(officer.user, TODAY) == []
    with pytest.raises(Problem, match="tied to another"):
        actions.ask_erasure(officer, person.reference, "right", "She asked", today=TODAY)


def test_two_records_of_one_person_that_nothing_else_names_are_due_together(officer, lead):
    first, second, third = (known.person(lead, name) for name in ("Kay", "Kaye", "Kai"))
    for one in (second, third):
        pair = people.propose(lead, first.reference, one.reference)
        people.decide(lead, pair.reference, "same", "One birthday, one address")
    ada = known.person(lead, "Ada")
    people.relate(lead, second.reference, "child", ada.reference, today=TODAY)
    long_ago = dt.datetime(2010, 1, 5, 12, tzinfo=dt.UTC)
    Subject.objects.filter(pk__in=[first.pk, second.pk]).update(made_at=long_ago)
    assert due_records(officer.user, TODAY) == []
    Subject.objects.update(made_at=long_ago)
    assert len(due_records(officer.user, TODAY)) == 4
    erased(officer, lead, second.reference)
    assert len(due_records(officer.user, TODAY)) == 3
    fourth = known.person(lead, "Kae")
    pair = people.propose(lead, third.reference, fourth.reference)
    people.decide(lead, pair.reference, "same", "One birthday, one address")
    Subject.objects.update(made_at=long_ago)
    known.with_case(lead, fourth)
    assert {one.reference for one in due_records(officer.user, TODAY)} == {ada.reference}
    with pytest.raises(Problem, match="tied to another"):
        actions.ask_erasure(officer, first.reference, "right", "She asked", today=TODAY)


def test_a_persons_record_goes_on_the_ground_of_time_only_when_its_time_is_over(officer, lead):
    person = known.person(lead)
    with pytest.raises(Problem, match="not over"):
        actions.ask_erasure(officer, person.reference, "over", "Its time is over", today=TODAY)
    Subject.objects.filter(pk=person.pk).update(made_at=dt.datetime(2010, 1, 5, 12, tzinfo=dt.UTC))
    erased(officer, lead, person.reference)
    assert not Subject.objects.exists()


def make_worker():
    return by_user(hand.worker())


def test_the_database_itself_refuses_an_erasure_by_one_person(officer, case):
    asked = actions.ask_erasure(officer, case.reference, "over", "Over", today=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Erasure.objects.filter(pk=asked.pk).update(
            answered_by=officer.user, erased_at=timezone.now()
        )


def test_a_request_has_a_day_and_never_takes_others_or_reporters_along(officer, lead):
    kay = known.person(lead)
    new = NewRequest(kay.reference.lower(), dt.date(2026, 10, 31), list(Part))
    made = actions.ask_for_records(officer, new, today=TODAY)
    assert made.due_on == dt.date(2026, 11, 30)
    assert "others" not in made.parts and "reporters" not in made.parts
    with pytest.raises(Problem, match="still to come"):
        actions.ask_for_records(officer, NewRequest(kay.reference, LATER), today=TODAY)
    Guard.objects.filter(pk=kay.guard_id).update(is_sealed=True)
    with pytest.raises(Refused):
        actions.ask_for_records(officer, new, today=TODAY)
    assert AccessRequest.objects.count() == 1


def test_holds_of_closed_records_are_not_shown(officer, lead, case):
    actions.hold(officer, case.reference, "Inquiry", today=TODAY)
    assert holds_now(officer.user).count() == 1
    Conflict.objects.create(guard=case.guard, person=officer.user.person, reason="Neighbour")
    officer.user.__dict__.pop("_open_guards", None)
    assert holds_now(officer.user).count() == 0 and due_records(officer.user, TODAY) == []
    with pytest.raises(Refused):
        actions.end_hold(officer, LegalHold.objects.get().pk, "Why", today=TODAY)
