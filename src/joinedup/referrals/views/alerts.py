"""What is put before a named senior: what set it off, and the receipt."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import may_touch
from joinedup.referrals import actions
from joinedup.referrals.queries.alerts import alert_to, due_of
from joinedup.referrals.queries.rules import rules_on
from joinedup.referrals.views.pages import about_address

__all__ = ["alert", "alert_read"]


@door(May.REPORT_CONCERNS)
@require_GET
def alert(request: HttpRequest, reference: str) -> HttpResponse:
    """One alert, for whoever it is put before: it names nobody, and leads to the record where the
    reader may open it."""
    today, by = timezone.localdate(), by_request(request)
    row = alert_to(by, reference)
    may_open = may_touch(by.user, May.READ_CASES, row.guard_id, row.about)
    context = {
        "row": row,
        "title": rules_on(today).limit(row.trigger).title,
        "due_on": due_of(row),
        "address": _leads_to(row.subject, row.about) if may_open else "",
        "today": today,
    }
    return render(request, "referrals/alert.html", context)


@door(May.REPORT_CONCERNS)
@require_POST
def alert_read(request: HttpRequest, reference: str) -> HttpResponse:
    """The receipt of a named senior; on to what they must look at, where they may open it."""
    by = by_request(request)
    row = actions.read_alert(by, reference, today=timezone.localdate())
    messages.success(request, "Your receipt is recorded.")
    if may_touch(by.user, May.READ_CASES, row.guard_id, row.about):
        return redirect(_leads_to(row.subject, row.about))
    return redirect("alert", reference)


def _leads_to(subject: str, about: str) -> str:
    if subject.startswith("RF-"):
        return reverse("referral", args=[subject])
    return about_address(about) or reverse("referrals")
