"""People from a CSV file: chosen, looked at row by row, then taken or left."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from joinedup.access.actions.import_people import import_people
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.drafts import clear_draft, draft_of, save_draft
from joinedup.access.forms.people import PeopleFileForm
from joinedup.access.import_plan import people_changes
from joinedup.access.problems import Problem
from joinedup.access.queries import agency_names
from joinedup.access.rules.people_csv import FileFault, PersonRow, decode, read_people

__all__ = ["people_file", "people_file_check", "people_file_take"]

FORM = "people-file"


@door(May.MANAGE_PEOPLE)
def people_file(request: HttpRequest) -> HttpResponse:
    """Choose a file. It is read and kept as a draft; nobody is added yet."""
    form = PeopleFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        text = decode(form.cleaned_data["file"].read())
        try:
            _read(text)
        except FileFault as fault:
            form.add_error("file", str(fault))
        else:
            if save_draft(request.user, FORM, {"text": [text]}):  # type: ignore[arg-type]
                return redirect("people_file_check")
            form.add_error("file", "The file is too long. Split it and take one part at a time.")
    return render(request, "access/people_file.html", {"form": form})


@door(May.MANAGE_PEOPLE)
def people_file_check(request: HttpRequest) -> HttpResponse:
    """What the file would do, row by row, and which rows can't be taken."""
    rows = _kept(request)
    if rows is None:
        return redirect("people_file")
    changes = people_changes(rows)
    kinds = [change.kind for change in changes if not change.row.errors]
    context = {
        "changes": changes,
        "wrong": sum(1 for change in changes if change.row.errors),
        "counts": {kind: kinds.count(kind) for kind in ("new", "changed", "same")},
    }
    return render(request, "access/people_file_check.html", context)


@door(May.MANAGE_PEOPLE)
@require_POST
def people_file_take(request: HttpRequest) -> HttpResponse:
    """Take the list as it was shown."""
    rows, by = _kept(request), by_request(request)
    if rows is None:
        return redirect("people_file")
    try:
        counts = import_people(by, rows, timezone.localdate())
    except Problem as problem:
        messages.error(request, str(problem))
        return redirect("people_file_check")
    clear_draft(request.user, FORM)  # type: ignore[arg-type]
    said = f"{counts['new']} added, {counts['changed']} changed, {counts['same']} the same."
    messages.success(request, said)
    return redirect("people")


def _kept(request: HttpRequest) -> list[PersonRow] | None:
    text = draft_of(request.user, FORM).get("text")  # type: ignore[arg-type]
    try:
        return _read(str(text)) if text else None
    except FileFault:
        return None


def _read(text: str) -> list[PersonRow]:
    names, home = agency_names()
    return read_people(text, names, home)
