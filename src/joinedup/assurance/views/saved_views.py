"""Saved views of the register: keep, rename, remove, open first."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.assurance.actions import forget_view, save_view
from joinedup.assurance.actions.saved_views import open_first, rename_view
from joinedup.assurance.forms.register import in_words
from joinedup.assurance.queries import saved_views as views_of
from joinedup.assurance.queries.listing import choices_for
from joinedup.assurance.rules.look import address_of, look_from
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.views.register import look_of
from joinedup.audit.actor import By

__all__ = ["saved_views"]


@door(May.READ_PLANS)
def saved_views(request: HttpRequest) -> HttpResponse:
    """The reader's views; an address with filters asks for a name to keep them under."""
    user: Any = request.user
    look, today = look_of(request), timezone.localdate()
    problem = ""
    if request.method == "POST":
        try:
            said = _do(by_request(request), request.POST, address_of(look, page=1))
        except Problem as found:
            problem = found.words
        else:
            messages.success(request, said)
            return redirect("saved_views" if "save" not in request.POST else _back(request))
    choices = choices_for(user, look, today)
    kept = [
        {
            "view": view,
            "href": reverse("register") + view.query,
            "words": in_words(look_from(_lists(view.query)), choices, today),
        }
        for view in views_of(user)
    ]
    return render(
        request,
        "assurance/saved_views.html",
        {
            "kept": kept,
            "address": address_of(look, page=1),
            "words": in_words(look, choices, today),
            "is_new": bool(request.GET),
            "problem": problem,
            "typed": request.POST.get("name", ""),
        },
        status=422 if problem else 200,
    )


def _back(request: HttpRequest) -> str:
    return reverse("register") + address_of(look_of(request), page=1)


def _lists(query: str) -> dict[str, list[str]]:
    return parse_qs(query.removeprefix("?"))


def _do(by: By, said: Any, address: str) -> str:
    """Do what the button says; the words to show when it is done."""
    view = said.get("view", "")
    if "save" in said:
        name = said.get("name", "")
        save_view(by, name, address)
        return f"Kept as “{name.strip()}”."
    if "rename" in said:
        return f"Now called “{rename_view(by, view, said.get('wanted', '')).name}”."
    if "first" in said:
        open_first(by, view)
        return (
            f"“{view}” now opens first." if view else "The register opens with every open action."
        )
    forget_view(by, view)
    return f"“{view}” is removed."
