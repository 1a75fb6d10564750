"""The fields of a row: title, reference, sub-actions, owners, progress and every further column."""

from __future__ import annotations

import re
from typing import Any

from joinedup.assurance.rules.owners import Owner
from joinedup.assurance.rules.status import parse_priority

from .assemble import Draft, Piece, Piled, pile
from .cells import Line, clean, is_nothing, kept
from .context import Known
from .dates import done_in_due, read_due
from .innertables import InnerTable, inner_table, spread_inner
from .model import FieldValue, Row
from .ownerticks import OWNER_TICK, owners_of_ticks
from .parsers import split_owners
from .refs import label_of_title, ref_of_cell, split_ref
from .statuses import combine_statuses, read_status

__all__ = ["AS_ABOVE", "read_row"]

AS_ABOVE = "as above"
"""Stands for the owners of the row above until rows are linked."""

_Fields = dict[str, FieldValue]
_NUMBERED = re.compile(r"(?:(?<=\s)|^)(?:\(?(\d{1,2})[.)]|\(?([a-h])\))\s+(?=\S)")
_LOST_MARK = re.compile(
    r"(?<=[a-z0-9)])\s+(?:The|This|These|There|It|All|An?|In|Regular|Staff|Training|Promotion|Link|"
    r"Referral|Locally|To)\s+[a-z]|[a-z)]\s+(?!Head|Director|Chief|Board|Member|Council)"
    r"[A-Z][a-z]+\s(?:of|to|is|are|will|has|have)\s|"
    r"[a-z]\.\s+[A-Z][\w ]{3,30}\.\s+[A-Z][\w ]{3,30}\.?$"
)
_DITTO = re.compile(
    r"^\s*(as above|ditto|same as above|as previous|see above|〃|”|\")\s*\.?\s*$", re.I
)


def read_row(draft: Draft, known: Known) -> Row:
    """One draft's fields. Words that fit no field go to `other` under their heading. Kept with the
    table: where one row is corrected, the others are not read again."""
    return kept(draft.pieces[0].view, (draft.token, known.token), lambda: _read(draft, known))


def _read(draft: Draft, known: Known) -> Row:
    fields: _Fields = {}
    other: _Fields = {}
    _title_and_ref(draft, fields)
    inner = _actions(draft, fields)
    _owners(draft, known, fields)
    _due(draft, known, fields, other)
    if inner is not None:
        spread_inner(inner, known, fields, other)
    _status_and_progress(draft, known, fields, other)
    _simple(draft, known, fields)
    _others(draft, other)
    _section(draft, fields)
    fields, other = _doubt_joins(draft, fields), {k: v for k, v in other.items() if v.value}
    pieces = draft.pieces
    first = pieces[0]
    cell = next(iter(first.view.filled(first.row)), None)
    joined = tuple(p.id for member in draft.members for p in member[1:])
    return Row(
        id=draft.id,
        fields=fields,
        other=other,
        source_rows=tuple(piece.id for piece in pieces),
        joined=joined + tuple(member[0].id for member in draft.members[1:]),
        place=cell.place if cell else first.view.table.place,
    )


def _doubt_joins(draft: Draft, fields: _Fields) -> _Fields:
    """A doubtful join makes the fields it feeds doubtful."""
    sure = draft.confidence
    if sure >= 0.8:
        return fields
    why = next((kind.why for kind in draft.kinds if kind.confidence == sure), "")
    names = ("title",) if len(draft.pieces) == 1 else tuple(fields)
    return {
        name: FieldValue(v.value, v.printed, v.cells, min(v.confidence, sure), v.why or why)
        if name in names and name != "section"
        else v
        for name, v in fields.items()
    }


def _merge(piles: list[Piled]) -> Piled:
    return Piled(
        tuple(line for p in piles for line in p.lines),
        tuple(cell for p in piles for cell in p.cells),
        tuple(col for p in piles for col in p.columns),
        tuple(cell for p in piles for cell in p.sources),
    )


def _all(draft: Draft, role: str) -> Piled:
    """The lines of a role over all members, merged cells once."""
    seen: set[str] = set()
    return _merge([pile(member, role, seen) for member in draft.members])


def _field(value: Any, piled: Piled, confidence: float = 1.0, why: str = "") -> FieldValue:
    sure = min(confidence, piled.confidence)
    return FieldValue(
        value, piled.text, piled.cells, sure, why or (piled.why if sure < 0.8 else "")
    )


