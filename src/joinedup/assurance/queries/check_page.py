"""What the check page shows, put together from the reading and its open ends. No HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from joinedup.assurance.models.imports import PlanImport
from joinedup.assurance.queries.imports import Checked, check_of, everybody, paint_in
from joinedup.assurance.rules.checking import Progress
from joinedup.assurance.rules.checking.blocks import (
    Band,
    RowBlock,
    blocks,
    blocks_of_plan,
    loose_bands,
)
from joinedup.assurance.rules.checking.progress import OwnerMatch, left_out, plan_choices
from joinedup.assurance.rules.checking.proposals import date_in
from joinedup.assurance.rules.checking.questions import choices_for
from joinedup.assurance.rules.checking.values import (
    STATUSES,
    account_words,
    meaning_words,
    shown,
)
from joinedup.assurance.rules.checking.words import (
    BAND_WORDS,
    BLOCK_KIND_WORDS,
    FIELD_WORDS,
    ROLE_WORDS,
    ROW_KIND_WORDS,
)
from joinedup.assurance.rules.owners import split_owners
from joinedup.assurance.rules.reading.lexicon import ROLES
from joinedup.assurance.rules.reading.model import FIELDS, FLAG_BELOW, Plan, Row
from joinedup.pages.rules import number_asked

__all__ = ["check_page", "one_row", "plan_kind", "plans_to_confirm"]

PAGE_ROWS = 40


def _typed(name: str, value: Any) -> str:
    """What stands in the box: the words, or for a status its code."""
    if name == "status" and isinstance(value, dict):
        return str(value.get("value") or "")
    return shown(name, value)


def _field(row: Row, name: str, found: PlanImport, progress: Progress) -> dict[str, Any]:
    value = row.fields.get(name) or row.other.get(name)
    is_open = any(d.row.id == row.id and d.field == name for d in progress.doubts)
    was_flagged = value is not None and value.confidence < FLAG_BELOW
    raw = value.value if value else None
    return {
        "name": name,
        "words": FIELD_WORDS.get(name, name),
        "text": shown(name, raw),
        "list": list(map(str, raw)) if isinstance(raw, list) and len(raw) > 1 else [],
        "typed": _typed(name, raw),
        "meaning": meaning_words(name, raw),
        "printed": value.printed if value else "",
        "why": value.why if value else "",
        "state": "doubt" if is_open else "done" if was_flagged else "sure",
        "is_there": value is not None and raw not in (None, "", []),
    }


def _row(
    block: RowBlock, found: PlanImport, progress: Progress, headings: Mapping[str, str]
) -> dict[str, Any]:
    row = block.row
    names = [name for name in FIELDS if name in row.fields]
    fields = [_field(row, name, found, progress) for name in names]
    fields += [_field(row, name, found, progress) for name in row.other]
    waiting = [q for q in progress.questions if q.question.about == row.id]
    near = {field["name"] for field in fields if field["state"] != "sure"}
    near |= {q.question.field for q in waiting} | ({"due", "status"} if waiting else set())
    paint = paint_in(found.reference)
    near_cells = {c for name in near if name in row.fields for c in row.fields[name].cells}
    return {
        "id": row.id,
        "is_row": True,
        "plan": block.plan,
        "code": str(row.value("ref") or ""),
        "title": str(row.value("title") or ""),
        "place": row.place.label(),
        "joined": row.joined,
        "source_rows": row.source_rows,
        "paint": " · ".join(filter(None, (paint.rows.get(one) for one in row.source_rows))),
        "cells": [
            {
                "id": c.id,
                "text": c.text,
                "heading": headings.get(column_of(c.id), ""),
                "paint": paint.cells.get(c.id, ""),
                "is_near": c.id in near_cells or c.field in near,
            }
            for c in block.cells
            if c.text.strip()
        ]
        + [
            {
                "id": spot,
                "text": "",
                "heading": headings.get(column_of(spot), ""),
                "paint": paint.cells[spot],
                "is_near": True,
            }
            for one in row.source_rows
            for spot in paint.empty.get(one, ())
        ],
        "fields": [field for field in fields if field["is_there"] or field["state"] == "doubt"],
        "questions": [question_words(q) for q in waiting],
        "doubts": sum(1 for field in fields if field["state"] == "doubt"),
    }


def question_words(open_question: Any) -> dict[str, Any]:
    """A question with its answers."""
    return {
        "key": open_question.key,
        "text": open_question.question.text,
        "about": open_question.question.about,
        "choices": choices_for(open_question.question),
        "answer": open_question.answer,
    }


def column_of(cell_id: str) -> str:
    """ "t2r5c3" → "t2c3"."""
    table, mark, rest = cell_id.partition("r")
    _, mark2, column = rest.partition("c")
    return f"{table}c{column}" if mark and mark2 else ""


def _headings(checked: Checked) -> dict[str, str]:
    return {
        f"{table.id}c{column.index}": column.heading
        for table in checked.reading.tables
        for column in table.columns
    }


def _columns(checked: Checked, plan: Plan) -> list[dict[str, Any]]:
    found = []
    for table in checked.reading.tables:
        if table.id not in plan.tables:
            continue
        for column in table.columns:
            at = f"{table.id}c{column.index}"
            doubts = [
                d
                for d in checked.progress.doubts
                if d.row.id.startswith(f"{table.id}r") and d.field == column.role
            ]
            found.append(
                {
                    "at": at,
                    "table": table.id,
                    "heading": column.heading or "(no heading)",
                    "role": column.role,
                    "words": ROLE_WORDS.get(column.role, column.role),
                    "is_sure": column.confidence >= FLAG_BELOW,
                    "why": column.why,
                    "doubts": len(doubts),
                }
            )
    return found


def plan_kind(plan: Plan, choices: Mapping[str, object]) -> str:
    """Whether a plan's rows are actions, or findings with a position (no owner and no date)."""
    if choices.get("kind"):
        return str(choices["kind"])
    has_promise = any(
        row.value("owners") or row.value("due") or row.value("status") for row in plan.rows
    )
    has_source = any(row.value("source_ref") for row in plan.rows)
    return "actions" if has_promise or not has_source else "findings"


