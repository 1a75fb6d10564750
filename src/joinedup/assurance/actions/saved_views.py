"""A reader's own saved views: a new name, and the one that opens first."""

from __future__ import annotations

from joinedup.access.permission import Refused, check_own
from joinedup.assurance.models import SavedView
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["open_first", "rename_view"]


def _own(by: By, name: str) -> SavedView:
    """One's own view of this name. Raises Refused where there is none."""
    check_own(by, by.user)
    view = SavedView.objects.filter(user=by.user, name=name).first()
    if view is None:
        raise Refused("No such view.")
    return view


@action
def rename_view(by: By, name: str, wanted: str) -> SavedView:
    """Give a saved view another name. Raises Problem for an empty or a taken name."""
    view = _own(by, name)
    called = wanted.strip()[:80]
    if not called:
        raise Problem("Give the view a name.", "wanted")
    if SavedView.objects.filter(user=by.user, name=called).exclude(pk=view.pk).exists():
        raise Problem(f"You already have a view called “{called}”. Choose another name.", "wanted")
    view.name = called
    view.save(update_fields=["name"])
    record(by, "assurance.rename_view", by.ref)
    return view


@action
def open_first(by: By, name: str) -> SavedView | None:
    """Let a saved view open first when the register is opened; an empty name: none of them."""
    check_own(by, by.user)
    view = _own(by, name) if name else None
    SavedView.objects.filter(user=by.user, is_default=True).update(is_default=False)
    if view is not None:
        view.is_default = True
        view.save(update_fields=["is_default"])
    record(by, "assurance.open_first", by.ref)
    return view
