"""Questions: those that people ask of rows, and those about what does not fit together."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused, record_list
from joinedup.assurance.actions import answer_doubt
from joinedup.assurance.forms.proving import DoubtForm
from joinedup.assurance.queries.doubting import doubt_of, doubts, may_answer_doubt
from joinedup.assurance.queries.one import action_to
from joinedup.assurance.queries.proving import SHOWS, questions
from joinedup.assurance.queries.register import open_plans
from joinedup.assurance.rules.look import REFERENCE
from joinedup.assurance.views.one_form import FormPage, one_form

__all__ = ["doubt_answer", "doubt_list", "question_list"]

DOUBTS = {"mine": "For you to clear up", "open": "All that wait", "answered": "Answered"}


def _plan(request: HttpRequest) -> tuple[str, str]:
    """The plan that an address asks for, with its title; empty where it is not for this reader."""
    reference = request.GET.get("plan", "")
    if not REFERENCE.match(reference):
        return "", ""
    user: Any = request.user
    found = open_plans(user).filter(reference=reference).first()
    return (found.reference, found.title) if found else ("", "")


def _tabs(route: str, words: dict[str, str], now: str, plan: str) -> list[dict[str, object]]:
    return [
        {
            "text": text,
            "href": f"{reverse(route)}?{urlencode({'show': name, **({'plan': plan} if plan else {})})}",
            "current": name == now,
        }
        for name, text in words.items()
    ]


def _shown(request: HttpRequest, words: dict[str, str], usual: str) -> str:
    said = request.GET.get("show", "")
    return said if said in words else usual


@door(May.READ_PLANS)
@require_GET
def question_list(request: HttpRequest) -> HttpResponse:
    """Questions that people asked: owed, asked, late, waiting, answered."""
    user: Any = request.user
    today = timezone.localdate()
    plan, title = _plan(request)
    shows = _shown(request, SHOWS, "open" if plan else "owed")
    rows = questions(user, shows, plan, today)
    if shows == "owed" and not rows and "show" not in request.GET:
        asked = questions(user, "asked", plan, today)
        shows, rows = ("asked", asked) if asked else (shows, rows)
    seen = [one.challenge.action.reference for one in rows]
    record_list(by_request(request), "assurance.questions", f"{shows} {plan}".strip(), seen)
    context = {
        "rows": rows,
        "tabs": _tabs("questions", SHOWS, shows, plan),
        "shows": shows,
        "plan": plan,
        "plan_title": title,
        "today": today,
    }
    return render(request, "assurance/questions.html", context)


@door(May.READ_PLANS)
@require_GET
def doubt_list(request: HttpRequest) -> HttpResponse:
    """What does not fit together, as questions: for this reader, all that wait, answered."""
    user: Any = request.user
    plan, title = _plan(request)
    shows = _shown(request, DOUBTS, "open" if plan else "mine")
    state = "answered" if shows == "answered" else "open"
    rows = doubts(user, plan, is_mine=shows == "mine", state=state)
    seen = [one.doubt.action.reference for one in rows]
    record_list(by_request(request), "assurance.doubts", f"{shows} {plan}".strip(), seen)
    context = {
        "rows": rows,
        "tabs": _tabs("doubts", DOUBTS, shows, plan),
        "shows": shows,
        "plan": plan,
        "plan_title": title,
    }
    return render(request, "assurance/doubts.html", context)


@door(May.READ_PLANS)
@require_http_methods(["GET", "POST"])
def doubt_answer(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer one question about what does not fit."""
    today = timezone.localdate()
    by = by_request(request)
    asked = doubt_of(by.user, reference)
    if asked is None:
        raise Refused("No such question.")
    may = may_answer_doubt(by.user, asked.doubt)
    row = action_to(by, may, asked.doubt.action.reference)
    page = FormPage(
        heading="Answer what does not seem to fit",
        submit="Answer",
        back=("action", row.reference),
        caption=f"{row.code} {row.title}".strip()[:120],
        draft=f"doubt-{reference}",
        shown=asked.words,
    )

    def do(form: Any) -> str:
        answer_doubt(by, reference, form.cleaned_data["words"], today=today)
        return "Your answer stands in the thread. You are not asked again unless something changes."

    return one_form(
        request, page, lambda data, kept: DoubtForm(data, initial=kept, today=today), do
    )
