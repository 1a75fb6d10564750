"""Protocols, published pages and resources; who does what in each process; what words mean."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door, open_to_signed_in
from joinedup.access.permission import Refused, holds
from joinedup.library import actions
from joinedup.library.choices import Duty, ItemKind, ItemState
from joinedup.library.forms import DutyForm, ItemForm, ReviewForm, WithdrawForm
from joinedup.library.queries import (
    address_of,
    definitions,
    holders_to_choose,
    item_lines,
    item_to,
    may_review,
    process_lines,
    processes,
)

__all__ = [
    "library",
    "library_add",
    "library_ask",
    "library_definitions",
    "library_duty",
    "library_duty_end",
    "library_edit",
    "library_item",
    "library_items",
    "library_reopen",
    "library_review",
    "library_withdraw",
]

UNPROCESSABLE = 422
NEWEST = 20
SHOWN = (("", "In use"), ("due", "To be reviewed"), ("broken", "Broken links"))
KEEPER_SHOWN = (*SHOWN, ("withdrawn", "Withdrawn"))


def _keeps(request: HttpRequest) -> bool:
    return holds(request.user, May.KEEP_LIBRARY)  # type: ignore[arg-type]


@open_to_signed_in
@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """Every process with its protocol, who leads it, and who does what in it."""
    context = {
        "lines": process_lines(timezone.localdate()),
        "duties": Duty.choices,
        "keeps": _keeps(request),
    }
    return render(request, "library/processes.html", context)


@open_to_signed_in
@require_safe
def library_items(request: HttpRequest) -> HttpResponse:
    """Items by title: one kind or all, in use, to be reviewed or with a broken link."""
    user: Any = request.user
    kind, show = request.GET.get("kind", ""), request.GET.get("show", "")
    keeps = _keeps(request)
    shows = KEEPER_SHOWN if keeps else SHOWN
    show = show if show in dict(shows) else ""
    context = {
        "lines": item_lines(user, timezone.localdate(), kind, show),
        "kind": kind if kind in ItemKind.values else "",
        "kinds": {"protocol": "Protocols", "page": "Published pages", "resource": "Resources"},
        "show": show,
        "shows": shows,
        "keeps": keeps,
    }
    return render(request, "library/items.html", context)


@open_to_signed_in
@require_safe
def library_item(request: HttpRequest, reference: str) -> HttpResponse:
    """One item: where it is, who owns it, when it was reviewed and has to be again."""
    user: Any = request.user
    today = timezone.localdate()
    line = item_to(user, reference, today)
    named = processes(today)
    keeps = _keeps(request)
    reviews = line.item.reviews.order_by("-pk")
    count = reviews.count()
    shows_all = request.GET.get("reviews") == "all"
    context = {
        "line": line,
        "item": line.item,
        "processes": [named.get(key, key) for key in line.item.processes],
        "reviews": list(reviews if shows_all else reviews[:NEWEST]),
        "review_count": count,
        "has_address": keeps and bool(address_of(line.item, today)),
        "keeps": keeps,
        "may_review": may_review(user, line.item),
    }
    return render(request, "library/item.html", context)


@open_to_signed_in
@require_safe
def library_definitions(request: HttpRequest) -> HttpResponse:
    """What words mean when casework is counted, with dates, sources and earlier wordings."""
    found = definitions(timezone.localdate())
    return render(request, "library/definitions.html", {"found": found})


def _form(request: HttpRequest, form: forms.Form, **said: str) -> HttpResponse:
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "access/form.html", {"form": form, **said}, status=status)


def _item_form(request: HttpRequest, initial: dict[str, Any] | None = None) -> ItemForm:
    today = timezone.localdate()
    return ItemForm(
        request.POST or None, initial=initial, processes=processes(today),
        owners=holders_to_choose(),
    )  # fmt: skip


@door(May.KEEP_LIBRARY)
def library_add(request: HttpRequest) -> HttpResponse:
    """Add an item."""
    form = _item_form(request, {"kind": request.GET.get("kind", "")})
    if request.method == "POST" and form.is_valid():
        by, facts = by_request(request), form.facts()
        made = tried(form, lambda: actions.add_item(by, facts, today=timezone.localdate()))
        if made is not None:
            messages.success(request, "Added. It counts as reviewed today.")
            return redirect("library_item", made.reference)
    return _form(
        request, form, page_title="Add to the library", back="library_items", submit="Add it"
    )


@door(May.KEEP_LIBRARY)
def library_edit(request: HttpRequest, reference: str) -> HttpResponse:
    """Change what is said of an item."""
    user: Any = request.user
    today = timezone.localdate()
    row = item_to(user, reference, today).item
    names = (
        "kind", "title", "words", "url", "must_say", "processes", "contact_email", "next_on",
        "version",
    )  # fmt: skip
    start = {name: getattr(row, name) for name in names}
    owner = row.post or row.agency
    form = _item_form(request, {**start, "owner": owner.reference if owner else ""})
    if request.method == "POST" and form.is_valid():
        by, facts = by_request(request), form.facts()
        version = form.cleaned_data["version"] or 0
        saved = tried(form, lambda: actions.edit_item(by, reference, facts, version, today=today))
        if saved is not None:
            messages.success(request, "Saved. Its review day is as it was.")
            return redirect("library_item", reference)
    return _form(
        request, form, page_title="Change it", caption=row.title, back="library_item",
        back_reference=reference, submit="Save",
    )  # fmt: skip


@open_to_signed_in
def library_review(request: HttpRequest, reference: str) -> HttpResponse:
    """Say what one found who looked at an item: those who keep the library and its own owner."""
    user: Any = request.user
    today = timezone.localdate()
    row = item_to(user, reference, today).item
    if not may_review(user, row) or row.state == ItemState.WITHDRAWN:
        raise Refused("No such page.")
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by, said = by_request(request), form.cleaned_data
        done = tried(
            form,
            lambda: actions.review_item(
                by, reference, said["verdict"], said["words"], today=today, next_on=said["next_on"]
            ),
        )
        if done is not None:
            messages.success(request, "Your review is kept.")
            return redirect("library_item", reference)
    return _form(
        request, form, page_title="Review it", caption=row.title, back="library_item",
        back_reference=reference, submit="Keep the review",
    )  # fmt: skip


@door(May.KEEP_LIBRARY)
def library_withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Take an item out of use."""
    user: Any = request.user
    row = item_to(user, reference, timezone.localdate()).item
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by, reason = by_request(request), form.cleaned_data["reason"]
        if tried(form, lambda: actions.withdraw_item(by, reference, reason)) is not None:
            messages.success(request, "It is no longer in use.")
            return redirect("library_item", reference)
    return _form(
        request, form, page_title="Take it out of use", caption=row.title, back="library_item",
        back_reference=reference, submit="Take it out of use",
    )  # fmt: skip


