"""Sessions: how long they last, what becomes of words typed into them, and the second step."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from joinedup.access.drafts import keep_posted
from joinedup.access.limits import limit
from joinedup.access.second_step import has_second_step

__all__ = ["SecondStep", "SessionLimits"]

STARTED, SEEN = "started_at", "seen_at"
GRAIN_SECONDS = 60

Answer = Callable[[HttpRequest], HttpResponse]


class SessionLimits:
    """Ends a session that was idle too long or is too old; what was typed is kept.

    The limits are `session.idle` and `session.absolute` of the rule book. The POST that finds
    its session ended is kept as a draft, after the check against forged requests.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.session_ended_for = None  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            now = int(time.time())
            started = request.session.get(STARTED, now)
            seen = request.session.get(SEEN, now)
            if now - started > limit("session.absolute") or now - seen > limit("session.idle"):
                request.session_ended_for = request.user  # type: ignore[attr-defined]
                logout(request)
            elif SEEN not in request.session or now - seen >= GRAIN_SECONDS:
                request.session[STARTED] = started
                request.session[SEEN] = now
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> None:
        """Keep what was posted by somebody whose session has ended."""
        if request.method != "POST" or request.user.is_authenticated:
            return
        if not getattr(view, "login_required", True):
            return
        ended = request.session_ended_for  # type: ignore[attr-defined]
        if keep_posted(request, ended):
            messages.info(
                request,
                "Your session had ended. What you typed is kept for you: sign in to go on with it.",
            )


class SecondStep:
    """Sends a person who has no second step to set one up, before anything else opens."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Redirect to the set-up page unless the page itself belongs to signing in."""
        if not settings.SECOND_STEP_REQUIRED or not request.user.is_authenticated:
            return None
        opens_without = getattr(view, "opens_without_second_step", False)
        is_public = getattr(view, "door", None) == "public"
        if opens_without or is_public or has_second_step(request):
            return None
        return redirect("second_step")
