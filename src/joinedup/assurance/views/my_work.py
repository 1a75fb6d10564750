"""My work: what is late, what is due this week, what others wait for, and what I wait for."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from joinedup.access.choices import May, Reach
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused, holds, record_list, standing
from joinedup.access.roles import reaches
from joinedup.assurance.actions import add_update, declare_complete, meet_occurrence
from joinedup.assurance.forms.say import SayForm
from joinedup.assurance.queries import my_work as work_of
from joinedup.assurance.queries.lines import Line
from joinedup.assurance.queries.listing import one_line
from joinedup.assurance.queries.one import action_to
from joinedup.assurance.queries.quiet import quiet_words
from joinedup.assurance.queries.watching import MOST, WATCHED, counts, team_late
from joinedup.assurance.queries.work import MOST as MOST_ROWS
from joinedup.assurance.rules.look import WEEK, Look, address_of
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import By
from joinedup.clocks.queries import owed_above, tallies_above, to_read_above
from joinedup.clocks.rules import Owed
from joinedup.notices.queries import news_above
from joinedup.notices.rules import NewsSort
from joinedup.pages.marks import rag

__all__ = ["my_work", "say"]

NOT_AN_ADDRESS = "XX-0000-0000000"
MORE = {
    "overdue": Look(owner="me", due="overdue"),
    "week": Look(owner="me", due="week"),
    "later": Look(owner="me"),
}
"""The looks at the register that show all of a list."""
CARDS = {
    "overdue": ("Overdue", "red"),
    "30": ("Due in the next 30 days", "amber"),
    "quiet": ("", "amber"),
    "declared": ("Declared, not evidenced", "grey"),
}


@door(May.READ_PLANS)
@require_GET
def my_work(request: HttpRequest) -> HttpResponse:
    """The reader's own page, the first they see."""
    user: Any = request.user
    today = timezone.localdate()
    work = work_of(user, today)
    owed = owed_above(user, today)
    to_read = to_read_above(user, today)
    news = news_above(user, today)
    may_say = holds(user, May.UPDATE_ACTIONS)
    groups = [
        _group("overdue", "Overdue", work.overdue, may_say),
        _group("week", "Due this week", work.this_week, may_say),
        _group("agree", "For you to agree", work.to_agree, False),
        _group("evidence", "Evidence is wanted", work.to_evidence, False),
        _group("doubted", "Something does not fit", work.to_clear, False),
        _group("later", "Later", work.later, may_say),
        _group("waiting", "Waiting for somebody to agree", work.waiting_for_agreement, False),
    ]
    is_wide = Reach.ALL in reaches(standing(user).roles, May.READ_PLANS)
    team = team_late(user, today) if holds(user, May.AGREE) and not is_wide else []
    shown = [row["reference"] for group in groups for row in group["rows"]]
    record_list(
        by_request(request),
        "assurance.my_work",
        "",
        [
            *shown,
            *(line.reference for line in team),
            *(one.reference for one in owed),
            *(one.reference for one in to_read),
            *(one.reference for one in news),
        ],
    )
    return render(
        request,
        "assurance/my_work.html",
        {
            "groups": {group["key"]: group for group in groups if group["rows"]},
            "to_answer": [_question(one, today) for one in work.to_answer],
            "to_read": to_read,
            "tallies": tallies_above(user, today),
            "today": today,
            "papers": [_owed(one, today) for one in owed],
            "news": [one for one in news if one.sort is NewsSort.PAPERS],
            "told": [one for one in news if one.sort is NewsSort.REPORTS],
            "asked": [_question(one, today) for one in work.waiting_for_answer],
            "team": [_line(line) for line in team],
            "cards": _cards(counts(user, today), today) if is_wide else [],
            "name": user.person.name,
            "may_import": holds(user, May.IMPORT_PLANS),
            "may_say": may_say,
        },
    )


def _cards(found: dict[str, int], today: dt.date) -> list[dict[str, Any]]:
    return [
        {
            "number": found[key] if found[key] <= MOST else f"{MOST:,}+",
            "text": CARDS[key][0] or quiet_words(today),
            "colour": CARDS[key][1] if found[key] else "",
            "href": reverse("register") + address_of(look),
        }
        for key, look in WATCHED.items()
    ]


def _group(key: str, title: str, rows: list[Line], may_say: bool) -> dict[str, Any]:
    address = reverse("action", args=[NOT_AN_ADDRESS])
    saying = reverse("say", args=[NOT_AN_ADDRESS])
    return {
        "is_more": len(rows) == MOST_ROWS,
        "all": reverse("register") + address_of(MORE[key]) if key in MORE else "",
        "key": key,
        "title": title,
        "may_say": may_say,
        "rows": [
            {
                "reference": row.reference,
                "href": address.replace(NOT_AN_ADDRESS, row.reference),
                "say": saying.replace(NOT_AN_ADDRESS, row.reference),
                "code": row.code,
                "title": row.title,
                "plan": row.plan_title,
                "due": row.due,
                "late": row.late,
                "mark": rag(row.colour),
                "reason": row.reason,
                "standing": row.standing,
                "latest": row.latest,
                "recurs": bool(row.recurrence),
            }
            for row in rows
        ],
    }


def _line(line: Line) -> dict[str, Any]:
    return {"line": line, "href": reverse("action", args=[line.reference])}


def _owed(one: Owed, today: dt.date) -> dict[str, Any]:
    late = one.late(today)
    soon = "overdue" if late else "this week" if one.due_on <= today + WEEK else ""
    return {
        "href": one.address, "deed": one.deed, "title": one.title, "due": one.due_on, "late": late,
        "soon": soon,
    }  # fmt: skip


def _question(one: Any, today: dt.date) -> dict[str, Any]:
    late = (today - one.answer_due_on).days
    return {
        "href": reverse("action", args=[one.action.reference]),
        "text": f"{one.action.code} {one.action.title}".strip(),
        "by": one.asked_by.person.name,
        "to": one.answer_by_person.name if one.answer_by_person_id else "",
        "due": one.answer_due_on,
        "late": max(late, 0),
    }


@door(May.UPDATE_ACTIONS)
def say(request: HttpRequest, reference: str) -> HttpResponse:
    """Say in one step how an action stands; back to one's work."""
    user: Any = request.user
    today = timezone.localdate()
    form = SayForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            said = _say(by_request(request), reference, form.cleaned_data, today)
        except Problem as problem:
            form.add_error("words", problem.words)
        else:
            messages.success(request, said)
            return redirect("my_work")
    action_to(by_request(request), May.UPDATE_ACTIONS, reference)
    line = one_line(user, May.UPDATE_ACTIONS, reference, today)
    if line is None:
        raise Refused("No such record.")
    return render(
        request,
        "assurance/say.html",
        {"form": form, "line": line, "href": reverse("action", args=[reference])},
        status=422 if form.errors else 200,
    )


def _say(by: By, reference: str, said: dict[str, Any], today: dt.date) -> str:
    """Do what the button says; the words to show when it is done."""
    words = said["words"]
    if said["how"] == "done":
        declare_complete(by, reference, words, today=today)
        return "Declared complete. Add evidence when you have it: until then it shows as not evidenced."
    if said["how"] == "met":
        meet_occurrence(by, reference, today, words, today=today)
        return "Recorded as met today."
    add_update(by, reference, words, today=today)
    return "Your update is saved."
