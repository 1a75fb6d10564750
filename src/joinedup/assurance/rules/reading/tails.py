"""Who and when at the end of a sentence: "Write to schools (Jo Reeves, by 30 April 2024)",
"Publish the tool – Comms Team – May 2024", "[x] Train the hub | Head of MASH | 30/06/24"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from joinedup.assurance.rules.owners.kinds import UNKNOWN

from .cells import clean
from .facts import asks_for, looks_like_date
from .parsers import parse_due, parse_status, split_owners

__all__ = ["Tail", "is_when", "tail_of", "without_box"]

_CHECKED = re.compile(r"^\s*(?:\[\s*[xX✓✔]\s*\]|[☑☒✓✔])\s*")
_UNCHECKED = re.compile(r"^\s*(?:\[\s*\]|[☐□])\s*")
_BRACKET = re.compile(r"^(?P<body>.{8,}?)\s*[(\[](?P<tail>[^()\[\]]{2,90})[)\]]\s*[.;]?\s*$")
_STATE = re.compile(
    r"^(?P<body>.{8,}?)\s*(?:[-–—:|]|\()\s*(?P<state>[A-Za-z][A-Za-z ]{2,25})\)?\.?$"
)
_PARTS = re.compile(r"\s+[-–—]+\s+|\s*[|;]\s*|\t+")
_WITHIN = re.compile(
    r"\s*[,;|]\s*|\s+[-–—]+\s+|"
    r"\s+(?=(?:by|due|before)\s+(?:the\s+)?(?:end|\d|[A-Z]))"
)
_OPEN_WHEN = re.compile(
    r"^(tbc|tba|asap|to be (?:agreed|confirmed)|no date(?: set)?|done|complete[d]?|closed|as needed|"
    r"as required|(?:before|by|after|until|at|following) (?:the |our |this )?(?:next|coming) .{3,30}|"
    r"(?:by |end of |by end of )?(?:q[1-4]|quarter [1-4])|when .{3,30}|next meeting|"
    r"(?:before|by|after|until) (?:the )?(?:christmas|easter|summer|autumn|spring|new year|half.term|"
    r"end of (?:the )?term).{0,12})$",
    re.IGNORECASE,
)
_OPEN_WHO = re.compile(
    r"^(tbc|all|all (?:agencies|partners|members|leads|teams|staff))$", re.IGNORECASE
)
_LABEL = re.compile(
    r"^(?:lead|leads|owner|action|by|who|when|due|deadline|date|target|lead officer|for action)"
    r"\s*[:–-]\s*",
    re.IGNORECASE,
)
_NAME_WORD = r"(?:[A-Z][\w.'’-]*|and|of|for|the|&)"
_LED = re.compile(
    rf"^(?P<who>{_NAME_WORD}(?:[ ,/]+{_NAME_WORD}){{0,7}})\s*"
    r"(?:\s+(?:to|will|agreed to|has agreed to)\s+|:\s*)[a-z]"
)
_NAMES = re.compile(r"\s*(?:,|&|/|\band\b)\s*")
_BY = re.compile(r"\b(?:by|before|from|on|no later than)\s+((?:the\s+)?[^.;,(]{3,30})\.?$")
_LONGEST_NAME = 9
_WHO_AND_WHEN = 2
_NAMED = re.compile(r"[A-Z][\w'’-]+(?: (?:of |and |& )?[A-Z][\w'’-]+){1,4}")
"""Words in capitals just before words that say when: who, even where nothing else says so."""
_ANY_YEAR = 2024
"""Only whether a day is said is asked here, not which."""


@dataclass(frozen=True, slots=True)
class Tail:
    """A sentence without its end, and what its end says. Words that say nothing are ""."""

    body: str
    who: str = ""
    when: str = ""
    state: str = ""
    is_led: bool = False
    """True where the sentence opens with who is to do it, and goes on as it stands."""

    @property
    def is_whole(self) -> bool:
        """True where who and when are both said, or who opens the sentence."""
        return bool(self.who and (self.when or self.state or self.is_led))


def tail_of(text: str) -> Tail:
    """The sentence cut before the words at its end that say who, when or how far."""
    text, state = without_box(clean(text))
    told = _STATE.match(text)
    if told and (status := parse_status(told.group("state"))) and status.confidence >= 0.9:
        text, state = told.group("body").rstrip(" -–—:|"), told.group("state")
    inside = _BRACKET.match(text)
    if inside:
        read = _read([part for part in _WITHIN.split(inside.group("tail")) if part])
        if read is not None:
            return Tail(inside.group("body").strip(), *read, state)
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    for first in range(1, len(parts)):
        read = _read(parts[first:]) if len(parts) - first <= 3 else None
        if read is not None and (all(read) or first == len(parts) - 1):
            body = text[: text.index(parts[first], len(parts[0]))].rstrip(" -–—|;\t")
            return Tail(body, *read, state)
    return _led(text, state)


def without_box(text: str) -> tuple[str, str]:
    """The words after a box that opens them, and "Complete" where the box is ticked."""
    if _CHECKED.match(text):
        return _CHECKED.sub("", text), "Complete"
    return _UNCHECKED.sub("", text), ""


def _led(text: str, state: str) -> Tail:
    """ "Jo Reeves to send the tool to schools by 3 May": the sentence stays whole."""
    led = _LED.match(text)
    if led is None or not all(_is_who(name) for name in _NAMES.split(led.group("who"))):
        return Tail(text, state=state)
    by = _BY.search(text)
    when = by.group(1).strip() if by and is_when(by.group(1).strip()) else ""
    return Tail(text, led.group("who"), when, state, True)


def _read(parts: list[str]) -> tuple[str, str] | None:
    """(who, when) where every part says one of them, None where one says neither."""
    who: list[str] = []
    when: list[str] = []
    for number, part in enumerate(parts):
        words = _LABEL.sub("", part).strip(" .")
        if number == 0 and len(parts) > 1 and _OPEN_WHO.match(words):
            who.append(words)
        elif is_when(words):
            when.append(words)
        elif not when and (_is_who(words) or _OPEN_WHO.match(words) or _before_when(parts, words)):
            who.append(words)
        else:
            return None
    return (", ".join(who), ", ".join(when)) if who or when else None


def _before_when(parts: list[str], words: str) -> bool:
    """True for a name in capitals that nothing but words that say when follow."""
    return len(parts) == _WHO_AND_WHEN and parts[0] != parts[1] and bool(_NAMED.fullmatch(words))


def is_when(words: str) -> bool:
    """True for words that say when and nothing else: "by 30 June", "next meeting", "tbc"."""
    if _OPEN_WHEN.match(words):
        return True
    if len(words.split()) > 6 or not looks_like_date(words):
        return False
    due = parse_due(words, _ANY_YEAR)
    return (bool(due.date or due.start or due.recurrence) and due.confidence >= 0.6) or bool(
        re.match(r"(?:by |end |due |the )*(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8}$", words)
    )


def _is_who(words: str) -> bool:
    if not 1 <= len(words.split()) <= _LONGEST_NAME or (asks_for(words) and words[0].islower()):
        return False
    if not words[:1].isupper():
        return False
    named = split_owners([words], frozenset(), {})
    return bool(named) and any(owner.kind != UNKNOWN for owner in named)
