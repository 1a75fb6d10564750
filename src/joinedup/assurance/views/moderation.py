"""A moderator's grade beside the one that an organisation gave itself."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.assurance.actions import moderate
from joinedup.assurance.forms.findings import ModerateForm
from joinedup.assurance.queries.findings import response_to_moderate
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.acting import UNPROCESSABLE, Draft, say_problem

__all__ = ["moderate_response"]


@door(May.CHALLENGE)
@require_http_methods(["GET", "POST"])
def moderate_response(request: HttpRequest, reference: str) -> HttpResponse:
    """Give an answer a moderated grade; absent for people of the organisation itself."""
    today = timezone.localdate()
    by = by_request(request)
    found = response_to_moderate(by, reference)
    one, back = found.response, found.statements[0].reference
    draft = Draft(f"moderate-{reference}", request.user)
    kept = draft.words() if request.method == "GET" else {}
    form = ModerateForm(request.POST or None, initial={"grade": one.moderated_grade, **kept},
                        today=today)  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            moderate(by, reference, form.cleaned_data["grade"], today=today)
        except Problem as problem:
            say_problem(form, problem)
        else:
            draft.forget()
            messages.success(request, "The moderated grade stands beside their own.")
            return redirect("statement", back)
    own = f"Own grade: {one.self_grade}" if one.self_grade else ""
    context = {
        "form": form,
        "draft": draft,
        "is_resumed": bool(kept),
        "heading": f"Moderate the answer of {one.agency.name}",
        "submit": "Save the grade",
        "back": ("statement", back),
        "caption": found.statements[0].number,
        "shown": "\n".join(words for words in (one.position, own) if words),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "assurance/finding_form.html", context, status=status)
