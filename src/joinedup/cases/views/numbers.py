"""Cases and concerns in numbers, for teams to learn from. Names nobody."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import record_list
from joinedup.cases.queries.kept_words import kept_words_of
from joinedup.pages.rules import day_asked

__all__ = ["kept_words"]

A_YEAR = dt.timedelta(days=365)


@door(May.MANAGE_CASES)
@require_safe
def kept_words(request: HttpRequest) -> HttpResponse:
    """Words that were kept though the language guard asked about them, by team."""
    today, by = timezone.localdate(), by_request(request)
    from_on = day_asked(request.GET.get("from", ""), today - A_YEAR)
    to_on = day_asked(request.GET.get("to", ""), today)
    found = kept_words_of(by.user, from_on, to_on, today)
    record_list(by, "cases.kept_words", f"{from_on}:{to_on}", [])
    context = {"found": found, "from_on": from_on, "to_on": to_on}
    return render(request, "cases/kept_words.html", context)
