"""The page of one action: where it came from, how it stands, everything that was said."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import holds, standing
from joinedup.assurance.choices import DatesBy
from joinedup.assurance.forms.plans import AsAtForm
from joinedup.assurance.queries.story import action_story
from joinedup.assurance.rules.offers import next_steps, offers
from joinedup.assurance.views.deeds import DEEDS
from joinedup.assurance.views.proving_deeds import DEEDS as PROVING_DEEDS

__all__ = ["action", "trail_of"]

OTHER_DEEDS = {
    "mail": ("Take in an e-mail", "action_mail"),
    "edit": ("Edit its words", "action_edit"),
    "part": ("Add a part", "part_add"),
    "reminders": ("Reminders and links", "action_reminders"),
}
ALL_DEEDS = (*DEEDS, *PROVING_DEEDS)
DEED_WORDS = {deed.name: (deed.title, f"action_{deed.name}") for deed in ALL_DEEDS} | OTHER_DEEDS
DEED_WORDS["minute"] = ("Record that a meeting agreed it", "action_agree")
MAIN = ("update", "met", "complete", "agree")


def _link(deed: str, reference: str) -> dict[str, Any]:
    words, route = DEED_WORDS[deed]
    return {"text": words, "href": reverse(route, args=[reference]), "deed": deed}


def _as_plan_asks(offered: list[str], dates_by: str) -> list[str]:
    """Where a body approves dates, a new one is only put forward."""
    swapped = {"date": "propose"} if dates_by == DatesBy.BODY else {}
    return [swapped.get(deed, deed) for deed in offered]


def trail_of(request: HttpRequest, reference: str) -> str:
    """The address that says who has seen a record, for those who may know; else empty."""
    if not holds(request.user, May.SEE_WHO_SAW):  # type: ignore[arg-type]
        return ""
    return reverse("seen", args=[reference])


def _offered(request: HttpRequest, story: Any) -> list[str]:
    """What this reader may do now. A declaration by them, or for them, is theirs, and so is what
    they own in person or by a post."""
    row, user = story.thread.row, request.user
    mine = standing(user)  # type: ignore[arg-type]
    owns = any(
        one.person_id == mine.person_id or (one.post_id and one.post_id in mine.post_ids)
        for one in row.owners
    )
    declared = (one for one in story.thread.updates if "declared_on" in one.changes)
    last = max(declared, key=lambda one: one.number, default=None)
    is_own_word = last is not None and (
        last.by_user_id == user.pk or last.said_by_person_id == user.person_id  # type: ignore[union-attr]
    )
    found = offers(
        row.action,
        story.mays,
        story.plan_has_ended,
        row.action.needs_agreement,
        owns or is_own_word,
    )
    return _as_plan_asks(found, row.action.plan.dates_by)


@door(May.READ_PLANS)
@require_GET
def action(request: HttpRequest, reference: str) -> HttpResponse:
    """One action. `?on=` shows it as it stood on an earlier day."""
    today = timezone.localdate()
    asked = AsAtForm(request.GET if request.GET.get("on") else None)
    on: dt.date | None = asked.cleaned_data["on"] if asked.is_bound and asked.is_valid() else None
    story = action_story(by_request(request), reference, today, on)
    row = story.thread.row
    offered = [] if on else _offered(request, story)
    steps = next_steps(row.action, offered, bool(row.owners), row.action.needs_agreement, today)
    links = [_link(deed, reference) for deed in offered]
    if not on and May.EDIT_PLANS in story.mays and not story.plan_has_ended:
        links.append(_link("reminders", reference))
    context = {
        "story": story,
        "thread": story.thread,
        "row": row,
        "steps": [
            {**_link(one.deed, reference), "text": one.text, "why": one.why, "when": one.when,
             "late": one.is_late}
            for one in steps
        ],
        "main": [link for link in links if link["deed"] in MAIN],
        "more": [link for link in links if link["deed"] not in MAIN],
        "offered": offered,
        "me": None if on else request.user.person_id,  # type: ignore[union-attr]
        "asked": asked,
        "on": on,
        "trail": trail_of(request, reference),
        "today": today,
    }  # fmt: skip
    return render(request, "assurance/action.html", context)
