"""The second step of signing in: who has one, and what needs it again."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from joinedup.access.models import User

__all__ = [
    "has_second_step",
    "opens_without_second_step",
    "signed_in_just_now",
    "step_up",
    "step_up_to_copy",
]

KEPT = "second_step_of"
JUST_NOW_SECONDS = 300

View = Callable[..., HttpResponse]


def has_second_step(request: HttpRequest) -> bool:
    """Whether this person signed in with, or has set up, a second step; asked once a session.

    Somebody who came through the council's identity provider did it there.
    """
    user = request.user
    assert isinstance(user, User)
    if request.session.get(KEPT) == user.pk:
        return True
    ways = {record.get("method") for record in get_authentication_records(request, user)}
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    found = (
        "socialaccount" in ways or Authenticator.objects.filter(user=user, type__in=kinds).exists()
    )
    if found:
        request.session[KEPT] = user.pk
    return found


def forget_second_step(request: HttpRequest) -> None:
    """Ask again whether there is a second step (after one was taken away)."""
    request.session.pop(KEPT, None)


def signed_in_just_now(request: HttpRequest) -> bool:
    """Whether this person gave password or passkey in the last five minutes."""
    records = get_authentication_records(request, request.user)
    return bool(records) and time.time() - records[-1]["at"] < JUST_NOW_SECONDS


def opens_without_second_step(view: View) -> View:
    """Mark a page that must open before there is a second step: setting it up, signing out."""
    view.opens_without_second_step = True  # type: ignore[attr-defined]
    return view


def step_up(view: View) -> View:
    """Ask for password, code or passkey again before this page (exports, unsealing).

    A POST is taken up again afterwards. Put it nearest to the view, inside `door`.
    """

    @wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked: View = reauthentication_required(view)
        return asked(request, *args, **kwargs)

    return run


def step_up_to_copy(view: View) -> View:
    """The same before a copy leaves Joined Up, where a second step is required at all: live."""
    asked = step_up(view)

    @wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wanted = asked if settings.SECOND_STEP_REQUIRED else view
        return wanted(request, *args, **kwargs)

    return run
