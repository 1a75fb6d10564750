"""Reports taken in, concerns taken and decided, those who reported told."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.choices import May, Role
from joinedup.access.models import Conflict
from joinedup.access.permission import Refused, by_user, visible
from joinedup.access.problems import Problem, Stale
from joinedup.audit.actor import By, public, system
from joinedup.audit.choices import ByKind
from joinedup.audit.models import Entry
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.models import Clock
from joinedup.concerns import actions
from joinedup.concerns.choices import Allegation, Door, Ending
from joinedup.concerns.models import Concern, Decision, Report, Telling
from joinedup.concerns.queries.queue import queue
from joinedup.concerns.queries.raised import my_reports, report_to, told_by_code
from joinedup.concerns.rules.new import Kept, NewPerson, Telephoned
from joinedup.rulebook.working_days import add_working_days
from tests.factories import assurance as make
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db
CSE = ("concern.sexual_exploitation",)


def staff(name="Hal Housing", role=Role.ACTION_OWNER):
    return by_user(make.account(role, name=name))


@pytest.mark.parametrize(
    "by",
    [public(), By(ByKind.LINK, "LI-1"), system("front-door")],
    ids=["public", "link", "system"],
)
def test_anybody_may_report_and_it_stands_in_the_queue_at_once(by):
    concern = worry.submitted(worry.child(), by=by, door=Door.PUBLIC)
    shown = queue(worry.duty().user, timezone.localdate())
    assert shown.references == [concern.reference]
    assert shown.rows[0].people == ("Kayleigh, 14",)


def test_somebody_without_any_role_may_report():
    nobody = by_user(make.account(name="No Role"))
    assert worry.submitted(by=nobody).state == "received"


def test_a_report_without_words_is_sent_back_with_a_sentence():
    make.agency()
    with pytest.raises(Problem, match="Write what worries you") as caught:
        actions.submit(public(), worry.new(words=" "))
    assert caught.value.field == "words"
    assert Concern.objects.count() == 0


def test_the_clock_of_one_working_day_starts_with_the_report():
    concern = worry.submitted()
    clock = Clock.objects.get(about=concern.reference)
    due = add_working_days(timezone.localdate(), 1)
    assert (clock.kind, clock.due_on, concern.decide_by_on) == (ClockKind.CONTACT, due, due)
    assert clock.rule_code == "clock.contact_decision" and clock.rule_hash


def test_an_allegation_starts_a_clock_of_its_own():
    who = worry.suspect("Mr Drew Coach", Allegation.CHILDREN)
    concern = worry.submitted(worry.child(), who, types=("concern.allegation_worker",))
    kinds = set(Clock.objects.filter(about=concern.reference).values_list("kind", flat=True))
    assert kinds == {ClockKind.CONTACT, ClockKind.ALLEGATION}
    assert concern.allegation == Allegation.CHILDREN


def test_an_allegation_is_hidden_from_its_subject_and_their_managers():
    chief = make.account(Role.SAFEGUARDING_LEAD, name="Chris Chief")
    manager = make.account(Role.DUTY_OFFICER, name="Mina Manager")
    subject = make.account(Role.DUTY_OFFICER, name="Sid Subject")
    other = worry.duty("Olive Other")
    subject.person.manager, manager.person.manager = manager.person, chief.person
    subject.person.save()
    manager.person.save()
    who = worry.suspect("sid subject", Allegation.CHILDREN)
    concern = worry.submitted(worry.child(), who, types=("concern.allegation_worker",))
    today = timezone.localdate()
    for reader in (subject, manager, chief):
        assert not visible(reader, May.TRIAGE, Concern.objects.all()).exists()
        assert queue(reader, today).counts["decide"] == 0
    assert queue(other.user, today).references == [concern.reference]


def test_a_colleague_named_as_a_person_of_concern_does_not_see_it():
    subject = make.account(Role.DUTY_OFFICER, name="Dee Driver")
    who = NewPerson(worry.suspect().role, person=subject.person.reference)
    worry.submitted(worry.child(), who)
    assert queue(subject, timezone.localdate()).references == []


def test_whoever_reports_sees_their_own_report_and_nothing_else():
    hal, pam = staff(), staff("Pam Partner", Role.PARTNER)
    concern = worry.submitted(worry.child(), by=hal)
    worry.submitted(worry.child(), by=pam, door=Door.PARTNER, words="Another worry.")
    (mine,) = my_reports(hal.user)
    assert mine.words == worry.WORDS and mine.latest == "received"
    assert "999" in mine.told[0].words
    with pytest.raises(Refused):
        report_to(pam, mine.reference)
    assert not visible(hal.user, May.READ_CASES, Concern.objects.all()).exists()
    assert report_to(hal, mine.reference).words == worry.WORDS
    assert Entry.objects.filter(chain=mine.reference, kind="saw").count() == 1
    assert concern.reference != mine.reference


def test_a_caseworker_who_reports_does_not_get_to_read_the_concern_by_it():
    worker = by_user(make.account(Role.CASEWORKER, name="Casey Worker"))
    worry.submitted(worry.child(), by=worker)
    assert not visible(worker.user, May.READ_CASES, Concern.objects.all()).exists()
    assert my_reports(worker.user)


def test_somebody_without_an_account_gets_a_code_that_is_kept_nowhere():
    make.agency()
    made = actions.submit(public(), worry.new(worry.child(), door=Door.PUBLIC))
    assert made.return_code
    found = told_by_code(made.return_code.lower())
    assert found is not None and found.words == "" and found.latest == "received"
    assert told_by_code("AAAAA-BBBBB-CCCCC") is None and told_by_code("") is None
    assert made.return_code not in str(Report.objects.values_list())


def test_later_information_joins_the_thread_by_code_by_report_and_by_decider():
    make.agency()
    hal, dot = staff(), worry.duty()
    made = actions.submit(hal, worry.new(worry.child()))
    coded = actions.submit(public(), worry.new(worry.child(), door=Door.PUBLIC))
    actions.add_information(hal, worry.new(words="And today again."), report=made.report)
    actions.add_information(dot, worry.new(door=Door.PHONE), concern=made.reference)
    actions.add_information(
        public(), worry.new(words="More.", door=Door.PUBLIC), code=coded.return_code
    )
    assert worry.now(made.reference).reports.count() == 3
    assert worry.now(coded.reference).reports.count() == 2
    assert Concern.objects.count() == 2
    with pytest.raises(Refused):
        actions.add_information(hal, worry.new(), concern=made.reference)
    with pytest.raises(Refused):
        actions.add_information(staff("Eve Else"), worry.new(), report=made.report)
    with pytest.raises(Refused):
        actions.add_information(public(), worry.new(door=Door.PUBLIC), code="nothing")


def test_a_concern_is_taken_then_decided_and_everybody_is_told_each_time():
    hal, dot = staff(), worry.duty()
    concern = worry.taken(worry.child(), by=dot)
    Report.objects.update(entered_by=hal.user)
    actions.decide(
        dot, concern.reference, Ending.ADVICE, "Told the school", version=concern.version,
        tell="We gave advice.",
    )  # fmt: skip
    concern = worry.now(concern.reference)
    assert (concern.state, concern.ending) == ("ended", "advice")
    told = Telling.objects.filter(report__concern=concern).order_by("pk")
    assert [one.kind for one in told] == ["received", "read", "decided"]
    assert told.last().words == "We gave advice."
    assert Decision.objects.get(concern=concern).reason == "Told the school"
    assert not Clock.objects.filter(about=concern.reference, outcome="open").exists()


def test_a_decision_needs_a_reason_the_decider_and_the_newest_thread():
    dot, dee = worry.duty(), worry.duty("Dee Second")
    concern = worry.submitted(worry.child())
    given = {"version": concern.version}
    with pytest.raises(Problem, match="Take the concern first"):
        actions.decide(dot, concern.reference, Ending.ADVICE, "Because", **given)
    actions.take(dot, concern.reference)
    given = {"version": worry.now(concern.reference).version}
    with pytest.raises(Problem, match="Say why"):
        actions.decide(dot, concern.reference, Ending.ADVICE, " ", **given)
    with pytest.raises(Problem, match="Take the concern first"):
        actions.decide(dee, concern.reference, Ending.ADVICE, "Because", **given)
    actions.add_information(dot, worry.new(words="More."), concern=concern.reference)
    with pytest.raises(Stale):
        actions.decide(dot, concern.reference, Ending.ADVICE, "Because", **given)
    given = {"version": worry.now(concern.reference).version}
    actions.decide(dot, concern.reference, Ending.NO_ACTION, "A mistake", **given)
    with pytest.raises(Problem, match="decided already"):
        actions.decide(dot, concern.reference, Ending.ADVICE, "Again", **given)
    with pytest.raises(Problem, match="decided already"):
        actions.take(dee, concern.reference)


@pytest.mark.parametrize("ending", [Ending.NO_ACTION, Ending.ADVICE, Ending.EARLY_HELP])
@pytest.mark.parametrize(
    "people",
    [
        (), (worry.child("14"),), (worry.child(""),), (worry.child("teenager"),),
        (worry.adult("43"),), (worry.adult("", words="looked after, known to the team"),),
    ],
    ids=["nobody", "child", "no-age", "teenager", "adult", "adult-no-age"],
)  # fmt: skip
def test_a_clear_indicator_never_ends_as_less_than_sent(ending, people):
    dot = worry.duty()
    concern = worry.taken(*people, by=dot, types=CSE)
    with pytest.raises(Problem, match="exploitation"):
        actions.decide(dot, concern.reference, ending, "NFA", version=concern.version)
    assert worry.now(concern.reference).state == "taken"
    assert not Decision.objects.exists()


def test_an_indicator_that_comes_later_brings_a_decided_concern_back():
    dot = worry.duty()
    concern = worry.taken(worry.child(), by=dot)
    actions.decide(dot, concern.reference, Ending.ADVICE, "Advice", version=concern.version)
    more = worry.new(words="An older man gives her phones.", types=CSE)
    actions.add_information(dot, more, concern=concern.reference)
    back = worry.now(concern.reference)
    assert (back.state, back.ending, back.decider) == ("received", "", None)
    assert back.has_exploitation_indicator and back.decisions.count() == 1
    assert Clock.objects.filter(about=concern.reference, outcome="open").count() == 1


def test_other_later_information_on_a_decided_concern_stands_there_as_news():
    dot = worry.duty()
    concern = worry.taken(worry.child(), by=dot)
    actions.decide(dot, concern.reference, Ending.ADVICE, "Advice", version=concern.version)
    actions.add_information(dot, worry.new(words="All is well."), concern=concern.reference)
    shown = queue(dot.user, timezone.localdate(), "news")
    assert shown.references == [concern.reference] and shown.rows[0].state == "ended"


def test_an_age_is_corrected_only_with_its_source_and_the_rules_look_again():
    dot = worry.duty()
    concern = worry.taken(worry.child("about 17"), by=dot, types=CSE)
    assert concern.age_group == "unknown"
    person = concern.people.get()
    given = {"born_on": dt.date(1999, 1, 1), "age_words": ""}
    with pytest.raises(Problem, match="how the age is known"):
        actions.correct_age(dot, concern.reference, person.pk, how_known=" ", **given)
    actions.correct_age(dot, concern.reference, person.pk, how_known="Passport seen", **given)
    concern = worry.now(concern.reference)
    assert concern.age_group == "adult" and concern.has_adult_at_risk
    with pytest.raises(Problem, match="adult social care or to the police"):
        actions.decide(dot, concern.reference, Ending.ADVICE, "Adult", version=concern.version)


def test_a_concern_can_be_about_several_people():
    dot = worry.duty()
    concern = worry.taken(worry.adult(), by=dot)
    actions.add_person(dot, concern.reference, worry.child("2"))
    assert worry.now(concern.reference).age_group == "child"
    assert concern.people.count() == 2


def test_a_person_cannot_slip_under_a_decision_that_they_would_change():
    dot = worry.duty()
    concern = worry.taken(worry.adult(), by=dot, types=("concern.adult_sexual",))
    concern = worry.answered(dot, concern)
    actions.decide(dot, concern.reference, Ending.ADVICE, "Advice", version=concern.version)
    with pytest.raises(Problem, match="later information"):
        actions.add_person(dot, concern.reference, worry.child("8"))


def test_a_decider_with_a_conflict_stands_aside_and_it_goes_to_the_others():
    dot, dee = worry.duty(), worry.duty("Dee Second")
    concern = worry.taken(worry.child(), by=dot)
    with pytest.raises(Problem, match="conflict"):
        actions.stand_aside(dot, concern.reference, "")
    actions.stand_aside(dot, concern.reference, "My neighbour's daughter")
    today = timezone.localdate()
    assert queue(dot.user, today).references == []
    assert queue(dee.user, today).rows[0].state == "received"
    with pytest.raises(Refused):
        actions.take(dot, concern.reference)
    with pytest.raises(Problem, match="who may decide"):
        actions.take(dee, concern.reference, to=dot.user)
    assert Conflict.objects.filter(person=dot.user.person).count() == 1


def test_a_taken_concern_can_be_put_back_and_given_to_somebody():
    dot, dee = worry.duty(), worry.duty("Dee Second")
    concern = worry.taken(worry.child(), by=dot)
    actions.put_back(dot, concern.reference)
    assert worry.now(concern.reference).decider is None
    with pytest.raises(Problem, match="Nobody has"):
        actions.put_back(dot, concern.reference)
    actions.take(dot, concern.reference, to=dee.user)
    assert worry.now(concern.reference).decider == dee.user


@pytest.mark.parametrize("role", [one for one in Role if one not in (
    Role.SAFEGUARDING_LEAD, Role.DUTY_OFFICER)])  # fmt: skip
def test_only_those_who_triage_take_and_decide(role):
    concern = worry.submitted(worry.child())
    by = staff("Not Triage", role)
    for act in (
        lambda: actions.take(by, concern.reference),
        lambda: actions.put_back(by, concern.reference),
        lambda: actions.stand_aside(by, concern.reference, "x"),
        lambda: actions.decide(by, concern.reference, Ending.ADVICE, "x", version=1),
        lambda: actions.add_person(by, concern.reference, worry.child()),
        lambda: actions.tell_raiser(by, concern.reports.get().reference, "news", "x"),
    ):
        with pytest.raises(Refused):
            act()


def test_a_call_made_already_and_kept_words_are_kept():
    call = Telephoned("Children’s duty team", timezone.now(), "CD 1182")
    kept = Kept("attention seeking", "account", "It is what the referral form asks")
    concern = worry.submitted(worry.child(), telephoned=call, kept=(kept,))
    report = concern.reports.get()
    assert (report.telephoned_to, report.telephoned_reference) == (
        "Children’s duty team",
        "CD 1182",
    )
    assert concern.kept_words.get().reason.startswith("It is what")


def test_an_unborn_child_has_no_birthday():
    concern = worry.submitted(worry.child("", name="", is_unborn=True))
    assert concern.age_group == "child" and concern.people.get().born_on is None
    with pytest.raises(Problem, match="not born yet"):
        worry.submitted(worry.child("", is_unborn=True, born_on=dt.date(2026, 1, 1)))


@pytest.mark.parametrize("door", [Door.STAFF, Door.PARTNER, Door.PUBLIC, Door.PHONE, Door.MAIL])
def test_a_child_with_domestic_abuse_is_not_passed_over_by_any_door(door):
    by = worry.duty()
    concern = worry.taken(
        worry.adult("30"), worry.child("3"), by=by, door=door, types=("concern.domestic_abuse",)
    )
    with pytest.raises(Problem, match="victim of it in their own right") as stopped:
        actions.decide(
            by, concern.reference, Ending.NO_ACTION, "The mother is away", version=concern.version
        )
    assert stopped.value.field == "why_not_children"
    why = "Social care works with them already, since May"
    done = actions.decide(
        by, concern.reference, Ending.ADVICE, "The mother is away", version=concern.version,
        why_not_children=why,
    )  # fmt: skip
    decision = done.decisions.get()
    assert done.state == "ended" and decision.why_not_children == why
    assert "victim.child_with_domestic_abuse" in decision.law


def test_a_child_learnt_of_later_brings_a_decided_domestic_abuse_concern_back():
    by = worry.duty()
    concern = worry.taken(worry.adult("30"), by=by, types=("concern.domestic_abuse",))
    actions.decide(by, concern.reference, Ending.ADVICE, "Told her", version=concern.version)
    later = worry.new(worry.child("3"), words="There is a boy of 3 there.")
    actions.add_information(by, later, concern=concern.reference)
    assert worry.now(concern.reference).state == "received"
