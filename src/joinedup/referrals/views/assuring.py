"""What organisations say of a year of escalation: the list, asking, answers by hand."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import record_list
from joinedup.referrals import actions
from joinedup.referrals.forms.assuring import AssuranceForm
from joinedup.referrals.queries.assuring import return_to, years_of
from joinedup.referrals.queries.rules import rules_on
from joinedup.rulebook import wording_of

__all__ = [
    "escalation_answer",
    "escalation_ask",
    "escalation_assurance",
]


@door(May.MANAGE_CASES)
@require_safe
def escalation_assurance(request: HttpRequest) -> HttpResponse:
    """Each organisation and year: counts, when its procedure was looked at, why there was none."""
    today, by = timezone.localdate(), by_request(request)
    years = years_of()
    shown = [row.reference for year in years for row in year.rows]
    record_list(by, "referrals.escalation", "", shown)
    context = {
        "years": years,
        "today": today,
        "wording": wording_of(rules_on(today).limit("count.escalations")),
    }
    return render(request, "referrals/assurance.html", context)


@door(May.MANAGE_CASES)
@require_POST
def escalation_ask(request: HttpRequest) -> HttpResponse:
    """Ask every organisation about the last whole year that was not asked about yet."""
    site = request.build_absolute_uri("/")
    count = actions.ask_for_escalation(by_request(request), site, today=timezone.localdate())
    messages.success(request, f"Asked. Mails written: {count}.")
    return redirect("escalation_assurance")


@door(May.MANAGE_CASES)
@require_http_methods(["GET", "POST"])
def escalation_answer(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down what an organisation said."""
    row = return_to(reference)
    form = AssuranceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by, said, today = by_request(request), form.said(), timezone.localdate()
        if tried(form, lambda: actions.assure_for_them(by, reference, said, today=today)):
            messages.success(request, "Their answer is kept.")
            return redirect("escalation_assurance")
    context = {
        "form": form,
        "page_title": "What they said of escalation",
        "caption": row.agency.name,
        "back": "escalation_assurance",
        "submit": "Keep the answer",
    }
    return render(request, "access/form.html", context, status=422 if form.errors else 200)
