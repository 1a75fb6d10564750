"""Requests to see records: noted, found by name, prepared, read by a second person, given."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from joinedup.access.answers import one_page, tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import Refused, record_list
from joinedup.access.problems import Problem
from joinedup.casefile import actions
from joinedup.casefile.choices import EventSort, Part
from joinedup.casefile.forms import governance as ask
from joinedup.casefile.queries.governance import request_to, requests_for, who_may_agree
from joinedup.casefile.queries.packs import cuts_of, pack_of, people_named, searches_lately
from joinedup.casefile.report import report_of
from joinedup.casefile.views.chronology import as_file
from joinedup.clocks.queries import to_read_above
from joinedup.council.brand import council_brand
from joinedup.pages.dates import long_date
from joinedup.pages.rules import number_asked

__all__ = [
    "pack",
    "pack_cut",
    "pack_given",
    "request_file",
    "request_find",
    "request_new",
    "request_page",
    "requests",
]

UNPROCESSABLE = 422
GOVERN = May.GOVERN_RECORDS


@door(GOVERN)
@require_GET
def requests(request: HttpRequest) -> HttpResponse:
    """Requests to see records, by the day on which they are due."""
    by = by_request(request)
    page, today = one_page(request, requests_for(by.user)), timezone.localdate()
    to_read = to_read_above(by.user, today)
    record_list(by, "casefile.requests", "", [one.reference for one in (*page, *to_read)])
    context = {"page": page, "to_read": to_read, "today": today}
    return render(request, "casefile/requests.html", context)


@door(GOVERN)
@require_http_methods(["GET", "POST"])
def request_find(request: HttpRequest) -> HttpResponse:
    """Find the record of somebody who asks for it, by their name, with a reason that is recorded. What
    is typed is sent in the body, never in the address."""
    by, form, found = by_request(request), ask.NamedForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        found = people_named(by, form.given(), timezone.localdate())
        shown = [one[0] for one in found.people]
        reason = form.cleaned_data["reason"]
        done = tried(form, lambda: actions.note_search(by, reason, shown, len(shown)))
        found = found if done is not None else None
    context = {"form": form, "found": found, "lately": searches_lately(by.user)}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "casefile/request_find.html", context, status=status)


@door(GOVERN)
@require_http_methods(["GET", "POST"])
def request_new(request: HttpRequest) -> HttpResponse:
    """Note a request to see records; with `?about=` of the record that was found."""
    by, today = by_request(request), timezone.localdate()
    form = ask.AskForm(request.POST or None, about=request.GET.get("about", "")[:24])
    if request.method == "POST" and form.is_valid():
        made = tried(form, lambda: _asked(by, form, today))
        if made is not None:
            messages.success(request, f"Noted. Answer it by {long_date(made.due_on)}.")
            return redirect("access_request", made.reference)
    words = {"heading": "Somebody asks to see their records", "submit": "Note the request",
             "lead": "Choose what the pack holds. You need not open their file for it."}  # fmt: skip
    context = {"form": form, "back": reverse("access_requests"), **words}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "casefile/one_form.html", context, status=status)


def _asked(by: Any, form: Any, today: Any) -> Any:
    said = form.cleaned_data
    new = actions.NewRequest(
        said["about"], said["received_on"], [Part(one) for one in said["parts"]], said["sort"],
        said["after"], said["until"],
    )  # fmt: skip
    try:
        return actions.ask_for_records(by, new, today=today)
    except Refused:
        form.add_error("about", "No record has this reference, or it is not for you to answer.")
        return None


@door(GOVERN)
@require_GET
def request_page(request: HttpRequest, reference: str) -> HttpResponse:
    """One request: by when, how far it has come, what goes in, and what was left out."""
    by = by_request(request)
    row = request_to(by, reference)
    labels = {**dict(Part.choices), **dict(EventSort.choices)}
    context = {
        "row": row,
        "parts": [labels[one] for one in row.parts],
        "sorts": [labels[one] for one in row.sorts],
        "form": ask.FileForm(),
        "today": timezone.localdate(),
        "second": who_may_agree(row.about, row.guard_id, row.made_by or by.user),
        "is_own": row.made_by_id == by.user.pk,
    }
    return render(request, "casefile/request.html", context)


@door(GOVERN)
@require_http_methods(["GET", "POST"])
def pack(request: HttpRequest, reference: str) -> HttpResponse:
    """The pack as it would go out: whoever prepares it takes out what must not go along; a second
    person reads it and agrees, or sends it back."""
    by, today = by_request(request), timezone.localdate()
    row = request_to(by, reference)
    found = pack_of(by, row, today)
    form = ask.BackForm(request.POST if request.POST.get("do") == "back" else None)
    if request.method == "POST":
        do = request.POST.get("do", "")
        if do == "back":
            if form.is_valid() and tried(form, lambda: _sent_back(by, reference, form)):
                messages.success(request, "It is sent back to be prepared again.")
                return redirect("access_request", reference)
        else:
            return _did(request, by, row, found, do, today)
    context = {
        "row": row,
        "pack": found,
        "cuts": cuts_of(row),
        "form": form,
        "is_own": row.made_by_id == by.user.pk,
        "is_same": row.digest == found.digest,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "casefile/pack.html", context, status=status)


def _sent_back(by: Any, reference: str, form: Any) -> Any:
    return actions.send_back_pack(by, reference, form.cleaned_data["reason"])


def _did(request: HttpRequest, by: Any, row: Any, found: Any, do: str, today: Any) -> HttpResponse:
    at = row.reference
    number = number_asked(request.POST.get("cut", "")) or 0
    deeds = {
        "prepare": (
            partial(
                actions.prepare_pack, by, at, found.digest, len(found.entries), found.left_out,
                today=today,
            ),
            "Ready to be read by a second person.", "access_request",
        ),
        "agree": (partial(actions.read_pack, by, at, found.digest),
                  "You have read it and agree. It can be given now.", "access_request"),
        "put_back": (partial(actions.put_back, by, at, number), "It is put back.", "access_pack_read"),
    }  # fmt: skip
    if do not in deeds:
        return redirect("access_pack_read", at)
    act, words, to = deeds[do]
    try:
        act()
    except Problem as problem:
        messages.error(request, str(problem))
        return redirect("access_pack_read", at)
    messages.success(request, words)
    return redirect(to, at)


@door(GOVERN)
@require_http_methods(["GET", "POST"])
def pack_cut(request: HttpRequest, reference: str) -> HttpResponse:
    """Take an event out of the pack, named by `?event=`, or words of it."""
    by, today = by_request(request), timezone.localdate()
    row = request_to(by, reference)
    key = request.GET.get("event", "")[:80]
    entry = next((one for one in pack_of(by, row, today).entries if one.event.key == key), None)
    form = ask.CutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        words = said["words"].strip().casefold()
        texts = [entry.event.title, *entry.lines, entry.by] if entry else []
        if entry is None or not any(words in one.casefold() for one in texts):
            form.add_error("words", "These words do not stand there. Copy them from above.")
        elif tried(form, lambda: actions.cut_pack(by, reference, key, **said)) is not None:
            messages.success(request, "It is taken out.")
            return redirect("access_pack_read", reference)
    context = {"row": row, "entry": entry, "form": form}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "casefile/pack_cut.html", context, status=status)


@door(GOVERN)
@require_http_methods(["GET", "POST"])
def pack_given(request: HttpRequest, reference: str) -> HttpResponse:
    """Note that the pack was given: when, how, to whom."""
    by, today = by_request(request), timezone.localdate()
    row = request_to(by, reference)
    form = ask.GivenForm(request.POST or None, initial={"on": today})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        done = tried(form, lambda: actions.give_pack(by, reference, **said, today=today))
        if done is not None:
            messages.success(request, "It is noted that they got it. The time limit has ended.")
            return redirect("access_request", reference)
    words = {"heading": "The pack was given", "submit": "Note it", "caption": row.reference,
             "lead": "When, how and to whom. Its time limit ends on that day."}  # fmt: skip
    context = {"form": form, "back": reverse("access_request", args=[reference]), **words}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "casefile/one_form.html", context, status=status)


@door(GOVERN)
@require_POST
def request_file(request: HttpRequest, reference: str) -> HttpResponse:
    """The pack as a file, once a second person has read it: the chosen fields, everybody else masked,
    and what was left out."""
    by, today = by_request(request), timezone.localdate()
    row = request_to(by, reference)
    form = ask.FileForm(request.POST)
    if not form.is_valid():
        return redirect("access_request", reference)
    found = pack_of(by, row, today)
    try:
        actions.take_pack(by, reference, found.digest, form.cleaned_data["file_form"])
    except Problem as problem:
        messages.error(request, str(problem))
        return redirect("access_request", reference)
    front = [("Request", row.reference), ("Received on", long_date(row.received_on))]
    report = report_of(
        found.label, row.reference, found.entries, found.left_out, front, today,
        title="Your records", council=council_brand().name,
    )  # fmt: skip
    return as_file(report, form.cleaned_data["file_form"], f"Records {reference}")
