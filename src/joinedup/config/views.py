"""The front page: it sends each person to what is theirs to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from joinedup.access.choices import May
from joinedup.access.door import open_to_signed_in
from joinedup.access.permission import holds

__all__ = ["home"]


@open_to_signed_in
def home(request: HttpRequest) -> HttpResponse:
    """Send the reader to the first page that their roles open."""
    for item in HOMES:
        if holds(request.user, item[0]):  # type: ignore[arg-type]
            return redirect(item[1])
    return redirect("account")


HOMES: tuple[tuple[May, str], ...] = (
    (May.READ_PLANS, "my_work"),
    (May.TRIAGE, "triage"),
    (May.READ_CASES, "cases"),
    (May.GOVERN_RECORDS, "access_requests"),
    (May.MANAGE_ACCOUNTS, "accounts"),
    (May.READ_AUDIT, "audit"),
    (May.REPORT_CONCERNS, "my_reports"),
)
