"""A moderator's grade beside the one that an organisation gave itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.assurance.actions import moderate
from joinedup.assurance.forms.findings import ModerateForm
from joinedup.assurance.queries.findings import response_to_moderate
from joinedup.assurance.views.one_form import FormPage, one_form

__all__ = ["moderate_response"]


@door(May.MODERATE)
@require_http_methods(["GET", "POST"])
def moderate_response(request: HttpRequest, reference: str) -> HttpResponse:
    """Give an answer a moderated grade; absent for people of the organisation itself."""
    today = timezone.localdate()
    by = by_request(request)
    found = response_to_moderate(by, reference)
    one = found.response
    own = f"Own grade: {one.self_grade}" if one.self_grade else ""
    page = FormPage(
        f"Moderate the answer of {one.agency.name}",
        "Save the grade",
        ("statement", found.statements[0].reference),
        found.statements[0].number,
        f"moderate-{reference}",
        "\n".join(words for words in (one.position, own) if words),
    )

    def make(data: Any, kept: dict[str, Any]) -> ModerateForm:
        return ModerateForm(data, initial={"grade": one.moderated_grade, **kept}, today=today)

    def do(form: Any) -> str:
        moderate(by, reference, form.cleaned_data["grade"], today=today)
        return "The moderated grade stands beside their own."

    return one_form(request, page, make, do)