def _title_and_ref(draft: Draft, fields: _Fields) -> None:
    title = _all(draft, "title")
    refs = _all(draft, "ref")
    printed_ref = ref_of_cell(refs.lines[0].printed) if refs.lines else ""
    lines = list(title.lines)
    lead, items = _lead_and_items(lines)
    if lead and items and not _all(draft, "actions").lines:
        lines = lead
        fields["actions"] = _field(
            [i.text for i in items],
            title,
            0.82,
            "The list in the title cell was read as its actions",
        )
    words = _unique_words(lines)
    text = clean(" ".join(words))
    if not text:
        text = _borrowed_title(draft, fields)
        title = _all(draft, "actions") if text else title
    if printed_ref:
        own, rest = split_ref(text)
        if own.casefold() == printed_ref.casefold():
            text = rest
        fields["ref"] = _field(printed_ref, refs, 0.97)
    else:
        found, rest = split_ref(text)
        if found:
            text = rest
            fields["ref"] = _field(found, title, 0.9)
    if text:
        sure = 0.97 if title.columns and title.columns[0].role == "title" else 0.7
        fields["title"] = _field(text, title, sure)
    label = label_of_title([line.printed for line in title.lines])
    if label and not items:
        fields["section"] = _field(label, title, 0.85)


def _unique_words(lines: list[Line]) -> list[str]:
    """The lines of a title; a recommendation printed again for each of its actions counts once."""
    seen: list[str] = []
    for line in lines:
        if line.printed not in seen:
            seen.append(line.printed)
    return seen


