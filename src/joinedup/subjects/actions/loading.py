"""Loading a list of people: part by part, each part whole or not at all, taken up where it
stopped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from django.utils import timezone

from joinedup.access.choices import AgencyKind, May
from joinedup.access.models import Agency, Guard
from joinedup.access.permission import check_any
from joinedup.access.references import fresh_references
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.subjects.bulk import insert, next_numbers, which_stand
from joinedup.subjects.listed import Listed
from joinedup.subjects.models import (
    Address,
    Count,
    Key,
    Load,
    OnlineName,
    Phone,
    Register,
    Sketch,
    Subject,
    SubjectName,
)
from joinedup.subjects.queries.counting import count_names, forget, size
from joinedup.subjects.rules.contacts import number, split_several
from joinedup.subjects.rules.described import SEXES
from joinedup.subjects.rules.given import GivenName

__all__ = ["finish_load", "load_part", "recount", "start_load"]

UNNAMED = "Our council"
FEWEST = 2


@action
def start_load(by: By, digest: str) -> Load:
    """Begin a list, or go on with the same one where it stopped. `digest` is of the file."""
    check_any(by, May.WORK_CASES)
    Agency.objects.get_or_create(
        is_home=True, defaults={"name": UNNAMED, "kind": AgencyKind.COUNCIL}
    )
    there = Load.objects.filter(digest=digest, ended_at__isnull=True).order_by("-pk").first()
    load = there or Load.objects.create(digest=digest)
    record(by, "subjects.load_start", load.reference, rows_read=load.rows_read)
    return load


@action
def load_part(by: By, load: Load, rows: Sequence[Listed], today: dt.date) -> Load:
    """Add the records of some rows, made ready before (`listed.make_ready`). A row whose record_id
    is there already is passed over."""
    check_any(by, May.WORK_CASES)
    load = Load.objects.select_for_update().get(pk=load.pk)
    by_ref = {row.ref: row for row in rows}
    taken = which_stand(Subject, "their_ref", list(by_ref))
    fresh = [row for ref, row in by_ref.items() if ref not in taken]
    _write(by, load, fresh, today)
    load.rows_read += len(rows)
    load.loaded += len(fresh)
    load.passed_over += len(rows) - len(fresh)
    load.save(update_fields=["rows_read", "loaded", "passed_over"])
    record(by, "subjects.load_part", load.reference, rows_read=load.rows_read)
    return load


@action
def finish_load(by: By, load: Load) -> Load:
    """Count names anew and note that the whole list was taken in."""
    check_any(by, May.WORK_CASES)
    load.refresh_from_db()
    load.ended_at = timezone.now()
    load.save(update_fields=["ended_at"])
    recount(by)
    record(
        by, "subjects.load", load.reference,
        rows=load.rows_read, loaded=load.loaded, passed_over=load.passed_over,
    )  # fmt: skip
    return load


@action
def recount(by: By) -> int:
    """Count how common names are in the register; how many records there are."""
    check_any(by, May.WORK_CASES)
    Count.objects.all().delete()
    rows = [
        (kind, token[:120], count)
        for kind, counts in count_names().items()
        for token, count in counts.items()
        if count >= FEWEST or kind == "y"
    ]
    insert(Count, ("kind", "token", "count"), rows)
    records = size()
    Register.objects.all().delete()
    Register.objects.create(records=records, counted_at=timezone.now())
    forget()
    record(by, "subjects.recount", "subjects:register", records=records)
    return records


def _write(by: By, load: Load, fresh: Sequence[Listed], today: dt.date) -> None:
    count = len(fresh)
    agency = Agency.objects.get(is_home=True)
    subjects, guards = next_numbers(Subject, count), next_numbers(Guard, count)
    names = fresh_references("SU", count, _taken_subjects)
    guard_names = fresh_references("GU", count, _taken_guards)
    now = _moment()
    rows: dict[type, list[tuple[object, ...]]] = {model: [] for model in COLUMNS_OF}
    for place, one in enumerate(fresh):
        row, of, number_ = one.row, one.of, subjects[place]
        rows[Guard].append((guards[place], guard_names[place], names[place], agency.pk, False))
        rows[Subject].append(
            (
                number_, names[place], guards[place], row.get("description", ""),
                SEXES.get(row["sex"].casefold(), ""), of.born.as_date(),
                "" if of.born.is_whole else row["dob"][:60], row["age_text"][:60],
                today if row["age_text"] else None, one.ref, "list", load.pk, by.ref, now, 1,
            )
        )  # fmt: skip
        _add_known(rows, number_, row)
        rows[Sketch].append((number_, one.sketch))
        rows[Key] += [(key, number_) for key in one.keys]
    rows[Key].sort()
    for model, columns in COLUMNS_OF.items():
        insert(model, columns, rows[model])


COLUMNS_OF: dict[type, tuple[str, ...]] = {
    Guard: ("id", "reference", "about", "agency_id", "is_sealed"),
    Subject: ("id", "reference", "guard_id", "description", "sex", "born_on", "born_text",
              "age_text", "age_on", "their_ref", "source", "load_id", "by_ref", "made_at",
              "version"),
    SubjectName: ("subject_id", "kind", "forename", "middle", "surname", "source"),
    Address: ("subject_id", "house", "street", "town", "postcode", "uprn", "source"),
    Phone: ("subject_id", "number", "given", "source"),
    OnlineName: ("subject_id", "service", "handle", "source"),
    Sketch: ("subject_id", "body"),
    Key: ("value", "subject_id"),
}  # fmt: skip


def _add_known(
    rows: Mapping[type, list[tuple[object, ...]]], subject: int, row: Mapping[str, str]
) -> None:
    """Names, address, numbers and online names as they were written."""
    whole = (row["forename"][:120], row["middle"][:120], row["surname"][:120])
    if any(whole):
        rows[SubjectName].append((subject, "name", *whole, "list"))
    for alias in split_several(row["alias"]):
        one = GivenName.whole(alias)
        parts = (one.forename[:120], one.middle[:120], one.surname[:120])
        rows[SubjectName].append((subject, "alias", *parts, "list"))
    place = (row["house"][:80], row["street"][:120], row["town"][:80], row["postcode"][:10])
    if any(place):
        rows[Address].append((subject, *place, "", "list"))
    for given in split_several(row["phone"].replace(",", ";")):
        rows[Phone].append((subject, number(given), given[:40], "list"))
    for given in split_several(row["online"].replace(",", ";")):
        rows[OnlineName].append((subject, "", given[:120], "list"))


def _moment() -> object:
    from django.db import connection

    return connection.ops.adapt_datetimefield_value(timezone.now())


def _taken_subjects(tried: Collection[str]) -> set[str]:
    return which_stand(Subject, "reference", list(tried))


def _taken_guards(tried: Collection[str]) -> set[str]:
    return which_stand(Guard, "reference", list(tried))
