"""The status of a row: a word, a tick, a code with a key, a date of completion, a progress cell."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from joinedup.assurance.rules.status import Status, parse_per_cent, parse_tick, status_words

from .assemble import Piece, Piled, pile
from .cells import Line, clean, colour_name, is_nothing
from .context import Known
from .facts import looks_like_date
from .legends import by_fill, lookup
from .meanings import status_meaning
from .model import FieldValue
from .parsers import open_status, parse_status
from .slips import mended

__all__ = ["STATUS_AS_PRINTED", "StatusRead", "combine_statuses", "read_status"]

_YES_NO = re.compile(r"^(y|yes|n|no)\s*(?:$|[.,;:(–-])", re.IGNORECASE)
_QUESTION = re.compile(
    r"\b(complete|done|implemented|closed|achieved|finished|fixed|resolved|sorted|actioned|discharged|"
    r"delivered|complied|in place|met)\b|\bcompleted\b",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"^(r|a|g|b|y|red|amber|green|blue|yellow|grey|gray|purple|orange|white|black|\d)\W*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,2}\s*[-–—.:)]\s*(?=[A-Za-z])")
"""The number that a list of choices puts before each ("3 - Delayed")."""
_REJECTED = re.compile(r"^\s*(rejected|not accepted|declined|not agreed|refused)\b", re.IGNORECASE)


STATUS_AS_PRINTED = "Status as printed"
"""The heading under which the words of a status column are kept where another cell said more."""


class StatusRead:
    """The status of one member, what it leaves of the progress lines, and what is for `other`."""

    def __init__(self) -> None:
        self.status: FieldValue | None = None
        self.other: dict[str, FieldValue] = {}
        self.progress: list[Line] = []

    def offer(self, status: FieldValue | None) -> None:
        """Take a status unless a better one is there: a value wins over none."""
        if status is None:
            return
        if self.status is None or (self.status.value["value"] is None and status.value["value"]):
            if self.status is not None:
                self.keep(STATUS_AS_PRINTED, self.status)
            self.status = status
        elif status.printed and clean(status.printed) != clean(self.status.printed):
            self.keep("Further status", status)

    def keep(self, heading: str, value: FieldValue) -> None:
        """Keep words that are no status in `other`."""
        if value.printed:
            self.other[heading] = FieldValue(value.printed, value.printed, value.cells)


def _field(status: Status, piled: Piled, text: str | None = None) -> FieldValue:
    confidence = min(status.confidence, piled.confidence)
    why = status.why if status.confidence <= piled.confidence else piled.why
    return FieldValue(
        {"text": text or status.text, "value": status.value},
        piled.text,
        piled.cells,
        confidence,
        why,
    )


def _worded(piled: Piled, known: Known) -> FieldValue | None:
    """A status cell's word, code or colour."""
    text = _boxed(piled) or clean(" ".join(line.kept or line.text for line in piled.lines))
    text = text or piled.text
    if not text or is_nothing(text):
        return _coloured(piled, known)
    if _SHAPE.fullmatch(text) and (colour := _ink(piled)) is not None:
        return _coloured(piled, known, colour)
    heading = piled.columns[0].heading if piled.columns else ""
    meaning = lookup(known.keys, text) if len(text.split()) <= 4 else None
    keyed = status_meaning(meaning) if meaning is not None else None
    if keyed is None and _YES_NO.match(text) and len(text.split()) <= 3:
        return _yes_no(text, heading, piled)
    if keyed is not None:
        return _field(
            Status(keyed.value, text, max(keyed.confidence, 0.85), keyed.why), piled, text
        )
    found = parse_status(text, known.status_key)
    if found is None and (numbered := _NUMBERED.match(text)):
        found = parse_status(text[numbered.end() :], known.status_key)
    found = found or _slipped(text)
    if found is not None:
        return _field(found, piled, text)
    if text.casefold().strip(" .") == heading.casefold().strip(" ?") and _QUESTION.search(heading):
        return _field(Status("complete", text, 0.9), piled)  # "Met" under "Met?"
    if looks_like_date(text) and _QUESTION.search(heading):
        return _field(
            Status("complete", text, 0.7, "A date was read as the date of completion"), piled
        )
    if (tick := parse_tick(text)) is not None and _QUESTION.search(heading):
        return _field(Status("complete", text, 0.85), piled) if tick else None
    why = (
        "No key says what this code means" if _CODE.match(text) else "This is no status known here"
    )
    return FieldValue({"text": text, "value": None}, piled.text, piled.cells, 0.5, why)


