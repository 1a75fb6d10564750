"""Pages of plans and actions: each opens, says what is true, and is absent for who may not."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.models import Draft
from joinedup.access.permission import by_user
from joinedup.assurance import actions
from joinedup.assurance.choices import Agreement
from joinedup.assurance.models import Action, Challenge, Evidence, Plan, Response, Source, Statement
from joinedup.assurance.rules.new_row import NewDue
from joinedup.assurance.rules.state import OwnerMark
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
BACKEND = "joinedup.access.backend.AccountBackend"
CONTROL = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT", "SELECT pg_advisory")


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def lead():
    return make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh")


@pytest.fixture
def plan(lead):
    return make.plan(by_user(lead), agreement=Agreement.ALL)


@pytest.fixture
def action(lead, plan, today):
    return make.added(
        by_user(lead), plan, "Train all staff", today=today, code="A1", due_on=today - DAY
    )


def as_(user):
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def text(answer):
    return answer.content.decode()


def statements(client, path):
    """How many statements a page needs, transaction control apart."""
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return sum(1 for one in asked if not one["sql"].startswith(CONTROL))


def test_the_plans_page_lists_plans_with_what_is_overdue(lead, plan, action):
    page = text(as_(lead).get("/plans/"))
    assert plan.title in page and "Overdue" in page
    assert f"/plans/{plan.reference}/" in page


def test_a_plan_shows_printed_words_beside_what_they_were_taken_to_mean(lead, plan, today):
    owner = make.person("Bo Lindqvist")
    row = make.new_row(
        "Train all staff",
        code="A1",
        section="Training",
        due=NewDue("end of Aug", "2026-08-31"),
        owners=(OwnerMark(owner.reference, "BL"),),
    )
    actions.create_from_rows(by_user(lead), plan, [row], today=today)
    page = text(as_(lead).get(f"/plans/{plan.reference}/"))
    assert "Training" in page and "Train all staff" in page and "Bo Lindqvist" in page
    made = Action.objects.get(code="A1")
    page = text(as_(lead).get(f"/actions/{made.reference}/"))
    assert "Taken from the document" in page and "page 3, row 2" in page


def test_a_plan_of_a_past_day_says_so_and_shows_that_day(lead, plan, today):
    old = make.added(by_user(lead), plan, "Old words", today=today - 40 * DAY)
    actions.edit_action(by_user(lead), old.reference, make.now(old).version, {"title": "New words"},
                        today=today)  # fmt: skip
    past = (today - 20 * DAY).isoformat()
    page = text(as_(lead).get(f"/plans/{plan.reference}/?on={past}"))
    assert "As it stood on" in page and "Old words" in page and "New words" not in page
    page = text(as_(lead).get(f"/actions/{old.reference}/?on={past}"))
    assert "As it stood on" in page and "Nothing here can be changed" in page
    wrong = as_(lead).get(f"/plans/{plan.reference}/?on=yesterweek")
    assert wrong.status_code == 422 and "Type a date" in text(wrong) and "yesterweek" in text(wrong)


def test_a_plan_is_added_set_and_ended_by_hand(lead, today):
    client = as_(lead)
    said = {"title": "Own plan", "agency": make.agency().reference, "agreement": "none",
            "rag_rule": "rag.action", "dates_by": "named"}  # fmt: skip
    assert "Give the plan a title" in text(client.post("/plans/add/", {**said, "title": ""}))
    assert client.post("/plans/add/", said).status_code == 302
    plan = Plan.objects.get(title="Own plan")
    path = f"/plans/{plan.reference}/settings/"
    edit = {**said, "title": "Our plan", "agreement": "high", "version": plan.version}
    assert client.post(path, edit).status_code == 302
    stale = client.post(path, {**edit, "title": "Their plan"})
    assert stale.status_code == 422 and "Somebody else" in text(stale)
    assert "Our plan" in text(stale) and "Their plan" in text(stale)
    assert "Say why" in text(
        client.post(f"/plans/{plan.reference}/end/", {"ended_on": "", "reason": ""})
    )
    end = {"ended_on": today.isoformat(), "reason": "Replaced."}
    assert client.post(f"/plans/{plan.reference}/end/", end).status_code == 302
    plan.refresh_from_db()
    assert (plan.title, plan.agreement, plan.ended_on) == ("Our plan", "high", today)
    assert "Replaced." in text(client.get(f"/plans/{plan.reference}/"))


def test_an_action_and_a_part_of_it_are_added_by_hand(lead, plan):
    client = as_(lead)
    path = f"/plans/{plan.reference}/add/"
    empty = client.post(path, {"title": "", "code": "B7"})
    assert empty.status_code == 422
    assert "Write what will be done" in text(empty) and "B7" in text(empty)
    assert client.post(path, {"title": "Check the list", "code": "B7"}).status_code == 302
    made = Action.objects.get(code="B7")
    assert (
        client.post(f"/actions/{made.reference}/part/", {"title": "First half"}).status_code == 302
    )
    assert Action.objects.get(title="First half").parent == made
    assert "First half" in text(client.get(f"/actions/{made.reference}/"))


def test_a_stale_edit_shows_both_texts_and_loses_nothing(lead, action):
    client = as_(lead)
    path = f"/actions/{action.reference}/edit/"
    version = make.now(action).version
    assert client.post(path, {"title": "First words", "version": version}).status_code == 302
    late = client.post(path, {"title": "Second words", "version": version})
    assert late.status_code == 422
    assert "First words" in text(late) and "Second words" in text(late)
    now = make.now(action)
    assert now.title == "First words" and f'value="{now.version}"' in text(late)
    assert client.post(path, {"title": "Second words", "version": now.version}).status_code == 302
    assert make.now(action).title == "Second words"


def test_each_small_form_does_its_one_thing(lead, plan, action, today):
    client, path = as_(lead), f"/actions/{action.reference}/"
    other = make.added(by_user(lead), plan, "Other", today=today, code="A2")
    owner = make.person("Bo Lindqvist")
    day = today.isoformat()
    done = [
        ("update", {"words": "Half are trained", "status": "in_progress"}),
        (
            "date",
            {"due_on": (today + 9 * DAY).isoformat(), "reason": "Ill", "approved_by": "Board"},
        ),
        ("evidence", {"kind": "note", "words": "Seen", "relates_on": day, "claim": "done"}),
        ("owners", {"owner": owner.reference, "reason": "New post"}),
        ("colour", {"colour": "red", "reason": ""}),
        ("link", {"to": other.reference, "kind": "see"}),
        ("ask", {"words": "How many?", "answer_due_on": day}),
        ("complete", {"words": "All of them"}),
        ("agree", {"minute": "Board, item 4"}),
        ("reopen", {"reason": "Two were missed"}),
    ]
    for name, said in done:
        if name == "owners":
            said["version"] = make.now(action).version
        answer = client.post(f"{path}{name}/", said)
        assert answer.status_code == 302, (name, text(answer))
    page = text(client.get(path))
    for words in ("Half are trained", "moved once", "Seen", "Bo Lindqvist", "set by the lead",
                  "How many?", "Agreed", "Two were missed"):  # fmt: skip
        assert words in page, words
    assert "A1" in text(client.get(f"/actions/{other.reference}/"))
    assert [one.kind for one in action.updates.order_by("number")][-3:] == [
        "status", "sign_off", "reopened",
    ]  # fmt: skip


def test_a_question_is_answered_and_evidence_withdrawn(lead, action, today):
    client, path = as_(lead), f"/actions/{action.reference}/"
    client.post(f"{path}ask/", {"words": "How many?", "answer_due_on": today.isoformat()})
    question = Challenge.objects.get()
    answer = f"{path}answer/{question.reference}/"
    assert "How many?" in text(client.get(answer))
    assert "Write the answer" in text(client.post(answer, {"words": ""}))
    assert client.post(answer, {"words": "All sixty"}).status_code == 302
    assert "All sixty" in text(client.get(path))
    assert client.get(answer).status_code == 404
    file = SimpleUploadedFile("register.pdf", b"%PDF-1.4 x", "application/pdf")
    said = {"kind": "file", "file": file, "relates_on": today.isoformat(), "claim": "difference"}
    assert client.post(f"{path}evidence/", said).status_code == 302
    piece = Evidence.objects.get()
    page = text(client.get(path))
    assert "register.pdf" in page and "It made a difference" in page and "SHA-256" in page
    withdraw = f"{path}withdraw/{piece.reference}/"
    assert "register.pdf" in text(client.get(withdraw))
    assert client.post(withdraw, {"reason": "Wrong file"}).status_code == 302
    assert "Wrong file" in text(client.get(path))


def test_a_recurring_duty_shows_each_time_it_was_met(lead, plan, today):
    duty = make.added(by_user(lead), plan, "Check the record", today=today, recurrence="monthly",
                      start_on=today - 40 * DAY)  # fmt: skip
    client, path = as_(lead), f"/actions/{duty.reference}/"
    assert "Record that it was met this time" in text(client.get(path))
    assert "Declare it complete" not in text(client.get(path))
    assert client.post(f"{path}met/", {"met_on": today.isoformat()}).status_code == 302
    page = text(client.get(path))
    assert "Each time" in page and "In force, last met on" in page


def test_a_saved_message_is_looked_at_and_then_taken_in(lead, action):
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Bo <bo@example.org>", "Training"
    mail["Date"] = "Mon, 02 Mar 2026 10:00:00 +0000"
    mail.set_content("All sixty are trained.")
    mail.add_attachment(b"name,day", maintype="text", subtype="csv", filename="list.csv")
    client, path = as_(lead), f"/actions/{action.reference}/"
    file = SimpleUploadedFile("message.eml", mail.as_bytes(), "message/rfc822")
    shown = client.post(f"{path}mail/", {"file": file})
    assert shown.status_code == 200
    assert "All sixty are trained." in text(shown) and "list.csv" in text(shown)
    assert not Evidence.objects.exists()
    kept = shown.context["form"].initial["kept"] if shown.context else None
    kept = kept or text(shown).split('name="kept" value="')[1].split('"')[0]
    said = {"kept": kept, "words": "All are trained.", "attached": ["0"]}
    assert client.post(f"{path}mail/take/", said).status_code == 302
    assert Evidence.objects.count() == 2
    page = text(client.get(path))
    assert "All are trained." in page and "By e-mail" in page and "list.csv" in page
    other = as_(make.account(Role.SAFEGUARDING_LEAD))
    assert other.post(f"{path}mail/take/", said).status_code == 302
    assert Evidence.objects.count() == 2


def test_a_meeting_saves_rows_and_shows_what_another_changed(lead, plan, action, today):
    client, ref = as_(lead), action.reference
    path = f"/plans/{plan.reference}/meeting/"
    version = make.now(action).version
    head = {"minute": "Board, item 5", "held_on": today.isoformat(), "said_by": ""}
    said = {
        **head,
        f"{ref}-words": "Half are trained",
        f"{ref}-version": version,
        f"{ref}-status": "",
    }
    assert text(client.get(path)).count("<textarea") == 1
    saved = client.post(f"{path}{ref}/", said)
    assert saved.status_code == 200 and "ju-saved" in text(saved)
    late = client.post(f"{path}{ref}/", {**said, f"{ref}-words": "Third"})
    assert late.status_code == 409
    assert "Half are trained" in text(late) and "Third" in text(late)
    assert "Board, item 5" in text(client.get(f"/actions/{ref}/"))
    undated = client.post(f"{path}{ref}/", {**said, f"{ref}-words": "", f"{ref}-due_on": "1/1/2030",
                                            f"{ref}-version": make.now(action).version})  # fmt: skip
    assert undated.status_code == 422 and "Write why the date moves" in text(undated)


def test_a_meeting_agrees_many_at_once_citing_its_minute(lead, plan, action, today):
    actions.declare_complete(by_user(lead), action.reference, today=today)
    path = f"/plans/{plan.reference}/meeting/"
    client = as_(make.account(Role.SAFEGUARDING_LEAD))
    assert "Agree together" in text(client.get(path))
    client.post(f"{path}agree/", {"agreed": [action.reference], "minute": ""})
    assert make.now(action).agreed_on is None
    client.post(f"{path}agree/", {"agreed": [action.reference], "minute": "Board, item 9"})
    assert make.now(action).agreed_on == today


def test_findings_are_recorded_answered_and_linked(lead, action):
    client = as_(lead)
    assert "Give the source a title" in text(
        client.post("/sources/add/", {"title": "", "kind": "audit"})
    )
    assert client.post("/sources/add/", {"title": "An audit", "kind": "audit"}).status_code == 302
    source = f"/sources/{Source.objects.get().reference}/"
    said = {"words": "Know who is trained.", "number": "6.2", "kind": "finding"}
    assert client.post(f"{source}add/", said).status_code == 302
    statement = f"/statements/{Statement.objects.get().reference}/"
    assert "1 statement of 1 have neither" in text(client.get(source))
    asked = client.post(f"{statement}answer/", {"agency": make.agency().reference, "cycle": ""})
    answer = asked.headers["Location"]
    refused = client.post(answer, {"answer": "rejected", "position": "", "version": 1})
    assert refused.status_code == 422 and "Say why this is not accepted" in text(refused)
    partly = {"answer": "partly", "position": "Most are.", "version": 1, "self_grade": "Partly met"}
    assert client.post(answer, partly).status_code == 302
    assert client.post(f"{statement}link/", {"action": action.reference}).status_code == 302
    page = text(client.get(statement))
    assert "Partly accepted" in page and "Most are." in page and "Train all staff" in page
    assert "Every statement has an answer" in text(client.get(source))
    assert Response.objects.get().answered_by == "Ada Marsh"
    page = text(client.get(f"/actions/{action.reference}/"))
    assert "Know who is trained." in page and "Partly accepted" in page
    assert "An audit" in text(client.get("/sources/"))


def test_what_a_role_may_not_do_looks_absent(lead, plan, action):
    councillor = as_(make.account(Role.COUNCILLOR))
    page = text(councillor.get(f"/actions/{action.reference}/"))
    assert "Ask a question" in page and "Say how it stands" not in page and "/edit/" not in page
    for name in ("update", "date", "evidence", "complete", "agree", "edit", "owners", "colour"):
        assert councillor.get(f"/actions/{action.reference}/{name}/").status_code == 404, name
    assert councillor.get(f"/plans/{plan.reference}/meeting/").status_code == 404
    assert councillor.get(f"/plans/{plan.reference}/settings/").status_code == 404
    police = make.agency("Marlow Vale Police", kind=AgencyKind.POLICE)
    stranger = as_(make.account(Role.PARTNER, of=police))
    for path in (f"/actions/{action.reference}/", f"/plans/{plan.reference}/", "/actions/AC-1/"):
        assert stranger.get(path).status_code == 404, path
    assert as_(make.account(Role.SYSTEM_ADMINISTRATOR)).get("/plans/").status_code == 404


def test_words_kept_before_a_session_ended_come_back_to_the_form(lead, action):
    Draft.objects.create(
        user=lead, form=f"update-{action.reference}", data={"words": ["Half are trained"]}
    )
    client, path = as_(lead), f"/actions/{action.reference}/update/"
    page = text(client.get(path))
    assert "Half are trained" in page and "What you typed earlier is back" in page
    assert client.post(path, {"words": "All are trained"}).status_code == 302
    assert not Draft.objects.exists()


def test_an_action_with_its_whole_thread_needs_at_most_twelve_statements(lead, action, today):
    for number in range(12):
        actions.add_update(by_user(lead), action.reference, f"Step {number}", today=today)
    client = as_(lead)
    assert statements(client, f"/actions/{action.reference}/") <= 12


def test_a_plan_needs_as_many_statements_for_twenty_actions_as_for_one(lead, plan, action, today):
    client = as_(lead)
    paths = [f"/plans/{plan.reference}/", f"/plans/{plan.reference}/meeting/",
             f"/plans/{plan.reference}/?on={today.isoformat()}"]  # fmt: skip
    before = [statements(client, path) for path in paths]
    rows = [make.new_row(f"Row {number}", code=f"C{number}") for number in range(19)]
    actions.create_from_rows(by_user(lead), plan, rows, today=today)
    assert [statements(client, path) for path in paths] == before


def meeting_plan():
    """A plan with one open action, one closed and a part."""
    by = make.lead("Ada Marsh")
    plan = make.plan(by, "Safe homes plan")
    today = timezone.localdate()
    whole = make.added(by, plan, "Train the wardens", today=today)
    make.added(by, plan, "Book the room", parent=whole, today=today)
    done = make.added(by, plan, "Print the leaflet", today=today)
    actions.declare_complete(by, done.reference, today=today)
    browser = Client()
    browser.force_login(by.user)
    return plan, browser


def test_the_meeting_can_look_at_what_is_open_only():
    plan, browser = meeting_plan()
    everything = browser.get(f"/plans/{plan.reference}/meeting/").content.decode()
    assert "Print the leaflet" in everything and "Show open actions only" in everything
    page = browser.get(f"/plans/{plan.reference}/meeting/?show=open").content.decode()
    assert "Train the wardens" in page and "Print the leaflet" not in page
    assert 'meeting/?show=open"' in page and "Show all, with 1 closed one" in page


def test_the_plan_page_says_that_parts_are_not_counted_and_keeps_names_as_they_are():
    plan, browser = meeting_plan()
    words = " ".join(browser.get(f"/plans/{plan.reference}/").content.decode().split())
    assert "<strong>2 actions</strong>, not counting 1 part" in words
    assert "Led by Marlow Vale Council" in words


def test_a_plan_begins_with_how_it_stands_and_names_its_oldest_late_action(lead, plan, today):
    by = by_user(lead)
    make.added(by, plan, "Train all staff", today=today, code="A1", due_on=today - DAY)
    oldest = make.added(by, plan, "Sign it", today=today, code="A2", due_on=today - 9 * DAY)
    done = make.added(by, plan, "Print the leaflet", today=today, code="A3")
    actions.declare_complete(by, done.reference, today=today)
    words = " ".join(text(as_(lead).get(f"/plans/{plan.reference}/")).split())
    assert "3 actions stand here: none done with evidence, 2 late, none without a date." in words
    assert "1 is said to be done, but without evidence that holds today." in words
    assert f'<a class="govuk-link" href="/actions/{oldest.reference}/">A2</a>, due ' in words
    assert "9 days late." in words
