"""How far an action has come, as plans say it: words, per cent, ticks, and keys to colours.

A status is what a person declared. A colour, letter or number means only what the key of its own
document says.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

SURE, LIKELY, DOUBTFUL = 0.96, 0.85, 0.6
_COLOURS = "red|amber|green|yellow|blue|grey|gray|orange|purple|white|black|pink|brown|light green"


@dataclass(frozen=True, slots=True)
class Status:
    """A status as read: `value` is complete, partial, in_progress, not_started, overdue,
    on_hold or rejected; `text` the words it was read from. `confidence` below 0.8 asks for a
    look; `why` then says why.
    """

    value: str
    text: str
    confidence: float = SURE
    why: str = ""


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority as read: `value` is high, medium or low."""

    value: str
    text: str
    confidence: float = SURE
    why: str = ""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("status.toml").read_text("utf-8"))


@cache
def _values() -> dict[str, str]:
    return {w: value for value, words in _data()["status"].items() for w in words}


@cache
def status_words() -> frozenset[str]:
    """Every word that the phrases for statuses are made of."""
    return frozenset(word for phrase in _values() for word in phrase.split())


def _plain(text: str) -> str:
    """Lower case, one kind of space, no hyphens inside words, no marks around."""
    text = text.replace("’", "'").replace("\u2010", "-").replace("\u2011", "-").lower()
    text = re.sub(r"(?<=\w)[-‑](?=\w)", " ", text)
    text = re.sub(r"\s+", " ", text).strip(" \t.,:;-–—*!()[]\"'•")
    return re.sub(r"^(?:status|rag|rag status|progress|position)\s*[:\-–]\s*", "", text)


def parse_status(text: str, key: Mapping[str, Status] | None = None) -> Status | None:
    """The status that the text of a status cell says, or None where it says none.

    `key` is the key or legend of the document, see `read_key`.
    """
    printed = " ".join(text.split())
    words = _plain(text)
    if key and (keyed := _by_key(printed, words, key)):
        return keyed
    if not words:
        return _by_tick(printed)
    return (
        _exact(printed, words)
        or _two_states(printed, words)
        or _by_tick(printed)
        or _beside_another_sign(printed, words)
        or _set_off(printed)
        or (parse_per_cent(printed) if "%" in printed or "per cent" in words else None)
        or _sentence(printed, words)
        or _done_sentence(printed, words)
    )


def _exact(printed: str, words: str) -> Status | None:
    value = _values().get(words)
    if not value:
        return None
    if words in _data()["unsure"]["values"]:
        return Status(value, printed, 0.75, f"“{printed}” can be meant in more than one way.")
    return Status(value, printed)


_OPEN = re.compile(r"(?:open|live|active)\s*(?:[,;/(:]|[-–—])\s*")
"""What is open may stand in any state: the word after it tells which."""


def _two_states(printed: str, words: str) -> Status | None:
    """ "In progress / delayed", "Complete (late)": two states, the first one counts."""
    opened = _OPEN.match(words)
    further = _values().get(words[opened.end() :].strip(" .)")) if opened else None
    if further and further != "complete":
        return Status(further, printed)
    halves = [h.strip() for h in re.split(r"[/|,;]| - | – | — |\(", words) if h.strip(" )")]
    values = [_values().get(h.strip(" .)")) for h in halves]
    if len(halves) < 2 or not all(values):
        return None
    first = values[0] or ""
    if len(set(values)) == 1:
        return Status(first, printed)
    for heavier in ("rejected", "on_hold", "overdue"):
        if heavier in values and (first != "complete" or heavier == "rejected"):
            return Status(heavier, printed, 0.75, "Two states are named: the graver was taken.")
    return Status(first, printed, DOUBTFUL, "Two states are named: the first was taken.")


