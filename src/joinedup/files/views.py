"""Sending a file, always as an attachment; and destroying one that was uploaded by mistake."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.answers import one_page
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import record_list
from joinedup.files.actions import CannotPurge, agree_purge, ask_purge, keep_after_all
from joinedup.files.forms import DestroyForm
from joinedup.files.queries import erased, erased_records, file_to_destroy, file_to_send, to_destroy

__all__ = ["destroy", "erasures", "send", "waiting"]

UNPROCESSABLE = 422


@door(May.READ_PLANS)
@require_GET
def send(request: HttpRequest, reference: str) -> FileResponse:
    """One stored file for this reader."""
    found = file_to_send(by_request(request), reference)
    response = FileResponse(
        found.path.open("rb"),
        as_attachment=True,
        filename=found.name,
        content_type=found.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def destroy(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for a mistaken upload to be destroyed; a second person agrees, or it is kept."""
    found = file_to_destroy(by_request(request), reference)
    is_asked = found.purge_asked_by is not None
    form = DestroyForm(request.POST if request.method == "POST" and not is_asked else None)
    if request.method == "POST":
        try:
            said = _asked(request, found) if is_asked else _ask(request, found, form)
        except CannotPurge as problem:
            messages.error(request, str(problem))
            return redirect("file_destroy", reference)
        if said:
            messages.success(request, said)
            return redirect("file_destroy", reference)
    context = {"file": found, "form": form, "is_own": found.purge_asked_by == request.user}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "files/destroy.html", context, status=status)


def _ask(request: HttpRequest, found: Any, form: DestroyForm) -> str:
    """The first person's step; the words to show, empty where the reason is to be mended."""
    if not form.is_valid():
        return ""
    ask_purge(by_request(request), found.reference, form.cleaned_data["reason"])
    return "Asked. Somebody else who may edit plans has to agree."


def _asked(request: HttpRequest, found: Any) -> str:
    """The second person's step: destroy it, or keep it after all."""
    by = by_request(request)
    if request.POST.get("do") == "agree":
        agree_purge(by, found.reference)
        return "Destroyed. That it was here, and who destroyed it, stays on record."
    if request.POST.get("do") == "keep":
        keep_after_all(by, found.reference)
        return "The file is kept."
    return ""


@door(May.EDIT_PLANS)
@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """Files that wait for a second person to agree that they be destroyed."""
    user: Any = request.user
    page = one_page(request, to_destroy(user))
    record_list(by_request(request), "files.waiting", "", [one.about for one in page])
    return render(request, "files/waiting.html", {"page": page})


@door(May.READ_AUDIT)
@require_GET
def erasures(request: HttpRequest) -> HttpResponse:
    """The register of erasures: what was destroyed, why, who asked and who agreed."""
    page = one_page(request, erased())
    records = one_page(request, erased_records(), "records")
    shown = [one.reference for one in (*page, *records)]
    record_list(by_request(request), "files.erasures", "", shown)
    return render(request, "files/erasures.html", {"page": page, "records": records})
