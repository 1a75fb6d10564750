"""The pages on which a plan comes in: happy path of each, bad uploads, refused looks absent."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.assurance.models import Action, Plan
from joinedup.assurance.models.imports import ImportState, PlanImport
from joinedup.assurance.queries import check_page
from joinedup.council.brand import forget_brand
from tests.factories import assurance as made
from tests.factories import imports as papers
from tests.factories.counting import at_most

pytestmark = pytest.mark.django_db
WAITING = (*papers.ROWS, papers.CONTRADICTION)
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def fresh_brand():
    forget_brand()
    yield
    forget_brand()


@pytest.fixture
def lead():
    return made.lead("Ada Marsh")


@pytest.fixture
def browser(lead):
    return signed_in(lead.user)


@pytest.fixture
def found(lead):
    return papers.opened(lead, papers.word(WAITING, more=["Write to the Charity Commission"]))


def signed_in(user):
    client = Client()
    client.force_login(user, backend="joinedup.access.backend.AccountBackend")
    return client


def page(client, name, *args, status=200, **values):
    response = client.get(reverse(name, args=args), values)
    assert response.status_code == status
    return response.content.decode()


def said(html):
    """The words of a page."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", bare).replace("&#39;", "'").split())


def do(client, found, kind, at, *, field="", to="", htmx=False, view=""):
    values = {"do": kind, "at": at, "field": field, "to": to, "view": view}
    extra = HTMX if htmx else {}
    return client.post(reverse("check_step", args=[found.reference]), values, **extra)


def upload(client, name, data, **more):
    values = {"file": SimpleUploadedFile(name, data), **more}
    return client.post(reverse("imports"), values)


def test_a_plan_handed_over_lands_on_its_check_page(browser):
    answer = upload(browser, "plan.docx", papers.word(WAITING), year="2026")
    found = PlanImport.objects.get()
    assert answer.status_code == 302 and answer.url == reverse("check", args=[found.reference])
    assert found.year == 2026 and not Plan.objects.exists()
    words = said(page(browser, "check", found.reference))
    assert "Nothing is in the register until you confirm" in words
    assert "Is the duty in force, or has it ended?" in words
    assert "plan.docx" in said(page(browser, "imports"))


def test_words_pasted_as_a_table_from_word_are_read(browser):
    rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in papers.ROWS)
    head = "".join(f"<td><b>{name}</b></td>" for name in papers.HEADINGS)
    rich = f"<html><body><table><tr>{head}</tr>{rows}</table></body></html>"
    browser.post(reverse("imports"), {"pasted": "whatever", "pasted_html": rich})
    found = PlanImport.objects.get()
    assert found.name == "Pasted plan.html"
    assert "Train all staff" in said(page(browser, "check", found.reference, show="all"))


def test_words_pasted_without_scripts_keep_their_columns_by_tabs(browser):
    text = "\r\n".join("\t".join(row) for row in (papers.HEADINGS, *papers.ROWS))
    browser.post(reverse("imports"), {"pasted": text})
    found = PlanImport.objects.get()
    words = said(page(browser, "check", found.reference, show="all"))
    assert "due 31 March 2026" in words and "Hold a supervision audit" in words


def zipped(**names):
    made_zip = io.BytesIO()
    with zipfile.ZipFile(made_zip, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return made_zip.getvalue()


TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.'
    'macroEnabled.main+xml"/></Types>'
)
SCANNED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
    b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF"
)


