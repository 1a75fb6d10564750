"""The update paper, rebuilt from what was brought in: every heading in its order, every cell of its
tables, its figures, its plan as an annexe and its positions as another. Once with an invented
paper, once with the public one that the first wish named, where it lies beside the project."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.assurance.actions.confirm_import import Taking
from joinedup.assurance.models import Source
from joinedup.documents.blocks import (
    Annexe,
    Choice,
    Fields,
    Heading,
    Report,
    joined,
    labels_of,
)
from joinedup.papers import actions
from joinedup.papers.models import Paper
from joinedup.papers.queries.making import desk_of, reports_of
from tests.acceptance.bringing import bring_in, rebuild_and_take_back
from tests.acceptance.reading import annexes, files_say_the_same, grouped
from tests.acceptance.source import Chapter, bare, chapters, labelled, plain, tables, words_of
from tests.acceptance.writing import council, declare, front, own_question, say, section, switch
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
HERE = Path(__file__).parent / "papers"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "plans"
TODAY = dt.date(2026, 6, 15)
LABELS = (
    "Date:", "Subject:", "Report by:", "Contact Officer:", "Purpose / Summary:",
    "RECOMMENDATION(S):", "IMPLICATIONS", "Legal:", "Financial:", "Staffing:",
    "Equality and Diversity including Human Rights:", "Risk Assessment:",
    "Climate Related Risks and Opportunities:",
    "Title and Location of any Background Papers used in the preparation of this report:",
    "Call in and Urgency:", "Key Decision:", "1. ",
)  # fmt: skip
KINDS = dict(
    zip(("legal", "financial", "staffing", "equality", "risk", "climate"), LABELS[7:13],
        strict=True)
)  # fmt: skip
HEADERS = [
    ("action", "priority", "status"), ("action", "allocated to", "comments"),
    ("action", "sub action", "when", "who", "comments"),
]  # fmt: skip
CODES = (
    "introduction", "audit_actions", "section_11", "declared_figures", "training", "elsewhere",
)  # fmt: skip


@dataclass(frozen=True)
class Given:
    """One paper: where it lies, whose position its appendix tells, when it was written."""

    path: Path
    area: str
    plan: str
    appendix: str
    brought: dt.date
    as_at: dt.date
    period: tuple[dt.date, dt.date]


INVENTED = Given(
    HERE / "update-paper.txt", "Carrow", "Safeguarding Action Plan", "Appendix B",
    dt.date(2026, 4, 30), dt.date(2026, 5, 14), (dt.date(2025, 10, 1), dt.date(2026, 3, 31)),
)  # fmt: skip
PUBLIC = Given(
    SHARED / "west-lindsey-2015.txt", "Lincolnshire", "Safeguarding Action Plan", "Appendix B",
    dt.date(2015, 6, 30), dt.date(2015, 7, 22), (dt.date(2014, 11, 1), dt.date(2015, 5, 31)),
)  # fmt: skip


@dataclass
class Rebuilt:
    """The source and what was made of it."""

    text: str
    chapters: list[Chapter]
    labels: dict[str, list[str]]
    report: Report


def line_that(text: str, begins: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(begins))


@pytest.fixture(scope="module", params=[INVENTED, PUBLIC], ids=["invented", "public"])
def given(request):
    if not request.param.path.exists():
        pytest.skip("The public papers do not lie beside the project.")
    return request.param


@pytest.fixture(scope="module")
def rebuilt(given, django_db_setup, django_db_blocker):
    return rebuild_and_take_back(django_db_blocker, lambda: rebuild(given))


def rebuild(given: Given) -> Rebuilt:
    """Import, declare, write: through the actions that officers use."""
    home = council(given.area)
    by = by_user(make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh", of=home))
    admin = by_user(make.account(Role.ADMINISTRATOR, of=home))
    text = given.path.read_text(encoding="utf-8")
    plan, appendix = line_that(text, given.plan), line_that(text, given.appendix)
    parts = chapters(text, plan)
    on = given.brought
    taking = [
        Taking(0, parts[1].heading, dated_on=on), Taking(1, parts[2].heading, dated_on=on),
        Taking(2, plan, dated_on=on), Taking(3, appendix, kind="findings", dated_on=on),
    ]  # fmt: skip
    plans = bring_in(by, given.path.name, text.encode(), taking, TODAY)
    labels = labelled(text, LABELS)
    question = next(one for one in labels["Call in and Urgency:"] if one)
    own_question(admin, question, "Key Decision", TODAY)
    paper = actions.start(
        by, "report.update", labels["Subject:"][0], today=TODAY,
        plans=[one.reference for one in plans],
    )  # fmt: skip
    first = [one for one in text.splitlines() if one.strip()]
    front(
        by, paper, TODAY, number=first[0], body=first[1], meeting_on=given.as_at,
        report_by=labels["Report by:"][0], contact="\n".join(labels["Contact Officer:"]),
        purpose="\n".join(labels["Purpose / Summary:"]),
        recommendation=labels["RECOMMENDATION(S):"][0], is_call_in="no", is_key="no",
        has_no_background=True, as_at_on=given.as_at,
    )  # fmt: skip
    for kind, label in KINDS.items():
        say(by, paper, kind, "\n".join(labels[label]), TODAY)
    figures = declare(by, parts[3].heading, parts[3], given.period, TODAY)
    switch(by, paper, plain_summary=False, what_changed=False, position_table=True)
    for code, chapter in zip(CODES, parts, strict=True):
        is_figures = code == "declared_figures"
        shown = Chapter(chapter.heading) if is_figures else chapter
        section(by, paper, code, shown, figures.reference if is_figures else "")
    section(by, paper, "plan_table", Chapter("Annexe A"))
    band = next(line for line in text.splitlines() if line.startswith("<p>"))
    above = Chapter(appendix, before=[plain(band)])
    section(by, paper, "position_table", above, Source.objects.get().reference)
    made = reports_of(desk_of(Paper.objects.get(pk=paper.pk), TODAY), by.user, TODAY)
    return Rebuilt(text, parts, labels, made.public)


def told(report: Report) -> list[str]:
    """Labels of the front and headings, in the order in which they are printed."""
    found: list[str] = []
    for block in report.blocks:
        if isinstance(block, Fields):
            found += [one.label for one in block.rows]
        elif isinstance(block, Heading):
            found.append(block.words)
        elif isinstance(block, Choice):
            found.append(block.question)
        elif isinstance(block, Annexe):
            found.append(block.title)
            found += [one.words for one in block.blocks if isinstance(one, Heading)]
    return [words_of(one) for one in found]


def test_every_heading_of_the_paper_stands_in_its_order(rebuilt, given):
    question = next(one for one in rebuilt.labels["Call in and Urgency:"] if one)
    sections = [line for line in rebuilt.text.splitlines() if line.startswith("Section ")]
    wanted = [
        *(one.rstrip(":") for one in LABELS[:15]), question, "Key Decision",
        *(one.heading for one in rebuilt.chapters),
        line_that(rebuilt.text, given.plan), *(one for one in sections if " - " in one),
        line_that(rebuilt.text, given.appendix),
    ]  # fmt: skip
    extra = {"reference", "committee", "asknownon", "annexea"}
    assert [one for one in told(rebuilt.report) if one not in extra] == list(map(words_of, wanted))


def test_chapters_carry_the_numbers_that_they_had(rebuilt):
    labels = labels_of(rebuilt.report.blocks)
    numbered = [
        (label, words_of(block.words))
        for label, block in zip(labels, rebuilt.report.blocks, strict=True)
        if isinstance(block, Heading) and label
    ]
    wanted = [(str(n), words_of(one.heading)) for n, one in enumerate(rebuilt.chapters, 1)]
    assert numbered == wanted


def test_every_cell_of_audit_section_11_and_plan_is_as_it_was(rebuilt):
    source = tables(rebuilt.text, HEADERS, has_bands=True)
    made = grouped(rebuilt.report)
    for header in HEADERS:
        wanted = [[words_of(one) for one in row] for row in source[header]]
        assert [[words_of(one) for one in row] for row in made[header]] == wanted
        assert len(wanted) > 2


def test_every_finding_stands_beside_its_position(rebuilt, given):
    header = ("page ref", "identified issues and recommendations",
              f"{given.area.casefold()} position")  # fmt: skip
    wanted = tables(rebuilt.text, [header], has_bands=True)[header]
    made = grouped(rebuilt.report)[header]
    assert len(made) == len(wanted)
    for old, new in zip(wanted, made, strict=True):
        width = len(new)
        before, after = [words_of(one) for one in old], [words_of(one) for one in new]
        assert after[: width - 1] == (before + [""] * width)[: width - 1]
        assert _same_position(before[-1] if len(old) == width else "", after[-1])


def _same_position(old: str, new: str) -> bool:
    """A position that only points up names where it points to; a cell that holds nothing says
    that nobody has answered."""
    if old.startswith("seeabove"):
        return new.startswith("seeabove") and len(new) > len("seeabove")
    return new == old or (not old and new == "notansweredyet")


def test_the_figures_were_declared_once_and_stand_where_they_stood(rebuilt):
    chapter = rebuilt.chapters[3]
    printed = bare(" ".join(piece for one in rebuilt.report.blocks for piece in one.pieces()))
    for line in filter(str.strip, chapter.before):
        assert bare(line) in printed
    numbers = re.findall(r"\b\d+\b(?! month)", chapter.prose)
    rows = grouped(rebuilt.report)[
        ("what is counted", "number", "counted in", "what exactly it means", "who says so")
    ]
    assert sorted(row[1] for row in rows) == sorted(numbers)
    assert all("Declared by Ada Marsh" in row[4] for row in rows)
    assert "are different measures" in " ".join(
        piece for one in rebuilt.report.blocks for piece in one.pieces()
    )


def test_no_line_of_prose_is_lost(rebuilt):
    printed = words_of(" ".join(piece for one in rebuilt.report.blocks for piece in one.pieces()))
    lines = [line for one in rebuilt.chapters for line in (*one.before, *one.after)]
    lines += [line for label in (*LABELS[2:6], *LABELS[7:13]) for line in rebuilt.labels[label]]
    lost = [one for one in lines if words_of(one.lstrip("- ")) not in printed]
    assert lost == []


def test_the_front_says_what_it_said(rebuilt, given):
    (first,) = [one for one in rebuilt.report.blocks if isinstance(one, Fields)
                and one.rows[0].label == "Reference"]  # fmt: skip
    said = {one.label: " ".join(map(joined, one.paragraphs)) for one in first.rows}
    lines = [one for one in rebuilt.text.splitlines() if one.strip()]
    assert [said["Reference"], said["Committee"]] == lines[:2]
    day = re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", rebuilt.labels["Date:"][0])
    assert said["Date"] == day
    assert {one.title for one in annexes(rebuilt.report)} == {
        "Annexe A", line_that(rebuilt.text, given.appendix),
    }  # fmt: skip
    assert all(one.is_landscape for one in annexes(rebuilt.report))


def test_word_and_pdf_hold_the_same_headings_and_cells(rebuilt):
    files_say_the_same(rebuilt.report)
