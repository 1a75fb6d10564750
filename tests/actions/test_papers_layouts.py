"""The council's own Word document for papers: kept, used, taken away, and by whom."""

from __future__ import annotations

import io

import docx
import pytest

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.assurance.rules.problem import Problem
from joinedup.files.queries import sendable
from joinedup.papers import actions, press
from joinedup.papers.models import Layout
from joinedup.papers.queries.layouts import built_in
from tests.factories import assurance as make
from tests.factories import papers

pytestmark = pytest.mark.django_db
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(autouse=True)
def files_folder(tmp_path, settings):
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def keeper():
    return make.account(Role.ADMINISTRATOR)


def own_layout():
    document = docx.Document()
    document.add_paragraph("Paper of the Vale: {{ title }}, {{ ward }}")
    document.add_paragraph("{{ body }}")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def words(data):
    return "\n".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)


def test_a_layout_is_looked_through_used_for_papers_and_taken_away(keeper):
    by = by_user(keeper)
    kept = actions.add_layout(by, "vale.docx", own_layout())
    assert (kept.known, kept.unknown, kept.state) == (["body", "title"], ["ward"], "proposed")
    actions.use_layout(by, kept.number)
    paper = papers.ready(by)
    out = press.publish(by, paper.reference, today=papers.TODAY)
    assert out.rules["layout"] == kept.file.sha256
    word = out.files.get(form="word").file
    told = words(sendable(word).path.read_bytes())
    assert told.startswith("Paper of the Vale: Safeguarding six-monthly review, {{ ward }}")
    other = actions.add_layout(by, "next.docx", built_in())
    actions.use_layout(by, other.number)
    assert Layout.objects.get(state="in_use") == other
    actions.end_layout(by, other.number)
    assert not Layout.objects.filter(state="in_use").exists()


def test_a_file_that_cannot_be_filled_is_refused_with_its_reason(keeper):
    by = by_user(keeper)
    document = docx.Document()
    document.add_paragraph("No place for the paper")
    made = io.BytesIO()
    document.save(made)
    for data in (made.getvalue(), b"PK not a file", b""):
        with pytest.raises(Problem) as stopped:
            actions.add_layout(by, "vale.docx", data)
        assert stopped.value.field == "file"
    assert not Layout.objects.exists()


def test_only_those_who_keep_the_council_give_or_change_layouts(keeper):
    kept = actions.add_layout(by_user(keeper), "vale.docx", own_layout())
    for role in (Role.SAFEGUARDING_LEAD, Role.COUNCILLOR, Role.INFORMATION_GOVERNANCE):
        by = by_user(make.account(role))
        for refused in (
            lambda by=by: actions.add_layout(by, "x.docx", own_layout()),
            lambda by=by: actions.use_layout(by, kept.number),
            lambda by=by: actions.end_layout(by, kept.number),
        ):
            with pytest.raises(Refused):
                refused()


def test_the_page_takes_a_document_and_shows_its_sample(client, keeper):
    client.force_login(keeper)
    assert client.get("/paper-layouts/built-in/")["Content-Type"] == WORD
    given = io.BytesIO(own_layout())
    given.name = "vale.docx"
    assert client.post("/paper-layouts/", {"file": given}).status_code == 302
    text = client.get("/paper-layouts/").content.decode()
    assert "vale.docx" in text and "ward" in text and "Not used yet" in text
    sample = words(client.get("/paper-layouts/1/sample/").content)
    assert "A sample paper" in sample
    assert client.post("/paper-layouts/1/use/").status_code == 302
    assert client.post("/paper-layouts/1/end/").status_code == 302
    broken = io.BytesIO(b"PK nothing")
    broken.name = "broken.docx"
    assert client.post("/paper-layouts/", {"file": broken}).status_code == 422
