"""Due dates as a calendar: the feed behind a private address, and the page that makes it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET
from icalendar import Calendar, Event

from joinedup.access.choices import May
from joinedup.access.door import by_request, door, open_to_all
from joinedup.access.permission import Refused, record_list
from joinedup.access.second_step import step_up_to_copy
from joinedup.assurance.actions.copies import make_calendar, revoke_calendar
from joinedup.assurance.queries import saved_views as views_of
from joinedup.assurance.queries.calendar import calendar_of, dates_of, holder_of
from joinedup.assurance.queries.lines import Line
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.clocks.queries import owed_above
from joinedup.clocks.rules import Owed

__all__ = ["calendar", "calendar_link"]

ONE_DAY = dt.timedelta(days=1)


@open_to_all
@require_GET
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The feed: codes, references, plans and dates; no names of people. 404 once revoked."""
    link = holder_of(token)
    if link is None:
        raise Refused("No such calendar.")
    lines = dates_of(link, timezone.localdate())
    owed = [] if link.query else owed_above(link.user, timezone.localdate())
    by = By(ByKind.LINK, link.user.reference, link.user)
    shown = [*(line.reference for line in lines), *(one.reference for one in owed)]
    record_list(by, "assurance.calendar", "", shown)
    feed = Calendar()
    feed.add("prodid", "-//Joined Up//Due dates//EN")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", link.name or "My actions")
    for line in lines:
        feed.add_component(_event(request, line))
    for one in owed:
        feed.add_component(_owed(request, one))
    response = HttpResponse(feed.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return response


def _event(request: HttpRequest, line: Line) -> Event:
    """One due date as a whole day. The plan's own words stay in the register: they may name
    people."""
    address = request.build_absolute_uri(reverse("action", args=[line.reference]))
    is_month = line.due_precision == "month" and not line.recurrence
    said = f"{line.code or line.reference} due: {line.plan_title}"
    said = f"{said} (some time this month)" if is_month else said
    day = line.next_on or timezone.localdate()
    return _day(
        line.reference, said, f"{line.reference}, {line.plan_title}. {address}", day, address
    )


def _owed(request: HttpRequest, one: Owed) -> Event:
    """The last day of something beside actions, by its reference: its title may name people."""
    address = request.build_absolute_uri(one.address)
    said = f"{one.deed}: {one.reference}"
    name = "-".join([one.reference, *one.deed.lower().replace(",", "").split()])
    return _day(name, said, f"{said}. {address}", one.due_on, address)


def _day(name: str, said: str, told: str, on: dt.date, address: str) -> Event:
    event = Event()
    event.add("uid", f"{name}@joined-up")
    event.add("dtstamp", timezone.now())
    event.add("dtstart", on)
    event.add("dtend", on + ONE_DAY)
    event.add("summary", said)
    event.add("description", told)
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event


@door(May.EXPORT)
def calendar_link(request: HttpRequest) -> HttpResponse:
    """Make or revoke one's private address. It is shown once, when it is made."""
    if request.method == "POST" and "revoke" in request.POST:
        revoke_calendar(by_request(request))
        messages.success(request, "The address is revoked. Calendars that use it get nothing more.")
        return redirect("calendar_link")
    return _make(request) if request.method == "POST" else _link_page(request, "")


@step_up_to_copy
def _make(request: HttpRequest) -> HttpResponse:
    views = {view.name: view.query for view in views_of(request.user)}  # type: ignore[arg-type]
    name = request.POST.get("of", "")
    token = make_calendar(by_request(request), name if name in views else "", views.get(name, ""))
    return _link_page(request, request.build_absolute_uri(reverse("calendar", args=[token])))


def _link_page(request: HttpRequest, address: str) -> HttpResponse:
    user: Any = request.user
    views = [view.name for view in views_of(user)]
    return render(
        request,
        "assurance/calendar.html",
        {"link": calendar_of(user), "views": views, "address": address},
    )
