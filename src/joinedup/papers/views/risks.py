"""One risk of a paper and the actions named as what is done about it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.acting import UNPROCESSABLE, say_problem
from joinedup.papers.actions import free_risk, name_for_risk
from joinedup.papers.forms.parts import RiskActionForm
from joinedup.papers.queries.desk import actions_for, risk_of
from joinedup.papers.queries.one import paper_to

__all__ = ["paper_risk"]


@door(May.PREPARE_PAPERS)
@require_http_methods(["GET", "POST"])
def paper_risk(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Name actions of the paper's plans for a risk, or take one off."""
    by = by_request(request)
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    risk = risk_of(paper, pk)
    named, free = actions_for(by.user, paper, risk)
    off = request.POST.get("off", "")
    is_naming = request.method == "POST" and not off
    form = RiskActionForm(
        request.POST if is_naming else None, today=timezone.localdate(), actions=free
    )
    if off or (is_naming and form.is_valid()):
        try:
            if off:
                free_risk(by, reference, pk, off)
                messages.success(request, "It is no longer named for this risk.")
            else:
                name_for_risk(by, reference, pk, form.cleaned_data["action"])
                messages.success(request, "The action is named. The paper prints how it stands.")
        except Problem as problem:
            say_problem(form, problem)
        else:
            return redirect("paper_risk", reference, pk)
    context = {
        "paper": paper, "risk": risk, "rows": named, "form": form,
        "may_change": paper.state in ("draft", "clearing"), "can_name": bool(free),
    }  # fmt: skip
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "papers/risk.html", context, status=status)
