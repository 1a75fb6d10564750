"""Files for one reader."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.module_loading import import_string

from joinedup.access.casework import not_casework
from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, open_record, record_list, visible
from joinedup.audit.actor import By
from joinedup.audit.erased import Erased
from joinedup.files import storage
from joinedup.files.models import StoredFile

__all__ = [
    "Sendable",
    "damaged",
    "destroyed_are_back",
    "destroyed_lines",
    "erased",
    "erased_records",
    "file_to_destroy",
    "file_to_send",
    "line_of",
    "sendable",
    "to_destroy",
]


FILE = "file"
AT_ONCE = 500
IMPORT = "IM-"
PAPER = "PA-"
"""Files of papers go out by the doors of papers alone, because a part of one may be exempt; files
of casework by those of casework."""


@dataclass(frozen=True, slots=True)
class Sendable:
    """What the browser needs of a file."""

    path: Path
    name: str
    content_type: str
    size: int


def file_to_send(by: By, reference: str) -> Sendable:
    """One file for this reader, recorded as seen: the document of an import for those who may
    import, any other for those who may read. Raises Refused where absent, purged or not theirs."""
    rows = StoredFile.objects.filter(not_casework(), purged_at__isnull=True)
    rows = rows.exclude(about__startswith=PAPER)
    document = rows.filter(reference=reference, about__startswith=IMPORT).first()
    is_import = document is not None
    if document is not None and _is_closed(by.user, document.about):
        raise Refused("No such file.")
    kept = open_record(
        by,
        May.IMPORT_PLANS if is_import else May.READ_PLANS,
        rows,
        {"reference": reference},
        item="about",
    )
    return sendable(kept)


def _is_closed(user: User, about: str) -> bool:
    """Whether something that came of a document is closed to the reader, by the function named in
    settings.JOINEDUP_DOCUMENT_CLOSED."""
    return bool(import_string(settings.JOINEDUP_DOCUMENT_CLOSED)(user, about))


def sendable(kept: StoredFile) -> Sendable:
    """What the browser needs of a file that its reader has been let to. Raises Refused where its
    bytes are gone or were destroyed."""
    path = storage.path_of(kept.stored_name)
    if kept.purged_at is not None or not path.is_file():
        raise Refused("No such file.")
    return Sendable(path, kept.original_name, kept.content_type, kept.size)


def file_to_destroy(by: By, reference: str) -> StoredFile:
    """One file for somebody who may ask for it to be destroyed or agree. Raises Refused."""
    rows = StoredFile.objects.exclude(about__startswith=PAPER)
    rows = rows.select_related("purge_asked_by__person", "purge_agreed_by__person")
    seen = visible(by.user, May.EDIT_PLANS, rows.filter(reference=reference), item="about")
    found: StoredFile | None = seen.first()
    if found is None:
        raise Refused("No such file.")
    record_list(by, "files.to_destroy", reference, [found.about])
    return found


def to_destroy(user: User) -> QuerySet[StoredFile]:
    """Files that wait for a second person, oldest first, as this reader may see them."""
    rows = StoredFile.objects.filter(purge_asked_by__isnull=False, purged_at__isnull=True)
    seen = visible(user, May.EDIT_PLANS, rows, item="about")
    return seen.select_related("purge_asked_by__person").order_by("purge_asked_at", "pk")


def erased() -> QuerySet[StoredFile]:
    """The register of what was destroyed or is asked to be: no names of files, newest first."""
    asked = Q(purge_asked_by__isnull=False) | Q(purged_at__isnull=False)
    rows = StoredFile.objects.filter(asked)
    rows = rows.select_related("purge_asked_by__person", "purge_agreed_by__person")
    return rows.order_by("-purge_asked_at", "-pk")


def erased_records() -> QuerySet[Any]:
    """Whole records that were erased, newest first, from the function that
    settings.JOINEDUP_ERASED_RECORDS names: one register for files and records."""
    found: QuerySet[Any] = import_string(settings.JOINEDUP_ERASED_RECORDS)()
    return found


def destroyed_lines() -> list[Erased]:
    """What the register of erasures outside the database says of files, oldest first."""
    rows = StoredFile.objects.filter(purged_at__isnull=False, purge_asked_by__isnull=False)
    rows = rows.select_related("purge_asked_by", "purge_agreed_by").order_by("purged_at", "pk")
    return [line_of(one) for one in rows if one.purge_agreed_by is not None]


def line_of(kept: StoredFile) -> Erased:
    """A destroyed file as the register outside the database has it."""
    by, second = kept.purge_asked_by, kept.purge_agreed_by
    asked, at = kept.purge_asked_at, kept.purged_at
    return Erased(
        kept.reference, FILE, kept.about, "", kept.purge_reason,
        asked_by=by.reference if by else "", agreed_by=second.reference if second else "",
        asked_at=asked.isoformat() if asked else "", at=at.isoformat() if at else "",
    )  # fmt: skip


def destroyed_are_back(wanted: Iterable[Erased]) -> list[Erased]:
    """Which of these destroyed files the database holds as if they were there, in their order."""
    files = {one.reference: one for one in wanted if one.kind == FILE}
    there: set[str] = set()
    references = sorted(files)
    for at in range(0, len(references), AT_ONCE):
        rows = StoredFile.objects.filter(reference__in=references[at : at + AT_ONCE])
        there.update(rows.filter(purged_at__isnull=True).values_list("reference", flat=True))
    return [one for reference, one in files.items() if reference in there]


def damaged() -> list[str]:
    """References of files whose bytes are missing or differ from their hash. Reads every file."""
    wrong = []
    for kept in StoredFile.objects.filter(purged_at__isnull=True).order_by("pk").iterator():
        path = storage.path_of(kept.stored_name)
        if not path.is_file():
            wrong.append(kept.reference)
            continue
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != kept.sha256:
                wrong.append(kept.reference)
    return wrong
