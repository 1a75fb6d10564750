"""What another record names too, and the decision whether it is the same."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import holds, record_list
from joinedup.casefile import actions
from joinedup.casefile.choices import TieVerdict
from joinedup.casefile.forms.ties import TakeBackForm, TieForm
from joinedup.casefile.queries.tie_net import net_of
from joinedup.casefile.queries.ties import record_that_names, tie_to_decide, ties_to

__all__ = ["ties"]

UNPROCESSABLE = 422


@door(May.READ_CASES)
@require_http_methods(["GET", "POST"])
def ties(request: HttpRequest, reference: str) -> HttpResponse:
    """Places, vehicles, telephones and people of this record that another one names too; with `tie`
    in the address, the question whether it is the same."""
    by, today = by_request(request), timezone.localdate()
    row = record_that_names(by, reference)
    tie = request.POST.get("tie") or request.GET.get("tie", "")
    if tie:
        return _one(request, row.reference, tie)
    found = ties_to(by.user, row.reference, today)
    net = net_of(by.user, row.reference, found, today)
    far = {one.there.about for one in found if one.there is not None}
    far |= set(net.references) - {row.reference} if net is not None else set()
    record_list(by, "casefile.ties", row.reference, sorted(far))
    may_triage = holds(by.user, May.TRIAGE)
    context = {
        "reference": row.reference,
        "ties": found,
        "net": net,
        "back": _address(row.reference),
        "address_of": lambda about: (
            "" if about.startswith("CO") and not may_triage else _address(about)
        ),
        "today": today,
    }
    return render(request, "casefile/ties.html", context)


def _address(about: str) -> str:
    return reverse("concern" if about.startswith("CO") else "case", args=[about])


def _one(request: HttpRequest, reference: str, tie: str) -> HttpResponse:
    by, today = by_request(request), timezone.localdate()
    found = tie_to_decide(by.user, reference, tie, today)
    last = found.decision
    stands = last if last is not None and last.verdict != TieVerdict.TAKEN_BACK else None
    # what is sent says itself which of the two it is, whatever stands by now
    is_decided = "decision" in request.POST if request.method == "POST" else stands is not None
    form: Any = TieForm(request.POST or None)
    if is_decided:
        form = TakeBackForm(request.POST or None, initial={"decision": stands and stands.pk})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def act() -> object:
            if is_decided:
                return actions.take_back_tie(by, reference, tie, said["decision"], said["reason"])
            return actions.decide_tie(
                by, reference, tie, said["verdict"], said["grade"], said["reason"]
            )

        if tried(form, act) is not None:
            done = "The decision is taken back." if is_decided else "Your decision is recorded."
            messages.success(request, done)
            return redirect("ties", reference)
    if found.there is not None:
        record_list(by, "casefile.ties", reference, [found.there.about])
    context = {"reference": reference, "tie": found, "form": form, "is_decided": is_decided}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "casefile/tie.html", context, status=status)
