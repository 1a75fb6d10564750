"""A published version withheld, and handed out again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused
from joinedup.assurance.forms.acting import ReasonForm
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.acting import UNPROCESSABLE, say_problem
from joinedup.papers.actions import hand_out_again, withhold
from joinedup.papers.queries.one import paper_to
from joinedup.papers.queries.withheld import publications_of

__all__ = ["paper_hand_out", "paper_withhold"]

DEEDS = {
    "withhold": (withhold, "Version {} is withheld. Its words and files are kept."),
    "hand_out": (hand_out_again, "Version {} can be read again."),
}


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_withhold(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Let nobody but those who prepare papers read a published version any more."""
    return _with_reason(request, reference, number, "withhold")


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_hand_out(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Let a withheld version be read again."""
    return _with_reason(request, reference, number, "hand_out")


def _with_reason(request: HttpRequest, reference: str, number: int, deed: str) -> HttpResponse:
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    if all(one.version != number for one in publications_of(paper)):
        raise Refused("No such version.")
    act, told = DEEDS[deed]
    form = ReasonForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            act(by, reference, number, form.cleaned_data["reason"])
        except Problem as problem:
            say_problem(form, problem)
        else:
            messages.success(request, told.format(number))
            return redirect("paper_version", reference, number)
    context = {"paper": paper, "number": number, "form": form, "deed": deed}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "papers/withhold.html", context, status=status)
