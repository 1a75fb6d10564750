"""The register: every action the reader may see, filtered by the address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import holds, record_list
from joinedup.assurance.forms.register import (
    PRIORITIES,
    RAGS,
    STATUSES,
    chips_of,
    due_choices,
    flags_in_words,
)
from joinedup.assurance.queries.lines import Line
from joinedup.assurance.queries.listing import choices_for, listing, texts_of
from joinedup.assurance.rules.look import SIZES, Look, address_of, look_from, recorded, sort_of
from joinedup.assurance.rules.matches import pattern_of, pieces, reason
from joinedup.pages.marks import rag

__all__ = ["look_of", "register", "shown"]

NOT_AN_ADDRESS = "XX-0000-0000000"
LONG = 220


def look_of(request: HttpRequest) -> Look:
    """The look that this address asks for."""
    return look_from(dict(request.GET.lists()))


class Pages:
    """What the pages macro asks of a page."""

    def __init__(self, number: int, last: int) -> None:
        self.number, self.num_pages = number, last
        self.paginator = self


def shown(lines: list[Line]) -> list[dict[str, Any]]:
    """Rows as templates write them: the line, its address and the mark of its colour."""
    address = reverse("action", args=[NOT_AN_ADDRESS])
    return [
        {
            "line": line,
            "href": address.replace(NOT_AN_ADDRESS, line.reference),
            "mark": rag(line.colour),
        }
        for line in lines
    ]


def _explain(rows: list[dict[str, Any]], look: Look) -> None:
    """Mark in each row what the search found it by."""
    pattern = pattern_of(look.q)
    if pattern is None or not rows:
        return
    texts = texts_of([row["line"].pk for row in rows])
    for row in rows:
        one: Line = row["line"]
        title = one.title if len(one.title) <= LONG else f"{one.title[:LONG]}…"
        if pattern.search(title):
            row["title"] = pieces(title, pattern)
        places = [("Code", one.code), ("Owner", one.owners), ("Last update", one.latest)]
        places += [("Action", one.title[LONG:]), *texts[one.pk]]
        row["where"], row["why"] = reason(places, pattern)


@door(May.READ_PLANS)
@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """One page of the register. A bare address opens the reader's default view."""
    user: Any = request.user
    look, today = look_of(request), timezone.localdate()
    choices = choices_for(user, look, today)
    if choices.default and not request.GET:
        return redirect(f"{reverse('register')}{choices.default}")
    found = listing(user, look, today, choices)
    record_list(
        by_request(request), "assurance.register", recorded(look),
        [line.reference for line in found.lines],
    )  # fmt: skip
    rows = shown(found.lines)
    if look.q:
        _explain(rows, look)
    start = (found.page - 1) * look.size
    address = address_of(look, page=1)
    return render(
        request,
        "assurance/register.html",
        {
            "look": look,
            "has_words": pattern_of(look.q) is not None,
            "found": found,
            "rows": rows,
            "chips": chips_of(look, choices, today),
            "due_choices": due_choices(look, today),
            "statuses": STATUSES,
            "rags": RAGS,
            "priorities": PRIORITIES,
            "flags": flags_in_words(today),
            "sort": {
                "by": look.sort, "down": look.is_down, "values": request.GET, "text": sort_of(look),
            },
            "sizes": [(size, address_of(look, size=size, page=1)) for size in SIZES],
            "first": start + 1 if rows else 0,
            "last": start + len(rows),
            "address": address,
            "page": Pages(found.page, found.last_page),
            "values": request.GET,
            "view_name": next((name for query, name in choices.views if query == address), ""),
            "mine": {
                "flags": [name for name in flags_in_words(today) if getattr(look, name)],
                "hidden": [
                    (name, value)
                    for name, values in request.GET.lists()
                    for value in values
                    if name not in ("q", "page") and value
                ],
            },
            "can": {
                "add": holds(user, May.EDIT_PLANS),
                "export": holds(user, May.EXPORT),
                "edit_sheet": holds(user, May.UPDATE_ACTIONS),
            },
        },
    )  # fmt: skip