def _beside_another_sign(printed: str, words: str) -> Status | None:
    """ "Red - overdue", "0% - on hold": the word counts, not the colour or per cent beside it."""
    rest = re.sub(rf"\b(?:{_COLOURS})\b|\d+(?:\.\d+)?\s*%", " ", words)
    if rest == words:
        return None
    value = _values().get(_plain(rest))
    below = parse_per_cent(printed) if "%" in printed else None
    if not value or (value == "complete" and below is not None):
        return None
    return Status(value, printed)


def _by_key(printed: str, words: str, key: Mapping[str, Status]) -> Status | None:
    plain_key = {_plain(k): v for k, v in key.items()}
    found = plain_key.get(words)
    if found:
        return Status(found.value, printed, found.confidence, found.why)
    first = re.match(r"[\w%]+", words)
    if first and first.group() in plain_key and words not in _values():
        found = plain_key[first.group()]
        return Status(found.value, printed, min(found.confidence, LIKELY), found.why)
    return None


def _by_tick(printed: str) -> Status | None:
    mark = printed.strip().lower()
    if len(mark) == 1 and not mark.isascii() and mark in _data()["tick"]["yes"]:
        return Status("complete", printed, 0.75, "A tick was taken as complete.")
    return None


def parse_tick(text: str) -> bool | None:
    """Whether a cell of a tick or yes/no column says yes; None where it says neither."""
    mark = text.strip().strip("[]().").strip().lower()
    if mark in _data()["tick"]["yes"]:
        return True
    return False if mark in _data()["tick"]["no"] else None


def parse_per_cent(text: str) -> Status | None:
    """The status of a cell of a per-cent column: 100 complete, 0 not started, else in progress.

    A sheet may hold 60 % as 0.6; "1" alone is then in doubt.
    """
    found = re.search(r"(?<![\d.])(\d{1,3}(?:\.\d+)?)\s*(%|per\s?cent)?", text)
    if not found or not (found.group(2) or text.strip() == found.group()):
        return None
    number, marked = float(found.group(1)), bool(found.group(2))
    if number > 100:
        return None
    if not marked and number == 1:
        return Status("complete", text.strip(), 0.5, "“1” may mean 1% or all of it.")
    if number == 100:
        return Status("complete", text.strip())
    return Status("not_started" if number == 0 else "in_progress", text.strip())


def _opening(text: str) -> Iterable[tuple[str, str]]:
    """The openings of a text that a colon, dash, full stop or line end sets off, with the rest."""
    capitals = re.match(r"[A-Z]{4,}(?:[ -][A-Z]{2,}){0,3}(?=\s+[A-Z]?[a-z])", text)
    if capitals:
        yield capitals.group(), text[capitals.end() :].strip()
    for mark in re.finditer(r":|\s[-–—]+\s*|[-–—]+\s|\.(?=\s|$)|[\r\n]+|;|$", text):
        opening = text[: mark.start()]
        if len(opening) > 60:
            return
        if opening.strip():
            yield opening, text[mark.end() :].strip()


def _set_off(text: str) -> Status | None:
    for opening, _ in _opening(text):
        if found := _exact(" ".join(opening.split()), _plain(opening)):
            return found
    return None


def _sentence(printed: str, words: str) -> Status | None:
    """A status column that holds a sentence: judged by how it begins, else how it ends."""
    begins = _data()["begins"]
    for value, openings in _data()["ends"].items():
        if any(re.search(rf"\b{re.escape(e)}$", words) for e in openings):
            return Status(value, printed, 0.7, "Judged by the last words of a sentence.")
    for value, openings in begins.items():
        if any(words.startswith(o + " ") for o in openings):
            return Status(value, printed, 0.7, "Judged by the first words of a sentence.")
    for phrase in sorted(_values(), key=len, reverse=True):
        if words.startswith((phrase + " ", phrase + ",")):
            return Status(_values()[phrase], printed, DOUBTFUL, "More follows the status word.")
    return None


