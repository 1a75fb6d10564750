"""What is done with files: keep, ask for a mistaken one to be purged, agree to that, sweep."""

from __future__ import annotations

import hashlib
import time

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from joinedup.access.choices import May
from joinedup.access.limits import limit
from joinedup.access.models import Guard, User
from joinedup.access.permission import Refused, check, check_any
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.erased import Erased, keep_outside
from joinedup.audit.recorder import action, record
from joinedup.files import storage
from joinedup.files.models import StoredFile
from joinedup.files.queries import line_of
from joinedup.files.rules import content_type_of, plain_name

__all__ = [
    "CannotPurge",
    "agree_purge",
    "ask_purge",
    "keep",
    "keep_after_all",
    "replay_purge",
    "sweep_orphans",
]

ORPHAN_AFTER_SECONDS = 3600.0
GONE = "Destroyed: uploaded by mistake"


class CannotPurge(ValueError):
    """The purge cannot go on; the message says why and what to do."""


@action
def keep(
    by: By, name: str, data: bytes, guard: Guard, about: str, may: May = May.UPDATE_ACTIONS
) -> StoredFile:
    """Store a file behind `guard`; `about` is the reference of what it belongs to.

    Raises Refused where `by` may not do `may` there. The bytes are written before the row: a row
    never points at nothing; bytes without a row are swept.
    """
    check(by, may, guard.pk, about)
    shown = plain_name(name)
    kept = StoredFile.objects.create(
        stored_name=storage.write(data),
        original_name=shown,
        content_type=content_type_of(shown),
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        guard=guard,
        about=about,
        added_by=by.user,
    )
    record(by, "files.keep", about, file=kept.reference, sha256=kept.sha256, size=kept.size)
    return kept


def _held(by: By, reference: str) -> StoredFile:
    """The file, locked, for somebody who may edit plans behind its guard."""
    kept = StoredFile.objects.select_for_update().filter(reference=reference).first()
    if kept is None:
        raise Refused("No such file.")
    check(by, May.EDIT_PLANS, kept.guard_id, kept.about)
    return kept


@action
def ask_purge(by: By, reference: str, reason: str) -> StoredFile:
    """Ask that a file uploaded by mistake be destroyed. A second person has to agree.

    Raises CannotPurge without a reason, where it is gone, or where somebody has asked already.
    """
    kept = _held(by, reference)
    if kept.purged_at is not None:
        raise CannotPurge("This file has already been destroyed.")
    if not reason.strip():
        raise CannotPurge("Say why this file must be destroyed.")
    if kept.purge_asked_by is not None:
        raise CannotPurge("Somebody has asked for this already. Agree to it, or keep the file.")
    kept.purge_reason, kept.purge_asked_by = reason.strip(), by.user
    kept.purge_asked_at = timezone.now()
    kept.save()
    record(by, "files.ask_purge", kept.about, file=kept.reference)
    return kept


@action
def agree_purge(by: By, reference: str) -> StoredFile:
    """Agree to destroy a file that another person asked to destroy. The fact of it remains; what
    was read from it and not taken into a record goes too (settings.JOINEDUP_FORGET_FILE)."""
    kept = _held(by, reference)
    if kept.purge_asked_by is None or kept.purged_at is not None:
        raise CannotPurge("Nobody has asked for this file to be destroyed.")
    if by.user is None or kept.purge_asked_by_id == by.user.pk:
        raise CannotPurge("Somebody other than the person who asked must agree.")
    kept.purge_agreed_by, kept.purged_at = by.user, timezone.now()
    kept.original_name = GONE
    kept.save()
    record(by, "files.purge", kept.about, file=kept.reference, sha256=kept.sha256)
    import_string(settings.JOINEDUP_FORGET_FILE)(by, kept)
    name = kept.stored_name
    transaction.on_commit(lambda: storage.erase(name))
    keep_outside([line_of(kept)])
    return kept


@action
def replay_purge(by: By, line: Erased) -> StoredFile:
    """Destroy a file again that an older backup brought back after two people had destroyed it.
    Raises Refused for anybody but the system, and where there is no such file."""
    kept = StoredFile.objects.select_for_update().filter(reference=line.reference).first()
    if kept is None or by.kind != ByKind.SYSTEM:
        raise Refused("No such file.")
    check(by, May.EDIT_PLANS, kept.guard_id, kept.about)
    accounts = User.objects.in_bulk([line.asked_by, line.agreed_by], field_name="reference")
    kept.purge_asked_by = accounts.get(line.asked_by)
    kept.purge_agreed_by = accounts.get(line.agreed_by)
    kept.purge_reason, kept.purge_asked_at, kept.purged_at = line.reason, line.asked, line.moment
    kept.purge_replayed_at = timezone.now()
    kept.original_name = GONE
    kept.save()
    record(by, "files.replay_purge", kept.about, file=kept.reference, sha256=kept.sha256)
    import_string(settings.JOINEDUP_FORGET_FILE)(by, kept)
    name = kept.stored_name
    transaction.on_commit(lambda: storage.erase(name))
    return kept


@action
def keep_after_all(by: By, reference: str) -> StoredFile:
    """Keep a file that somebody asked to destroy. Raises CannotPurge where nobody has, or where it
    is gone."""
    kept = _held(by, reference)
    if kept.purge_asked_by is None or kept.purged_at is not None:
        raise CannotPurge("Nobody has asked for this file to be destroyed.")
    kept.purge_reason, kept.purge_asked_by, kept.purge_asked_at = "", None, None
    kept.save()
    record(by, "files.keep_after_all", kept.about, file=kept.reference)
    return kept


@action
def sweep_orphans(by: By) -> int:
    """Remove bytes that no row speaks of, an hour old or more, or as old as drafts become where
    their form is not sent yet; how many were removed."""
    check_any(by, May.MANAGE_COUNCIL)
    now, of_drafts = time.time(), limit("draft.keep")
    old = [
        name
        for name, changed in storage.stored_names()
        if now - changed > (of_drafts if storage.is_unsent(name) else ORPHAN_AFTER_SECONDS)
    ]
    known = set(
        StoredFile.objects.filter(purged_at__isnull=True).values_list("stored_name", flat=True)
    )
    orphans = [name for name in old if name not in known]
    for name in orphans:
        (storage.folder() / name).unlink(missing_ok=True)
    record(by, "files.sweep", "files", removed=len(orphans))
    return len(orphans)
