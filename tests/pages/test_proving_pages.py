"""Pages of proof: questions, what does not fit, dates put forward, assurances, approval of plans."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.permission import by_user
from joinedup.assurance import actions
from joinedup.assurance.actions.evidence import NewEvidence
from joinedup.assurance.choices import Claim, DatesBy, EvidenceKind
from joinedup.assurance.models import Assurance, Doubt, Evidence, Plan, PlanVersion, ProposedDate
from joinedup.assurance.queries.wanted import answer_wanted_by
from joinedup.audit.actor import system
from joinedup.pages.dates import long_date
from tests.factories import assurance as made

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def lead(client):
    by = made.lead("Ada Lead")
    client.force_login(by.user)
    return by


@pytest.fixture
def plan(lead):
    return made.plan(lead, "Plan of the committee", body="Scrutiny Committee")


@pytest.fixture
def row(lead, plan, today):
    return made.added(
        lead, plan, "Train every driver", code="A2", due_on=today + 5 * DAY, today=today
    )


@pytest.fixture
def auditor():
    return made.account(Role.AUDITOR, name="Otis Auditor")


def text(response):
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def sent(client, name, args, **data):
    response = client.post(reverse(name, args=args), data)
    assert response.status_code == 302, response.content.decode()[:3000]
    return response


def test_an_auditor_asks_and_the_page_shows_it_owed_late_and_answered(
    client, lead, row, auditor, today
):
    client.force_login(auditor)
    sent(
        client, "action_ask", [row.reference], words="How many drivers are left?",
        answer_due_on=f"{today + DAY:%d/%m/%Y}",
    )  # fmt: skip
    assert "How many drivers are left?" in text(client.get("/questions/?show=asked"))
    assert "How many drivers are left?" in text(client.get("/questions/"))
    client.force_login(lead.user)
    page = text(client.get("/questions/"))
    assert "How many drivers are left?" in page and "Answer it" in page
    question = row.challenges.get()
    row.challenges.update(answer_due_on=today - 2 * DAY)
    assert "2 days late" in text(client.get("/questions/?show=late"))
    sent(client, "question_answer", [row.reference, question.reference], words="Nine")
    page = text(client.get(f"/questions/?show=answered&plan={row.plan.reference}"))
    assert "Nine" in page and "Answered late" in page and "Plan of the committee" in page
    assert "How many drivers" not in text(client.get("/questions/"))


def test_the_form_of_a_question_proposes_the_day_of_the_rule_book(client, lead, row, today):
    page = text(client.get(reverse("action_ask", args=[row.reference])))
    day = answer_wanted_by(today)
    assert day > today + 11 * DAY
    assert f'value="{long_date(day)}"' in page


def test_what_does_not_fit_is_shown_answered_and_then_gone(client, lead, plan, row, today):
    actions.declare_complete(lead, row.reference, "The rest will follow", today=today)
    actions.look_for_doubts(system("daily"), today=today)
    asked = Doubt.objects.get()
    for address in (
        "/doubts/", f"/doubts/?plan={plan.reference}", f"/actions/{row.reference}/",
    ):  # fmt: skip
        assert "speaks of something still to come" in text(client.get(address))
    refused = client.post(reverse("doubt_answer", args=[asked.reference]), {"words": ""})
    assert refused.status_code == 422
    sent(client, "doubt_answer", [asked.reference], words="It is right because it is booked")
    assert "it is booked" in text(client.get("/doubts/?show=answered"))
    assert "Answer it" not in text(client.get("/doubts/"))
    assert client.get(reverse("doubt_answer", args=[asked.reference])).status_code == 404
    assert "It is right because it is booked" in text(client.get(f"/actions/{row.reference}/"))


def test_my_work_shows_what_does_not_fit_and_evidence_that_ran_out(client, lead, plan, today):
    row = made.owned(lead, plan, lead.user.person, title="Vet drivers", today=today)
    actions.declare_complete(lead, row.reference, "Will be printed", today=today)
    note = NewEvidence(EvidenceKind.NOTE, today - 9 * DAY, "Minutes", expires_on=today - DAY)
    actions.add_evidence(lead, row.reference, note, today=today)
    daily = system("daily")
    actions.ask_for_all_that_ran_out(daily, today=today)
    actions.look_for_doubts(daily, today=today)
    page = text(client.get("/my-work/"))
    assert "Something does not fit" in page and "Evidence is wanted" in page
    for flag in ("ran_out", "doubted"):
        assert "Vet drivers" in text(client.get(f"/register/?flag={flag}"))
    for flag in ("stale", "moved", "embedded"):
        assert "Vet drivers" not in text(client.get(f"/register/?flag={flag}"))


def test_where_a_body_decides_a_date_waits_for_its_minute(client, lead, plan, row, today):
    settings = reverse("plan_settings", args=[plan.reference])
    sent(
        client, "plan_settings", [plan.reference], title=plan.title, agreement="none",
        dates_by="body", rag_rule="rag.action", version=plan.version, body=plan.body,
    )  # fmt: skip
    assert "Who approves a new date?" in text(client.get(settings))
    page = text(client.get(f"/actions/{row.reference}/"))
    assert "Put a new date forward" in page and "Give it a new date" not in page
    new = today + 60 * DAY
    sent(client, "action_propose", [row.reference], due_on=f"{new:%d/%m/%Y}", reason="No trainer")
    proposal = ProposedDate.objects.get()
    assert "waits for a decision" in text(client.get(f"/actions/{row.reference}/"))
    assert "Train every driver" in text(client.get("/register/?flag=date_waits"))
    said = {"how": "approved", "body": "Scrutiny Committee", "on": f"{today:%d/%m/%Y}"}
    decide = reverse("date_decide", args=[row.reference, proposal.reference])
    asked = text(client.get(decide))
    assert "Which body decided" in asked and f"On or after {long_date(today)}" in asked
    refused = client.post(decide, said)
    assert refused.status_code == 422 and "Give its minute" in refused.content.decode()
    sent(client, "date_decide", [row.reference, proposal.reference], minute="Minute 14", **said)
    page = text(client.get(f"/actions/{row.reference}/"))
    assert "Every date this action has had" in page and "Minute 14" in page and "No trainer" in page
    assert "moved once" in text(client.get("/register/?flag=moved"))
    assert "Train every driver" not in text(client.get("/register/?flag=date_waits"))
    assert client.get(decide).status_code == 404


def test_a_date_stays_with_the_reason_or_is_taken_back(client, lead, plan, row, today):
    Plan.objects.filter(pk=plan.pk).update(dates_by=DatesBy.BODY)
    for name, said in (
        ("date_decide", {"how": "refused", "body": "C", "minute": "3", "words": "Hire one"}),
        ("date_take_back", {}),
    ):
        proposal = actions.propose_date(
            lead, row.reference, today + 60 * DAY, "No trainer", today=today
        )
        more = {"on": f"{today:%d/%m/%Y}"} if said else {}
        sent(client, name, [row.reference, proposal.reference], **said, **more)
    assert made.now(row).due_on == today + 5 * DAY
    assert "Hire one" in text(client.get(f"/actions/{row.reference}/"))


def test_an_assurance_is_stale_until_it_rests_on_evidence_and_is_accepted_by_another(
    client, lead, row, auditor, today
):
    police = made.agency("Fenside Police", kind=AgencyKind.POLICE)
    sent(
        client, "action_told", [row.reference], agency=police.reference, said_by="Insp. Moss",
        said_on=f"{today:%d/%m/%Y}", words="Every case is flagged",
    )  # fmt: skip
    told = Assurance.objects.get()
    page = text(client.get(f"/actions/{row.reference}/"))
    assert "Every case is flagged" in page and "rests on no evidence" in page
    assert "Train every driver" in text(client.get("/register/?flag=stale"))
    note = NewEvidence(EvidenceKind.NOTE, today, "Audit of flags")
    piece = actions.add_evidence(lead, row.reference, note, today=today)
    sent(client, "told_rest", [row.reference, told.reference], evidence=piece.reference)
    assert "Holds until" in text(client.get(f"/actions/{row.reference}/"))
    assert "Train every driver" not in text(client.get("/register/?flag=stale"))
    client.force_login(auditor)
    sent(client, "told_accept", [row.reference, told.reference])
    assert "Accepted by Otis Auditor" in text(client.get(f"/actions/{row.reference}/"))
    client.force_login(lead.user)
    sent(client, "told_end", [row.reference, told.reference], reason="Replaced")
    assert "Ended on" in text(client.get(f"/actions/{row.reference}/"))


def test_a_plan_goes_to_its_body_is_approved_and_shows_what_changed_since(
    client, lead, plan, row, today
):
    assert "Not put to any body" in text(client.get(f"/plans/{plan.reference}/"))
    sent(client, "plan_submit", [plan.reference], to_body="Scrutiny Committee", words="Please")
    version = PlanVersion.objects.get()
    approval = f"/plans/{plan.reference}/approval/"
    assert "Put to Scrutiny Committee" in text(client.get(approval))
    for flag in ("with_body", "unapproved"):
        assert "Train every driver" in text(client.get(f"/register/?flag={flag}"))
    said = {"on": f"{today:%d/%m/%Y}"}
    decide = reverse("version_decide", args=[plan.reference, version.reference])
    assert client.post(decide, {"how": "approved", **said}).status_code == 422
    assert client.post(decide, {"how": "approved", "minute": "Minute 9"}).status_code == 422
    assert f"put to Scrutiny Committee on {long_date(today)}" in text(client.get(decide))
    sent(
        client, "version_decide", [plan.reference, version.reference], how="considered",
        minute="Minute 4", **said,
    )  # fmt: skip
    assert "Considered by Scrutiny Committee" in text(client.get(f"/plans/{plan.reference}/"))
    sent(
        client, "version_decide", [plan.reference, version.reference], how="approved",
        minute="Minute 9", **said,
    )  # fmt: skip
    assert "Approved by Scrutiny Committee" in text(client.get(f"/plans/{plan.reference}/"))
    for flag in ("with_body", "unapproved"):
        assert "Train every driver" not in text(client.get(f"/register/?flag={flag}"))
    told = text(client.get(approval)).split("Versions</h2>")[1]
    assert told.index("Put to Scrutiny") < told.index("Minute 4") < told.index("Minute 9")
    now = made.now(row)
    actions.edit_action(lead, row.reference, now.version, {"title": "Train all"}, today=today)
    page = text(client.get(approval))
    assert "Changed since: 1 row" in page and "Train every driver" in page
    assert "Changed since: 1 row" in text(client.get(f"/plans/{plan.reference}/"))
    page = text(client.get(f"{approval}{version.reference}/"))
    assert "Train every driver" in page and version.content_hash in page
    assert client.get(decide).status_code == 404


def test_a_plan_is_sent_back_with_what_to_change_or_taken_back(client, lead, plan, row, today):
    for how, words in (("sent_back", "Name the owners"), ("taken_back", "Not ready")):
        version = actions.submit_plan(lead, plan.reference, "Board", today=today)
        sent(
            client, "version_decide", [plan.reference, version.reference], how=how, words=words,
            on=f"{today:%d/%m/%Y}",
        )  # fmt: skip
        assert words in text(client.get(f"/plans/{plan.reference}/approval/"))


def test_a_frozen_version_shows_only_the_rows_that_the_reader_may_see(
    client, lead, plan, row, today
):
    health = made.agency("Fenside Health", kind=AgencyKind.HEALTH)
    nurse = made.person("Nia Nurse", health)
    made.owned(lead, plan, nurse, title="Share the list of nurses", agency=health, today=today)
    version = actions.submit_plan(lead, plan.reference, "Board", today=today)
    client.force_login(made.account(Role.PARTNER, of=health))
    page = text(client.get(f"/plans/{plan.reference}/approval/{version.reference}/"))
    assert "Share the list of nurses" in page and "Train every driver" not in page
    assert "1 more row not yours to read" in page


def test_a_judge_says_whether_it_shows_it_and_is_told_when_it_is_too_early(
    client, lead, plan, auditor, today
):
    row = made.added(lead, plan, "Train every driver", today=today - 320 * DAY)
    actions.declare_complete(lead, row.reference, today=today - 300 * DAY)
    early, late = (
        actions.add_evidence(
            lead, row.reference,
            NewEvidence(EvidenceKind.NOTE, today - back * DAY, "Audit", claim=Claim.DIFFERENCE),
            today=today,
        )
        for back in (290, 5)
    )  # fmt: skip
    client.force_login(auditor)
    judge = reverse("evidence_judge", args=[row.reference, early.reference])
    assert client.post(judge, {"judgement": "Well"}).status_code == 422
    page = text(client.post(judge, {"judgement": "Well", "verdict": "shows"}, follow=True))
    assert "To call it embedded" in page and "embedded: found" not in page
    sent(
        client, "evidence_judge", [row.reference, late.reference], judgement="Nine of ten",
        verdict="shows",
    )  # fmt: skip
    page = text(client.get(f"/actions/{row.reference}/"))
    assert "embedded: found on" in page and "it shows it" in page
    assert "Train every driver" in text(client.get("/register/?flag=embedded"))
    assert Evidence.objects.get(pk=late.pk).verdict == "shows"


def test_a_councillor_reads_questions_of_plans_and_decides_nothing(client, lead, plan, row, today):
    version = actions.submit_plan(lead, plan.reference, "Board", today=today)
    client.force_login(made.account(Role.COUNCILLOR))
    for address in ("/questions/", "/doubts/?show=open", f"/plans/{plan.reference}/approval/"):
        assert "Record what the body decided" not in text(client.get(address))
    decide = reverse("version_decide", args=[plan.reference, version.reference])
    assert client.get(decide).status_code == 404
    assert by_user(made.account(Role.COUNCILLOR)).user.pk != lead.user.pk
