"""Rows of an older system read as reports. What they decided counts only as far as the rules let it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from joinedup.concerns.choices import Door, Ending, PersonRole
from joinedup.concerns.rules.ages import age_from, group_of
from joinedup.concerns.rules.new import NewConcern, NewPerson, Raiser
from joinedup.pages.rules import NotADate, typed_date
from joinedup.referrals.choices import AgeGroup

__all__ = ["COLUMNS", "LegacyRow", "WhyOpen", "kinds_named", "read_row"]

COLUMNS = (
    "reference", "received", "words", "name", "dob", "age", "address", "kinds", "source",
    "decision", "reason",
)  # fmt: skip


class WhyOpen(StrEnum):
    """Why a row that an older system had ended stays in the queue here."""

    UNDECIDED = "undecided"
    KINDS = "kinds"
    SENDING = "sending"
    SIGNS = "signs"
    OTHER = "other"


DECISIONS: Mapping[str, Ending] = {
    "nfa": Ending.NO_ACTION,
    "no further action": Ending.NO_ACTION,
    "advice": Ending.ADVICE,
    "signposted": Ending.ADVICE,
    "early help": Ending.EARLY_HELP,
}


@dataclass(frozen=True, slots=True)
class LegacyRow:
    """One row: the report, what the older system had decided, where that can be an end here, and the
    words of a kind that nobody can read."""

    new: NewConcern
    ending: Ending | None
    reason: str
    unread_kinds: tuple[str, ...] = ()


def kinds_named(
    said: str, titles: Mapping[str, str], means: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(codes, words that nobody can read) of the kinds that a row names, separated by commas or
    semicolons. `titles` are the kinds of the rule book, code → title; `means` are the usual words and
    abbreviations of older systems → code. A title that several kinds bear names each of them."""
    codes: list[str] = []
    unread: list[str] = []
    for part in re.split(r"[,;/|\n]", said):
        words = " ".join(part.split())
        if not words:
            continue
        found = _codes_of(words.casefold().replace(".", ""), titles, means)
        found = found or _codes_of(words.casefold(), titles, means)
        codes += found
        unread += [] if found else [words]
    return tuple(dict.fromkeys(codes)), tuple(unread)


def _codes_of(words: str, titles: Mapping[str, str], means: Mapping[str, str]) -> list[str]:
    for code in (words, f"concern.{words}", f"concern.{words.replace(' ', '_')}"):
        if code in titles:
            return [code]
    if means.get(words) in titles:
        return [means[words]]
    return [code for code, title in titles.items() if title.casefold() == words]


def _day(text: str) -> dt.date | None:
    said = text.strip()
    if not said:
        return None
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        try:
            return typed_date(said)
        except NotADate:
            return None


def read_row(
    row: Mapping[str, str],
    titles: Mapping[str, str],
    means: Mapping[str, str],
    today: dt.date,
) -> LegacyRow:
    """A row as a report. Days nobody can read and kinds that the rule book does not have stay in
    the words, so that nothing is lost. Who it is about is an adult only by birthday or age. `titles`
    and `means` are those of `kinds_named`. Raises ValueError for a row without reference or words."""
    said = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if not said["reference"] or not said["words"]:
        raise ValueError("a reference and the words are needed")
    codes, strange = kinds_named(said["kinds"], titles, means)
    received, born = _day(said["received"]), _day(said["dob"])
    left = [f"Kind: {one}" for one in strange]
    left += [f"Received: {said['received']}"] if said["received"] and received is None else []
    left += [f"Date of birth: {said['dob']}"] if said["dob"] and born is None else []
    is_adult = group_of(age_from(born, said["age"], False, today)) is AgeGroup.ADULT
    person = NewPerson(
        role=PersonRole.ADULT if is_adult else PersonRole.CHILD,
        name=said["name"],
        age_words=said["age"],
        born_on=born,
        lives=said["address"],
    )
    has_person = any(said[name] for name in ("name", "dob", "age", "address"))
    new = NewConcern(
        door=Door.LEGACY,
        words="\n".join([said["words"], *left]),
        types=codes,
        people=(person,) if has_person else (),
        source=said["source"],
        raiser=Raiser(wants_news=False),
        old_reference=said["reference"],
        received_on=received,
    )
    ending = DECISIONS.get(said["decision"].casefold())
    return LegacyRow(new, ending, said["reason"], strange)
