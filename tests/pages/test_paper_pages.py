"""Pages of papers as those who use them meet them."""

from __future__ import annotations

import datetime as dt
import io
import re

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from joinedup.access.actions.guards import let_in
from joinedup.access.choices import Role
from joinedup.audit.models import Entry
from joinedup.documents.writing import write_word
from joinedup.files import storage
from joinedup.papers import actions, press
from joinedup.papers.models import (
    CheckAnswer,
    Clearance,
    Decision,
    Implication,
    Paper,
    Publication,
    PublicationJob,
)
from joinedup.papers.queries.news import new_papers
from joinedup.papers.rules.frozen import thawed
from tests.factories import assurance as make
from tests.factories import papers
from tests.factories.counting import APART
from tests.pages.test_statements import nothing_runs_out as nothing_runs_out

pytestmark = pytest.mark.django_db
EMPTY = {"sent": "with nothing in it"}


@pytest.fixture(autouse=True)
def files_folder(tmp_path, settings):
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def lead():
    return make.lead("Ada Lead")


@pytest.fixture
def desk(client, lead):
    client.force_login(lead.user)
    return client


@pytest.fixture
def councillor():
    return make.account(Role.COUNCILLOR, name="Councillor Cole")


def address(paper, rest=""):
    return f"/papers/{paper.reference}/{rest}"


def page(client, where, status=200):
    answer = client.get(where)
    assert answer.status_code == status, where
    return answer.content.decode()


def again(paper):
    return Paper.objects.get(pk=paper.pk)


def test_a_lead_starts_a_paper_and_lands_on_what_is_missing(desk, lead):
    plan = make.plan(lead)
    chosen = re.compile(r'name="kind"[^>]*value="([^"]+)"')
    assert chosen.findall(page(desk, "/papers/start/"))[0] == "report.update"
    assert desk.post("/papers/start/", EMPTY).status_code == 422
    sent = {"kind": "report.update", "subject": "Six-monthly review", "plans": [plan.reference]}
    answer = desk.post("/papers/start/", sent)
    paper = Paper.objects.get()
    Paper.objects.update(kind="report.tracker")
    assert chosen.findall(page(desk, "/papers/start/"))[:2] == ["report.tracker", "report.update"]
    Paper.objects.update(kind=paper.kind)
    assert answer.url == address(paper, "work/")
    text = page(desk, answer.url)
    assert "What is still missing" in text
    assert f"{address(paper, 'front/')}#id_meeting_on" in text
    assert address(paper, "implications/legal/") in text


def test_each_part_of_a_paper_has_its_page(desk, lead):
    paper = papers.started(lead)
    front = {
        "subject": "New subject", "recommends": "update", "recommendation": "For update.",
        "meeting_on": "22 July 2027", "version": paper.version,
    }  # fmt: skip
    assert desk.post(address(paper, "front/"), front).status_code == 302
    assert again(paper).subject == "New subject"
    stale = desk.post(address(paper, "front/"), {**front, "subject": "Mine"})
    assert stale.status_code == 422 and "New subject" in stale.content.decode()
    section = {"heading": "Introduction", "prose": "Words.", "version": again(paper).version}
    assert desk.post(address(paper, "sections/introduction/"), section).status_code == 302
    assert "Words." in page(desk, address(paper, "work/"))
    assert "cannot be typed over" in page(desk, address(paper, "sections/plan_table/"))
    desk.post(address(paper, "sections/training/move/"), {"way": "up"})
    desk.post(address(paper, "sections/training/switch/"), {"on": "no"})
    assert not again(paper).sections.get(code="training").is_on
    made = desk.post(address(paper, "sections/add/"), {"heading": "Inductions", "fill": ""})
    assert made.url == address(paper, "sections/own_1/")
    page(desk, address(paper, "sections/add/"))
    who = papers.clearer("Ola Owner")
    named = desk.post(address(paper, "implications/legal/"), {"owner": who.person.reference})
    assert named.status_code == 302
    desk.post(address(paper, "implications/legal/"), {"words": "Proposed"})
    assert Implication.objects.get(kind="legal").said_on is None
    assert "Proposed" in page(desk, address(paper, "implications/legal/"))
    assert desk.post(address(paper, "implications/risk/"), {"words": ""}).status_code == 422
    parts = {
        "option": {"words": "Approve", "is_recommended": "on"},
        "consultation": {"body": "Panel", "view": "They agree"},
        "background": {"title": "Minutes", "minute": "12"},
        "risk": {"words": "R", "owner": "A", "likelihood": "2", "impact": "3"},
    }
    for piece, sent in parts.items():
        assert desk.post(address(paper, f"parts/{piece}/"), EMPTY).status_code == 422
        assert desk.post(address(paper, f"parts/{piece}/"), sent).status_code == 302, piece
        assert "Take it out" in page(desk, address(paper, f"parts/{piece}/"))
    option = paper.options.get()
    desk.post(address(paper, f"parts/option/{option.pk}/remove/"))
    assert not paper.options.exists()


