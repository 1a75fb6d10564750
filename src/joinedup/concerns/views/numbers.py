"""Concerns in numbers."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import record_list
from joinedup.concerns.queries.numbers import numbers_of
from joinedup.pages.rules import day_asked

__all__ = ["concern_numbers"]

A_YEAR = dt.timedelta(days=365)


@door(May.TRIAGE)
@require_safe
def concern_numbers(request: HttpRequest) -> HttpResponse:
    """Concerns by source, kind and decision, and how long decisions took. Names nobody."""
    today, by = timezone.localdate(), by_request(request)
    from_on = day_asked(request.GET.get("from", ""), today - A_YEAR)
    to_on = day_asked(request.GET.get("to", ""), today)
    found = numbers_of(by.user, from_on, to_on, today)
    record_list(by, "concerns.numbers", f"{from_on}:{to_on}", [])
    context = {"found": found, "from_on": from_on, "to_on": to_on}
    return render(request, "concerns/numbers.html", context)
