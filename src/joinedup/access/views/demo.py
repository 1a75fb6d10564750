"""One-click sign-in for each role of the demo. These addresses exist in demo mode only."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from joinedup.access.actions.sign_in import note_sign_in
from joinedup.access.door import open_to_all
from joinedup.access.permission import Refused, by_user
from joinedup.access.queries import demo_people, demo_user, holds_real_accounts
from joinedup.access.roles_in_words import does_in_words

__all__ = ["demo", "demo_sign_in"]

BACKEND = "joinedup.access.backend.AccountBackend"


def _demo_only() -> None:
    if not settings.IS_DEMO:
        raise Refused("No such page.")


@open_to_all
def demo(request: HttpRequest) -> HttpResponse:
    """Choose whom to be."""
    _demo_only()
    is_real = holds_real_accounts()
    offered = [] if is_real else demo_people(timezone.localdate())
    people = [(one, does_in_words([one.role])) for one in offered]
    return render(request, "access/demo.html", {"people": people, "is_real": is_real})


@open_to_all
@require_POST
def demo_sign_in(request: HttpRequest, reference: str) -> HttpResponse:
    """Sign in as one of the people offered; nobody else's account opens here."""
    _demo_only()
    if holds_real_accounts():
        raise Refused("No such page.")
    user = demo_user(reference, timezone.localdate())
    if user is None:
        raise Refused("No such page.")
    login(request, user, backend=BACKEND)
    record_authentication(request, user, method="demo")
    note_sign_in(by_user(user), user, "demo")
    return redirect("home")
