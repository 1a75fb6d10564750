"""A chronology taken as a file: on record, with what it held."""

from __future__ import annotations

from collections.abc import Iterable

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check
from joinedup.audit.actor import By
from joinedup.audit.choices import Kind
from joinedup.audit.recorder import action, record
from joinedup.casefile.choices import Part
from joinedup.cases.models import Case, Transfer
from joinedup.subjects.models import Subject

__all__ = ["copy_chronology", "copy_handover"]


@action
def copy_chronology(
    by: By, reference: str, file_form: str, parts: Iterable[Part], entries: int
) -> Subject:
    """Record that somebody takes a person's chronology as a file: its form, the fields it holds and
    how many events. Raises Refused for whoever may not read the record, and for reporters' names
    asked for by whoever does not manage casework."""
    subject = Subject.objects.filter(reference=reference).first()
    if subject is None:
        raise Refused("No such record.")
    chosen = sorted(str(one) for one in parts)
    may = May.MANAGE_CASES if Part.REPORTERS in chosen else May.READ_CASES
    check(by, may, subject.guard_id, subject.reference)
    record(by, "casefile.copy", reference, Kind.EXPORTED, form=file_form, parts=chosen,
           entries=entries)  # fmt: skip
    return subject


@action
def copy_handover(by: By, reference: str, handover: int, file_form: str, entries: int) -> Transfer:
    """Record that somebody takes a handover with its chronology as a file. Raises Refused for whoever
    may not read its case."""
    case = Case.objects.filter(reference=reference).first()
    row = Transfer.objects.filter(case=case, pk=handover).first() if case is not None else None
    if case is None or row is None:
        raise Refused("No such record.")
    check(by, May.READ_CASES, case.guard_id, case.reference)
    record(by, "casefile.copy_handover", reference, Kind.EXPORTED, form=file_form,
           handover=handover, entries=entries)  # fmt: skip
    return row
