"""Actions written by hand: added to a plan, added as a part, edited."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.assurance.actions import add_action, edit_action
from joinedup.assurance.forms.acting import with_version
from joinedup.assurance.forms.plans import ActionForm
from joinedup.assurance.queries.choosing import owners_to_choose, section_titles
from joinedup.assurance.queries.one import action_to, plan_to
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.rules.state import OwnerMark
from joinedup.assurance.rules.telling import FIELD_WORDS, value_words
from joinedup.assurance.views.acting import UNPROCESSABLE, Draft, say_problem
from joinedup.audit.actor import By

__all__ = ["action_add", "action_edit", "part_add"]

TEXTS = (
    "title", "code", "section", "recurrence", "start_on", "priority", "theme", "review_method",
    "needs_agreement",
)  # fmt: skip


def _add(by: By, plan: Any, form: ActionForm, today: dt.date, parent: Any = None) -> Any:
    said = form.cleaned_data
    return add_action(
        by,
        plan.reference,
        said["title"],
        today=today,
        parent=parent,
        owners=[OwnerMark(said["owner"])] if said["owner"] else [],
        due_on=said["due_on"],
        **{name: said[name] for name in TEXTS if name != "title"},
    )


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def action_add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add an action to a plan by hand."""
    plan = plan_to(by_request(request), May.EDIT_PLANS, reference)
    return _adding(request, plan, None)


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def part_add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a part to an action."""
    parent = action_to(by_request(request), May.EDIT_PLANS, reference)
    return _adding(request, parent.plan, parent)


def _adding(request: HttpRequest, plan: Any, parent: Any) -> HttpResponse:
    today = timezone.localdate()
    draft = Draft(f"add-{parent.reference if parent else plan.reference}", request.user)
    kept = draft.words() if request.method == "GET" else {}
    section = parent.section.title if parent and parent.section else ""
    form = ActionForm(
        request.POST or None,
        initial={"section": section or request.GET.get("section", ""), **kept},
        today=today,
        owners=owners_to_choose(today),
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = _add(by_request(request), plan, form, today, parent)
        except Problem as problem:
            say_problem(form, problem)
        else:
            draft.forget()
            messages.success(request, f"Added: {made.code} {made.title}".strip()[:160])
            if "another" in request.POST:
                return redirect(request.path)
            return redirect("action", made.reference)
    context = {
        "plan": plan,
        "parent": parent,
        "form": form,
        "draft": draft,
        "is_resumed": bool(kept),
        "sections": section_titles(plan.pk),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "assurance/row_add.html", context, status=status)


def _conflict(stale: Stale, row: Any) -> list[dict[str, str]]:
    """What differs between the two texts, field by field."""
    return [
        {
            "name": FIELD_WORDS.get(name, name),
            "theirs": value_words(name, stale.theirs[name], {}) or "nothing",
            "yours": value_words(name, stale.yours[name], {}) or "nothing",
        }
        for name in stale.theirs
        if stale.theirs[name] != stale.yours[name]
    ]


@door(May.EDIT_PLANS)
@require_http_methods(["GET", "POST"])
def action_edit(request: HttpRequest, reference: str) -> HttpResponse:
    """Edit the words of an action. Where somebody else saved first, both texts are shown and
    what was typed stays in the form."""
    today = timezone.localdate()
    by = by_request(request)
    row = action_to(by, May.EDIT_PLANS, reference)
    draft = Draft(f"edit-{reference}", request.user)
    kept = draft.words() if request.method == "GET" else {}
    start = {name: getattr(row, name) for name in TEXTS}
    start |= {"section": row.section.title if row.section else "", "version": row.version}
    form = ActionForm(request.POST or None, initial={**start, **kept}, today=today)
    conflict: list[dict[str, str]] = []
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        wanted = {name: said[name] for name in TEXTS}
        try:
            edit_action(by, reference, said["version"] or 0, wanted, today=today)
        except Stale as stale:
            conflict = _conflict(stale, row)
            form = ActionForm(with_version(form.data, "version", row.version), today=today)
            form.is_valid()
            form.add_error(None, stale.words)
        except Problem as problem:
            say_problem(form, problem)
        else:
            draft.forget()
            messages.success(request, "Saved. What stood before is kept in the thread.")
            return redirect("action", reference)
    context = {
        "row": row,
        "form": form,
        "draft": draft,
        "is_resumed": bool(kept),
        "conflict": conflict,
        "sections": section_titles(row.plan_id),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "assurance/row_edit.html", context, status=status)
