"""How a page on which one thing is done works: show, check, do, go back. Cases use it too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.drafts import clear_draft, keep_words
from joinedup.audit.actor import By
from joinedup.language.guard import Flag, look_at

__all__ = ["Asking", "Deed", "deed_page"]

UNPROCESSABLE = 422


@dataclass(frozen=True, slots=True)
class Asking:
    """What a form is made for: the typed data or None, the record, who asks, the day, the code of
    the part that it is about (a step, a warning), empty for the whole record, the files that came
    along, and the address of this Joined Up."""

    data: Any
    row: Any
    user: Any
    today: dt.date
    part: str = ""
    files: Any = None
    site: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done: its page, its form, what it calls, and the sentence it ends with.
    `facts` are rows of key and value that stand above the form. `keeps` is off where what is typed
    must not lie in a draft; `guards` gives of what was said the
    words that the language guard looks at, once."""

    name: str
    may: May
    title: str
    submit: str
    make: Callable[[Asking], forms.Form]
    do: Callable[[By, Asking, dict[str, Any]], str]
    lead: str = ""
    facts: Callable[[Asking], list[dict[str, Any]]] | None = None
    keeps: bool = True
    guards: Callable[[dict[str, Any]], str] | None = None


def deed_page(
    request: HttpRequest, deed: Deed, by: By, row: Any, back: str, today: dt.date
) -> HttpResponse:
    """Show the form of a deed; once it is valid, do it and go back with its sentence."""
    part = request.GET.get("part", "")[:40]
    is_sent = request.method == "POST"
    asking = Asking(
        request.POST if is_sent else None,
        row,
        by.user,
        today,
        part,
        request.FILES if is_sent else None,
        request.build_absolute_uri("/"),
    )
    form = deed.make(asking)
    kept = f"{deed.name}-{row.reference}"
    if deed.keeps:
        keep_words(form, by.user, kept)
    else:
        clear_draft(by.user, kept)
    is_valid = request.method == "POST" and form.is_valid()
    flags = _flags(request, deed, form)
    is_to_ask = bool(flags) and request.POST.get("asked_about") != "yes"
    if is_valid and not is_to_ask:
        said = tried(form, lambda: deed.do(by, asking, form.cleaned_data))
        if said is not None:
            clear_draft(by.user, kept)
            messages.success(request, said)
            return redirect(back)
    context = {
        "deed": deed,
        "form": form,
        "row": row,
        "back": back,
        "facts": deed.facts(asking) if deed.facts is not None else [],
        "draft": kept if deed.keeps else "",
        "flags": flags,
        "is_to_ask": is_to_ask,
        "htmx": deed.guards is not None,
    }
    status = UNPROCESSABLE if form.errors or is_to_ask else 200
    return render(request, "referrals/deed.html", context, status=status)


def _flags(request: HttpRequest, deed: Deed, form: forms.Form) -> list[Flag]:
    """Words that may blame somebody who is harmed. They are asked about once, together with whatever
    else is to be mended; the second time they go in as they are."""
    if deed.guards is None or request.method != "POST":
        return []
    return look_at(deed.guards({**dict.fromkeys(form.fields, ""), **form.cleaned_data}))
