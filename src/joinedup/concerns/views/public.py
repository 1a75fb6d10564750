"""The public door: one question a page, checked, sent. No account, no script, no trace that can be
helped: answers are kept sealed for a short while, and addresses hold nothing but the page.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.answers import tried
from joinedup.access.door import open_to_all
from joinedup.access.tries import tries_too_often
from joinedup.audit.actor import public
from joinedup.concerns import unsent
from joinedup.concerns.actions import submit
from joinedup.concerns.choices import Danger, Door
from joinedup.concerns.forms.public import QuestionForm, SendForm
from joinedup.concerns.queries.public import exit_address, fewest_seconds, questions_on
from joinedup.concerns.rules.from_public import danger_of, report_from
from joinedup.concerns.rules.questions import (
    Question,
    after,
    asked,
    before,
    first_open,
    for_signposts,
    is_about_me,
    said,
    shown,
)
from joinedup.directory.queries import (
    Found,
    areas,
    emergency_numbers,
    help_numbers,
    next_reading,
    services_for,
    services_of,
)

__all__ = ["worry", "worry_check", "worry_danger", "worry_help", "worry_leave", "worry_question"]

COOKIE = "visit"
"""Its name says nothing; its value is random."""
SENT = "sent"
"""Where the code of a report stands for a moment after it was sent, behind the browser's key."""
PATH = "/worry/"


class Visit:
    """One person's way through the questions: what they answered, and what is asked of them."""

    def __init__(self, request: HttpRequest, today: dt.date) -> None:
        self.key = request.COOKIES.get(COOKIE, "")
        found = unsent.kept(self.key)
        self.answers: dict[str, str | list[str]] = found.answers if found else {}
        self.code = "".join(said(self.answers, SENT))
        if self.code:
            self.answers = {}
        self.is_known = found is not None and not self.code
        self.started_at = found.started_at if found else None
        self.all = questions_on(today)
        self.today = today

    def helps(self) -> list[Found]:
        """The sign-posts that fit the answers so far."""
        return services_for(for_signposts(self.answers), self.today)

    def order(self, helps: list[Found]) -> tuple[Question, ...]:
        """The questions asked of this person."""
        is_unsafe = any(one.signpost.asks_safe_contact for one in helps)
        return asked(self.all, self.answers, is_unsafe)

    def question(self, part: str) -> Question:
        """The question of an address; Http404 for none."""
        for one in self.all:
            if one.key == part:
                return one
        raise Http404

    def keep(self, answers: dict[str, str | list[str]], response: HttpResponse) -> None:
        """Keep these answers on top of those before; a new key where the old one is forgotten."""
        self.answers = {**self.answers, **answers}
        if not (self.is_known and unsent.keep(self.key, self.answers)):
            self.key = unsent.begin(self.answers)
            set_key(response, self.key)


def set_key(response: HttpResponse, key: str) -> None:
    """Give the browser its key: forgotten when the browser is closed, seen by no script."""
    response.set_cookie(
        COOKIE, key, path=PATH, httponly=True, samesite="Strict", secure=settings.IS_SECURE
    )


def drop_key(response: HttpResponse) -> None:
    """Take the key back."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Strict")


def shown_page(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page of the door: every one of them has the way out and is kept by no browser."""
    context |= {"quick_exit": reverse("worry_leave"), "navigation": []}
    return render(request, f"concerns/public/{template}.html", context, status=status)


def telephones(now: dt.datetime, about: str = "") -> dict[str, Any]:
    """999, the numbers by day and by night, and when somebody reads."""
    return {
        "emergency": emergency_numbers(timezone.localdate(now)),
        "numbers": help_numbers("", now, about),
        "reading": next_reading(now),
    }


@open_to_all
@require_http_methods(["GET", "POST"])
def worry(request: HttpRequest) -> HttpResponse:
    """The front of the door: what to ring, when somebody reads, and the way in."""
    now, today = timezone.now(), timezone.localdate()
    if request.method == "POST":
        if tries_too_often(request, "door.starts"):
            return shown_page(request, "too_often", telephones(now), 429)
        response = redirect("worry_question", "about")
        unsent.erase(request.COOKIES.get(COOKIE, ""))
        set_key(response, unsent.begin())
        return response
    context = {
        **telephones(now),
        "others": {area: help_numbers(area, now) for area in areas(today)},
        "languages": services_of(["language"], ["unsure"], today),
    }
    return shown_page(request, "start", context)


@open_to_all
@require_http_methods(["GET", "POST"])
def worry_question(request: HttpRequest, part: str) -> HttpResponse:
    """One question. Whatever was answered stays answered, whichever way somebody goes."""
    visit = Visit(request, timezone.localdate())
    question = visit.question(part)
    if not visit.is_known and request.method == "GET":
        return redirect("worry")
    is_me = is_about_me(visit.answers)
    form = QuestionForm(
        request.POST if request.method == "POST" else None, question, visit.answers, is_me
    )
    if request.method == "POST" and form.is_valid():
        return _kept(request, visit, question, form)
    helps = visit.helps()
    order = visit.order(helps)
    context = {
        "form": form,
        "question": question,
        "is_me": is_me,
        "back": before(part, order),
        "place": [one.key for one in order].index(part) + 1 if question in order else 0,
        "places": len(order),
        "may_skip": not first_open(order, {**visit.answers, part: "x", "contact": "no"}),
        "helps": helps if part == "screen" else [],
        "was_forgotten": not visit.is_known,
        "to_check": request.GET.get("then") == "check",
        "emergency": _urgent(visit) if part == after("danger", order) else (),
    }
    return shown_page(request, "question", context, 422 if form.errors else 200)


