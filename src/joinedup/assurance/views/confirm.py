"""Confirm: the last look before a plan goes into the register."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.assurance.actions.confirm_import import Taking, confirm_import
from joinedup.assurance.forms.imports import ConfirmForm
from joinedup.assurance.queries.check_page import plans_to_confirm
from joinedup.assurance.queries.imports import (
    check_of,
    import_to_check,
    look_alikes,
    plans_to_update,
)
from joinedup.assurance.rules.checking.values import account_words
from joinedup.assurance.rules.problem import Problem
from joinedup.pages.dates import plural

__all__ = ["confirm"]


@door(May.IMPORT_PLANS)
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, reference: str) -> HttpResponse:
    """Say what will go in; on POST put it in."""
    by = by_request(request)
    found = import_to_check(by, reference)
    if found.state != "checking":
        return redirect("check", reference=reference)
    if found.against is not None:
        return redirect("newer", reference=reference)
    checked = check_of(found)
    plans = plans_to_confirm(checked, found)
    alike = look_alikes(request.user, checked)  # type: ignore[arg-type]
    form = ConfirmForm(
        request.POST or None,
        plans=plans,
        is_here_already=bool(alike),
        initial={"version": found.version},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        taking = [
            Taking(
                number=plan["number"],
                title=" ".join(said[f"title_{plan['number']}"].split()),
                kind=plan["kind"],
                dated_on=said[f"dated_on_{plan['number']}"],
            )
            for plan in form.plans
        ]
        try:
            made = confirm_import(
                by, reference, taking, said["version"], today=timezone.localdate()
            )
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            rows = sum(plan["rows"] for plan in form.plans)
            told = f"{rows} rows are now in the register, confirmed by you."
            if len(taking) > 1:
                messages.success(request, f"{told} {_where(len(made), len(taking) - len(made))}")
                return redirect("plans" if made else "sources")
            messages.success(request, told)
            return redirect("plan", reference=made[0].reference) if made else redirect("sources")
    context = {
        "found": found,
        "form": form,
        "progress": checked.progress,
        "account_words": account_words(checked.progress.account),
        "alike": alike,
        "against": list(plans_to_update(request.user)),  # type: ignore[arg-type]
        "new_owners": [m for m in checked.progress.owners if m.choice.startswith("new_")],
    }
    return render(
        request, "assurance/import_confirm.html", context, status=422 if form.errors else 200
    )


def _where(plans: int, sources: int) -> str:
    """Where the rows of a document of several parts stand now."""
    words = [f"They stand in {plural(plans, 'plan')} here."] if plans else []
    if sources:
        words.append("Its findings stand under Findings.")
    return " ".join(words)
