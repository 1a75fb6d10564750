"""Sending a file: always as an attachment, never guessed at by the browser."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_GET

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.files.queries import file_to_send

__all__ = ["send"]


@door(May.READ_PLANS)
@require_GET
def send(request: HttpRequest, reference: str) -> FileResponse:
    """One stored file for this reader."""
    found = file_to_send(by_request(request), reference)
    response = FileResponse(
        found.path.open("rb"),
        as_attachment=True,
        filename=found.name,
        content_type=found.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
