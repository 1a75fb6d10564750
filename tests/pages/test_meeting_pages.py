"""Meetings about a case: who came is recorded row by row, seen by case, and counted over cases."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from joinedup.access.actions.guards import note_conflict
from joinedup.access.choices import AgencyKind
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.audit.actor import public
from joinedup.cases import actions
from joinedup.cases.actions import Attended, NewMeeting
from joinedup.cases.models import Attendance, CaseMeeting
from joinedup.cases.queries.meetings import attendances_of
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import referrals

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def manager():
    return hand.manager()


@pytest.fixture
def case(manager, today):
    return hand.opened(manager, on=today - 200 * DAY)


@pytest.fixture
def police():
    return make.agency("Carrow Police", kind=AgencyKind.POLICE)


def met(by, case, today, *came, **given):
    rows = [Attended(agency.reference, who, answer) for agency, who, answer in came]
    given = {"kind": "child_in_need", "result": "goes_on", **given}
    new = NewMeeting(given["kind"], given.get("on", today), given["result"], rows, "Agreed",
                     enquiry=given.get("enquiry", ""))  # fmt: skip
    return actions.record_meeting(by, case.reference, new, today=today)


def counted(by, today, kind=""):
    found = attendances_of(by.user, today - 30 * DAY, today, today, kind)
    return {one.agency: (one.asked, one.came, one.apologies, one.absent) for one in found.rows}


def test_attendance_is_counted_over_cases_once_for_each_meeting(manager, case, police, today):
    home, other = make.agency(), hand.opened(manager, on=today - 100 * DAY)
    met(manager, case, today, (police, "Sergeant", "attended"), (police, "Analyst", "absent"),
        (home, "Worker", "attended"))  # fmt: skip
    met(manager, other, today, (police, "Sergeant", "apologies"), (police, "Analyst", "absent"))
    met(manager, other, today, (police, "Sergeant", "absent"), kind="strategy")
    assert counted(manager, today) == {
        "Carrow Police": (3, 1, 1, 1), "Marlow Vale Council": (1, 1, 0, 0)}  # fmt: skip
    assert counted(manager, today, "strategy") == {"Carrow Police": (1, 0, 0, 1)}


def test_a_strategy_discussion_belongs_to_its_enquiry_and_nothing_else_does(
    manager, case, police, today
):
    made = actions.begin_enquiry(
        manager, case.reference, "strategy", referrals.county(), today=today
    )
    row = met(manager, case, today, (police, "Sergeant", "attended"), kind="strategy",
              result="section_47", enquiry=made.reference)  # fmt: skip
    assert row.enquiry == made
    with pytest.raises(Problem):
        met(manager, case, today, (police, "X", "attended"), enquiry=made.reference)
    with pytest.raises(Refused):
        met(manager, case, today, (police, "X", "attended"), kind="strategy", enquiry="EQ-none")
    with pytest.raises(IntegrityError), transaction.atomic():
        CaseMeeting.objects.filter(pk=row.pk).update(kind="other")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "tea"}, "kind"),
        ({"result": "tea"}, "result"),
        ({"on": timezone.localdate() + 400 * DAY}, "on"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(manager, case, police, today, wrong, field):
    with pytest.raises(Problem) as problem:
        met(manager, case, today, (police, "Sergeant", "attended"), **wrong)
    assert problem.value.field == field and not CaseMeeting.objects.exists()


@pytest.mark.parametrize(
    ("came", "field"),
    [((), "agency_1"), ((" ", "attended"), "who_1"), (("Sergeant", "perhaps"), "came_1")],
)
def test_every_row_says_who_and_whether_they_came(manager, case, police, today, came, field):
    rows = [(police, *came)] if came else []
    with pytest.raises(Problem) as problem:
        met(manager, case, today, *rows)
    assert problem.value.field == field and not Attendance.objects.exists()


def test_meetings_are_closed_to_others_to_those_in_conflict_and_in_closed_cases(
    manager, case, police, today
):
    row = met(manager, case, today, (police, "Sergeant", "attended"))
    stranger = by_user(hand.worker("Stranger"))
    again = [Attended(police.reference, "Sergeant", "absent")]
    for by in (stranger, public()):
        with pytest.raises(Refused):
            met(by, case, today, (police, "Sergeant", "attended"))
        with pytest.raises(Refused):
            actions.correct_attendance(by, case.reference, row.pk, again)
    assert counted(stranger, today) == {}
    lead = make.lead("Lea Lead")
    assert counted(lead, today) == {"Carrow Police": (1, 1, 0, 0)}
    note_conflict(lead, case.guard.reference, lead.user.person, "Her niece")
    assert counted(lead, today) == {}


def test_the_page_asks_for_the_team_and_shows_and_counts_who_came(
    client, manager, case, police, today
):
    actions.join_case(manager, case.reference, "Sergeant Vane", "Police", police, today=today)
    client.force_login(manager.user)
    at = f"/cases/{case.reference}/"
    page = client.get(f"{at}do/meeting/").content.decode()
    assert 'value="Sergeant Vane"' in page and "Did they come?" in page
    typed = {
        "kind": "child_in_need", "result": "changed", "words": "School joins",
        "agency_1": make.agency().reference, "who_1": "Mag Manager", "came_1": "attended",
        "agency_2": police.reference, "who_2": "Sergeant Vane", "came_2": "apologies",
        "agency_3": "", "who_3": "", "came_3": "",
    }  # fmt: skip
    left_out = {**typed, "came_1": "", "who_1": "", "agency_1": "", "who_2": ""}
    refused = client.post(f"{at}do/meeting/", left_out)
    assert refused.status_code == 422
    errors = refused.content.decode()
    assert 'href="#id_who_2"' in errors and 'href="#id_who_1"' not in errors
    assert client.post(f"{at}do/meeting/", {**typed, "who_2": ""}).status_code == 422
    new = {"agency_3": police.reference, "who_3": "Analyst", "came_3": ""}
    assert client.post(f"{at}do/meeting/", {**typed, **new}).status_code == 422
    assert client.post(f"{at}do/meeting/", typed)["Location"] == at
    page = client.get(at).content.decode()
    assert "Sent apologies: Carrow Police: Sergeant Vane" in page and "the plan was changed" in page
    part = f"{at}do/attendance/?part={CaseMeeting.objects.get().pk}"
    assert 'value="Sergeant Vane"' in client.get(part).content.decode()
    client.post(part, {**typed, "came_2": "attended"})
    assert Attendance.objects.get(agency=police).came == "attended"
    unsaid = client.post(part, {**typed, "came_2": ""})
    assert unsaid.status_code == 422 and "Say whether they came" in unsaid.content.decode()
    for number in ("0", "²", "9" * 30):
        assert client.get(f"{at}do/attendance/?part={number}").status_code == 404
    page = client.get("/cases/attendance/?meeting=child_in_need").content.decode()
    assert "Carrow Police" in page and "Sergeant" not in page and "data-definition=" in page
