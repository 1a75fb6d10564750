"""Reading plans: grid → tables → row kinds → rows → fields, with a person's corrections applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from joinedup.documents.grid import Document, Table

from .accounting import account_cells
from .assemble import Draft, draft_rows
from .blocks import read_blocks
from .cells import view_of
from .colours import propose_from_colour
from .context import Known
from .contradictions import contradictions
from .corrections import Corrections
from .crossrefs import link_rows
from .fields import read_row
from .fromheads import from_headings, from_tails
from .grouping import same_recommendation
from .keys import (
    colour_sentence,
    explained_symbols,
    gather_keys,
    initials_of,
    priority_key,
    status_key,
)
from .model import Column, FieldValue, Plan, Question, Reading, Row
from .parsers import lone_names
from .plans import Group, group_tables
from .surroundings import headings_over, years_in
from .tables import Analysis, analyse
from .years import known_in_year, month_of, plan_year

__all__ = ["read_plans"]

Remembered = Mapping[str, Mapping[int, str]]


def read_plans(
    document: Document,
    year: int | None = None,
    known_people: Iterable[str] = (),
    known_posts: Iterable[str] = (),
    remembered: Remembered | None = None,
    corrections: Corrections | None = None,
) -> Reading:
    """Read every plan of a document.

    `year` is used for dates without one (otherwise it is found in the document); `known_people`
    and `known_posts` are those of the register; `remembered` maps a header fingerprint to the
    roles a person gave to that layout; `corrections` are applied again each time. Never raises
    on what a document says.
    """
    corrections = corrections or Corrections()
    analyses, positions = _analyse_tables(document, remembered or {}, corrections)
    over = headings_over(document)
    in_plans = [(a, over.get(positions[a.view.index], [])) for a in analyses if a.is_plan]
    groups = group_tables(in_plans)
    keys, key_blocks = gather_keys(document, analyses)
    base = Known(
        keys=tuple(keys),
        status_key=status_key(keys),
        priority_key=priority_key(keys),
        initials=initials_of(keys),
        marks_lost=document.kind == "text",
        names=frozenset([*known_people, *known_posts, *_lone_names(analyses)]),
    )
    plans = [_read_group(group, document, base, year) for group in groups]
    block_plans, block_uses = read_blocks(document, base, year, corrections, bool(plans))
    plans += block_plans
    plans, questions = _finish([p for p in plans if p.rows], corrections, document)
    cells, unplaced = account_cells(document, analyses, groups, plans, block_uses, key_blocks)
    notes = [*document.notes, *_hidden(analyses)]
    return Reading(
        document=document.name,
        plans=tuple(plans),
        tables=tuple(analysis.reading() for analysis in analyses),
        cells=tuple(cells),
        unplaced=tuple(unplaced),
        questions=tuple(questions + _table_questions(analyses)),
        notes=tuple(notes),
        keys=tuple(keys),
        year=year or _year(groups, document),
    )


def _analyse_tables(
    document: Document, remembered: Remembered, corrections: Corrections
) -> tuple[list[Analysis], dict[int, int]]:
    """Every table's analysis, and each table's block index."""
    found: list[Analysis] = []
    positions: dict[int, int] = {}
    earlier: dict[str, tuple[Column, ...]] = {}
    previous: Analysis | None = None
    symbols = explained_symbols(document)
    number = 0
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Table):
            continue
        number += 1
        view = view_of(block, number)
        positions[number] = index
        same_sheet = previous is None or previous.view.table.place.sheet == block.place.sheet
        analysis = analyse(view, previous, same_sheet, remembered, corrections, earlier, symbols)
        found.append(analysis)
        if analysis.is_plan:
            previous = analysis
            earlier.setdefault(analysis.fingerprint, analysis.columns)
    return found, positions


def _hidden(analyses: list[Analysis]) -> list[str]:
    """A note where hidden rows, columns or sheets were read too."""
    hidden = [c for a in analyses for c in a.view.table.cells if c.is_hidden and c.text.strip()]
    if not hidden:
        return []
    return [
        f"{len(hidden)} cells are hidden in the file, the first at {hidden[0].place.label()}. "
        "They were read as well."
    ]


def _lone_names(analyses: list[Analysis]) -> frozenset[str]:
    """Names that stand alone in the owner columns, for telling apart names stacked elsewhere."""
    cells: list[list[str]] = []
    for analysis in analyses:
        cols = [c.index for c in analysis.columns if c.role == "owners"] if analysis.is_plan else []
        for row, kind in enumerate(analysis.kinds):
            if kind.kind in ("action", "more"):
                for col in cols:
                    cell = analysis.view.at(row, col)
                    lines = analysis.view.lines(cell) if cell is not None else []
                    cells.append([line.text for line in lines])
    return lone_names(tuple(tuple(cell) for cell in cells if cell))


def _date_texts(group: Group) -> list[str]:
    texts: list[str] = []
    for member in group.members:
        analysis = member.analysis
        roles = ("due", "due_original", "due_revised", "start", "completed_on")
        cols = [c.index for c in analysis.columns if c.role in roles]
        for row, kind in enumerate(analysis.kinds):
            if kind.kind in ("action", "more", "continuation"):
                texts += [analysis.view.own_text(row, col) for col in cols]
    return [text for text in texts if text]


def _year(groups: list[Group], document: Document) -> int | None:
    for group in groups:
        found = plan_year(list(group.near), _date_texts(group), document)[0]
        if found:
            return found
    return plan_year([], [], document)[0]


def _read_group(group: Group, document: Document, base: Known, year: int | None) -> Plan:
    headings = [c.heading for m in group.members for c in m.analysis.columns if c.heading]
    titles = list(group.near)
    known = known_in_year(base, year, titles, _date_texts(group), document)
    if known.as_at is not None or not any(years_in(text) for text in titles[:2]):
        known = replace(known, as_at=month_of(headings, document))
    drafts: list[Draft] = []
    section: tuple[str, tuple[str, ...]] = ("", ())
    for member in group.members:
        if not member.keeps_section:
            section = (member.section, member.section_ids)
        analysis = member.analysis
        section = draft_rows(analysis.view, analysis.columns, list(analysis.kinds), drafts, section)
    grouped = same_recommendation(drafts)
    rows = _fill_down(grouped, [read_row(draft, known) for draft in grouped])
    rows = _carry_labels(rows)
    rows = [row for row in rows if row.fields or row.other]
    roles = {column.role for member in group.members for column in member.analysis.columns}
    rows = from_tails(from_headings(rows, roles, known), roles, known)
    tables = tuple(member.analysis.view.id for member in group.members)
    return Plan(group.title, tuple(rows), tables)


def _fill_down(drafts: list[Draft], rows: list[Row]) -> list[Row]:
    """A section column that is filled in once holds for the rows under it."""
    done: list[Row] = []
    for draft, row in zip(drafts, rows, strict=True):
        has_column = any(column.role == "section" for column in draft.pieces[0].columns)
        above = done[-1].fields.get("section") if done else None
        if has_column and above is not None and "section" not in row.fields:
            row = replace(row, fields={**row.fields, "section": above})
        done.append(row)
    return done


def _carry_labels(rows: list[Row]) -> list[Row]:
    """A label inside a title ("Schools") is the section of the rows under it that have none."""
    done: list[Row] = []
    label: FieldValue | None = None
    for row in rows:
        section = row.fields.get("section")
        if section is not None:
            label = section if set(section.cells) & set(_cells(row, "title")) else None
        elif label is not None:
            value = replace(label, confidence=min(label.confidence, 0.82))
            row = replace(row, fields={**row.fields, "section": value})
        done.append(row)
    return done


def _cells(row: Row, name: str) -> tuple[str, ...]:
    return row.fields[name].cells if name in row.fields else ()


def _finish(
    plans: list[Plan], corrections: Corrections, document: Document
) -> tuple[list[Plan], list[Question]]:
    """Links, colours, a person's own values, and questions."""
    rows, questions = link_rows([row for plan in plans for row in plan.rows])
    rows, asked = propose_from_colour(rows, document, colour_sentence(document))
    questions += asked
    rows = [_override(row, corrections) for row in rows]
    for row in rows:
        questions += contradictions(row)
        questions += _doubts(row, corrections)
    done: list[Plan] = []
    for plan in plans:
        own, rows = rows[: len(plan.rows)], rows[len(plan.rows) :]
        done.append(replace(plan, rows=tuple(own)))
    return done, questions


