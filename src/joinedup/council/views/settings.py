"""The council's name and colour."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.council.actions.settings import set_council
from joinedup.council.brand import forget_brand
from joinedup.council.forms import CouncilForm
from joinedup.council.queries import profile, profiles
from joinedup.pages.brand import Brand

__all__ = ["council_settings"]

NAMES = ("name", "short_name", "colour", "help_email", "help_phone", "privacy_email")


@door(May.MANAGE_COUNCIL)
def council_settings(request: HttpRequest) -> HttpResponse:
    """Set name, colour and addresses; see how they were before."""
    now = profile()
    start = {name: getattr(now, name) for name in NAMES} if now else {"colour": Brand().colour}
    form = CouncilForm(request.POST or None, initial={**start, "version": now.number if now else 0})
    if request.method == "POST" and form.is_valid():
        by, seen = by_request(request), form.cleaned_data["version"] or 0
        if tried(form, lambda: set_council(by, form.details(), seen)):
            forget_brand()
            messages.success(request, "Saved. Every page shows it within half a minute.")
            return redirect("council_settings")
    context = {"form": form, "states": profiles()[:20]}
    return render(request, "council/settings.html", context)
