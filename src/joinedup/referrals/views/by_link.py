"""The page behind a receiver's link. Opening it changes nothing, and it names nobody."""

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
from joinedup.pages.views import too_many
from joinedup.referrals.actions import Answer, answer_by_link
from joinedup.referrals.forms.acting import LinkAnswerForm
from joinedup.referrals.queries.links import link_of, referral_behind
from joinedup.referrals.views.deeds_of_referrals import answers_of

__all__ = ["referral_answer"]

TRIES = "link.answer_tries"


@csrf_exempt
@open_to_all
@never_cache
@require_http_methods(["GET", "POST"])
def referral_answer(request: HttpRequest, token: str) -> HttpResponse:
    """A receiver says how a referral stands. The address is the secret, so no cookie is needed."""
    found = link_of(token)
    is_good = found is not None and found[1] == "good"
    if not (is_good and request.method == "POST") and tries_too_often(request, TRIES):
        return too_many(request)
    if found is None:
        return _over(request, "unknown", 404)
    link, state = found
    row = referral_behind(link) if is_good else None
    if row is None:
        thanks = state == "used" and "done" in request.GET
        return _over(request, "thanks" if thanks else state, 200 if thanks else 410)
    if request.method == "GET" and "done" in request.GET:
        return _over(request, "goes_on", 200)
    today = timezone.localdate()
    form = LinkAnswerForm(request.POST or None, answers=answers_of(row, today))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        answer = Answer(said["says"], said["words"], said["threshold"], said["their_reference"])
        try:
            if tried(form, lambda: answer_by_link(link, answer, today=today)) is not None:
                return redirect(f"{request.path}?done")
        except Refused:
            return _over(request, "over", 410)
    context = {"row": row, "form": form, "until": link.expires_at}
    status = 422 if form.errors else 200
    return _private(render(request, "referrals/answer.html", context, status=status))


def _over(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return _private(render(request, "referrals/answer_over.html", {"why": why}, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    """The address is a secret: it goes to no other site and into no search engine."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