_MOST_WORDS_MENDED = 4


def _slipped(text: str) -> Status | None:
    """The status of a few words with a slip of typing in one ("In progres", "Not strated")."""
    right = mended(text, status_words()) if len(text.split()) <= _MOST_WORDS_MENDED else text
    found = parse_status(right) if right != text else None
    return replace(found, confidence=min(found.confidence, 0.82)) if found is not None else None


_BOX = re.compile(r"([☐☑☒✓✔✗✘□■◻◼▢⬜⬛🗹\uf0a8\uf0fe\uf0fd]|\[\s?[xX✓✔]?\s?\]|\(\s?[xX✓✔]?\s?\))")
_FULL = re.compile(r"[☑☒✓✔✗✘■◼⬛🗹\uf0fe\uf0fdxX]")


def _boxed(piled: Piled) -> str:
    """The choice that is ticked in "☐ Not started ☒ In progress ☐ Done"; "" where none is."""
    text = clean(" ".join(cell.text for cell in piled.sources))
    parts = _BOX.split(text)
    boxes, words = parts[1::2], [part.strip(" ,;/|") for part in parts[2::2]]
    before = parts[0].strip(" ,;/|")
    if len(boxes) < 2:
        return ""
    if before and not words[-1]:
        words = [before, *words[:-1]]
    chosen = [word for box, word in zip(boxes, words, strict=True) if _FULL.search(box) and word]
    return chosen[0] if len(chosen) == 1 and all(words) else ""


def _yes_no(text: str, heading: str, piled: Piled) -> FieldValue | None:
    if not _QUESTION.search(heading):
        return FieldValue(
            {"text": text, "value": None},
            piled.text,
            piled.cells,
            0.5,
            "“Yes” or “no” says no status here",
        )
    if text.casefold().startswith("y"):
        return _field(Status("complete", text, 0.9), piled)
    return FieldValue(
        {"text": text, "value": None},
        piled.text,
        piled.cells,
        0.6,
        "Not complete: begun or not is not said",
    )


_SHAPE = re.compile(r"[■●▪◼⬤⚫◆▲▼★•⬛⏺\uf06c\uf06e\s]+")
"""A drawn shape: its colour speaks, not the shape."""


def _ink(piled: Piled) -> str | None:
    """The one colour of the words of a cell, None where they are black or of several."""
    colours = {line.colour for line in piled.lines}
    colour = colours.pop() if len(colours) == 1 else None
    return colour if colour not in (None, "000000") else None


def _coloured(piled: Piled, known: Known, ink: str | None = None) -> FieldValue | None:
    """An empty status cell that speaks by its colour, or a shape that speaks by its own (`ink`)."""
    fill = ink or next((cell.fill for cell in piled.sources if cell.fill), None)
    name = colour_name(fill)
    meaning = by_fill(known.keys, fill) or (lookup(known.keys, name) if name else None)
    if meaning and (found := status_meaning(meaning)):
        text = f"{name} ({meaning})" if name else meaning
        sure = 0.82 if found.confidence >= 0.8 else 0.7
        return FieldValue({"text": text, "value": found.value}, "", piled.cells, sure, found.why)
    if not name:
        return None
    return FieldValue(
        {"text": f"coloured {name}", "value": None},
        "",
        piled.cells,
        0.5,
        f"The cell is coloured {name}, and no key says what that means",
    )


