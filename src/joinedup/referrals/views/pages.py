"""The list of referrals, one referral, its files, numbers for the board, what seniors must read."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused, holds, record_list
from joinedup.documents.writing import write_pdf
from joinedup.pages.rules import day_asked
from joinedup.referrals.queries.alerts import alerts_owed
from joinedup.referrals.queries.lists import desk_of, numbers_of
from joinedup.referrals.queries.one import challenge_to, proof_to, referral_to, referral_view
from joinedup.referrals.queries.outcomes import outcomes_of
from joinedup.referrals.queries.ring_back import ring_back
from joinedup.referrals.queries.rules import rules_on
from joinedup.referrals.report import care_of, report_of
from joinedup.referrals.views.deeds import deed_page
from joinedup.referrals.views.deeds_of_challenges import CHALLENGE, CHALLENGE_DEEDS
from joinedup.referrals.views.deeds_of_referrals import DEEDS
from joinedup.rulebook import wording_of

__all__ = [
    "challenge_deed",
    "challenge_outcomes",
    "referral",
    "referral_challenge",
    "referral_deed",
    "referral_file",
    "referral_numbers",
    "referral_pdf",
    "referrals",
]

ROUTES = {"CO": "concern", "CA": "case"}


def about_address(reference: str) -> str:
    """Where the record stands that a referral is about; empty where it has no page."""
    try:
        return reverse(ROUTES.get(reference[:2], ""), args=[reference])
    except NoReverseMatch:
        return ""


@door(May.READ_CASES)
@require_GET
def referrals(request: HttpRequest) -> HttpResponse:
    """What is overdue, what to challenge, what is drafted, what waits for others."""
    today, by = timezone.localdate(), by_request(request)
    rules = rules_on(today)
    chosen = request.GET.get("to", "")
    show, page = request.GET.get("show", ""), request.GET.get("page", "")
    desk = desk_of(by.user, rules, today, chosen, show, page)
    at = f"{desk.show}:{desk.page.number}" if desk.page is not None else ""
    to_read = alerts_owed(by.user, today)
    shown = [*desk.references, *(one.reference for one in to_read)]
    record_list(by, "referrals.list", f"{chosen} {at}".strip(), shown)
    context = {
        "desk": desk,
        "to_read": to_read,
        "may_manage": holds(by.user, May.MANAGE_CASES),
        "receivers": [(one.code, one.title) for one in rules.receivers()],
        "chosen": chosen,
        "today": today,
        "titles": {one.code: one.title for one in rules.receivers()},
    }
    return render(request, "referrals/list.html", context)


@door(May.READ_CASES)
@require_GET
def referral(request: HttpRequest, reference: str) -> HttpResponse:
    """One referral: its words to copy, how it stands, what to do next."""
    today, by = timezone.localdate(), by_request(request)
    row = referral_to(by, reference)
    view = referral_view(by.user, row, rules_on(today), today)
    context = {"view": view, "row": row, "today": today, "about": about_address(row.about)}
    return render(request, "referrals/referral.html", context)


@door(May.READ_CASES)
@require_GET
def referral_file(request: HttpRequest, reference: str) -> FileResponse:
    """A file of a referral, always as an attachment."""
    found = proof_to(by_request(request), reference)
    answer = FileResponse(
        found.path.open("rb"),
        as_attachment=True,
        filename=found.name,
        content_type=found.content_type,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


@door(May.READ_CASES)
@require_GET
def referral_pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """The referral as a PDF, for secure mail."""
    today, by = timezone.localdate(), by_request(request)
    row: Any = referral_to(by, reference)
    view = referral_view(by.user, row, rules_on(today), today)
    record_list(by, "referrals.copy", "pdf", [row.reference])
    report = report_of(view, today, care_of(row.is_kept_apart), ring_back())
    answer = HttpResponse(write_pdf(report), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{row.reference}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer


@door(May.WORK_CASES)
@require_http_methods(["GET", "POST"])
def referral_deed(request: HttpRequest, reference: str, step: str) -> HttpResponse:
    """One thing done to a referral."""
    by = by_request(request)
    deed = DEEDS.get(step)
    row = referral_to(by, reference, May.WORK_CASES)
    if deed is None:
        raise Refused("No such page.")
    back = reverse("referral", args=[reference])
    return deed_page(request, deed, by, row, back, timezone.localdate())


@door(May.WORK_CASES)
@require_http_methods(["GET", "POST"])
def referral_challenge(request: HttpRequest, reference: str) -> HttpResponse:
    """Challenge in one click: whom it reaches, by when, and words that are ready to go."""
    by, today = by_request(request), timezone.localdate()
    row = referral_to(by, reference, May.WORK_CASES)
    back = reverse("referral", args=[reference])
    if not referral_view(by.user, row, rules_on(today), today).may_challenge:
        messages.error(request, "There is nothing to challenge now, or a challenge is under way.")
        return redirect(back)
    return deed_page(request, CHALLENGE, by, row, back, today)


@door(May.WORK_CASES)
@require_http_methods(["GET", "POST"])
def challenge_deed(request: HttpRequest, reference: str, turn: str) -> HttpResponse:
    """One thing done to a challenge."""
    by = by_request(request)
    row = challenge_to(by, reference)
    deed = CHALLENGE_DEEDS.get(turn)
    if deed is None:
        raise Refused("No such page.")
    back = reverse("referral", args=[row.referral.reference])
    return deed_page(request, deed, by, row, back, timezone.localdate())


@door(May.READ_CASES)
@require_GET
def challenge_outcomes(request: HttpRequest) -> HttpResponse:
    """What came of challenges, stage by stage, for the board. Names nobody."""
    today, by = timezone.localdate(), by_request(request)
    from_on = day_asked(request.GET.get("from", ""), today - dt.timedelta(days=365))
    to_on = day_asked(request.GET.get("to", ""), today)
    found = outcomes_of(by.user, rules_on(today), from_on, to_on)
    record_list(by, "referrals.outcomes", f"{from_on}:{to_on}", [])
    context = {
        "found": found,
        "from_on": from_on,
        "to_on": to_on,
        "today": today,
        "wording": wording_of(rules_on(today).limit("count.challenges")),
    }
    return render(request, "referrals/outcomes.html", context)


@door(May.READ_CASES)
@require_GET
def referral_numbers(request: HttpRequest) -> HttpResponse:
    """Referrals by receiver in numbers, with what came of them: for the board. Names nobody."""
    today, by = timezone.localdate(), by_request(request)
    from_on = day_asked(request.GET.get("from", ""), today - dt.timedelta(days=365))
    to_on = day_asked(request.GET.get("to", ""), today)
    rows = numbers_of(by.user, rules_on(today), from_on, to_on, today)
    record_list(by, "referrals.numbers", f"{from_on}:{to_on}", [])
    context = {
        "rows": rows,
        "from_on": from_on,
        "to_on": to_on,
        "today": today,
        "wording": wording_of(rules_on(today).limit("count.referrals")),
    }
    return render(request, "referrals/numbers.html", context)
