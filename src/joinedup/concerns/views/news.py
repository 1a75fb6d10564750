"""What later information changes on a concern that was decided."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.concerns import actions
from joinedup.concerns.forms.triage import NewsForm
from joinedup.concerns.queries.one import concern_to
from joinedup.concerns.views.triage import _deed

__all__ = ["concern_news"]


@door(May.TRIAGE)
@require_http_methods(["GET", "POST"])
def concern_news(request: HttpRequest, reference: str) -> HttpResponse:
    """Nothing, with the reason; or it goes back to the queue to be decided again."""
    by = by_request(request)
    row = concern_to(by, reference)
    form = NewsForm(request.POST or None, initial={"version": row.version})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        again = said["answer"] == "again"

        def act() -> object:
            if again:
                return actions.decide_again(by, reference, version=said["version"])
            return actions.nothing_changes(by, reference, said["reason"], version=said["version"])

        if tried(form, act) is not None:
            messages.success(
                request,
                "It is back in the queue. Take it, then decide."
                if again
                else "Your answer is kept.",
            )
            return redirect("concern", reference)
    lead = (
        "Read what came in last. Either the decision stands, and you say why, or the concern goes "
        "back to the queue. Whatever was sent stays sent."
    )
    return _deed(request, row, form, "What does the news change?", "Save", lead)
