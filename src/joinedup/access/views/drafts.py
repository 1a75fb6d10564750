"""Words not yet sent: kept while typing, found again after signing in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from joinedup.access.door import open_to_signed_in
from joinedup.access.drafts import clear_draft, drafts_of, save_draft
from joinedup.access.limits import limit

__all__ = ["draft_drop", "draft_list", "draft_save"]

DAY = 86_400


@open_to_signed_in
@require_POST
def draft_save(request: HttpRequest, form: str) -> HttpResponse:
    """Keep the words of a form; answers 204 without a body."""
    save_draft(request.user, form, dict(request.POST.lists()))  # type: ignore[arg-type]
    return HttpResponse(status=204)


@open_to_signed_in
def draft_list(request: HttpRequest) -> HttpResponse:
    """Everything kept for the reader, to be copied or gone on with."""
    context = {
        "drafts": drafts_of(request.user),  # type: ignore[arg-type]
        "days": limit("draft.keep") // DAY,
    }
    return render(request, "access/draft_list.html", context)


@open_to_signed_in
@require_POST
def draft_drop(request: HttpRequest, form: str) -> HttpResponse:
    """Throw the kept words of one form away."""
    clear_draft(request.user, form)  # type: ignore[arg-type]
    messages.success(request, "Thrown away.")
    return redirect("drafts")
