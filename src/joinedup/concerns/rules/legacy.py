"""Rows of an older system read as reports. What they decided counts only as far as the rules let it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from joinedup.concerns.choices import Door, Ending, PersonRole
from joinedup.concerns.rules.ages import group_of, read_age
from joinedup.concerns.rules.new import NewConcern, NewPerson, Raiser
from joinedup.pages.rules import NotADate, typed_date
from joinedup.referrals.choices import AgeGroup

__all__ = ["COLUMNS", "LegacyRow", "read_row"]

COLUMNS = (
    "reference", "received", "words", "name", "dob", "age", "address", "kinds", "source",
    "decision", "reason",
)  # fmt: skip
DECISIONS: Mapping[str, Ending] = {
    "nfa": Ending.NO_ACTION,
    "no further action": Ending.NO_ACTION,
    "advice": Ending.ADVICE,
    "signposted": Ending.ADVICE,
    "early help": Ending.EARLY_HELP,
}


@dataclass(frozen=True, slots=True)
class LegacyRow:
    """One row: the report, and what the older system had decided, where that can be an end here."""

    new: NewConcern
    ending: Ending | None
    reason: str


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


def read_row(row: Mapping[str, str], known_types: frozenset[str]) -> LegacyRow:
    """A row as a report. Days nobody can read and kinds that the rule book does not have stay in
    the words, so that nothing is lost. Raises ValueError for a row without reference or words."""
    said = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if not said["reference"] or not said["words"]:
        raise ValueError("a reference and the words are needed")
    kinds = [one.strip() for one in said["kinds"].replace(",", ";").split(";") if one.strip()]
    codes = [one if one.startswith("concern.") else f"concern.{one}" for one in kinds]
    strange = [one for one, code in zip(kinds, codes, strict=True) if code not in known_types]
    received, born = _day(said["received"]), _day(said["dob"])
    left = [f"Kind: {one}" for one in strange]
    left += [f"Received: {said['received']}"] if said["received"] and received is None else []
    left += [f"Date of birth: {said['dob']}"] if said["dob"] and born is None else []
    is_adult = group_of(read_age(said["age"])) is AgeGroup.ADULT
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
        types=tuple(one for one in codes if one in known_types),
        people=(person,) if has_person else (),
        source=said["source"],
        raiser=Raiser(wants_news=False),
        old_reference=said["reference"],
        received_on=received,
    )
    return LegacyRow(new, DECISIONS.get(said["decision"].casefold()), said["reason"])
