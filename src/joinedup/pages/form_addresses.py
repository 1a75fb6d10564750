"""An address that only takes what a form sends, opened by itself: after a session ended, a reload,
or from a bookmark. Whoever opens it is led to the page that the form stands on."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve

__all__ = ["FormAddresses", "page_above"]

Answer = Callable[[HttpRequest], HttpResponse]
LED = (
    "Nothing was sent: that address only takes a form, so here is the page above it. If your session"
    " had ended, what you typed is kept under Your account, Words you have not sent."
)


class FormAddresses:
    """Turns "method not allowed" for somebody who only looks into a page that can be used."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or the way to the page above."""
        response = self.get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or request.method != "GET":
            return response
        if request.user.is_authenticated and not _is_said(request):
            messages.info(request, LED)
        return HttpResponseRedirect(page_above(request.path))


def _is_said(request: HttpRequest) -> bool:
    """Whether it is said already: the page above took forms only as well, and led on."""
    waiting = messages.get_messages(request)
    said = [str(one) for one in waiting]
    if isinstance(waiting, BaseStorage):
        # looked at, not shown yet
        waiting.used = False
    return LED in said


def page_above(path: str) -> str:
    """The nearest address above that exists: "/plans/PL-1/meeting/AC-2/" → "/plans/PL-1/meeting/".
    It may take forms only as well; then it leads on upwards itself."""
    parts = path.strip("/").split("/")
    while len(parts) > 1:
        parts.pop()
        above = f"/{'/'.join(parts)}/"
        try:
            resolve(above)
        except Resolver404:
            continue
        return above
    return "/"
