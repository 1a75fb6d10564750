"""Your account: who you are here, what you may do, and how you sign in."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from joinedup.access.actions.accounts import sign_out_everywhere
from joinedup.access.door import by_request, open_to_signed_in
from joinedup.access.limits import limit
from joinedup.access.middleware import STARTED
from joinedup.access.queries import own_account
from joinedup.access.second_step import opens_without_second_step

__all__ = ["account", "leave_everywhere"]


@open_to_signed_in
def account(request: HttpRequest) -> HttpResponse:
    """The reader's own account."""
    started = request.session.get(STARTED)
    began = dt.datetime.fromtimestamp(started, dt.UTC) if started else timezone.now()
    context = {
        "own": own_account(request.user, timezone.localdate()),  # type: ignore[arg-type]
        "began": began,
        "ends": began + dt.timedelta(seconds=limit("session.absolute")),
        "idle_minutes": limit("session.idle") // 60,
    }
    return render(request, "access/account.html", context)


@open_to_signed_in
@opens_without_second_step
@require_POST
def leave_everywhere(request: HttpRequest) -> HttpResponse:
    """End every session of the reader, this one too."""
    sign_out_everywhere(by_request(request), request.user)  # type: ignore[arg-type]
    logout(request)
    messages.success(request, "You are signed out on every computer and telephone.")
    return redirect("account_login")