def _override(row: Row, corrections: Corrections) -> Row:
    values = corrections.fields.get(row.id)
    if not values:
        return row
    fields = dict(row.fields)
    for name, value in values.items():
        before = fields.get(name)
        if value in (None, "", []):
            fields.pop(name, None)
        elif before is not None:
            fields[name] = replace(before, value=value, confidence=1.0, why="")
        else:
            fields[name] = FieldValue(value)
    return replace(row, fields=fields)


def _doubts(row: Row, corrections: Corrections) -> list[Question]:
    """A doubtful owner or join is a question, not only a colour on the page."""
    settled = corrections.fields.get(row.id, {})
    found = []
    owners = row.fields.get("owners")
    if owners is not None and owners.confidence < 0.8 and owners.why and "owners" not in settled:
        found.append(Question("owner", row.id, "owners", f"“{owners.printed}”: {owners.why}"))
    due = row.fields.get("due")
    if due is not None and due.confidence < 0.8 and due.why and "due" not in settled:
        found.append(Question("due", row.id, "due", f"“{due.printed}”: {due.why}"))
    if row.joined:
        count = len(row.joined)
        found.append(
            Question(
                "join", row.id, "", f"{count + 1} source rows were read as one. Is that right?"
            )
        )
    return found


def _table_questions(analyses: list[Analysis]) -> list[Question]:
    found = []
    for analysis in analyses:
        if not analysis.is_plan:
            continue
        for column in analysis.columns:
            if column.confidence < 0.8 and column.why:
                found.append(
                    Question("role", f"{analysis.view.id}c{column.index}", column.role, column.why)
                )
    return found
