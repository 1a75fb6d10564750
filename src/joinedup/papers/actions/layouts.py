"""The council's own Word document for papers: given, used, taken away."""

from __future__ import annotations

from joinedup.access.choices import May
from joinedup.access.models import Agency, Guard
from joinedup.access.permission import Refused, check, check_any
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.documents import Refused as Unreadable
from joinedup.documents.writing import read_template
from joinedup.files.actions import keep
from joinedup.papers.choices import LayoutState
from joinedup.papers.models import Layout
from joinedup.papers.queries.layouts import sample_in

__all__ = ["add_layout", "end_layout", "use_layout"]

ABOUT = "paper-layouts"


@action
def add_layout(by: By, name: str, data: bytes) -> Layout:
    """Keep a Word document of the council's own, looked through and tried with a sample paper; no
    paper is written in it yet. Raises Problem where it cannot be filled, with the reason."""
    check_any(by, May.MANAGE_COUNCIL)
    try:
        found = read_template(data)
        sample_in(data)
    except Unreadable as refused:
        raise Problem(str(refused), "file") from refused
    guard = Guard.objects.filter(about=ABOUT).first()
    if guard is None:
        home = Agency.objects.filter(is_home=True).first()
        if home is None:
            raise Problem("Set up the council first.")
        guard = Guard.objects.create(about=ABOUT, agency=home)
    kept = keep(by, name, data, guard, ABOUT, May.MANAGE_COUNCIL)
    last = Layout.objects.order_by("-number").first()
    made = Layout.objects.create(
        number=last.number + 1 if last else 1,
        guard=guard,
        file=kept,
        known=list(found.known),
        unknown=list(found.fields),
        added_by=by.user,
    )
    record(by, "papers.add_layout", ABOUT, number=made.number, sha256=kept.sha256)
    return made


def _held(by: By, number: int) -> Layout:
    rows = Layout.objects.select_for_update(of=("self",)).select_related("file")
    found = rows.filter(number=number).first()
    if found is None:
        check_any(by, May.MANAGE_COUNCIL)
        raise Refused("No such layout.")
    check(by, May.MANAGE_COUNCIL, found.guard_id, ABOUT)
    return found


@action
def use_layout(by: By, number: int) -> Layout:
    """Write papers in this layout from now on, in place of the one before."""
    chosen = _held(by, number)
    if chosen.state == LayoutState.IN_USE:
        raise Problem("Papers are written in this layout already.")
    Layout.objects.filter(state=LayoutState.IN_USE).update(state=LayoutState.ENDED)
    chosen.state = LayoutState.IN_USE
    chosen.save(update_fields=["state"])
    record(by, "papers.use_layout", ABOUT, number=number, sha256=chosen.file.sha256)
    return chosen


@action
def end_layout(by: By, number: int) -> Layout:
    """Take a layout away: papers are written in the built-in one again. Its file is kept, because
    published papers name it. Raises Problem where it is not in use."""
    chosen = _held(by, number)
    if chosen.state == LayoutState.ENDED:
        raise Problem("This layout is not in use.")
    chosen.state = LayoutState.ENDED
    chosen.save(update_fields=["state"])
    record(by, "papers.end_layout", ABOUT, number=number)
    return chosen