def _lead_and_items(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """A short label and the list under it, in one cell."""
    start = next((n for n, line in enumerate(lines) if line.is_item), 0)
    lead, items = lines[:start], lines[start:]
    if not lead or len(items) < 2 or not all(line.is_item for line in items):
        return [], []
    words = " ".join(line.text for line in lead)
    if len(words.split()) > 8 or len(lines) > 60 or words.endswith((":", ".", ",", ";", "–", "-")):
        return [], []
    return lead, items


def _borrowed_title(draft: Draft, fields: _Fields) -> str:
    """A row without title but with actions: its first action is its title."""
    actions = _all(draft, "actions")
    return clean(" ".join(line.printed for line in actions.lines))


def _actions(draft: Draft, fields: _Fields) -> InnerTable | None:
    """The sub-actions; and the table inside the cell, where they stand in one."""
    piled = _all(draft, "actions")
    title = fields.get("title")
    if not piled.lines or (title and set(title.cells) & set(piled.cells)):
        return None
    inner = inner_table(piled.lines)
    if inner is not None:
        fields["actions"] = _field(list(inner.actions), piled, 0.85)
        return inner
    found: list[str] = []
    for line in piled.lines:
        for text in _items_of(line, semicolons=2):
            if text and not is_nothing(text) and text not in found:
                found.append(text)
    if found:
        sure, why = _unmarked(piled)
        fields["actions"] = _field(found, piled, sure, why)
    return None


def _unmarked(piled: Piled) -> tuple[float, str]:
    """Less sure where a line seems to hold several list items whose marks are gone."""
    for line in piled.lines:
        if _LOST_MARK.search(line.text) or _title_case_list(line.text):
            return 0.7, "List marks seem to be lost here: one item may be several"
    return 0.97, ""


def _title_case_list(text: str) -> bool:
    """True for "Substance Misuse Rural Crime Domestic Abuse": names of things in a row."""
    words = [word for word in text.split() if word.isalpha()]
    return len(words) >= 5 and not text.endswith(".") and all(word[0].isupper() for word in words)


def _items_of(line: Line, semicolons: int) -> list[str]:
    """The items of a line; its own mark is the first where more marks follow inside it."""
    if line.mark and re.match(r"\(?(1|a)[.)]", line.mark) and len(_numbered(line.printed)) > 1:
        return _split_items(line.printed, semicolons)
    return _split_items(line.text, semicolons)


def _split_items(text: str, semicolons: int) -> list[str]:
    """ "1. one 2. two" and "one; two" as items. Sentences are never split."""
    parts = _numbered(text)
    found: list[str] = []
    for part in parts:
        pieces = [piece.strip() for piece in part.split(";")]
        pieces = [piece for piece in pieces if piece]
        if (
            ":" not in pieces[0]
            and len(pieces) >= semicolons
            and part.count("(") == part.count(")")
            and not re.search(r"\([^)]*;[^)]*\)", part)
        ):
            found += [
                re.sub(r"^and\s+(?=\w+ )", "", piece) if n else piece
                for n, piece in enumerate(pieces)
            ]
        else:
            found.append(part)
    return [clean(part) for part in found]


def _numbered(text: str) -> list[str]:
    """Split at "1. … 2. …" or "a) … b) …" where the marks count up from the first."""
    marks = list(_NUMBERED.finditer(text))
    if len(marks) < 2 or marks[0].start() > 0:
        return [text]
    order = [int(m.group(1)) if m.group(1) else ord(m.group(2)) - 96 for m in marks]
    kept = [marks[0]]
    for mark, number in zip(marks[1:], order[1:], strict=True):
        if number == order[0] + len(kept):
            kept.append(mark)
    if len(kept) < 2 or order[0] != 1:
        return [text]
    ends = [*[mark.start() for mark in kept[1:]], len(text)]
    return [text[m.end() : end].strip() for m, end in zip(kept, ends, strict=True)]


def _owners(draft: Draft, known: Known, fields: _Fields) -> None:
    seen: set[str] = set()
    names: list[str] = []
    piles: list[Piled] = []
    confidence, why = 1.0, ""
    for member in draft.members:
        ticked = owners_of_ticks(member, seen)
        if ticked is not None:
            names += [name for name in ticked.value if name not in names]
            piles.append(pile(member, OWNER_TICK, set()))
            confidence = min(confidence, ticked.confidence)
        piled = pile(member, "owners", seen)
        if not piled.lines:
            continue
        piles.append(piled)
        for owner in _split(piled, known):
            if owner.text and owner.text.casefold() not in {n.casefold() for n in names}:
                names.append(owner.text)
            if owner.confidence < confidence:
                confidence, why = owner.confidence, owner.why
    if not piles:
        return
    whole = _merge(piles)
    if names:
        fields["owners"] = _field(names, whole, confidence, why)


def _split(piled: Piled, known: Known) -> list[Any]:
    """The owners of each cell by itself: two columns of owners are never read as one text."""
    found: list[Any] = []
    columns = list(dict.fromkeys(col.index for col in piled.columns))
    if len(columns) <= 1:
        texts = [[line.text for line in piled.lines]]
    else:
        texts = [[line for line in cell.text.split("\n") if line.strip()] for cell in piled.sources]
    for lines in texts:
        if _DITTO.match(" ".join(lines)):
            found.append(Owner(AS_ABOVE, "unknown", 0.85))
            continue
        found += split_owners(lines, known.names, known.initials)
    return found


def _due(draft: Draft, known: Known, fields: _Fields, other: _Fields) -> None:
    read = read_due(draft.members, known)
    if read.due is not None:
        fields["due"] = read.due
    other.update(read.other)


def _status_and_progress(draft: Draft, known: Known, fields: _Fields, other: _Fields) -> None:
    seen: dict[str, set[str]] = {}
    statuses: list[FieldValue | None] = []
    progress: list[Line] = []
    for member in draft.members:
        read = read_status(member, known, seen)
        statuses.append(read.status)
        progress += read.progress
        for heading, value in read.other.items():
            before = other.get(heading)
            text = f"{before.value}; {value.value}" if before else value.value
            other[heading] = FieldValue(text, text, (before.cells if before else ()) + value.cells)
    status = combine_statuses(statuses) or _done_by_due(fields)
    if status is not None:
        fields["status"] = status
    piled = _all(draft, "progress")
    items: list[str] = []
    for line in progress:
        items += [text for text in _items_of(line, semicolons=3) if text]
    if items and not all(is_nothing(item) and item.casefold() != "none" for item in items):
        sure, why = _unmarked(piled) if known.marks_lost else (0.97, "")
        fields["progress"] = _field(items, piled, sure, why)


def _done_by_due(fields: _Fields) -> FieldValue | None:
    """ "Completed May 2024" where the date should stand, and no other word on how far it is."""
    due = fields.get("due")
    text = done_in_due(str(due.value.get("text") or "")) if due is not None else ""
    if due is None or not text:
        return None
    return FieldValue({"text": text, "value": "complete"}, due.printed, due.cells, 0.85)


def _simple(draft: Draft, known: Known, fields: _Fields) -> None:
    for role in ("review", "source_ref"):
        piled = _all(draft, role)
        text = clean(" ".join(line.printed for line in piled.lines))
        if text and (not is_nothing(text) or text.casefold() == "none"):
            fields[role] = _field(text, piled, 0.97)
    piled = _all(draft, "priority")
    text = clean(" / ".join(dict.fromkeys(line.printed for line in piled.lines)))
    if not text or is_nothing(text):
        return
    found = parse_priority(text, known.priority_key)
    if found is None:
        fields["priority"] = _field(
            {"text": text, "value": text.casefold()}, piled, 0.6, "Not high, medium or low"
        )
    else:
        fields["priority"] = _field(
            {"text": text, "value": found.value}, piled, found.confidence, found.why
        )


def _others(draft: Draft, other: _Fields) -> None:
    """Further columns, each under its own heading; nothing in them is lost."""
    for role in ("other", "see"):
        seen: set[str] = set()
        for member in draft.members:
            _other_cells(member, role, seen, other)


def _other_cells(member: list[Piece], role: str, seen: set[str], other: _Fields) -> None:
    from .cells import printed

    for piece in member:
        for column, cell in piece.cells(role):
            spot = piece.view.cell_id(cell)
            text = printed(cell)
            told = piece.labelled.get(column.index)
            if spot in seen or not text or (told is not None and not told.get("")):
                continue
            seen.add(spot)
            heading = column.heading or f"column {column.index + 1}"
            before = other.get(heading)
            if before is not None:
                text = f"{before.value} {text}"
            other[heading] = FieldValue(text, text, (before.cells if before else ()) + (spot,))


def _section(draft: Draft, fields: _Fields) -> None:
    piled = _all(draft, "section")
    text = clean(" ".join(dict.fromkeys(line.printed for line in piled.lines)))
    if text:
        fields["section"] = _field(text, piled, 0.95)
    elif draft.section and "section" not in fields:
        fields["section"] = FieldValue(
            clean(draft.section), draft.section, draft.section_cells, 0.95
        )
