"""A handover with its chronology: read, printed, taken as Word or PDF, and signed as read."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import holds
from joinedup.casefile.actions import copy_handover
from joinedup.casefile.choices import EventSort, Part
from joinedup.casefile.forms.governance import FileForm
from joinedup.casefile.queries.handover import Handover, handover_to
from joinedup.casefile.queries.masking import masker_for
from joinedup.casefile.report import report_of
from joinedup.casefile.rules.copies import USUAL, entries_of, left_out_words
from joinedup.casefile.views.chronology import address_of, as_file
from joinedup.cases.actions import sign_handover
from joinedup.cases.forms.around import SureForm
from joinedup.council.brand import council_brand
from joinedup.documents.blocks import Report
from joinedup.pages.dates import long_date

__all__ = ["case_handover", "case_handover_file"]

UNPROCESSABLE = 422
PARTS = USUAL | {Part.OTHERS}
"""The next worker has to know who else is there; addresses and reporters stay masked."""


@door(May.READ_CASES)
@require_http_methods(["GET", "POST"])
def case_handover(request: HttpRequest, reference: str, handover: int) -> HttpResponse:
    """Read a handover with the chronology; whoever takes the case on signs that they have."""
    by, today = by_request(request), timezone.localdate()
    found = handover_to(by, reference, handover, today)
    form = SureForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        done = tried(form, lambda: sign_handover(by, reference, handover, today=today))
        if done is not None:
            messages.success(request, "You have signed that you have read it.")
            return redirect("case", reference)
    may_triage = holds(by.user, May.TRIAGE)
    context = {
        "found": found,
        "form": form,
        "file_form": FileForm(),
        "labels": dict(EventSort.choices),
        "address_of": lambda link: address_of(link, may_triage),
        "today": today,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "casefile/handover.html", context, status=status)


@door(May.READ_CASES)
@require_POST
def case_handover_file(request: HttpRequest, reference: str, handover: int) -> HttpResponse:
    """The handover as Word or PDF: summary, what is open, chronology."""
    by, today = by_request(request), timezone.localdate()
    found = handover_to(by, reference, handover, today)
    form = FileForm(request.POST)
    if not form.is_valid():
        return redirect("case_handover", reference, handover)
    file_form = form.cleaned_data["file_form"]
    copy_handover(by, reference, handover, file_form, len(found.chronology.events))
    return as_file(_report(found), file_form, f"Handover {reference}")


def _report(found: Handover) -> Report:
    masker = masker_for(found.chronology, PARTS)
    entries = entries_of(found.chronology.events, PARTS, masker)
    left = left_out_words(PARTS, masker, [], 0)
    if found.chronology.restricted:
        left.append("Records that whoever made this copy may not open.")
    left += [f"The chronology of {one}: no record is tied to them." for one in found.untied]
    row, mask = found.row, masker.mask
    steps = [f"{long_date(one.due_on)}: {mask(one.words)} ({one.who})" for one in found.items]
    steps += [f"{long_date(one.due_on)}: follow up {mask(one.name)}" for one in found.others]
    front = [
        ("Handed over", long_date(row.on)),
        ("From", row.from_person.name if row.from_person else ""),
        ("To", row.to_person.name),
        ("What the next worker must know", mask(row.summary)),
        ("Still to do", "\n".join(steps) or "Nothing is planned."),
    ]
    return report_of(
        found.case.name, found.case.reference, entries, left, front, timezone.localdate(),
        title="Handover", council=council_brand().name,
    )  # fmt: skip
