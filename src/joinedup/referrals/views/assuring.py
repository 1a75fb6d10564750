"""What organisations say of a year of escalation: the list, asking, answers by hand and by link."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door, open_to_all
from joinedup.access.permission import Refused, record_list
from joinedup.access.tries import tries_too_often
from joinedup.pages.views import too_many
from joinedup.referrals import actions
from joinedup.referrals.forms.assuring import AssuranceForm
from joinedup.referrals.queries.assuring import return_behind, return_link, return_to, years_of
from joinedup.referrals.queries.rules import rules_on
from joinedup.rulebook import wording_of

__all__ = [
    "escalation_answer",
    "escalation_ask",
    "escalation_assurance",
    "escalation_return",
]

TRIES = "link.answer_tries"


@door(May.MANAGE_CASES)
@require_safe
def escalation_assurance(request: HttpRequest) -> HttpResponse:
    """Each organisation and year: counts, when its procedure was looked at, why there was none."""
    today, by = timezone.localdate(), by_request(request)
    record_list(by, "referrals.escalation", "", [])
    context = {
        "years": years_of(),
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


@csrf_exempt
@open_to_all
@never_cache
@require_http_methods(["GET", "POST"])
def escalation_return(request: HttpRequest, token: str) -> HttpResponse:
    """An organisation answers. The address is the secret, so no cookie is needed."""
    found = return_link(token)
    is_good = found is not None and found[1] == "good"
    if not (is_good and request.method == "POST") and tries_too_often(request, TRIES):
        return too_many(request)
    if found is None:
        return _over(request, "unknown", 404)
    link, state = found
    row = return_behind(link) if is_good else None
    if row is None:
        thanks = state == "used" and "done" in request.GET
        return _over(request, "thanks" if thanks else state, 200 if thanks else 410)
    form = AssuranceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said, today = form.said(), timezone.localdate()
        try:
            if tried(form, lambda: actions.assure_by_link(link, said, today=today)) is not None:
                return redirect(f"{request.path}?done")
        except Refused:
            return _over(request, "over", 410)
    context = {"row": row, "form": form, "until": link.expires_at}
    status = 422 if form.errors else 200
    return _private(render(request, "referrals/assurance_return.html", context, status=status))


def _over(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return _private(render(request, "referrals/assurance_over.html", {"why": why}, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    """The address is a secret: it goes to no other site and into no search engine."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
