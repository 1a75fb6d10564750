"""What is known of somebody, changed: added, corrected, ended, taken off. How it read before stays
in the history of the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem, Stale
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.pages.dates import long_date
from joinedup.subjects.choices import ChangeDeed, KnownKind, NameKind, PlaceKind, Sex
from joinedup.subjects.indexing import index
from joinedup.subjects.models import (
    Address,
    OnlineName,
    Phone,
    Place,
    Subject,
    SubjectName,
    Vehicle,
)
from joinedup.subjects.rules.contacts import number, plate
from joinedup.subjects.rules.dates import read_born
from joinedup.subjects.rules.fields import ENDING, FIELDS, missing_of
from joinedup.subjects.writing import facts_of, held, note_change

__all__ = ["correct_known", "edit_facts", "end_known", "note_known", "withdraw_known"]

TABLES: dict[str, Any] = {
    "name": SubjectName,
    "address": Address,
    "phone": Phone,
    "online": OnlineName,
    "vehicle": Vehicle,
    "place": Place,
}
KINDS = {"name": NameKind, "place": PlaceKind}


@action
def note_known(
    by: By, reference: str, kind: str, said: Mapping[str, Any], may: May = May.WORK_CASES
) -> Any:
    """Add one name, address, telephone, online name, vehicle or place, with the day from which it
    holds. Raises Problem where nothing is said."""
    subject = held(by, reference, may)
    made = _table(kind).objects.create(subject=subject, **_columns(kind, said))
    index(subject)
    record(by, "subjects.add_known", reference, what=kind)
    return made


@action
def correct_known(
    by: By,
    reference: str,
    kind: str,
    number_: int,
    said: Mapping[str, Any],
    why: str,
    may: May = May.WORK_CASES,
) -> Any:
    """Correct what was written down wrongly. For something that was right once and is no longer,
    use `end_known`. Raises Problem without a reason, and where nothing is left of it."""
    subject, row = _row(by, reference, kind, number_, may)
    was, columns = str(row), _columns(kind, said)
    for name, value in columns.items():
        setattr(row, name, value)
    note_change(by, subject, KnownKind(kind), ChangeDeed.CORRECTED, was, str(row), why)
    row.save()
    index(subject)
    record(by, "subjects.correct_known", reference, what=kind)
    return row


@action
def end_known(
    by: By,
    reference: str,
    kind: str,
    number_: int,
    on: dt.date,
    why: str,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> Any:
    """Say since when a name, address or telephone no longer holds. It stays in the record, and the
    person is still found by it. Raises Problem for a day to come or before it began."""
    subject, row = _row(by, reference, kind, number_, may)
    if kind not in ENDING:
        raise Refused("No such page.")
    if on > today:
        raise Problem("This day is still to come.", "on")
    if row.from_on is not None and on < row.from_on:
        raise Problem(f"It began on {long_date(row.from_on)}. Give a later day.", "on")
    if row.to_on is not None:
        raise Problem("It has ended already.")
    row.to_on = on
    row.save(update_fields=["to_on"])
    until = f"{row}, until {long_date(on)}"
    note_change(by, subject, KnownKind(kind), ChangeDeed.ENDED, str(row), until, why)
    record(by, "subjects.end_known", reference, what=kind)
    return row


@action
def withdraw_known(
    by: By, reference: str, kind: str, number_: int, why: str, may: May = May.WORK_CASES
) -> Subject:
    """Take off what never was theirs, so that nobody is found by it. How it read stays in the
    history alone. Raises Problem without a reason."""
    subject, row = _row(by, reference, kind, number_, may)
    note_change(by, subject, KnownKind(kind), ChangeDeed.WITHDRAWN, str(row), "", why)
    row.delete()
    index(subject)
    record(by, "subjects.withdraw_known", reference, what=kind)
    return subject


@action
def edit_facts(
    by: By,
    reference: str,
    said: Mapping[str, Any],
    why: str,
    version: int,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> Subject:
    """Change date of birth, age, sex, the day a birth is expected, the day of death and the words
    of a record. Raises Stale where somebody saved first, and Problem as `add_subject` does."""
    subject = held(by, reference, may)
    was = facts_of(subject)
    if subject.version != version:
        raise Stale(was, subject.version)
    born_text = str(said.get("born") or "").strip()
    born = read_born(born_text, today)
    if said.get("expected_on") and born_text:
        raise Problem("An unborn child has no date of birth. Leave one of the two out.", "born")
    if said.get("died_on") and said["died_on"] > today:
        raise Problem("This day is still to come.", "died_on")
    sex, age = str(said.get("sex") or ""), str(said.get("age") or "").strip()[:60]
    subject.born_on = born.as_date()
    subject.born_text = "" if born.is_whole else born_text[:60]
    subject.expected_on, subject.died_on = said.get("expected_on"), said.get("died_on")
    if age != subject.age_text:
        subject.age_text, subject.age_on = age, today if age else None
    subject.sex = sex if sex in Sex.values else ""
    subject.description = str(said.get("description") or "").strip()
    subject.version += 1
    now = facts_of(subject)
    changed = [name for name in now if now[name] != was[name]]
    if not changed:
        raise Problem("Nothing is different from what stands there.")
    note_change(
        by, subject, KnownKind.FACTS, ChangeDeed.CORRECTED,
        "; ".join(f"{name}: {was[name] or 'nothing'}" for name in changed),
        "; ".join(f"{name}: {now[name] or 'nothing'}" for name in changed), why,
    )  # fmt: skip
    subject.save()
    index(subject)
    record(by, "subjects.edit_facts", reference, count=len(changed))
    return subject


def _table(kind: str) -> Any:
    if kind not in TABLES:
        raise Refused("No such page.")
    return TABLES[kind]


def _row(by: By, reference: str, kind: str, number_: int, may: May) -> tuple[Subject, Any]:
    subject = held(by, reference, may)
    row = _table(kind).objects.select_for_update().filter(subject=subject, pk=number_).first()
    if row is None:
        raise Refused("No such record.")
    return subject, row


def _columns(kind: str, said: Mapping[str, Any]) -> dict[str, Any]:
    """What was said as the columns of its table, cut to their length."""
    lacks = missing_of(kind, said)
    if lacks is not None:
        raise Problem(lacks[1], lacks[0])
    found: dict[str, Any] = {}
    for name in FIELDS[kind]:
        value = said.get(name)
        if name in ("from_on", "seen_on"):
            found[name] = value
            continue
        most = _table(kind)._meta.get_field(name).max_length
        found[name] = str(value or "").strip()[:most]
    if kind in KINDS and found["kind"] not in KINDS[kind].values:
        found["kind"] = KINDS[kind].values[0]
    if kind == "phone":
        found["number"] = number(found["given"])
    if kind == "vehicle":
        found["plate"] = plate(found["plate"]) or found["plate"]
    return found