def test_a_named_clearer_reads_the_draft_and_signs_it(desk, lead, client):
    paper = papers.started(lead)
    who = papers.clearer("Cleo Clear")
    sent = {"person": who.person.reference, "part": "finance"}
    assert desk.post(address(paper, "clearance/"), sent).status_code == 302
    assert "Cleo Clear" in page(desk, address(paper, "clearance/"))
    desk.post(address(paper, "send/"))
    client.force_login(who)
    assert "For you to do" in page(client, address(paper, "work/"))
    assert "DRAFT" in page(client, address(paper, "preview/"))
    page(client, address(paper, "front/"), 404)
    page(client, address(paper, "sign/"))
    signed = client.post(address(paper, "sign/"), {"text_version": again(paper).text_version})
    assert signed.status_code == 302 and Clearance.objects.get().signed_by == who
    client.force_login(papers.clearer("Otto Other"))
    for rest in ("work/", "preview/", "sign/", "draft/word/", ""):
        page(client, address(paper, rest), 404)
    client.force_login(lead.user)
    client.post(address(paper, "send/"), {"back": "yes"})
    assert again(paper).state == "draft"
    client.post(address(paper, "clearance/"), {"off": who.person.reference})
    assert not Clearance.objects.exists()


def test_a_draft_is_taken_as_word_and_pdf_and_that_is_recorded(desk, lead):
    paper = papers.started(lead)
    for form, begins in (("word", b"PK"), ("pdf", b"%PDF")):
        assert desk.get(address(paper, f"draft/{form}/")).content.startswith(begins)
    page(desk, address(paper, "draft/exempt-word/"), 404)
    page(desk, address(paper, "draft/zip/"), 404)
    assert Entry.objects.filter(verb="papers.copy").count() == 2


def test_what_the_check_finds_is_answered_and_the_paper_published(desk, lead):
    who = papers.clearer()
    paper = papers.written(lead, papers.started(lead), who)
    told = {"heading": "Introduction", "prose": "Cleo Clear saw three children."}
    actions.write_section(lead, paper.reference, "introduction", paper.version, **told)
    paper = papers.cleared(lead, again(paper), who)
    Paper.objects.filter(pk=paper.pk).update(meeting_on=None, urgency="The chair agreed")
    assert "Give the date of the meeting" in page(desk, address(paper, "publish/"))
    ahead = timezone.localdate().replace(year=timezone.localdate().year + 1, day=1)
    Paper.objects.filter(pk=paper.pk).update(meeting_on=ahead)
    text = page(desk, address(paper, "publish/"))
    assert "Cleo Clear" in text and "three children" in text
    answers = {}
    for number in range(text.count('type="hidden" name="words-')):
        words = text.split(f'name="words-{number}" value="')[1].split('"')[0]
        answers |= {f"words-{number}": words, f"found-{number}": "fine", f"why-{number}": "Known"}
    assert desk.post(address(paper, "publish/"), {"do": "publish"}).status_code == 422
    assert desk.post(address(paper, "publish/"), {**answers, "do": "answer"}).status_code == 302
    sent = {"do": "publish", "version": again(paper).version}
    answer = desk.post(address(paper, "publish/"), sent)
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    assert not Publication.objects.exists()
    assert "The files will be made in a moment" in page(desk, address(paper, "making/"))
    press.make(PublicationJob.objects.get().pk)
    assert desk.get(address(paper, "making/"))["Location"] == address(paper)
    assert Publication.objects.get().paper == paper


