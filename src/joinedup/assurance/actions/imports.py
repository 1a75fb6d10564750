"""What is done with a plan on its way in: open, correct, undo, set aside, confirm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Agency, Guard
from joinedup.access.permission import Refused, check, check_any
from joinedup.assurance.models.imports import ImportState, Layout, PlanImport
from joinedup.assurance.rules.checking import added
from joinedup.assurance.rules.checking import undo as without_last
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.documents import Document
from joinedup.documents import to_json as document_json
from joinedup.files.actions import keep

__all__ = ["add_steps", "give_year", "learn_layout", "open_import", "set_aside", "take_back"]


@action
def open_import(
    by: By, name: str, data: bytes, document: Document, year: int | None = None
) -> PlanImport:
    """Put a document on the check page and keep its file. Raises Refused without the right."""
    check_any(by, May.IMPORT_PLANS)
    home = Agency.objects.get(is_home=True)
    found = PlanImport(name=name, document=document_json(document), year=year, opened_by=by.user)
    found.guard = Guard.objects.create(agency=home, about=found.reference)
    found.save()
    found.file = keep(by, name, data, found.guard, found.reference, may=May.IMPORT_PLANS)
    fingerprints = Layout.objects.values_list("fingerprint", "roles")
    found.remembered = dict(fingerprints)
    found.save()
    record(by, "assurance.open_import", found.reference, sha256=found.file.sha256)
    return found


def _held(by: By, reference: str) -> PlanImport:
    """The import, locked, still being checked, for somebody who may import."""
    found = PlanImport.objects.select_for_update().filter(reference=reference).first()
    if found is None:
        raise Refused("No such import.")
    check(by, May.IMPORT_PLANS, found.guard_id, found.reference)
    if found.state != ImportState.CHECKING:
        raise Refused("This import has ended.")
    return found


@action
def add_steps(by: By, reference: str, steps: Sequence[Mapping[str, Any]]) -> PlanImport:
    """Keep steps of the check (each made by `rules.checking.make_step`), in their order. Steps given
    together are undone together."""
    found = _held(by, reference)
    found.steps = added(found.steps, steps)
    found.version += 1
    found.save(update_fields=["steps", "version"])
    done = [[step["do"], str(step["at"])[:20] if step["do"] != "owner" else ""] for step in steps]
    record(by, "assurance.check_steps", reference, steps=done)
    return found


@action
def take_back(by: By, reference: str) -> PlanImport:
    """Undo what was done last. With no step left, nothing changes."""
    found = _held(by, reference)
    found.steps = without_last(found.steps)
    found.version += 1
    found.save(update_fields=["steps", "version"])
    record(by, "assurance.check_undo", reference, left=len(found.steps))
    return found


@action
def give_year(by: By, reference: str, year: int) -> PlanImport:
    """Say which year dates without one belong to."""
    found = _held(by, reference)
    found.year = year
    found.save(update_fields=["year"])
    record(by, "assurance.import_year", reference, year=year)
    return found


@action
def set_aside(by: By, reference: str) -> PlanImport:
    """End an import without taking anything into the register. The file is kept."""
    found = _held(by, reference)
    found.state = ImportState.SET_ASIDE
    found.ended_by, found.ended_at = by.user, timezone.now()
    found.save()
    record(by, "assurance.set_aside_import", reference)
    return found


@action
def learn_layout(by: By, fingerprint: str, roles: Mapping[str, str]) -> Layout:
    """Remember what the columns of a layout hold, for the next document with the same headings."""
    check_any(by, May.IMPORT_PLANS)
    found, _ = Layout.objects.update_or_create(
        fingerprint=fingerprint, defaults={"roles": dict(roles)}
    )
    record(by, "assurance.learn_layout", f"layout:{fingerprint[:40]}")
    return found
