"""The chronology of a person: on a page, printed, as Word and as PDF."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import holds
from joinedup.casefile.actions import copy_chronology
from joinedup.casefile.choices import EventSort, Part
from joinedup.casefile.forms.chronology import CopyForm, ShowForm
from joinedup.casefile.queries.chronology import Chronology, chronology_to
from joinedup.casefile.queries.masking import masker_for
from joinedup.casefile.report import report_of
from joinedup.casefile.rules.copies import entries_of, left_out_words
from joinedup.casefile.rules.events import Wanted
from joinedup.council.brand import council_brand
from joinedup.documents.blocks import Report
from joinedup.documents.writing import write_pdf, write_word
from joinedup.pages.dates import long_date

__all__ = ["address_of", "as_file", "chronology", "chronology_copy"]

UNPROCESSABLE = 422
ROWS = 100
ROUTES = {"CA": "case", "RF": "referral", "CO": "concern"}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@door(May.READ_CASES)
@require_GET
def chronology(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything that the reader may see about somebody, in order of time."""
    by, today = by_request(request), timezone.localdate()
    form = ShowForm(request.GET or None)
    form.is_valid()
    found = chronology_to(by, reference, form.wanted(), today)
    is_whole = request.GET.get("all") == "1"
    rows = max(len(found.wanted), 1) if is_whole else ROWS
    page = Paginator(found.wanted, rows).get_page(request.GET.get("page"))
    may_triage = holds(by.user, May.TRIAGE)
    context = {
        "found": found,
        "form": ShowForm(request.GET or None, counts=found.counts),
        "page": page,
        "is_whole": is_whole,
        "labels": dict(EventSort.choices),
        "address_of": lambda link: address_of(link, may_triage),
        "reference": reference,
        "today": today,
    }
    return render(request, "casefile/chronology.html", context)


@door(May.READ_CASES)
@require_http_methods(["GET", "POST"])
def chronology_copy(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose what goes along, field by field, and take the chronology as Word or PDF."""
    by, today = by_request(request), timezone.localdate()
    hides = () if holds(by.user, May.MANAGE_CASES) else (Part.REPORTERS,)
    form = CopyForm(request.POST or None, hides=hides)
    is_sent = request.method == "POST" and form.is_valid()
    wanted = form.wanted() if is_sent else Wanted(oldest_first=True)
    found = chronology_to(by, reference, wanted, today)
    if is_sent:
        said = form.cleaned_data
        taken = tried(form, lambda: copy_chronology(
            by, reference, said["file_form"], form.chosen(), len(found.wanted)))  # fmt: skip
        if taken is not None:
            name = said["name"] or found.records.label
            report = _report(found, form.chosen(), wanted, name)
            shown = reference if Part.REFERENCES in form.chosen() else long_date(today)
            return as_file(report, said["file_form"], f"Chronology {shown}")
    context = {"form": form, "found": found, "reference": reference}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "casefile/copy.html", context, status=status)


def _report(found: Chronology, parts: frozenset[Part], wanted: Wanted, name: str) -> Report:
    masker = masker_for(found, parts, name if name != found.records.label else "")
    entries = entries_of(found.wanted, parts, masker)
    labels = dict(EventSort.choices)
    sorts_out = [label for code, label in labels.items()
                 if wanted.sorts and code not in wanted.sorts and found.counts.get(code)]  # fmt: skip
    left = left_out_words(parts, masker, sorts_out, len(found.events) - len(found.wanted))
    if found.restricted:
        left.append("Records that whoever made this copy may not open.")
    days = [("From", long_date(wanted.from_on)), ("To", long_date(wanted.to_on))]
    reference = found.records.subject.reference if Part.REFERENCES in parts else ""
    return report_of(
        name, reference, entries, left, days, timezone.localdate(),
        council=council_brand().name,
    )  # fmt: skip


def as_file(report: Report, file_form: str, name: str) -> HttpResponse:
    """A report as a file to keep; nothing on the way keeps a copy."""
    is_word = file_form == "word"
    body = write_word(report) if is_word else write_pdf(report)
    answer = HttpResponse(body, content_type=WORD if is_word else "application/pdf")
    ending = "docx" if is_word else "pdf"
    answer["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def address_of(link: str, may_triage: bool = True) -> str:
    """Where the record of an event stands; empty where the reader has no page for it."""
    kind = link[:2]
    if kind == "CO" and not may_triage:
        return ""
    try:
        return reverse(ROUTES.get(kind, ""), args=[link])
    except NoReverseMatch:
        return ""