def _plans(checked: Checked, found: PlanImport) -> list[dict[str, Any]]:
    chosen = plan_choices(found.steps)
    out = left_out(found.steps)
    open_rows = {d.row.id for d in checked.progress.doubts}
    return [
        {
            "number": number,
            "title": str(
                chosen.get(str(number), {}).get("title") or plan.title or f"Plan {number + 1}"
            ),
            "rows": len(plan.rows),
            "is_taken": number not in out,
            "kind": plan_kind(plan, chosen.get(str(number), {})),
            "doubts": sum(1 for row in plan.rows if row.id in open_rows),
        }
        for number, plan in enumerate(checked.reading.plans)
    ]


POST_WORDS = {"post": "new_post", "body": "new_agency"}


def owner_words(checked: Checked) -> list[dict[str, Any]]:
    """Printed owners: who each may be. Chosen is what was decided; else the new person, post or
    organisation that the words name, but nothing where they could be somebody known here: part of
    a name never becomes somebody by itself."""
    return [_owner(match, checked) for match in checked.progress.owners]


def _owner(match: OwnerMatch, checked: Checked) -> dict[str, Any]:
    options = [
        (f"{one.kind}:{one.key}", f"{one.name} ({one.why.lower().rstrip('.')})")
        for one in match.candidates
    ]
    if match.several:
        each = ",".join(one.key for one in match.several)
        named = ", ".join(one.name for one in match.several)
        options.insert(0, (f"each:{each}", f"All {len(match.several)}: {named}"))
    options += [
        (f"same:{other}", f"The same as “{other}” in this document") for other in match.same_as
    ]
    if options and not match.choice:
        options.insert(0, ("", "Choose who this is"))
    kind = split_owners(match.text)
    likely = POST_WORDS.get(kind[0].kind, "new_person") if kind else "new_person"
    new = [
        ("new_person", f"Add “{match.text}” as a person"),
        ("new_post", f"Add “{match.text}” as a post"),
        ("new_agency", f"Add “{match.text}” as an organisation"),
    ]
    options += sorted(new, key=lambda one: one[0] != likely)
    options.append(("words", "Keep the words only, decide later"))
    if match.choice and match.choice not in dict(options):
        options.insert(0, (match.choice, dict(everybody(checked)).get(match.choice, match.text)))
    return {
        "text": match.text,
        "count": len(match.rows),
        "options": options,
        "choice": match.choice,
    }