@door(May.KEEP_LIBRARY)
@require_POST
def library_reopen(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a withdrawn item into use again."""
    actions.reopen_item(by_request(request), reference)
    messages.success(request, "It is in use again.")
    return redirect("library_item", reference)


@door(May.KEEP_LIBRARY)
@require_POST
def library_ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask the owner by mail to look at an item; the mail holds a link to answer."""
    now = timezone.now()
    key = f"library:{reference}:asked:{int(now.timestamp())}"
    site = request.build_absolute_uri("/")
    today = timezone.localdate(now)
    if actions.ask_owner(by_request(request), reference, site, key, today=today):
        messages.success(request, "The owner is asked. Earlier links no longer work.")
    else:
        messages.error(request, "There is no e-mail address to ask. Add one to the item.")
    return redirect("library_item", reference)


@door(May.KEEP_LIBRARY)
def library_duty(request: HttpRequest) -> HttpResponse:
    """Say who does what in a process."""
    today = timezone.localdate()
    form = DutyForm(
        request.POST or None, initial={"process": request.GET.get("process", "")},
        processes=processes(today), owners=holders_to_choose(),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        by, said = by_request(request), form.cleaned_data
        process, duty, holder = said["process"], said["duty"], said["holder"]
        done = tried(form, lambda: actions.set_duty(by, process, duty, holder, today=today))
        if done is not None:
            messages.success(request, "Saved.")
            return redirect("library")
    return _form(request, form, page_title="Who does what", back="library", submit="Save")


@door(May.KEEP_LIBRARY)
@require_POST
def library_duty_end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a duty in a process."""
    actions.end_duty(by_request(request), pk, today=timezone.localdate())
    messages.success(request, "Ended.")
    return redirect("library")
