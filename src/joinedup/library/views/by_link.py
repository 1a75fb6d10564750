"""The page behind the link of an owner without an account. Opening it changes nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from joinedup.access.answers import tried
from joinedup.access.door import open_to_all
from joinedup.access.permission import Refused
from joinedup.access.tries import tries_too_often
from joinedup.library.actions import confirm_by_link
from joinedup.library.forms import AnswerForm
from joinedup.library.queries import item_behind, link_of
from joinedup.pages.views import too_many

__all__ = ["library_answer"]

TRIES = "link.answer_tries"


@csrf_exempt
@open_to_all
@never_cache
@require_http_methods(["GET", "POST"])
def library_answer(request: HttpRequest, token: str) -> HttpResponse:
    """An owner says whether their page is still right. The address is the secret, so no cookie is
    needed."""
    found = link_of(token)
    is_good = found is not None and found[1] == "good"
    if not (is_good and request.method == "POST") and tries_too_often(request, TRIES):
        return too_many(request)
    if found is None:
        return _over(request, "unknown", 404)
    link, state = found
    row = item_behind(link) if is_good else None
    if row is None:
        thanks = state == "used" and "done" in request.GET
        return _over(request, "thanks" if thanks else state, 200 if thanks else 410)
    today = timezone.localdate()
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        verdict, words = form.cleaned_data["verdict"], form.cleaned_data["words"]
        try:
            if tried(form, lambda: confirm_by_link(link, verdict, words, today=today)) is not None:
                return redirect(f"{request.path}?done")
        except Refused:
            return _over(request, "over", 410)
    context = {"item": row, "form": form, "until": link.expires_at}
    status = 422 if form.errors else 200
    return _private(render(request, "library/answer.html", context, status=status))


def _over(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return _private(render(request, "library/answer_over.html", {"why": why}, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    """The address is a secret: it goes to no other site and into no search engine."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
