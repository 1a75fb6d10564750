"""The cabinet report with options, consultation and the plan in five columns, rebuilt from what was
brought in. Once with an invented report, once with the public one that the first wish named."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.assurance.actions.confirm_import import Taking
from joinedup.documents.blocks import Bullets, Heading, Paragraph, Report, joined, labels_of
from joinedup.papers import actions
from joinedup.papers.models import Paper
from joinedup.papers.queries.making import desk_of, reports_of
from tests.acceptance.bringing import bring_in, rebuild_and_take_back
from tests.acceptance.reading import annexes, files_say_the_same, grouped
from tests.acceptance.source import Chapter, chapters, plain, tables, words_of
from tests.acceptance.writing import council, front, say, section, switch
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
HERE = Path(__file__).parent / "papers"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "plans"
TODAY = dt.date(2026, 6, 15)
HEADER = ("recommendation", "actions", "lead responsibility", "progress", "review method")
SIGNED = "**DIRECTOR"
BACKGROUND = "Background Papers used in the preparation of this report:"
CODES = (
    "object", "history", "options", "analysis", "resources", "impact", "consultations",
    "recommendation",
)  # fmt: skip
OPTION = re.compile(r"\s*Option \d+ – (.+)")
HELD = re.compile(r"held on (\d{1,2} \w+ \d{4})")


@dataclass(frozen=True)
class Given:
    """One report: where it lies, the day it speaks of."""

    path: Path
    on: dt.date


INVENTED = Given(HERE / "cabinet-report.txt", dt.date(2026, 4, 20))
PUBLIC = Given(SHARED / "north-lincolnshire-2014.txt", dt.date(2014, 9, 5))


@dataclass
class Rebuilt:
    """The source and what was made of it."""

    text: str
    chapters: list[Chapter]
    signed: list[str]
    background: str
    plan: str
    report: Report


@pytest.fixture(scope="module", params=[INVENTED, PUBLIC], ids=["invented", "public"])
def rebuilt(request, django_db_setup, django_db_blocker):
    if not request.param.path.exists():
        pytest.skip("The public papers do not lie beside the project.")
    return rebuild_and_take_back(django_db_blocker, lambda: rebuild(request.param))


def rebuild(given: Given) -> Rebuilt:
    """Import and write: through the actions that officers use."""
    text = given.path.read_text(encoding="utf-8")
    lines = [plain(one) for one in text.splitlines() if one.strip()]
    home = council(lines[0])
    by = by_user(make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh", of=home))
    parts = chapters(text, SIGNED)
    subject = plain(text.partition("**")[2].partition("**")[0])
    after = text[text.index(SIGNED) : text.index(BACKGROUND)]
    signed = [plain(one) for one in after.splitlines() if one.strip()]
    background = plain(text.partition(BACKGROUND)[2].strip().splitlines()[0].lstrip("- "))
    title = next(line for line in text.splitlines() if "\t" in line).split("\t")[0]
    (plan,) = bring_in(by, given.path.name, text.encode(), [Taking(0, title, dated_on=given.on)],
                       TODAY)  # fmt: skip
    paper = actions.start(by, "report.decision", subject, today=TODAY, plans=[plan.reference])
    front(
        by, paper, TODAY, body=lines[1], meeting_on=given.on, as_at_on=given.on,
        report_by="\n".join(signed[:2]), contact="\n\n".join(signed[2:]), is_call_in="no",
        is_key="no", recommendation=parts[7].prose.strip("\n"),
    )  # fmt: skip
    for kind, place in (("resources", 4), ("impact", 5)):
        say(by, paper, kind, parts[place].prose.strip("\n"), TODAY)
    switch(by, paper, other_implications=False, call_in=False)
    asked = _options(by, paper, parts[2])
    heard = _consultations(by, paper, parts[6])
    for code, chapter in zip(CODES, parts, strict=True):
        prose = {"options": asked, "consultations": heard}.get(code, chapter.before)
        written = code not in ("resources", "impact", "recommendation")
        section(by, paper, code, Chapter(chapter.heading, prose if written else []))
    section(by, paper, "plan_table", Chapter("Appendix 1"))
    actions.add_background(by, paper.reference, background)
    made = reports_of(desk_of(Paper.objects.get(pk=paper.pk), TODAY), by.user, TODAY)
    return Rebuilt(text, parts, signed, background, title, made.public)


def _options(by, paper, chapter) -> list[str]:
    """Each option is kept as one; the sentences around them stay prose."""
    for line in chapter.before:
        if found := OPTION.match(line.strip("\n")):
            words = found[1]
            actions.add_option(by, paper.reference, words, not words.casefold().startswith("not"))
            break
    rest = [OPTION.match(one.strip("\n")) for one in chapter.before]
    for found in [one for one in rest if one][1:]:
        actions.add_option(by, paper.reference, found[1])
    return [one for one in chapter.before if not OPTION.match(one.strip("\n"))]


def _consultations(by, paper, chapter) -> list[str]:
    """Who considered the plan on a day goes into the log; the rest is prose."""
    prose = []
    for line in chapter.before:
        held = HELD.search(line)
        if not held:
            prose.append(line)
            continue
        day = dt.datetime.strptime(held[1], "%d %B %Y").date()  # noqa: DTZ007 - a day alone
        body = re.split(r" considered ", line.strip(), maxsplit=1)[0].removeprefix("The ")
        actions.add_consultation(by, paper.reference, body, line.strip(), held_on=day)
    return prose


def test_every_chapter_stands_in_its_order_under_its_number(rebuilt):
    labels = labels_of(rebuilt.report.blocks)
    found = [
        (label, words_of(block.words))
        for label, block in zip(labels, rebuilt.report.blocks, strict=True)
        if isinstance(block, Heading) and label
    ]
    assert found == [(str(n), words_of(one.heading)) for n, one in enumerate(rebuilt.chapters, 1)]


def test_paragraphs_carry_the_numbers_that_they_had(rebuilt):
    labels = labels_of(rebuilt.report.blocks)
    made = [
        label for label, block in zip(labels, rebuilt.report.blocks, strict=True)
        if isinstance(block, Paragraph) and label
    ]  # fmt: skip
    wanted = [number for one in rebuilt.chapters for number in one.numbers]
    assert [one for one in wanted if one not in made] == []
    assert set(made) - set(wanted) <= {"3.2"}, "only the sentence that names the option is new"


def test_every_cell_of_the_five_columns_is_as_it_was(rebuilt):
    wanted = tables(rebuilt.text, [HEADER], has_bands=False)[HEADER]
    made = grouped(rebuilt.report)[HEADER]
    for old, new in zip(wanted, made, strict=True):
        assert list(map(words_of, new)) == [words_of(one) for one in old]
    assert len(made) > 3


def test_points_of_progress_are_points_again(rebuilt):
    (annexe,) = annexes(rebuilt.report)
    columns = [row[3] for table in annexe.blocks if hasattr(table, "rows") for row in table.rows]
    lists = [block for cell in columns for block in cell.blocks if isinstance(block, Bullets)]
    assert len(lists) >= len(columns) / 3
    assert all(joined(item).strip("• ") == joined(item) for one in lists for item in one.items)


def test_no_line_of_prose_is_lost(rebuilt):
    printed = words_of(" ".join(piece for one in rebuilt.report.blocks for piece in one.pieces()))
    lines = [line for one in rebuilt.chapters for line in one.before]
    lines += [*rebuilt.signed, rebuilt.background]
    lost = [one for one in lines if words_of(one.strip("\n").lstrip("- ")) not in printed]
    assert lost == []


def test_the_report_is_named_as_it_was(rebuilt):
    first = [plain(one) for one in rebuilt.text.splitlines() if one.strip()]
    assert rebuilt.report.organisation == first[0]
    assert words_of(rebuilt.report.title) == words_of(" ".join(first[2:4]))
    assert first[1] in rebuilt.report.subtitle


def test_word_and_pdf_hold_the_same_headings_and_cells(rebuilt):
    files_say_the_same(rebuilt.report)