def _urgent(visit: Visit) -> Any:
    """Whom to ring at once, for whoever said that somebody is in danger now or may be."""
    is_urgent = danger_of(visit.answers) is not Danger.NONE
    return emergency_numbers(visit.today) if is_urgent else ()


def _kept(
    request: HttpRequest, visit: Visit, question: Question, form: QuestionForm
) -> HttpResponse:
    """Keep the answers of a page and go on: to 999, to help, to the next question or to the end."""
    was_known = visit.is_known
    fresh = form.answers()
    visit_answers = {**visit.answers, **fresh}
    helps = services_for(for_signposts(visit_answers), visit.today)
    visit.answers = visit_answers
    order = visit.order(helps)
    onward = after(question.key, order)
    if question.key == "danger" and "yes" in said(fresh, "danger"):
        address = reverse("worry_danger")
    elif question.key == "worries" and helps:
        address = reverse("worry_help")
    elif "check" in request.POST or request.GET.get("then") == "check" or not onward:
        address = reverse("worry_check")
    else:
        address = reverse("worry_question", args=[onward])
    if not was_known:
        address = reverse("worry_question", args=[first_open(order, visit_answers) or "about"])
    response = redirect(address)
    visit.keep(fresh, response)
    return response


@open_to_all
@require_GET
def worry_danger(request: HttpRequest) -> HttpResponse:
    """Ring 999 now."""
    visit = Visit(request, timezone.localdate())
    onward = after("danger", visit.order([]))
    return shown_page(request, "danger", {**telephones(timezone.now()), "onward": onward})


@open_to_all
@require_GET
def worry_help(request: HttpRequest) -> HttpResponse:
    """Services that help with what was ticked: beside the report, never instead of it."""
    visit = Visit(request, timezone.localdate())
    if not visit.is_known:
        return redirect("worry")
    helps = visit.helps()
    onward = after("worries", visit.order(helps))
    return shown_page(request, "help", {"helps": helps, "onward": onward})


@open_to_all
@require_http_methods(["GET", "POST"])
def worry_check(request: HttpRequest) -> HttpResponse:
    """All answers on one page, to be changed or sent."""
    now, today = timezone.now(), timezone.localdate()
    visit = Visit(request, today)
    if visit.code:
        return _sent_already(request, visit, now)
    if not visit.is_known:
        return shown_page(request, "forgotten", telephones(now), 410)
    helps = visit.helps()
    order = visit.order(helps)
    form = SendForm(request.POST if request.method == "POST" else None)
    missing = first_open(order, {"contact": "no", **visit.answers})
    if missing:
        return redirect("worry_question", missing)
    if request.method == "POST" and form.is_valid():
        sent = _sent(request, visit, order, form, now)
        if sent is not None:
            return sent
    is_me = is_about_me(visit.answers)
    rows = [
        (one.key, field.label or (one.ask_me if is_me else one.ask), shown(field, visit.answers))
        for one in order
        for field in one.fields
        if shown(field, visit.answers) or field is one.fields[0]
    ]
    context = {
        "form": form,
        "rows": rows,
        "is_anonymous": "yes" not in said(visit.answers, "contact"),
        "back": order[-1].key if order else "about",
        "reading": next_reading(now),
        "emergency": _urgent(visit),
    }
    return shown_page(request, "check", context, 422 if form.errors else 200)


def _sent(
    request: HttpRequest,
    visit: Visit,
    order: tuple[Question, ...],
    form: SendForm,
    now: dt.datetime,
) -> HttpResponse | None:
    """Send the report; None where the person has something to do first. The page that shows the
    code is the answer itself, so that no address leads to it."""
    seconds = (now - (visit.started_at or now)).total_seconds()
    if seconds < fewest_seconds(visit.today) and "again" not in visit.answers:
        unsent.keep(visit.key, {**visit.answers, "again": "yes"})
        form.add_error(None, "That was very quick. Look your answers over, then press Send again")
        return None
    if tries_too_often(request, "door.sends"):
        return shown_page(request, "too_often", telephones(now), 429)
    new = report_from(order, visit.answers, Door.PUBLIC, visit.today, visit.key)
    done = tried(form, lambda: submit(public(), new, site=request.build_absolute_uri("/")))
    if done is None:
        return None
    if done.return_code is None:
        return _sent_already(request, Visit(request, visit.today), now)
    # the answers go; the code stays a little for whoever pressed twice and sees the second answer
    unsent.keep(visit.key, {SENT: done.return_code})
    context = {"code": done.return_code, "helps": visit.helps(), **telephones(now)}
    response = shown_page(request, "sent", context)
    drop_key(response)
    return response


def _sent_already(request: HttpRequest, visit: Visit, now: dt.datetime) -> HttpResponse:
    """The same page again for whoever pressed Send twice: one report, one code. Then it is gone."""
    unsent.erase(visit.key)
    context = {"code": visit.code, "helps": [], **telephones(now)}
    response = shown_page(request, "sent", context)
    drop_key(response)
    return response


@open_to_all
@require_http_methods(["GET", "POST"])
def worry_leave(request: HttpRequest) -> HttpResponse:
    """Leave at once: the answers are erased, and the browser is sent to somewhere harmless.
    A browser that only looks ahead leaves nothing."""
    if "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", "")):
        return HttpResponse(status=204)
    unsent.erase(request.COOKIES.get(COOKIE, ""))
    response = redirect(exit_address(timezone.localdate()))
    drop_key(response)
    response["Clear-Site-Data"] = '"cache"'
    return response