def _ticked(member: list[Piece], seen: set[str]) -> FieldValue | None:
    """The heading of the column that is ticked."""
    piled = pile(member, "tick", seen)
    found: list[tuple[str, str]] = []
    for column, cell in zip(piled.columns, piled.sources, strict=True):
        text = clean(cell.text)
        status = parse_status(column.heading)
        if status is not None and (parse_tick(text) or looks_like_date(text)):
            found.append((column.heading, status.value))
    if not found:
        return None
    values = {value for _, value in found}
    order = ["complete", "partial", "in_progress", "overdue", "on_hold", "rejected", "not_started"]
    value = min(values, key=lambda name: order.index(name) if name in order else 9)
    sure = 0.95 if len(values) == 1 else 0.6
    why = "" if sure > 0.8 else "Several columns are ticked"
    return FieldValue(
        {"text": " / ".join(h for h, _ in found), "value": value},
        piled.text,
        piled.cells,
        sure,
        why,
    )


def _per_cent(piled: Piled) -> FieldValue | None:
    text = piled.text
    value = piled.sources[0].value if piled.sources else None
    if isinstance(value, float) and 0 < value <= 1 and "%" not in text:
        text = f"{round(value * 100)}%"
    if not text:
        return None
    found = parse_per_cent(text if "%" in text else f"{text}%")
    if found is None:
        found = parse_status(text)
    if found is None:
        return FieldValue(
            {"text": text, "value": None}, piled.text, piled.cells, 0.5, "No per cent"
        )
    return _field(found, piled, text)


def _completed(piled: Piled, read: StatusRead) -> None:
    """A date in the column for the date of completion means complete, and goes to `other`."""
    text = piled.text
    dated = any(isinstance(cell.value, dt.date) for cell in piled.sources)
    if not text or is_nothing(text):
        return
    heading = piled.columns[0].heading or "Completed on"
    told = len(text.split()) > _DATED_WORDS and not dated
    if told and (not looks_like_date(text) or open_status([text])[0] is not None):
        read.progress += _open_progress(piled, read)
        return
    read.keep(heading, FieldValue(text, text, piled.cells))
    if dated or looks_like_date(text):
        read.offer(_field(Status("complete", text, 0.9), piled, text))
    elif (found := parse_status(text)) is not None:
        read.offer(_field(found, piled))


_DATED_WORDS = 3
"""A longer text where the date of completion should stand tells of progress."""


def read_status(member: list[Piece], known: Known, seen: dict[str, set[str]]) -> StatusRead:
    """The status of one source action row from all the places that may hold one."""

    def take(role: str) -> Piled:
        return pile(member, role, seen.setdefault(role, set()))

    read = StatusRead()
    whole = take("status")
    columns = list(dict.fromkeys(whole.columns))
    read.offer(_latest([_worded(_only(whole, column.index), known) for column in columns]))
    if not whole.sources and any(c.role == "status" for c in member[0].columns):
        read.offer(_coloured(whole, known))
    read.offer(_ticked(member, seen.setdefault("tick", set())))
    _completed(take("completed_on"), read)
    per_cent = take("percent")
    counted = _per_cent(per_cent) if per_cent.sources else None
    _from_progress(take("progress"), read, counted)
    if per_cent.sources:
        read.offer(counted)
        heading = per_cent.columns[0].heading or "Per cent"
        read.keep(heading, FieldValue(per_cent.text, per_cent.text, per_cent.cells))
    _from_decision(take("other"), read)
    return read


def _latest(found: list[FieldValue | None]) -> FieldValue | None:
    """Of several columns of states ("Quarter 1", "Quarter 2") the last that says one counts."""
    said = [status for status in found if status is not None]
    known = [status for status in said if status.value["value"]]
    if len(said) < 2:
        return said[0] if said else None
    last = known[-1] if known else said[-1]
    values = {status.value["value"] for status in known}
    text = "; ".join(dict.fromkeys(status.printed for status in said if status.printed))
    sure = min(last.confidence, 0.82 if len(values) > 1 else 0.9)
    cells = tuple(cell for status in said for cell in status.cells)
    return replace(last, printed=text, cells=cells, confidence=sure)