def _done_sentence(printed: str, words: str) -> Status | None:
    """ "All training completed": in a column of states, the last word tells."""
    data = _data()["ends_in_status_column"]
    if words.split()[-1] not in data["words"] or len(words) > 80:
        return None
    if any(f" {word} " in f" {words} " for word in data["unless"]):
        return None
    return Status("complete", printed, 0.7, "Judged by the last word of a sentence.")


_PER_CENT_DONE = re.compile(
    r"\s*\d+\s*%\s*(?:complet\w*|done|finished|implemented|achieved|delivered|progress\w*)?\W*",
    re.IGNORECASE,
)
""" "60% complete" is a status; "64% in time" is something measured."""


def split_status_from_progress(
    lines: Sequence[str],
) -> tuple[Status | None, list[str]]:
    """The status that opens a progress cell, and the lines without its word.

    A word at the start counts only where a colon, dash, full stop or the end of the line sets
    it off: "Completed forms are sampled" is progress.
    """
    rest = [line for line in lines if line.strip()]
    if not rest:
        return None, []
    first = rest[0]
    for opening, remaining in _opening(first):
        words = _plain(opening)
        whole = not remaining
        found = _exact(" ".join(opening.split()), words)
        if found is None and _OPEN.match(words):
            found = _two_states(" ".join(opening.split()), words)
        if found is None and "%" in opening and _PER_CENT_DONE.fullmatch(opening):
            found = parse_per_cent(opening)
        if found and (whole or words not in _data()["unsure"]["alone"]):
            left = [remaining] if remaining else []
            return found, [*left, *rest[1:]]
    if len(rest) == 1 and len(first.split()) <= 7:
        whole_cell = _sentence(" ".join(first.split()), _plain(first))
        waits = whole_cell and whole_cell.value == "on_hold" and len(first.split()) > 2
        if whole_cell and whole_cell.confidence >= 0.7 and not waits:
            return whole_cell, []
    return None, rest


def parse_priority(text: str, key: Mapping[str, str] | None = None) -> Priority | None:
    """High, medium or low, or None. Numbers count only through `key`."""
    printed = " ".join(text.split())
    words = _plain(text)
    if key:
        plain_key = {_plain(k): v for k, v in key.items()}
        if words in plain_key:
            return Priority(plain_key[words], printed)
    first = re.split(r"[\s/(–—:-]", words)[0] if words else ""
    for value, names in _data()["priority"].items():
        if words in names:
            return Priority(value, printed)
    for value, names in _data()["priority"].items():
        if first in names and len(words) <= 40:
            return Priority(value, printed, 0.7, "More follows the priority.")
    return None


_SIGN = rf"(?:(?:dark |light )?(?:{_COLOURS})|[A-Z]{{1,3}}|\d{{1,2}})"
_PAIR = re.compile(
    rf"(?:^|[\s,;|(])({_SIGN})\)?\s*(?:=|:|[-–—]+|\u2192)\s*([^=:|;\n]+?)"
    rf"(?=(?:[\s,;|.]+\(?{_SIGN}\)?\s*(?:=|:|\s[-–—]+\s))|[;|\n]|$)",
    re.IGNORECASE,
)


def read_key(texts: Iterable[str]) -> Mapping[str, Status]:
    """The key of a document ("G = complete", "Amber – some delay", "1: not started").

    Each entry is the colour, letter or number as printed, with the status it stands for. An
    entry whose meaning is not understood is left out.
    """
    key: dict[str, Status] = {}
    for text in texts:
        for found in _PAIR.finditer(text):
            sign, meaning = found.group(1).strip(), found.group(2).strip(" .,;")
            status = parse_status(meaning) or _contained(meaning)
            if status:
                trust = max(status.confidence, LIKELY)
                key[sign] = Status(status.value, meaning, trust, status.why)
    return key


def _contained(meaning: str) -> Status | None:
    words = f" {_plain(meaning)} "
    hits = [p for p in _values() if f" {p} " in words and len(p) > 3]
    if not hits:
        return None
    longest = max(hits, key=len)
    return Status(_values()[longest], meaning, LIKELY)