def test_one_answer_goes_for_all_of_a_sort_that_are_open(desk, lead):
    names = ("Alma Quarrie", "Bo Quillen", "Cy Quenby")
    for name in names:
        make.person(name)
    paper = papers.written(lead, papers.started(lead), papers.clearer())
    told = {"heading": "Introduction", "prose": f"{', '.join(names)} met Mr Ned Nobody."}
    actions.write_section(lead, paper.reference, "introduction", paper.version, **told)
    words = {f"words-{number}": name for number, name in enumerate([*names, "Mr Ned Nobody"])}
    sent = {**words, "do": "answer", "found-1": "withhold", "all-name": "fine"}
    assert desk.post(address(paper, "publish/"), sent).status_code == 422
    sent["why-name"] = "Officers in their posts"
    assert desk.post(address(paper, "publish/"), sent).status_code == 302
    said = dict(CheckAnswer.objects.values_list("found", "answer"))
    assert said == {"Alma Quarrie": "fine", "Bo Quillen": "withhold", "Cy Quenby": "fine"}
    shown = page(desk, address(paper, "publish/"))
    assert "Officers in their posts" in shown
    assert shown.index('id="check-stranger"') < shown.index("Ned Nobody") < shown.index("Quillen")


def test_a_councillor_reads_the_plain_summary_first_and_asks(client, lead, councillor):
    paper = papers.published(lead)
    client.force_login(councillor)
    assert "Safeguarding six-monthly review" in page(client, "/papers/")
    text = page(client, address(paper))
    assert text.index("In plain words") < text.index('id="whole"') < text.index('id="ask"')
    action = paper.plan_links.get().plan.actions.get()
    assert f"/actions/{action.reference}/ask/" in text
    for form, begins in (("word", b"PK"), ("pdf", b"%PDF")):
        sent = client.get(address(paper, f"versions/1/files/{form}/"))
        assert b"".join(sent.streaming_content).startswith(begins)
    for rest in ("work/", "front/", "publish/", "versions/2/", "versions/1/files/zip/"):
        page(client, address(paper, rest), 404)


def test_a_paper_in_work_stands_in_no_councillors_list(client, lead, councillor):
    paper = papers.started(lead)
    client.force_login(councillor)
    assert paper.reference not in page(client, "/papers/")
    page(client, address(paper), 404)


def test_the_exempt_file_opens_to_those_let_in_and_to_nobody_else(client, lead, councillor):
    who = papers.clearer()
    paper = papers.written(lead, papers.started(lead), who)
    papers.exempted(lead, paper, "The price is 40,000 pounds.")
    paper = papers.cleared(lead, again(paper), who)
    papers.checked(lead, paper)
    press.publish(lead, paper.reference, today=papers.TODAY)
    exempt = address(paper, "versions/1/exempt/exempt-word/")
    client.force_login(councillor)
    text = page(client, address(paper))
    assert "kept in a separate file" in text and "40,000" not in text and exempt not in text
    page(client, exempt, 404)
    page(client, address(paper, "versions/1/files/exempt-word/"), 404)
    let_in(lead, paper.guard.reference, councillor.person, make.LONG_AGO)
    assert exempt in page(client, address(paper))
    assert client.get(exempt).status_code == 200
    page(client, address(paper, "versions/1/exempt/word/"), 404)


def test_the_kept_word_file_is_made_again_from_the_snapshot_with_the_same_words(lead):
    paper = papers.published(lead)
    out = Publication.objects.get(paper=paper)
    kept = out.files.select_related("file").get(form="word").file
    first = storage.path_of(kept.stored_name).read_bytes()
    second = write_word(thawed(out.data))
    assert text_of(first) == text_of(second)
    assert "Words under Introduction." in text_of(first)


