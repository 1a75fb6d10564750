"""The page behind a link for one purpose: somebody without an account answers one thing.

Opening it changes nothing, as mail scanners open links. The address is the secret: it needs no
cookie, goes to no other site and into no search engine, and guessing at it is slowed down. What
became of a link is said in the same words everywhere, with what each kind of page adds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from joinedup.access.answers import tried
from joinedup.access.door import open_to_all
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.access.tries import tries_too_often
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link
from joinedup.notices.queries import link_of, state_now, state_of
from joinedup.notices.rules import LinkState, LinkTold, link_told
from joinedup.pages.views import too_many

__all__ = ["LinkPage", "Opened", "by_link_only", "link_page", "said_of_link", "tried_too_often"]

TRIES = "link.answer_tries"
STATUS = {LinkTold.THANKS: 200, LinkTold.GOES_ON: 200, LinkTold.SENT: 200, LinkTold.UNKNOWN: 404}
GONE, UNPROCESSABLE = 410, 422

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


@dataclass(frozen=True, slots=True)
class Opened:
    """What a good link opened: the link, the record behind it, and the day."""

    link: Link
    row: Any
    today: dt.date


@dataclass(frozen=True, slots=True)
class LinkPage:
    """One kind of page behind a link.

    `behind` gives the record that a good link opens, recorded as seen, or None where there is
    nothing to answer any more; `keep` is the action, which checks and spends the link itself.
    `fields` says what the form calls a field that the rules name otherwise. A page that
    `stays_open` can be answered more than once with the same link; `after` is the route that a
    kept answer leads to, where that is not this page with thanks.
    """

    purpose: Purpose
    template: str
    over: str
    behind: Callable[[Link, dt.date], Any]
    form: Callable[[HttpRequest, Opened], forms.Form]
    keep: Callable[[HttpRequest, Opened, Any], object]
    fields: Mapping[str, str] = field(default_factory=dict)
    stays_open: bool = False
    after: str = ""


def by_link_only(view: View) -> View:
    """The page needs no account and no cookie, so that it works where cookies are refused; without
    a session there is nothing to forge."""
    methods = require_http_methods(["GET", "POST"])
    made: View = csrf_exempt(open_to_all(never_cache(methods(view))))
    return made


def link_page(request: HttpRequest, token: str, page: LinkPage) -> HttpResponse:
    """Show what the link opens, or keep what its holder says; else say what became of the link."""
    link = link_of(token, page.purpose)
    state = state_of(link) if link is not None else None
    is_sent = request.method == "POST"
    # whoever sends a form with a good link has guessed nothing, and keeps what was typed
    is_holder = is_sent and state is LinkState.GOOD
    if not is_holder and tried_too_often(request):
        return too_many(request)
    today, is_done = timezone.localdate(), "done" in request.GET
    row = page.behind(link, today) if link is not None and state is LinkState.GOOD else None
    if link is None or row is None:
        # somebody may have answered with it since it was read
        state = state_now(link) if link is not None else None
        return said_of_link(request, page.over, link_told(state, is_done=is_done), token)
    if page.stays_open and is_done and not is_sent:
        return said_of_link(request, page.over, LinkTold.GOES_ON, token)
    opened = Opened(link, row, today)
    form = page.form(request, opened)
    if is_sent and form.is_valid():
        try:
            if _is_kept(request, opened, form, page):
                return redirect(page.after or f"{request.path}?done")
        except Refused:
            told = link_told(state_now(link), is_done=False)
            return said_of_link(request, page.over, told, token)
    context = {"row": row, "form": form, "until": link.expires_at}
    status = UNPROCESSABLE if form.errors else 200
    return _private(render(request, page.template, context, status=status))


def _is_kept(request: HttpRequest, opened: Opened, form: forms.Form, page: LinkPage) -> bool:
    def keep() -> object:
        try:
            return page.keep(request, opened, form)
        except Problem as problem:
            problem.field = page.fields.get(problem.field or "", problem.field)
            raise

    return tried(form, keep) is not None


def said_of_link(
    request: HttpRequest, template: str, told: LinkTold, token: str = ""
) -> HttpResponse:
    """What became of a link, in kind words, and what to do."""
    context = {"why": told.value, "token": token}
    return _private(render(request, template, context, status=STATUS.get(told, GONE)))


def tried_too_often(request: HttpRequest) -> bool:
    """Count a try at a link from the place of this request; whether there were too many."""
    return tries_too_often(request, TRIES)


def _private(response: HttpResponse) -> HttpResponse:
    """The address is a secret: it goes to no other site and into no search engine."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
