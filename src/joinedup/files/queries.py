"""Files for one reader."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from joinedup.access.choices import May
from joinedup.access.permission import Refused, open_record
from joinedup.audit.actor import By
from joinedup.files import storage
from joinedup.files.models import StoredFile

__all__ = ["Sendable", "damaged", "file_to_send", "sendable"]


IMPORT = "IM-"
PAPER = "PA-"
"""Files of papers go out by the doors of papers alone, because a part of one may be exempt."""


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
    rows = StoredFile.objects.filter(purged_at__isnull=True).exclude(about__startswith=PAPER)
    is_import = rows.filter(reference=reference, about__startswith=IMPORT).exists()
    kept = open_record(
        by,
        May.IMPORT_PLANS if is_import else May.READ_PLANS,
        rows,
        {"reference": reference},
        item="about",
    )
    return sendable(kept)


def sendable(kept: StoredFile) -> Sendable:
    """What the browser needs of a file that its reader has been let to. Raises Refused where its
    bytes are gone or were destroyed."""
    path = storage.path_of(kept.stored_name)
    if kept.purged_at is not None or not path.is_file():
        raise Refused("No such file.")
    return Sendable(path, kept.original_name, kept.content_type, kept.size)


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
