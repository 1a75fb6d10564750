"""A copy of a chronology: which fields of each event it holds, and what is said of what it leaves
out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from joinedup.casefile.choices import Part
from joinedup.casefile.rules.events import Event
from joinedup.casefile.rules.masking import Masker

__all__ = ["USUAL", "Cut", "Entry", "cut_out", "digest_of", "entries_of", "left_out_words"]

USUAL = frozenset({Part.WORDS, Part.WORKERS, Part.REFERENCES})
"""What a copy holds unless somebody chooses otherwise."""

OUT = "[taken out]"
"""What stands in place of words that somebody took out."""

WHY: Mapping[Part, str] = {
    Part.WORDS: "What was written: chosen not to go along.",
    Part.WORKERS: "Names of workers: chosen not to go along.",
    Part.OTHERS: "Names of other people: they have a right to their own privacy.",
    Part.CONTACTS: "Addresses, telephones and online names: they could put somebody in danger.",
    Part.REFERENCES: "References: chosen not to go along.",
    Part.REPORTERS: "Who reported: whoever tells us of a danger is protected.",
}
COUNTED = {
    "person": "Names of other people masked",
    "worker": "Names of workers masked",
    "reporter": "Names of those who reported masked",
    "own": "Their own names, in place of which the name above stands",
    "contact": "Addresses, numbers and online names masked",
    "safe": "Places where a safe contact or address was masked",
}
ALWAYS = (
    "Safe contacts and safe addresses never go into a copy.",
    "Records that are sealed are not in this copy. Those who keep the seal look at them by hand.",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a copy."""

    event: Event
    lines: tuple[str, ...]
    by: str
    where: str


def entries_of(events: Iterable[Event], parts: frozenset[Part], masker: Masker) -> list[Entry]:
    """The lines of a copy: the chosen fields of each event, masked; no event that stays here."""
    found = []
    for one in events:
        if one.stays_here:
            continue
        lines = [masker.mask(text) for text in (one.words, one.more) if text.strip()]
        if Part.OTHERS in parts and one.others.strip():
            lines.append(masker.mask(one.others))
        if Part.REPORTERS in parts and one.reporter:
            lines.append(f"Reported by {one.reporter}")
        if Part.WORDS not in parts:
            lines = []
        found.append(
            Entry(
                event=replace(one, title=masker.mask(one.title)),
                lines=tuple(lines),
                by=one.who if Part.WORKERS in parts else "",
                where=one.root if Part.REFERENCES in parts else "",
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class Cut:
    """Something to be taken out by hand: an event by its key; words of it, or all of it where there
    are none; and why."""

    event: str
    words: str
    reason: str


def cut_out(entries: Iterable[Entry], cuts: Sequence[Cut]) -> tuple[list[Entry], list[str]]:
    """The entries without what was taken out by hand, and the sentences that say so: how much, and
    why, without the words."""
    whole = {one.event for one in cuts if not one.words}
    kept = []
    for entry in entries:
        if entry.event.key in whole:
            continue
        for one in cuts:
            if one.event == entry.event.key:
                entry = _without(entry, one.words)
        kept.append(entry)
    said = []
    if cuts:
        parts = len(cuts) - len(whole)
        said = [f"Taken out by hand: {len(whole)} whole events, words in {parts} places."]
        said += [f"Why: {why}" for why in dict.fromkeys(one.reason for one in cuts)]
    return kept, said


def _without(entry: Entry, words: str) -> Entry:
    sought = re.compile(re.escape(words), re.IGNORECASE)

    def out(text: str) -> str:
        return sought.sub(OUT, text)

    event = replace(entry.event, title=out(entry.event.title))
    return replace(entry, event=event, lines=tuple(map(out, entry.lines)), by=out(entry.by))


def digest_of(entries: Iterable[Entry], left_out: Iterable[str]) -> str:
    """A mark of a pack: the same for as long as every word of it is."""
    said = [(one.event.on, one.event.title, one.lines, one.by, one.where) for one in entries]
    return hashlib.sha256(repr((said, list(left_out))).encode()).hexdigest()


def left_out_words(
    parts: frozenset[Part], masker: Masker, sorts_out: Sequence[str], events_out: int
) -> list[str]:
    """What a copy leaves out and why, sentence by sentence, with how often something was masked."""
    found = [why for part, why in WHY.items() if part not in parts]
    if sorts_out:
        found.append("Kinds of events that were not chosen: " + ", ".join(sorts_out) + ".")
    if events_out:
        found.append(f"Events left out by their kind or their day: {events_out}.")
    found += [f"{words}: {masker.masked[sort]}." for sort, words in COUNTED.items()
              if masker.masked[sort]]  # fmt: skip
    return [*found, *ALWAYS]