def _band(band: Band) -> dict[str, Any]:
    return {
        "is_row": False,
        "id": band.id,
        "table": band.id.partition("r")[0] if band.id.startswith("t") else "",
        "use": BAND_WORDS.get(band.use, band.use),
        "text": band.text,
    }


def _number(text: str, most: int) -> int:
    return min(number_asked(text), most)


def check_page(found: PlanImport, values: Mapping[str, str]) -> dict[str, Any]:
    """Everything for the whole page. `values` are those of the address: show, plan, page."""
    checked = check_of(found)
    plans = _plans(checked, found)
    number = _number(values.get("plan", "0"), max(0, len(plans) - 1))
    show = values.get("show", "")
    if show not in {"doubts", "all", "text"}:
        show = "doubts" if checked.progress.left else "all"
    plan = checked.reading.plans[number] if plans else Plan("", ())
    everything = blocks(checked.reading)
    loose = loose_bands(everything, checked.reading.plans)
    open_rows = {d.row.id for d in checked.progress.doubts}
    open_rows |= {q.question.about for q in checked.progress.questions}
    if show == "doubts":
        rows = [block for block in everything if isinstance(block, RowBlock)]
        here: list[Any] = [block for block in rows if block.row.id in open_rows]
    elif show == "text":
        here = list(loose)
    else:
        here = list(blocks_of_plan(everything, number, plan))
    pages = max(1, -(-len(here) // PAGE_ROWS))
    page = max(1, min(_number(values.get("page", "1"), pages) or 1, pages))
    part = here[(page - 1) * PAGE_ROWS : page * PAGE_ROWS]
    headings = _headings(checked)
    who = owner_words(checked)
    row_ids = {row.id for row in checked.reading.rows()}
    view = f"?show={show}&plan={number}&page={page}"
    return {
        "found": found,
        "reading": checked.reading,
        "progress": checked.progress,
        "account_words": account_words(checked.progress.account),
        "plans": plans,
        "number": number,
        "plan": plans[number] if plans else None,
        "columns": _columns(checked, plan),
        "roles": [(role, ROLE_WORDS.get(role, role)) for role in ROLES],
        "show": show,
        "page": page,
        "pages": pages,
        "view": view,
        "owners": [one for one in who if not one["choice"]],
        "decided": [one for one in who if one["choice"]],
        "everybody": everybody(checked) if who else [],
        "loose_questions": [
            question_words(q) for q in checked.progress.questions if q.question.about not in row_ids
        ],
        "loose": len(loose),
        "blocks": [
            _row(block, found, checked.progress, headings)
            if isinstance(block, RowBlock)
            else _band(block)
            for block in part
        ],
        "statuses": STATUSES,
        "row_kinds": ROW_KIND_WORDS,
        "block_kinds": BLOCK_KIND_WORDS,
        "can_undo": bool(found.steps),
    }


def one_row(found: PlanImport, values: Mapping[str, str], row_id: str) -> dict[str, Any] | None:
    """One row for a small answer or for editing; None where the reading has no such row any more."""
    checked = check_of(found)
    headings = _headings(checked)
    for block in blocks(checked.reading):
        if isinstance(block, RowBlock) and block.row.id == row_id:
            all_fields = [_field(block.row, name, found, checked.progress) for name in FIELDS]
            return {
                "found": found,
                "block": _row(block, found, checked.progress, headings),
                "all_fields": all_fields,
                "progress": checked.progress,
                "account_words": account_words(checked.progress.account),
                "view": f"?{values.urlencode()}" if hasattr(values, "urlencode") else "",
                "is_short": values.get("show") != "all",
                "statuses": STATUSES,
                "can_undo": bool(found.steps),
            }
    return None


def plans_to_confirm(checked: Checked, found: PlanImport) -> list[dict[str, Any]]:
    """The plans of the document with what is proposed for each: title, kind and day. A plan whose
    title speaks of no day has that of the plan beside it: they came in one document."""
    plans = _plans(checked, found)
    for plan in plans:
        plan["dated_on"] = date_in(plan["title"], checked.reading.year)
    promised = [plan for plan in plans if plan["kind"] == "actions"]
    days = [plan["dated_on"] for plan in promised if plan["dated_on"]]
    for plan in promised:
        plan["dated_on"] = plan["dated_on"] or max(days, default=None)
    return plans
