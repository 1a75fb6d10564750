"""`door`: what a page asks of its reader before anything is loaded. Every page has one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from joinedup.access.choices import May
from joinedup.access.permission import Refused, by_user, holds
from joinedup.audit.actor import By

__all__ = ["by_request", "door", "open_to_all", "open_to_signed_in"]

Response = TypeVar("Response", bound=HttpResponseBase)
View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def door(may: May) -> Callable[[Callable[..., Response]], Callable[..., Response]]:
    """The page is for those who may do this; for all others it does not exist (404)."""

    def wrap(view: Callable[..., Response]) -> Callable[..., Response]:
        @wraps(view)
        def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Response:
            if not holds(request.user, may):  # type: ignore[arg-type]
                raise Refused("No such page.")
            return view(request, *args, **kwargs)

        run.door = may  # type: ignore[attr-defined]
        return run

    return wrap


def open_to_signed_in(view: View) -> View:
    """The page is for everybody who has signed in."""
    view.door = "signed_in"  # type: ignore[attr-defined]
    return view


def open_to_all(view: View) -> View:
    """The page is public. The house test holds the list of these."""
    view.door = "public"  # type: ignore[attr-defined]
    public: View = login_not_required(view)
    return public


def by_request(request: HttpRequest) -> By:
    """Who acts in this request: the signed-in user."""
    return by_user(request.user)  # type: ignore[arg-type]
