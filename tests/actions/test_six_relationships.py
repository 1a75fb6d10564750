"""Who finds a record: its own worker, the team, another agency, anybody past a seal, somebody with a
conflict of interest, a former worker. Each list, count, look-up and page answers the same."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.choices import AgencyKind, May, Role
from joinedup.access.models import Conflict, Grant, Guard, Involvement, User
from joinedup.access.permission import Refused, by_user, may_touch, touches
from joinedup.audit.actor import public
from joinedup.cases import actions as casework
from joinedup.cases.actions import NewPerson
from joinedup.cases.queries.lists import home_of
from joinedup.cases.queries.lists import readable as cases_of
from joinedup.cases.queries.one import case_to
from joinedup.concerns import actions
from joinedup.concerns.choices import TellKind
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.one import concern_to, report_of
from joinedup.concerns.queries.queue import queue, waiting_for_case
from joinedup.concerns.queries.raised import my_reports
from joinedup.referrals.queries.lists import desk_of, numbers_of
from joinedup.referrals.queries.lists import readable as referrals_of
from joinedup.referrals.queries.one import referral_to
from joinedup.referrals.queries.rules import rules_on
from joinedup.subjects import actions as subjects
from joinedup.subjects.actions import add_subject
from joinedup.subjects.queries.known import open_subject, who_is_known
from joinedup.subjects.rules.given import Given, GivenName
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as worry
from tests.factories import referrals

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NED = Given(
    names=(GivenName("Ned", "", "Oakes"),), born="3 February 1980", phones=("07700 900555",)
)
DAY = dt.timedelta(days=1)
OPENS = {
    "own": True, "team": True, "other agency": False, "sealed": False, "conflicted": False,
    "former": False,
}  # fmt: skip


@pytest.fixture
def today():
    return timezone.localdate()


def opens(act):
    """Whether a record opens."""
    try:
        act()
    except Refused:
        return False
    return True


def fresh(user):
    """The account as the next request finds it."""
    return User.objects.select_related("person__agency", "person__team").get(pk=user.pk)


@pytest.fixture
def records(today):
    """A case with its worker, about somebody with a record, and a referral of it."""
    dot, own = worry.duty(), hand.worker("Own Worker")
    subject = add_subject(dot, NED, today=today)
    people = [NewPerson("Ned Oakes", "adult", None, subject.reference)]
    case = hand.opened(dot, who=own, people=people, on=today)
    row = referrals.sent(dot, case.guard, today=today)
    return case, row, subject, own


def reader(name, records, today):
    """Somebody in this relationship to the records."""
    case, _, subject, own = records
    guards = (case.guard, subject.guard)
    if name == "own":
        return fresh(own)
    if name == "former":
        nxt = hand.worker("Next Worker")
        boss = hand.manager()
        casework.transfer(boss, case.reference, nxt.person, "Trusts the nurse", today=today)
        return fresh(own)
    other = make.agency("Fenside Trust", kind=AgencyKind.HEALTH)
    if name == "other agency":
        return make.account(Role.CASE_MANAGER, name="Far Away", of=other)
    user = hand.manager("Team Manager").user
    user.person.team = case.team
    user.person.save()
    if name == "sealed":
        Guard.objects.filter(pk__in=[one.pk for one in guards]).update(is_sealed=True)
    if name == "conflicted":
        for one in guards:
            Conflict.objects.create(guard=one, person=user.person, reason="Her uncle")
            Involvement.objects.create(guard=one, person=user.person, from_on=today - DAY)
    return fresh(user)


@pytest.mark.parametrize("name", OPENS)
def test_cases_referrals_and_people_open_to_those_who_need_them(records, today, name):
    case, row, subject, _ = records
    user = reader(name, records, today)
    by, rules = by_user(user), rules_on(today)
    home, desk = home_of(user, today), desk_of(user, rules, today)
    lines = [*desk.late, *desk.waiting]
    found = {
        "case in the list": cases_of(user).filter(pk=case.pk).exists(),
        "case on the page of cases": case.pk in [one.pk for one in home.cases],
        "case opens": opens(lambda: case_to(by, case.reference)),
        "referral in the list": referrals_of(user).filter(pk=row.pk).exists(),
        "referral at the desk": row.pk in [line.row.pk for line in lines],
        "referral is counted": bool(numbers_of(user, rules, today, today, today)),
        "referral opens": opens(lambda: referral_to(by, row.reference)),
        "person opens": opens(lambda: open_subject(by, subject.reference)),
    }
    assert found == dict.fromkeys(found, OPENS[name])
    if name == "former":
        assert not home.overdue and not home.today and not home.others


@pytest.mark.parametrize("name", OPENS)
def test_what_may_be_done_to_a_case_is_the_same_asked_at_once_and_one_by_one(records, today, name):
    case, _, _, _ = records
    user = reader(name, records, today)
    mays = (May.READ_CASES, May.WORK_CASES, May.MANAGE_CASES, May.LINK_PEOPLE)
    able = touches(user, mays, case.guard_id, case.reference)
    one_by_one = {one for one in mays if may_touch(user, one, case.guard_id, case.reference)}
    assert able == one_by_one
    assert bool(able) == OPENS[name]


SEEN = {
    "own": "named", "team": "named", "other agency": "restricted", "sealed": "restricted",
    "conflicted": "nothing", "former": "restricted",
}  # fmt: skip


@pytest.mark.parametrize("name", SEEN)
def test_a_look_up_names_hides_or_leaves_out_by_relationship(records, today, name):
    user = reader(name, records, today)
    known = who_is_known(by_user(user), NED, today=today).candidates
    said = ["restricted" if one.is_restricted else "named" for one in known]
    assert said == ([] if SEEN[name] == "nothing" else [SEEN[name]])


QUEUE = {
    "own": False, "team": True, "other agency": False, "sealed": False, "conflicted": False,
    "former": False,
}  # fmt: skip


@pytest.mark.parametrize("name", QUEUE)
def test_a_concern_opens_to_those_who_decide_and_a_report_to_who_made_it(today, name):
    hal = make.account(Role.ACTION_OWNER, name="Hal Housing")
    made = actions.submit(by_user(hal), worry.new(worry.child()))
    concern = worry.now(made.reference)
    user = hal if name == "own" else worry.duty().user
    if name == "other agency":
        other = make.agency("Fenside Trust", kind=AgencyKind.HEALTH)
        user = make.account(Role.PARTNER, name="Par Tner", of=other)
    if name == "sealed":
        Guard.objects.filter(pk=concern.guard_id).update(is_sealed=True)
    if name == "conflicted":
        Conflict.objects.create(guard=concern.guard, person=user.person, reason="Her uncle")
    if name == "former":
        Grant.objects.filter(user=user).update(to_on=today - DAY)
    user = fresh(user)
    shown = queue(user, today)
    found = {
        "in the queue": concern.reference in shown.references,
        "counted": shown.counts["decide"] == 1,
        "opens": opens(lambda: concern_to(by_user(user), concern.reference)),
    }
    assert found == dict.fromkeys(found, QUEUE[name])
    assert bool(my_reports(user)) == (name == "own")


def noted_later(user, guard):
    """A conflict of interest noted when everything is there already."""
    Conflict.objects.create(guard=guard, person=user.person, reason="Her uncle")
    return fresh(user)


@pytest.mark.parametrize("of", ["person", "linked record", "case"])
def test_a_conflict_noted_later_closes_a_concern_at_once_wherever_it_is_asked_for(
    records, today, of
):
    case, _, subject, _ = records
    dot = worry.duty("Dot Duty")
    told = worry.new(worry.adult(), raiser=worry.raiser("Pat"))
    concern = worry.now(actions.submit(public(), told).reference)
    actions.take(dot, concern.reference)
    actions.link_person(dot, concern.reference, concern.people.get().pk, subject.reference)
    later = worry.submitted(worry.adult())
    other = add_subject(dot, NED, today=today)
    actions.link_person(dot, later.reference, later.people.get().pk, other.reference)
    if of == "linked record":
        subjects.decide(
            dot, subjects.propose(dot, subject.reference, other.reference).reference, "same", "x"
        )
    report = concern.reports.get().reference
    guards = {"person": subject.guard, "linked record": other.guard, "case": case.guard}
    user = noted_later(dot.user, guards[of])
    by = by_user(user)
    shown = queue(user, today)
    assert shown.references == [] and shown.counts["decide"] == 0
    Concern.objects.filter(pk=concern.pk).update(
        state="case", ending="case", decided_at=timezone.now()
    )
    assert concern not in waiting_for_case(user)
    Concern.objects.filter(pk=concern.pk).update(state="taken", ending="", decided_at=None)
    for act in (
        lambda: concern_to(by, concern.reference),
        lambda: report_of(by, report),
        lambda: actions.put_back(by, concern.reference),
        lambda: actions.take(by, concern.reference),
        lambda: actions.not_known_yet(by, concern.reference, concern.people.get().pk, "x"),
        lambda: actions.tell_raiser(by, report, TellKind.NEWS, "A visit is planned"),
    ):
        assert not opens(act)
    actions.move_on(by, concern.reference)
    assert worry.now(concern.reference).state == "received"


def test_a_conflict_noted_later_hides_who_may_be_meant_from_the_queue(records, today):
    subject = records[2]
    dot = worry.duty("Dot Duty")
    told = worry.adult(age="", born_on=dt.date(1980, 2, 3), phone="07700 900555", name="Ned Oakes")
    concern = worry.submitted(told)
    assert queue(dot.user, today).references == [concern.reference]
    user = noted_later(dot.user, subject.guard)
    shown = queue(user, today)
    assert shown.references == [] and shown.counts["decide"] == 0