def bad_uploads():
    macro = zipped(**{
        "[Content_Types]_dot_xml": TYPES, "word__document_dot_xml": "<a/>",
        "word__vbaProject_dot_bin": b"x",
    })  # fmt: skip
    bomb = zipped(word__document_dot_xml=b"0" * 80_000_000)
    return [
        ("scan.pdf", SCANNED, "picture"),
        ("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".docx"),
        ("plan.docx", macro, "macro"),
        ("plan.docx", bomb, "unpacks"),
        ("plan.docx", b"", "empty"),
        ("plan.docx", b"PK\x03\x04 torn in two", "fresh copy"),
        ("plan.exe", b"MZ", "Choose"),
    ]


@pytest.mark.parametrize(("name", "data", "word"), bad_uploads(), ids=lambda v: str(v)[:12])
def test_a_bad_file_gets_a_clear_sentence_and_keeps_what_was_typed(browser, name, data, word):
    answer = upload(browser, name, data, pasted="", year="2031")
    html = answer.content.decode()
    assert answer.status_code == 422
    told = re.search(r'class="govuk-error-message"[^>]*>(.*?)</p>', html, re.DOTALL)
    assert told is not None
    sentence = said(told.group(1))
    assert word.lower() in sentence.lower(), sentence
    assert "2031" in html and "Traceback" not in html
    assert not PlanImport.objects.exists()


def test_a_file_that_is_too_big_says_how_big_it_may_be(browser):
    answer = upload(browser, "plan.txt", b"x" * (20 * 1024 * 1024 + 1))
    assert answer.status_code in (413, 422)
    assert "20 MB" in said(answer.content.decode())


def test_nothing_given_says_what_to_do(browser):
    answer = browser.post(reverse("imports"), {"year": "twenty"})
    words = said(answer.content.decode())
    assert answer.status_code == 422 and "four digits" in words
    words = said(browser.post(reverse("imports"), {"year": ""}).content.decode())
    assert "Choose a file, or paste the plan" in words


def test_refused_looks_absent_on_every_page(lead, found):
    owner = signed_in(made.account(Role.ACTION_OWNER))
    names = ["check", "check_step", "check_owners", "check_undo", "check_year", "check_set_aside",
             "confirm"]  # fmt: skip
    boss = signed_in(lead.user)
    absent = boss.get(reverse("check", args=["IM-2026-NOTHERE"])).content
    for name in names:
        ask = "get" if name == "check" else "post"
        assert getattr(owner, ask)(reverse(name, args=[found.reference])).status_code == 404
        assert getattr(boss, ask)(reverse(name, args=["IM-2026-NOTHERE"])).status_code == 404
    refused = owner.get(reverse("check", args=[found.reference]))
    assert refused.status_code == 404 and said(refused.content.decode()) != ""
    assert "plan.docx" not in refused.content.decode() and b"plan.docx" not in absent
    assert owner.get(reverse("check_row", args=[found.reference, "t1r1"])).status_code == 404
    assert PlanImport.objects.get().state == ImportState.CHECKING


def test_a_step_answers_alike_with_and_without_scripts(browser, found):
    key = "contradiction:t1r4:status"
    plain = do(browser, found, "answer", key, to="recurring", view="?show=all&plan=0&page=1")
    assert plain.status_code == 302
    assert plain.url.startswith(reverse("check", args=[found.reference]) + "?show=all")
    after = said(browser.get(plain.url).content.decode())
    browser.post(reverse("check_undo", args=[found.reference]))
    small = do(browser, found, "answer", key, to="recurring", htmx=True, view="?show=all")
    assert small.status_code == 200 and "<html" not in small.content.decode()
    told = said(small.content.decode())
    for words in ("Undo", "source cells are accounted for"):
        assert words in after and words in told
    count = re.compile(r"(\d+) things? needs? you")
    assert count.search(after).group(1) == count.search(told).group(1)


def test_a_small_step_answers_with_its_row_and_the_progress_only(browser, found):
    answer = do(browser, found, "accept", "t1r2", field="owners", htmx=True, view="?show=doubts")
    html = answer.content.decode()
    assert 'id="row-t1r2"' in html and 'id="check-progress"' in html
    assert 'id="row-t1r4"' not in html and 'id="check"' not in html


def test_a_step_that_makes_no_sense_says_so_both_ways(browser, found):
    small = do(browser, found, "role", "t1c1", to="wizard", htmx=True)
    assert "Choose what the column holds from the list." in said(small.content.decode())
    plain = do(browser, found, "role", "t1c1", to="wizard")
    assert "Choose what the column holds" in said(browser.get(plain.url).content.decode())
    assert PlanImport.objects.get().steps == []


def test_a_column_role_can_be_changed_and_undone(browser, found):
    do(browser, found, "role", "t1c5", to="review")
    words = said(page(browser, "check", found.reference, show="all"))
    assert "Review method" in words
    browser.post(reverse("check_undo", args=[found.reference]))
    assert PlanImport.objects.get().steps == []


def test_rows_are_joined_split_and_marked(browser, found):
    do(browser, found, "row", "t1r2", to="continuation")
    assert "2 source rows were read as one" in said(page(browser, "check", found.reference))
    do(browser, found, "answer", "join:t1r1:", to="split")
    assert "were read as one" not in said(page(browser, "check", found.reference))
    do(browser, found, "row", "t1r3", to="note")
    words = said(page(browser, "check", found.reference, show="all"))
    assert "Note" in words and "Hold a supervision audit" in words


def test_loose_text_is_shown_and_can_become_an_action(browser, found):
    words = said(page(browser, "check", found.reference, show="text"))
    assert "Write to the Charity Commission" in words and "It is an action of" in words
    html = page(browser, "check", found.reference, show="text")
    spot = re.search(r'id="band-(b\d+)">(?:(?!</div>).)*Charity', html, re.DOTALL)[1]
    do(browser, found, "own_row", spot, to="0")
    rows = page(browser, "check", found.reference, show="all")
    assert f'id="row-{spot}"' in rows


def test_a_table_can_be_taken_out_and_put_back(browser, found):
    do(browser, found, "table", "t1")
    assert "No plan was found in this document" in said(page(browser, "check", found.reference))
    assert "This table is part of a plan" in said(
        page(browser, "check", found.reference, show="text")
    )
    do(browser, found, "table", "t1", to="yes")
    assert "No plan was found" not in said(page(browser, "check", found.reference))


def test_a_row_is_edited_all_at_once_and_mistakes_keep_the_words(browser, found):
    address = reverse("check_row", args=[found.reference, "t1r1"])
    html = browser.get(address).content.decode()
    assert "Train all staff" in html and "In the document" in html
    bad = browser.post(address, {"title": "  ", "review": "By audit"})
    words = bad.content.decode()
    assert bad.status_code == 422 and "An action needs words" in words and "By audit" in words
    good = browser.post(
        address, {"title": "Train everybody", "review": "By audit", "owners": "Ada Marsh"}
    )
    assert good.status_code == 302 and good.url.endswith("#row-t1r1")
    steps = PlanImport.objects.get().steps
    assert [(s["field"], s["to"]) for s in steps] == [
        ("title", "Train everybody"),
        ("review", "By audit"),
    ]
    assert browser.get(reverse("check_row", args=[found.reference, "t9r9"])).status_code == 302


def test_owners_are_said_once_for_every_row(browser, found):
    assert "Who is meant?" in said(page(browser, "check", found.reference))
    values = {"text": ["Bo Lindqvist"], "to": ["new_person"]}
    browser.post(reverse("check_owners", args=[found.reference]), values)
    after = said(page(browser, "check", found.reference))
    assert "Who is meant?" not in after and "Who is who:" in after and "Bo Lindqvist" in after


def test_part_of_a_name_never_becomes_somebody_who_is_here(browser, found):
    made.person("Hayley Marsh")
    rows = [*papers.ROWS, ("4", "Visit every club", "Hay", "May 2026", "Not started", "")]
    other = papers.opened(by_user(found.opened_by), papers.word(rows), "other.docx")
    html = page(browser, "check", other.reference)
    assert (
        '<option value="" selected>Choose who this is</option>' in html and "Hayley Marsh" in html
    )
    address = reverse("check_owners", args=[other.reference])
    browser.post(address, {"text": ["Hay"], "to": [""], "else": [""]})
    assert PlanImport.objects.get(pk=other.pk).steps == []


def test_an_owner_is_searched_among_those_who_are_here(browser, found):
    person = made.person("Zora Lindqvist-Hale")
    address = reverse("check_owners", args=[found.reference])
    values = {"text": ["Bo Lindqvist"], "to": ["new_person"], "else": ["Zora"]}
    unsure = said(browser.post(address, values, follow=True).content.decode())
    assert "“Zora” could be: Zora Lindqvist-Hale." in unsure
    browser.post(address, {**values, "else": ["zora lindqvist-hale"]})
    step = PlanImport.objects.get(pk=found.pk).steps[-1]
    assert (step["at"], step["to"]) == ("Bo Lindqvist", f"person:{person.reference}")
    changed = {"text": ["Bo Lindqvist"], "to": ["words"], "else": [""]}
    browser.post(address, changed)
    assert PlanImport.objects.get(pk=found.pk).steps[-1]["to"] == "words"


def test_the_year_is_asked_and_a_wrong_one_explained(browser, lead):
    rows = [("1", "Train all staff", "Ada Marsh", "31 July", "", "")]
    found = papers.opened(lead, papers.word(rows, title="Safeguarding plan"))
    assert "Which year is this plan for?" in said(page(browser, "check", found.reference))
    address = reverse("check_year", args=[found.reference])
    assert "four digits" in said(
        browser.post(address, {"year": "96"}, follow=True).content.decode()
    )
    words = said(browser.post(address, {"year": "2024"}, follow=True).content.decode())
    assert "Which year" not in words and PlanImport.objects.get().year == 2024


def finish(browser, found):
    do(browser, found, "accept_plan", "0")
    for key in ("contradiction:t1r4:status",):
        do(browser, found, "answer", key, to="recurring")
    values = {"text": ["Bo Lindqvist"], "to": ["new_person"]}
    browser.post(reverse("check_owners", args=[found.reference]), values)


def test_a_plan_without_a_day_is_offered_that_of_the_plan_beside_it(monkeypatch):
    titles = {"Audit": "actions", "Plan June 2026": "actions", "Inquiry": "findings"}
    read = [{"title": title, "kind": kind} for title, kind in titles.items()]
    monkeypatch.setattr(check_page, "_plans", lambda *_: read)
    checked = SimpleNamespace(reading=SimpleNamespace(year=None))
    days = [plan["dated_on"] for plan in check_page.plans_to_confirm(checked, None)]
    assert days == [dt.date(2026, 6, 1), dt.date(2026, 6, 1), None]


def test_confirming_puts_the_plan_in_the_register_once(browser, found):
    words = said(page(browser, "confirm", found.reference))
    assert "What is needed first" in words and "Confirm: put it" not in words
    finish(browser, found)
    html = page(browser, "confirm", found.reference)
    assert "Bo Lindqvist – a person" in said(html)
    version = re.search(r'name="version" value="(\d+)"', html).group(1)
    form = {"version": version, "title_0": "", "dated_on_0": "1/6/2026"}
    address = reverse("confirm", args=[found.reference])
    assert browser.post(address, form).status_code == 422
    answer = browser.post(address, {**form, "title_0": "Action plan 2026"})
    plan = Plan.objects.get()
    assert answer.url == reverse("plan", args=[plan.reference])
    assert Action.objects.count() == 4
    again = browser.post(address, {**form, "title_0": "Twice"})
    assert again.status_code == 302 and Plan.objects.count() == 1
    words = said(page(browser, "check", found.reference))
    assert "confirmed this on" in words and "Action plan 2026" in words


def test_what_changed_meanwhile_is_said_on_the_confirm_page(browser, found):
    finish(browser, found)
    form = {"version": "1", "title_0": "Action plan 2026", "dated_on_0": ""}
    answer = browser.post(reverse("confirm", args=[found.reference]), form)
    assert answer.status_code == 422
    assert "Somebody changed this check meanwhile" in said(answer.content.decode())
    assert not Plan.objects.exists()


def test_an_import_set_aside_says_so(browser, found):
    answer = browser.post(reverse("check_set_aside", args=[found.reference]), follow=True)
    assert "Nothing of it is in the register" in said(answer.content.decode())
    assert "set this aside" in said(page(browser, "check", found.reference))
    listed = said(page(browser, "imports"))
    assert "Nothing is waiting" in listed and "plan.docx – set aside" in listed


def test_a_long_plan_is_shown_in_pages(browser, lead):
    rows = [
        (str(n), f"Do the thing number {n}", "Ada Marsh", "May 2026", "In progress", "")
        for n in range(1, 101)
    ]
    found = papers.opened(lead, papers.word(rows))
    first = page(browser, "check", found.reference, show="all", plan="0", page="1")
    last = page(browser, "check", found.reference, show="all", plan="0", page="3")
    assert "Do the thing number 1 " in said(first) and "Do the thing number 100" in said(last)
    assert "Do the thing number 100" not in said(first)
    page(browser, "check", found.reference, show="nonsense", plan="x", page="99999999999")


def test_the_check_page_takes_few_statements(browser, found):
    page(browser, "check", found.reference)
    with at_most(22):
        page(browser, "check", found.reference)
    with at_most(26):
        do(browser, found, "accept", "t1r2", field="owners", htmx=True)
