"""What reads and judges an action: its trail, its document, its evidence, moderation, reviews."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.permission import by_user
from joinedup.assurance import actions
from joinedup.assurance.actions.evidence import NewEvidence
from joinedup.assurance.choices import Answer, EvidenceKind, SourceKind, StatementKind, Status
from joinedup.assurance.models import Action, SavedView
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.state import OwnerMark
from joinedup.pages.dates import long_date
from tests.factories import assurance as make
from tests.factories import imports as papers

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
BACKEND = "joinedup.access.backend.AccountBackend"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def lead():
    return make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh")


@pytest.fixture
def plan(lead):
    return make.plan(by_user(lead))


@pytest.fixture
def action(lead, plan, today):
    return make.added(by_user(lead), plan, "Train all staff", today=today, code="A1")


def as_(user):
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def give(lead, action, person, today):
    mark = OwnerMark(person.reference)
    actions.assign_owners(by_user(lead), action.reference, [mark], today=today)


def text(answer):
    return answer.content.decode()


def test_the_way_to_who_has_seen_this_is_there_for_those_who_may_know(lead, plan, action):
    for path, reference in ((f"/plans/{plan.reference}/", plan.reference),
                            (f"/actions/{action.reference}/", action.reference)):  # fmt: skip
        trail = f"/records/{reference}/who/"
        assert trail in text(as_(lead).get(path))
        seen = text(as_(lead).get(trail))
        assert "Who has seen this" in seen and "Ada Marsh" in seen
        councillor = as_(make.account(Role.COUNCILLOR))
        assert trail not in text(councillor.get(path))
        assert councillor.get(trail).status_code == 404


def test_an_action_leads_to_the_document_it_was_taken_from_for_those_who_may_open_it(
    lead, plan, today
):
    by = by_user(lead)
    taken = papers.opened(by)
    actions.create_from_rows(by, plan, [make.new_row("Train all staff", code="A1")], today=today)
    taken.plans.set([plan])
    taken.state, taken.ended_by, taken.ended_at = "confirmed", lead, timezone.now()
    taken.save()
    action = Action.objects.get(code="A1")
    path = f"/actions/{action.reference}/"
    found = taken.file
    page = text(as_(lead).get(path))
    assert found.original_name in page and f"/files/{found.reference}/" in page
    assert as_(lead).get(f"/files/{found.reference}/").status_code == 200
    partner = make.agency("Eastholme Health", kind=AgencyKind.HEALTH)
    contact = make.account(Role.PARTNER, of=partner)
    give(lead, action, contact.person, today)
    page = as_(contact).get(path)
    assert page.status_code == 200
    assert f"/files/{found.reference}/" not in text(page) and "the document" in text(page)


def test_evidence_is_judged_by_another_than_who_added_it_or_owns_the_action(lead, action, today):
    note = NewEvidence(EvidenceKind.NOTE, today, words="The register of the training")
    piece = actions.add_evidence(by_user(lead), action.reference, note, today=today)
    path, judge = (
        f"/actions/{action.reference}/{end}" for end in ("", f"judge/{piece.reference}/")
    )
    assert judge not in text(as_(lead).get(path)) and as_(lead).get(judge).status_code == 404
    auditor = make.account(Role.AUDITOR, name="Jo Bright")
    give(lead, action, auditor.person, today)
    assert judge not in text(as_(auditor).get(path)) and as_(auditor).post(judge).status_code == 404
    give(lead, action, lead.person, today)
    assert judge in text(as_(auditor).get(path))
    shown = as_(auditor).get(judge)
    assert "The register of the training" in text(shown)
    empty = as_(auditor).post(judge, {"judgement": " "})
    assert empty.status_code == 422 and "Write what the evidence shows" in text(empty)
    assert (
        as_(auditor).post(judge, {"judgement": "Forty of sixty", "verdict": "part"}).status_code
        == 302
    )
    page = text(as_(auditor).get(path))
    assert "Judged by Jo Bright" in page and "Forty of sixty" in page and "Judge it again" in page


def test_the_holder_of_a_post_that_owns_an_action_does_not_judge_its_evidence(lead, plan, today):
    manager = make.account(Role.SAFEGUARDING_LEAD)
    desk = make.post("Training desk", holder=manager.person)
    action = make.owned(by_user(lead), plan, desk, today=today)
    note = NewEvidence(EvidenceKind.NOTE, today, words="The register")
    piece = actions.add_evidence(by_user(lead), action.reference, note, today=today)
    with pytest.raises(Problem, match="Somebody other than the owner"):
        actions.judge_evidence(by_user(manager), piece.reference, "All good", today=today)
    judge = f"/actions/{action.reference}/judge/{piece.reference}/"
    assert as_(manager).get(judge).status_code == 404


def test_an_answer_is_moderated_by_another_organisation_once_it_is_given(lead, today):
    by = by_user(lead)
    partner = make.agency("Eastholme Health", kind=AgencyKind.HEALTH)
    source = actions.add_source(by, "An audit", SourceKind.AUDIT)
    said = actions.add_statement(by, source, "Know who is trained.", StatementKind.FINDING)
    asked = actions.ask_response(by, [said], partner, today=today)
    path, page = f"/responses/{asked.reference}/moderate/", f"/statements/{said.reference}/"
    auditor = make.account(Role.AUDITOR, name="Jo Bright")
    assert as_(auditor).get(path).status_code == 404
    actions.respond(by, asked.reference, Answer.PARTLY, today=today, position="Most are.",
                    self_grade="Met")  # fmt: skip
    assert path in text(as_(auditor).get(page))
    assert "Enter the grade" in text(as_(auditor).post(path, {"grade": ""}))
    assert as_(auditor).post(path, {"grade": "Partly met"}).status_code == 302
    assert f"Moderated by Jo Bright on {long_date(today)}: Partly met" in text(
        as_(auditor).get(page)
    )
    own = make.account(Role.AUDITOR, of=partner)
    assert path not in text(as_(own).get(page)) and as_(own).get(path).status_code == 404
    for role in (Role.ADMINISTRATOR, Role.COUNCILLOR, Role.SERVICE_MANAGER):
        reader = as_(make.account(role))
        assert path not in text(reader.get(page)) and reader.get(path).status_code == 404


def test_a_meeting_puts_a_row_under_review_with_its_day(lead, plan, action, today):
    client, ref = as_(lead), action.reference
    path = f"/plans/{plan.reference}/meeting/"
    assert 'value="under_review"' in text(client.get(path))
    said = {"minute": "Board, item 5", "held_on": today.isoformat(), "said_by": "",
            f"{ref}-words": "", f"{ref}-version": make.now(action).version,
            f"{ref}-status": "under_review"}  # fmt: skip
    undated = client.post(f"{path}{ref}/", said)
    assert undated.status_code == 422 and "Enter the day of the next review" in text(undated)
    on = today + 30 * DAY
    assert client.post(f"{path}{ref}/", {**said, f"{ref}-next_review_on": on}).status_code == 200
    row = make.now(action)
    assert (row.status, row.next_review_on) == (Status.UNDER_REVIEW, on)
    later = {**said, f"{ref}-version": row.version, "save": ref, f"{ref}-next_review_on": on + DAY}
    assert client.post(path, later).status_code == 200
    assert make.now(action).next_review_on == on + DAY


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"status": "under_review"}, "Enter the day of the next review"),
        ({"next_review_on": "1/1/2030"}, "Choose “Under review”, or empty the day"),
        ({"status": "in_progress", "next_review_on": "1/1/2030"}, "Choose “Under review”"),
        ({"status": "unheard_of"}, "Choose a status from the list"),
        ({"status": "in_force"}, "Choose a status from the list"),
        ({}, "Write how it stands, or choose a new status"),
    ],
)
def test_what_is_wrong_with_a_status_is_said_at_its_field(lead, action, said, words):
    answer = as_(lead).post(f"/actions/{action.reference}/update/", {"words": "", **said})
    assert answer.status_code == 422 and words in text(answer)
    assert make.now(action).status == action.status


def test_a_review_that_goes_on_gets_a_new_day_without_choosing_the_status_again(
    lead, action, today
):
    path = f"/actions/{action.reference}/update/"
    first = {"status": "under_review", "next_review_on": "1/1/2030"}
    assert as_(lead).post(path, first).status_code == 302
    assert as_(lead).post(path, {"next_review_on": "1/2/2030"}).status_code == 302
    row = make.now(action)
    assert (row.status, row.next_review_on) == (Status.UNDER_REVIEW, dt.date(2030, 2, 1))


def test_a_saved_view_opens_however_its_filters_were_given(lead, action):
    actions.save_view(by_user(lead), "Late", "priority=high&due=overdue")
    actions.save_view(by_user(lead), "Late too", "?due=overdue&priority=high")
    actions.save_view(by_user(lead), "All", "")
    assert set(SavedView.objects.values_list("query", flat=True)) == {
        "?due=overdue&priority=high", "?status=open",
    }  # fmt: skip
    page = text(as_(lead).get("/register/?status=open"))
    assert "/register/?due=overdue&amp;priority=high" in page
    assert as_(lead).get("/register/?due=overdue&priority=high").status_code == 200


def test_people_of_an_organisation_that_alone_owns_an_action_update_it(lead, plan, today):
    health, police = (
        make.agency(name, kind=kind)
        for name, kind in (("Eastholme Health", AgencyKind.HEALTH), ("Tarn Police", "police"))
    )
    action = make.owned(by_user(lead), plan, health, today=today)
    row = make.new_row(
        "Check the wards", code="B7", owners=(OwnerMark(health.reference, "Health"),)
    )
    actions.create_from_rows(by_user(lead), plan, [row], today=today)
    nurse, officer = make.account(Role.PARTNER, of=health), make.account(Role.PARTNER, of=police)
    for one in (action, Action.objects.get(code="B7")):
        path = f"/actions/{one.reference}/update/"
        assert as_(officer).get(path).status_code == 404
        assert as_(officer).post(path, {"words": "Ours"}).status_code == 404
        assert as_(nurse).post(path, {"words": "Half are done"}).status_code == 302
        assert make.now(one).latest == "Half are done"
    give(lead, action, lead.person, today)
    assert (
        as_(nurse).post(f"/actions/{action.reference}/update/", {"words": "x"}).status_code == 404
    )
