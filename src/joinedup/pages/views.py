"""The council's stylesheet, the style guide and the answers when something is wrong."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import Error as DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from joinedup.pages.brand import brand, brand_css, brand_version
from joinedup.pages.style_guide import style_guide

STYLE_PARTS = {
    "style": "pages/style.html",
    "wide": "pages/style_wide.html",
    "question": "pages/style_question.html",
    "confirm": "pages/style_confirm.html",
    "absent": "404.html",
    "fault": "500.html",
}
TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def _etag(request: HttpRequest) -> str:
    return f'"{brand_version(brand().colour)}"'


@login_not_required
@require_safe
@cache_control(public=True, max_age=3600)
@condition(etag_func=_etag)
def brand_stylesheet(request: HttpRequest) -> HttpResponse:
    """The council's colour as a stylesheet."""
    return HttpResponse(brand_css(brand().colour), content_type="text/css; charset=utf-8")


@login_not_required
@require_safe
def style(request: HttpRequest, part: str = "style") -> HttpResponse:
    """Every component with long, empty and wrong data. In demo and test modes only."""
    if settings.MODE not in ("demo", "test") or part not in STYLE_PARTS:
        raise Http404
    return render(request, STYLE_PARTS[part], style_guide(request.GET))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 where what was sent is too much."""
    if isinstance(exception, TOO_LARGE):
        return _framed("413.html", 413)
    return _framed("400.html", 400)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A refusal answers as absence does: existence is not given away."""
    return _framed("404.html", 404)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, in the same words as a refusal."""
    return _framed("404.html", 404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form sent without its token; named in settings.CSRF_FAILURE_VIEW."""
    return _framed("403.html", 403)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429, after too many tries."""
    return _framed("429.html", 429)


def server_error(request: HttpRequest) -> HttpResponse:
    """500. Asks neither the database nor the person."""
    return _plain("500.html", 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503, while the system is being looked after."""
    response = _plain("503.html", 503)
    response["Retry-After"] = "300"
    return response


brand_stylesheet.door = style.door = "public"  # type: ignore[attr-defined]


def _plain(name: str, status: int) -> HttpResponse:
    """The answer when even the council's name may not be at hand."""
    return HttpResponse(loader.get_template(name).render({}), status=status)


def _framed(name: str, status: int) -> HttpResponse:
    """The answer under the council's own name and colour, where they can be had."""
    try:
        council = brand()
    except DatabaseError:
        return _plain(name, status)
    address = f"{reverse('brand_css')}?v={brand_version(council.colour)}"
    frame = {"council": council, "brand_address": address}
    return HttpResponse(loader.get_template(name).render(frame), status=status)
