"""What a manager does about those who work on cases: confirm a supervision, keep a conflict of
interest out, find another lead; and plans that fit the age."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from joinedup.access.actions.guards import note_conflict
from joinedup.access.choices import Role
from joinedup.access.models import Conflict, User
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.audit.actor import system
from joinedup.audit.models import Entry
from joinedup.cases import actions
from joinedup.cases.actions import NewPerson
from joinedup.cases.models import Session
from joinedup.cases.queries.for_managers import for_manager
from joinedup.cases.queries.one import case_to
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import running
from joinedup.notices.models import Notice
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories.referrals import in_team

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
KIN = "Her uncle"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def boss():
    return hand.manager()


@pytest.fixture
def own(boss):
    by = by_user(hand.worker("Own Worker"))
    in_team(by, "Vulnerability")
    return by


@pytest.fixture
def case(boss, own, today):
    return hand.opened(boss, who=own.user, on=today - 40 * DAY)


def fresh(by):
    return by_user(User.objects.select_related("person__agency").get(pk=by.user.pk))


def recorded(by, case, today):
    return actions.hold_session(
        by, case.reference, "supervision", "Plan agreed", "Both", today=today
    )


def due(case):
    return running().get(about=case.reference, kind=ClockKind.SUPERVISION).due_on


def test_a_supervision_that_the_worker_records_alone_does_not_count(boss, own, case, today):
    before = due(case)
    made = recorded(own, case, today)
    assert due(case) == before and not made.counts
    assert [one.session for one in for_manager(boss.user)[1]] == [made.pk]
    with pytest.raises(Refused):
        actions.confirm_session(own, case.reference, made.pk, today=today)
    actions.confirm_session(boss, case.reference, made.pk, today=today)
    assert due(case) > today and for_manager(boss.user)[1] == []
    with pytest.raises(Problem, match="already"):
        actions.confirm_session(boss, case.reference, made.pk, today=today)
    assert Session.objects.get(pk=made.pk).confirmed_by == boss.user


def test_a_supervision_that_the_supervisor_records_counts_at_once(boss, case, today):
    made = recorded(boss, case, today)
    assert made.counts and made.confirmed_by == boss.user and due(case) > today


def test_a_manager_who_works_on_a_case_does_not_supervise_herself(boss, today):
    case = hand.opened(boss, on=today - 40 * DAY)
    made = recorded(boss, case, today)
    assert not made.counts and for_manager(boss.user)[1] == []
    with pytest.raises(Problem, match="Somebody else must confirm"):
        actions.confirm_session(boss, case.reference, made.pk, today=today)


def test_a_supervision_confirmed_late_does_not_put_a_newer_one_aside(boss, own, case, today):
    early = actions.hold_session(
        own, case.reference, "supervision", "Plan", "Both", today=today, on=today - 20 * DAY
    )
    recorded(boss, case, today)
    newest = due(case)
    actions.confirm_session(boss, case.reference, early.pk, today=today)
    assert due(case) == newest


def test_the_pages_say_where_overdue_supervision_is_recorded_and_confirmed(
    client, boss, own, case, today
):
    record = reverse("case_deed", args=[case.reference, "session"])
    client.force_login(boss.user)
    assert record in client.get(reverse("cases")).content.decode()
    made = recorded(own, case, today)
    confirm = reverse("case_deed", args=[case.reference, "session-confirm"]) + f"?part={made.pk}"
    for where in (reverse("cases"), reverse("case", args=[case.reference])):
        assert confirm in client.get(where).content.decode()
    assert client.post(confirm, {}).status_code == 302
    assert Session.objects.get(pk=made.pk).counts
    client.force_login(own.user)
    recorded(own, case, today)
    text = client.get(reverse("case", args=[case.reference])).content.decode()
    assert "It counts once whoever supervises confirms it." in text and confirm not in text


def test_a_manager_notes_a_conflict_of_her_worker_who_never_sees_the_case_again(
    client, boss, own, case
):
    client.force_login(boss.user)
    where = reverse("case_deed", args=[case.reference, "conflict"])
    page = client.get(where).content.decode()
    assert "Own Worker" in page and "Mag Manager" not in page.split("<main")[1].split("<select")[1]
    assert client.post(where, {"person": own.user.person.reference}).status_code == 422
    said = {"person": own.user.person.reference, "reason": KIN}
    assert client.post(where, said).status_code == 302
    with pytest.raises(Refused):
        case_to(fresh(own), case.reference)
    assert Conflict.objects.get().reason == KIN
    assert Entry.objects.filter(verb="cases.shut_out", chain=case.reference).exists()
    listed = client.get(reverse("cases")).content.decode()
    assert "Needs another lead" in listed and "Hand it over to another worker" in listed


def test_only_those_near_a_case_can_be_shut_out_of_it_and_only_by_its_manager(
    boss, own, case, today
):
    far = make.person("Far Away")
    with pytest.raises(Problem, match="Choose somebody of the team"):
        actions.shut_out(boss, case.reference, far, KIN)
    with pytest.raises(Problem, match="Choose somebody of the team"):
        actions.shut_out(boss, case.reference, boss.user.person, KIN)
    with pytest.raises(Problem, match="Say what"):
        actions.shut_out(boss, case.reference, own.user.person, " ")
    other = by_user(make.account(Role.CASE_MANAGER, name="Other Team"))
    in_team(other, "Elsewhere")
    for by in (own, other):
        with pytest.raises(Refused):
            actions.shut_out(by, case.reference, boss.user.person, KIN)
    assert not Conflict.objects.exists()


def test_whoever_manages_the_team_is_told_once_until_somebody_else_leads(boss, own, case, today):
    officer = by_user(make.account(Role.INFORMATION_GOVERNANCE, name="Io Governs"))
    note_conflict(officer, case.guard.reference, own.user.person, KIN, "https://x.example/")
    (mail,) = Notice.objects.all()
    assert mail.recipient == boss.user.email and "https://x.example/cases/" in mail.body
    assert case.name not in mail.body and case.reference not in mail.body + mail.subject
    assert actions.ask_for_leads(system("daily"), "https://x.example/", today=today) == 0
    (waits,) = for_manager(boss.user)[0]
    assert waits.case == case.reference and waits.is_worker and waits.is_lead
    new = hand.worker("New Lead").person
    actions.transfer(boss, case.reference, new, "Read the chronology", today=today)
    (waits,) = for_manager(boss.user)[0]
    assert waits.is_lead and not waits.is_worker
    row = hand.again(case)
    actions.set_route(boss, case.reference, row.route, row.lead_agency, new, row.version)
    assert for_manager(boss.user)[0] == []


def test_a_conflict_noted_without_that_word_is_told_by_the_daily_job(boss, own, case, today):
    Conflict.objects.create(guard=case.guard, person=own.user.person, reason=KIN)
    Conflict.objects.create(guard=case.guard, person=boss.user.person, reason=KIN)
    lead = make.account(Role.SAFEGUARDING_LEAD, name="Lea Lead")
    assert actions.ask_for_leads(system("daily"), "", today=today) == 1
    assert Notice.objects.get().recipient == lead.email
    with pytest.raises(Refused):
        actions.ask_for_leads(own, "", today=today)


@pytest.mark.parametrize(
    ("age", "born", "fits"),
    [
        ("adult", None, False),
        ("adult", dt.date(1969, 2, 3), False),
        ("child", None, True),
        ("unknown", None, True),
        ("unborn", None, False),
    ],
)
def test_a_plan_for_turning_18_is_offered_where_it_fits_the_age(
    client, boss, today, age, born, fits
):
    case = hand.opened(boss, people=[NewPerson("Ned Oakes", age, born)], on=today)
    client.force_login(boss.user)
    where = reverse("case_deed", args=[case.reference, "transition"])
    text = client.get(reverse("case", args=[case.reference])).content.decode()
    assert (where in text) == fits
    assert client.get(where).status_code == (200 if fits else 404)
    if not fits:
        with pytest.raises(Problem, match="18 or older"):
            actions.plan_transition(boss, case.reference, "A flat", today=today)
