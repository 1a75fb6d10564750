"""The page behind a link from a reminder. Opening it changes nothing: mail scanners open links."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from joinedup.access.door import open_to_all
from joinedup.access.permission import Refused
from joinedup.access.tries import tries_too_often
from joinedup.assurance.actions.answering import Answered, answer_by_link, send_link_again
from joinedup.assurance.forms.answering import AnswerForm
from joinedup.assurance.queries.answering import Asked, LinkState, asked_by, link_of
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.acting import UNPROCESSABLE
from joinedup.pages.views import too_many

__all__ = ["answer", "answer_again"]

TRIES = "link.answer_tries"
GONE = 410
FIELDS = {"due_on": "new_on", "relates_on": "about_on"}
"""Where the rules name a field otherwise than this page does."""


@csrf_exempt
@open_to_all
@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Say how one action stands. The address itself is the secret and no session is used, so the
    form needs no token against forged requests, and works where cookies are refused."""
    found = link_of(token)
    is_holder = found is not None and found[1] is LinkState.GOOD and request.method == "POST"
    # whoever sends a form with a good link has guessed nothing, and keeps what was typed
    if not is_holder and tries_too_often(request, TRIES):
        return too_many(request)
    if found is None:
        return _over(request, "unknown", status=404)
    link, state = found
    today = timezone.localdate()
    asked = asked_by(link, today) if state is LinkState.GOOD else None
    if asked is None:
        over = LinkState.STOPPED if state is LinkState.GOOD else state
        is_thanks = state is LinkState.USED and "done" in request.GET
        return _over(request, "thanks" if is_thanks else over.value, token, is_thanks=is_thanks)
    form = _form(request, asked, today)
    if request.method == "POST" and form.is_valid():
        try:
            answer_by_link(link, _said(form), today=today)
        except Problem as problem:
            field = FIELDS.get(problem.field, problem.field)
            form.add_error(field if field in form.fields else None, problem.words)
        except Refused:
            return _over(request, "stopped", token)
        else:
            return redirect(f"{request.path}?done")
    context = {"asked": asked, "form": form, "until": link.expires_at}
    status = UNPROCESSABLE if form.errors else 200
    return _private(render(request, "assurance/answer_link.html", context, status=status))


def _form(request: HttpRequest, asked: Asked, today: dt.date) -> AnswerForm:
    is_sent = request.method == "POST"
    return AnswerForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        today=today,
        recurs=asked.is_recurring,
        only_evidence=asked.is_evidence,
        has_question=asked.question is not None,
        is_owner=asked.is_owner,
    )


def _said(form: AnswerForm) -> Answered:
    said: dict[str, Any] = form.cleaned_data
    file = said.get("file")
    return Answered(
        words=said.get("words", ""),
        answer=said.get("answer", ""),
        how=said.get("how", ""),
        met_on=said.get("met_on"),
        new_on=said.get("new_on"),
        reason=said.get("reason", ""),
        file_name=file.name if file else "",
        file=file.read() if file else b"",
        link=said.get("link", ""),
        about_on=said.get("about_on"),
    )


def _over(
    request: HttpRequest, why: str, token: str = "", *, is_thanks: bool = False, status: int = GONE
) -> HttpResponse:
    """What became of the link, in kind words, and what to do."""
    context = {"why": why, "token": token}
    code = 200 if is_thanks else status
    return _private(render(request, "assurance/answer_over.html", context, status=code))


def _private(response: HttpResponse) -> HttpResponse:
    """The address is a secret: it goes to no other site and into no search engine."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response


@csrf_exempt
@open_to_all
@never_cache
@require_POST
def answer_again(request: HttpRequest, token: str) -> HttpResponse:
    """Send a new link to the address that this one went to. Says the same whatever comes of it."""
    if tries_too_often(request, TRIES):
        return too_many(request)
    found = link_of(token)
    if found is not None:
        site = f"{request.scheme}://{request.get_host()}"
        try:
            send_link_again(found[0], site, today=timezone.localdate())
        except (Refused, Problem):
            return _over(request, "nothing")
    return _over(request, "sent", is_thanks=True)
