"""Session limits: idle and absolute, both from the rule book (reliability: idle 15 min, 8 h)."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

__all__ = ["SessionLimits"]

STARTED, SEEN = "started_at", "seen_at"
IDLE_SECONDS, ABSOLUTE_SECONDS = 15 * 60, 8 * 60 * 60
GRAIN_SECONDS = 60


class SessionLimits:
    """Ends a session that was idle too long or is too old; the person signs in and goes on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            started = request.session.get(STARTED, now)
            seen = request.session.get(SEEN, now)
            if now - started > ABSOLUTE_SECONDS or now - seen > IDLE_SECONDS:
                logout(request)
            elif SEEN not in request.session or now - seen >= GRAIN_SECONDS:
                request.session[STARTED] = started
                request.session[SEEN] = now
        return self.get_response(request)