def _only(piled: Piled, column: int) -> Piled:
    """One column's part of a pile (the lines of one cell are those of its paragraphs)."""
    if len({col.index for col in piled.columns}) == 1:
        return piled
    spots = [n for n, col in enumerate(piled.columns) if col.index == column]
    lines = [line for n in spots for line in piled.parts[n]]
    return Piled(
        tuple(lines),
        tuple(piled.cells[n] for n in spots),
        tuple(piled.columns[n] for n in spots),
        tuple(piled.sources[n] for n in spots),
    )


def _from_progress(piled: Piled, read: StatusRead, per_cent: FieldValue | None) -> None:
    """A progress cell may open with a status; what is left is progress. Each column by itself. A
    sentence that only sounds like a state says none where a column of its own gives it or a
    `per_cent`."""
    columns = list(dict.fromkeys(col.index for col in piled.columns))
    parts = [_only(piled, column) for column in columns]
    counted = sum(1 for part in parts if _MEASURED.fullmatch(part.text)) > 1
    for part in parts:
        read.progress += part.lines if counted else _open_progress(part, read, per_cent)


_SENTENCE = re.compile(r"\b(has|have|had|was|were)\b", re.IGNORECASE)
"""A sentence about how things stand is progress where a column of its own holds the status."""


_MEASURED = re.compile(r"\s*\d+(?:\.\d+)?\s*%\s*")
"""A bare per cent beside a status in words is something measured."""


def _open_progress(
    piled: Piled, read: StatusRead, per_cent: FieldValue | None = None
) -> list[Line]:
    lines = list(piled.lines)
    if not lines or lines[0].is_item:
        return lines
    status, rest = open_status([line.text for line in lines])
    if status is None or (status.confidence < 0.8 and (read.status or per_cent) is not None):
        return lines
    told = read.status is not None and read.status.value["value"]
    if told and (_SENTENCE.search(status.text) or _MEASURED.fullmatch(status.text)):
        return lines
    read.offer(_field(status, piled))
    to_come = not rest and status.value == "not_started"  # it says what will be done
    if status.confidence < 0.8 and (to_come or len(rest) == len(lines)):
        return lines
    kept = lines[-len(rest) :] if rest else []
    if kept and kept[0].text != rest[0]:
        kept[0] = Line(text=rest[0], kept=rest[0], colour=kept[0].colour)
    return kept


def _from_decision(piled: Piled, read: StatusRead) -> None:
    """A recommendation that was not accepted is rejected, where nothing else gives a status."""
    if read.status is not None:
        return
    for column, cell in zip(piled.columns, piled.sources, strict=True):
        if _REJECTED.match(clean(cell.text)) and re.search(
            r"accept|decision|agree|response", column.heading, re.IGNORECASE
        ):
            text = clean(cell.text)
            read.offer(FieldValue({"text": text, "value": "rejected"}, text, (), 0.85))


def combine_statuses(found: list[FieldValue | None]) -> FieldValue | None:
    """The status of a recommendation over several action rows, from the status of each."""
    inked = [status for status in found if status is not None]
    if not inked:
        return None
    if len(found) == 1:
        return inked[0]
    values = [status.value["value"] if status else None for status in found]
    text = "; ".join(s.value["text"] for s in inked if s.value["text"])
    cells = tuple(cell for status in inked for cell in status.cells)
    printed = " ".join(status.printed for status in inked)
    confidence = min(status.confidence for status in inked)
    value, why = _overall(values), next((s.why for s in inked if s.why), "")
    if value is None or (None in values and value != "partial"):
        confidence, why = min(confidence, 0.6), "The actions of this row have different states"
    return FieldValue({"text": text, "value": value}, printed, cells, confidence, why)


def _overall(values: list[str | None]) -> str | None:
    said = [value for value in values if value]
    if not said:
        return None
    if len(set(said)) == 1 and len(said) == len(values):
        return said[0]
    if all(value == "complete" for value in values):
        return "complete"
    if any(value in ("complete", "partial") for value in said):
        return "partial"
    if any(value == "in_progress" for value in said):
        return "in_progress"
    if all(value == "not_started" for value in said):
        return "not_started"
    return said[0] if len(set(said)) == 1 else None
