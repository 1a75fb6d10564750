"""Published papers, for councillors and everybody else who reads them."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.documents.writing import shown_on_page
from joinedup.files.queries import Sendable
from joinedup.papers.queries.one import may_prepare
from joinedup.papers.queries.reading import exempt_file_of, file_of, reading

Answer = FileResponse | HttpResponse

__all__ = ["paper", "paper_exempt", "paper_file", "paper_version"]


@door(May.READ_PAPERS)
@require_GET
def paper(request: HttpRequest, reference: str) -> HttpResponse:
    """The newest version of a published paper."""
    return _shown(request, reference, 0)


@door(May.READ_PAPERS)
@require_GET
def paper_version(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One version of a published paper, as it was."""
    return _shown(request, reference, number)


def _shown(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    by = by_request(request)
    found = reading(by, reference, number)
    context = {
        "view": found,
        "paper": found.paper,
        "shown": shown_on_page(found.report),
        "first": shown_on_page(found.first) if found.first else None,
        "is_preparer": may_prepare(by.user, found.paper),
        "today": timezone.localdate(),
    }
    return render(request, "papers/paper.html", context)


@door(May.READ_PAPERS)
@require_GET
def paper_file(request: HttpRequest, reference: str, number: int, file_form: str) -> Answer:
    """A kept file of a published version."""
    found = file_of(by_request(request), reference, number, file_form)
    return _sent(found) if found else redirect("paper_version", reference, number)


@door(May.READ_EXEMPT)
@require_GET
def paper_exempt(request: HttpRequest, reference: str, number: int, file_form: str) -> Answer:
    """A kept file of the exempt part of a published version."""
    found = exempt_file_of(by_request(request), reference, number, file_form)
    return _sent(found) if found else redirect("paper_version", reference, number)


def _sent(found: Sendable) -> FileResponse:
    response = FileResponse(
        found.path.open("rb"),
        as_attachment=True,
        filename=found.name,
        content_type=found.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