def text_of(data):
    """The text of a Word file, part by part."""
    document = docx.Document(io.BytesIO(data))
    parts = [one.text for one in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    parts += [one.text for part in document.sections for one in part.footer.paragraphs]
    return "\n".join(parts)


def test_a_paper_is_corrected_withdrawn_and_decided_on_pages(desk, lead):
    paper = papers.published(lead)
    assert desk.post(address(paper, "correct/"), EMPTY).status_code == 422
    page(desk, address(paper, "correct/"))
    decided = {
        "words": "Noted.", "decided_on": "22 July 2026", "body": "Places", "minute": "Minute 14",
    }  # fmt: skip
    page(desk, address(paper, "decision/"))
    assert desk.post(address(paper, "decision/"), EMPTY).status_code == 422
    assert desk.post(address(paper, "decision/"), decided).status_code == 302
    assert Decision.objects.get().words == "Noted."
    assert "What was decided" in page(desk, address(paper))
    assert desk.post(address(paper, "correct/"), {"reason": "A date"}).status_code == 302
    assert "Being corrected: A date" in page(desk, address(paper, "work/"))
    other = papers.started(lead, subject="Another")
    page(desk, address(other, "withdraw/"))
    assert desk.post(address(other, "withdraw/"), {"reason": "No meeting"}).status_code == 302
    assert again(other).state == "withdrawn"


def counted(client, where):
    client.get(where)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(where).status_code == 200, where
    told = [one["sql"] for one in caught.captured_queries]
    return len([sql for sql in told if not sql.lstrip().upper().startswith(APART)])


@pytest.mark.usefixtures("nothing_runs_out")
def test_pages_take_as_many_statements_whatever_a_paper_holds(desk, lead):
    small = papers.published(lead)
    plan = small.plan_links.get().plan
    pages = ("", "work/", "preview/", "publish/")
    before = [counted(desk, address(small, rest)) for rest in pages]
    listed = counted(desk, "/papers/")
    actions.correct(lead, small.reference, "More", today=papers.TODAY)
    for number in range(12):
        make.owned(lead, plan, make.post(), title=f"Action {number}", code=f"{number + 2}")
        actions.add_background(lead, small.reference, f"Paper {number}")
        actions.add_consultation(lead, small.reference, f"Body {number}", "Yes", held_on=None)
        papers.started(lead, plans=[plan.reference], subject=f"Paper {number}")
    assert [counted(desk, address(small, rest)) for rest in pages] == before
    assert counted(desk, "/papers/") == listed


def test_actions_are_named_for_a_risk_on_a_page_of_its_own(desk, lead):
    paper = papers.started(lead)
    row = paper.plan_links.get().plan.actions.get()
    risk = actions.add_risk(
        lead, paper.reference, "Staff leave", owner="HR", likelihood=2, impact=5
    )
    at = address(paper, f"risks/{risk.pk}/")
    assert "No action is named for it yet." in page(desk, at)
    assert desk.post(at, EMPTY).status_code == 422
    assert desk.post(at, {"action": row.reference}).status_code == 302
    assert "Review the policy" in page(desk, address(paper, "parts/risk/"))
    assert "Take it off" in page(desk, at)
    actions.switch_section(lead, paper.reference, "risks", True)
    assert "Action 1. Review the policy" in page(desk, address(paper, "preview/"))
    desk.post(at, {"off": row.reference})
    assert "No action is named for it yet." in page(desk, at)
    page(desk, address(paper, f"risks/{risk.pk + 1}/"), 404)


def test_the_last_days_of_a_paper_stand_on_the_home_page_and_in_the_calendar(desk, lead):
    today = timezone.localdate()
    paper = papers.started(lead, today=today, meeting_on=today + dt.timedelta(days=90))
    told = page(desk, "/my-work/")
    assert "Papers that wait for you" in told and "Publish: Safeguarding" in told
    html = desk.post("/calendar/", {"make": "1", "of": ""}).content.decode()
    token = html.split("/calendar/", 1)[1].split(".ics")[0].split("/")[-1]
    feed = desk.get(f"/calendar/{token}.ics").content.decode()
    assert f"Publish: {paper.reference}" in feed and "Safeguarding six" not in feed


def test_a_councillors_home_page_announces_new_papers_until_their_meeting(client, councillor):
    lead, today = make.lead("Pia Past"), timezone.localdate()
    paper = papers.published(lead)
    Paper.objects.filter(pk=paper.pk).update(meeting_on=today + dt.timedelta(days=300))
    client.force_login(councillor)
    told = page(client, "/my-work/")
    news = told[told.index("New papers") :]
    assert f'href="{address(paper)}"' in news and "Safeguarding six-monthly review" in news
    assert "Prosperous Places Committee" in news and "published" in news
    held = {one.reference for one in new_papers(councillor, today + dt.timedelta(days=299))}
    assert held == {paper.reference}
    assert new_papers(councillor, today + dt.timedelta(days=301)) == []
    Paper.objects.filter(pk=paper.pk).update(meeting_on=None)
    published_on = timezone.localtime(Publication.objects.get().published_at).date()
    assert new_papers(councillor, published_on + dt.timedelta(days=28))
    assert not new_papers(councillor, published_on + dt.timedelta(days=29))


def test_news_is_for_readers_of_papers_and_not_for_those_who_write_them(client, lead, councillor):
    papers.published(lead)
    today = timezone.localdate()
    assert new_papers(lead.user, today) == [] and len(new_papers(councillor, today)) == 1
    assert new_papers(make.account(Role.SYSTEM_ADMINISTRATOR, name="Sys Admin"), today) == []
    client.force_login(lead.user)
    assert "New papers" not in page(client, "/my-work/")
