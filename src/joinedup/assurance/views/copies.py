"""Copies of what is on screen: Excel and CSV, with the same filters and order."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.second_step import step_up_to_copy
from joinedup.assurance.actions.copies import record_copy
from joinedup.assurance.queries.lines import Line
from joinedup.assurance.queries.listing import MOST_FOUND, all_lines
from joinedup.assurance.rules.copies import HEADINGS, copied
from joinedup.assurance.rules.look import recorded
from joinedup.assurance.views.register import look_of
from joinedup.documents.sheetout import SheetTable, write_csv, write_xlsx

__all__ = ["attachment", "lines_to_copy", "register_csv", "register_excel"]

MOST = 20_000
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attachment(data: bytes, name: str, content_type: str) -> HttpResponse:
    """A file to be saved, kept by nothing on its way."""
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def lines_to_copy(request: HttpRequest, form: str, may: May, today: dt.date) -> list[Line]:
    """The rows of this address for a copy, once the copy is recorded."""
    user: Any = request.user
    look = look_of(request)
    lines = all_lines(user, may, look, today, MOST + 1)
    record_copy(by_request(request), form, recorded(look), [line.reference for line in lines], may)
    return lines


def _rows(request: HttpRequest, form: str, today: dt.date) -> list[list[Any]]:
    """The rows of a copy. Where it does not hold all, its last row says so."""
    lines = lines_to_copy(request, form, May.EXPORT, today)
    most = MOST_FOUND if look_of(request).q else MOST
    rows: list[list[Any]] = [list(copied(line)) for line in lines[:most]]
    if len(lines) > most:
        said = f"This copy stops after {most} rows. Narrow the list and copy again for the rest."
        rows.append([said, *[""] * (len(HEADINGS) - 1)])
    return rows


@door(May.EXPORT)
@require_GET
@step_up_to_copy
def register_excel(request: HttpRequest) -> HttpResponse:
    """The register as it is filtered now, as an Excel workbook."""
    today = timezone.localdate()
    data = write_xlsx([SheetTable("Register", HEADINGS, _rows(request, "excel", today))])
    return attachment(data, f"register-{today.isoformat()}.xlsx", EXCEL)


@door(May.EXPORT)
@require_GET
@step_up_to_copy
def register_csv(request: HttpRequest) -> HttpResponse:
    """The register as it is filtered now, as a CSV file."""
    today = timezone.localdate()
    data = write_csv(HEADINGS, _rows(request, "csv", today))
    return attachment(data, f"register-{today.isoformat()}.csv", "text/csv; charset=utf-8")
