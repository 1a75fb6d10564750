"""A sheet to edit: taken from the register, changed in Excel, brought back and compared."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.drafts import clear_draft, draft_of, save_draft
from joinedup.access.second_step import step_up_to_copy
from joinedup.assurance.actions.sheet import take_sheet
from joinedup.assurance.forms.sheet import SheetForm
from joinedup.assurance.queries.sheet import differences
from joinedup.assurance.rules.copies import EDITED, edited
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.sheet import NoSheet, Returned, as_data, from_data, read_sheet
from joinedup.assurance.views.copies import EXCEL, attachment, lines_to_copy
from joinedup.documents import Refused, read_boxed
from joinedup.documents.sheetout import SheetTable, write_xlsx

__all__ = ["sheet", "sheet_to_edit", "take"]

DRAFT = "register-sheet"
UNPROCESSABLE = 422


@door(May.UPDATE_ACTIONS)
@require_GET
@step_up_to_copy
def sheet_to_edit(request: HttpRequest) -> HttpResponse:
    """The rows on screen that the reader may change, as a workbook to edit and bring back."""
    today = timezone.localdate()
    lines = lines_to_copy(request, "sheet", May.UPDATE_ACTIONS, today)
    data = write_xlsx([SheetTable("To edit", EDITED, [edited(line) for line in lines])])
    return attachment(data, f"sheet-to-edit-{today.isoformat()}.xlsx", EXCEL)


def _kept(user: Any) -> list[Returned]:
    rows = draft_of(user, DRAFT).get("rows") or []
    return from_data([rows] if isinstance(rows, str) else rows)


@door(May.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest) -> HttpResponse:
    """Bring a sheet back, and see how it differs before anything is taken."""
    user: Any = request.user
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            rows = read_sheet(read_boxed(file.name, file.read()))
        except (Refused, NoSheet) as refused:
            form.add_error("file", str(refused))
        else:
            save_draft(user, DRAFT, {"rows": as_data(rows)})
            return redirect("sheet")
    return _page(request, form, "", UNPROCESSABLE if form.errors else 200)


def _page(request: HttpRequest, form: SheetForm, problem: str, status: int) -> HttpResponse:
    user: Any = request.user
    rows = _kept(user)
    changed, unknown = differences(user, rows) if rows else ([], [])
    ticked = set(request.POST.getlist("take")) if problem else None
    context = {
        "form": form,
        "problem": problem,
        "count": len(rows),
        "changed": [
            {
                "one": one,
                "is_ticked": one.may_be_taken
                and (not one.has_moved if ticked is None else one.held.reference in ticked),
            }
            for one in changed
        ],
        "unknown": unknown,
    }
    return render(request, "assurance/sheet.html", context, status=status)


@door(May.UPDATE_ACTIONS)
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take the chosen rows, or put the sheet away."""
    user: Any = request.user
    if "away" in request.POST:
        clear_draft(user, DRAFT)
        messages.success(request, "The sheet was put away. Nothing of it was taken.")
        return redirect("sheet")
    changed, _ = differences(user, _kept(user))
    wanted = set(request.POST.getlist("take"))
    chosen = [one for one in changed if one.held.reference in wanted]
    if not chosen:
        return _page(request, SheetForm(), "Tick at least one row to take.", UNPROCESSABLE)
    try:
        count = take_sheet(by_request(request), chosen, today=timezone.localdate())
    except Problem as problem:
        return _page(request, SheetForm(), str(problem), UNPROCESSABLE)
    clear_draft(user, DRAFT)
    rows = "1 row is" if count == 1 else f"{count} rows are"
    messages.success(request, f"{rows} now in the register.")
    return redirect("register")
