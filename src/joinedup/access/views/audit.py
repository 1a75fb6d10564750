"""Who has seen a record, the search of the audit record, and how that record stands."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.forms.governance import AuditForm
from joinedup.access.queries.audit import audit_search, record_state, verified, who_has_seen
from joinedup.audit.choices import Kind
from joinedup.audit.seals import read_exported

__all__ = ["audit", "audit_state", "seen"]

KINDS = (("", "All"), *((kind.value, kind.label) for kind in Kind if kind is not Kind.REFUSED))


@door(May.SEE_WHO_SAW)
@require_GET
def seen(request: HttpRequest, reference: str) -> HttpResponse:
    """Who opened, changed or copied one record, newest first."""
    kind = request.GET.get("kind", "")
    sight = who_has_seen(by_request(request), reference, request.GET.get("page"), kind)
    context = {"sight": sight, "kind": kind, "kinds": KINDS}
    return render(request, "access/seen.html", context)


@door(May.READ_AUDIT)
@require_GET
def audit(request: HttpRequest) -> HttpResponse:
    """Search the audit record by reference, person, kind and dates."""
    form = AuditForm(request.GET)
    search = form.search()
    page, deeds = audit_search(by_request(request), search, request.GET.get("page"))
    context = {"form": form, "page": page, "deeds": deeds, "is_narrowed": bool(search.codes())}
    return render(request, "access/audit.html", context)


@door(May.READ_AUDIT)
def audit_state(request: HttpRequest) -> HttpResponse:
    """How the record stands; a POST checks all of it now."""
    by, found = by_request(request), None
    if request.method == "POST":
        found = verified(by, read_exported(settings.HOME / "seals.log"))
    context = {"state": record_state(by), "found": found}
    return render(request, "access/audit_state.html", context)
