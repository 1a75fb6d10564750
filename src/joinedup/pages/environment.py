"""The one Jinja environment: what every template may use without asking for it."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import jinja2
from django.conf import settings
from django.templatetags.static import static
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from markupsafe import Markup, escape

from joinedup.pages import dates, marks, rendering

PACKAGES = Path(__file__).resolve().parents[1]


def template_folders() -> list[str]:
    """The templates folder of each package, in a steady order."""
    return sorted(str(folder) for folder in PACKAGES.glob("*/templates") if folder.is_dir())


OF_DICTS = frozenset(dir(dict))


class Environment(jinja2.Environment):
    """As Jinja's, but what a dict holds is looked for in it first: pages read many thousand values
    of rows, and Jinja asks each row for an attribute of that name before."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute` as a template writes it."""
        if type(obj) is dict and attribute in obj and attribute not in OF_DICTS:
            return obj[attribute]
        return super().getattr(obj, attribute)


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named route: url('action', action.reference)."""
    if args or kwargs:
        return reverse(name, args=args, kwargs=kwargs)
    return _plain_url(name, get_script_prefix(), get_urlconf() or settings.ROOT_URLCONF)


@lru_cache(maxsize=1_024)
def _plain_url(name: str, prefix: str, routes: str) -> str:
    """The address of a route without values: the same as long as the process runs, and a page
    asks for dozens."""
    return reverse(name)


def url_if_any(name: str) -> str:
    """The address of a route that another package may or may not have; else empty."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def query(values: Any, **changes: Any) -> str:
    """'?status=open&page=2': a query string with some values changed; None takes one out.

    `values` is request.GET or a dict of text or lists.
    """
    lists = dict(values.lists()) if hasattr(values, "lists") else dict(values or {})
    lists.update(changes)
    kept = {k: v for k, v in lists.items() if v not in (None, "", [])}
    return "?" + urlencode(kept, doseq=True)


@jinja2.pass_context
def from_today(
    context: jinja2.runtime.Context, value: date | datetime | None, today: date | None = None
) -> str:
    """'in 3 days', '3 days ago', from `today` or the view's own, else from today in London."""
    return dates.from_today(value, today or _today(context))


@jinja2.pass_context
def overdue_by(
    context: jinja2.runtime.Context, value: date | datetime | None, today: date | None = None
) -> str:
    """'12 days overdue', counted as `from_today` counts."""
    return dates.overdue_by(value, today or _today(context))


def _today(context: jinja2.runtime.Context) -> date:
    told = context.get("today")
    return told if isinstance(told, date) else timezone.localdate()


def breakable(address: str) -> Markup:
    """An e-mail address that narrow columns break before its @ and its dots, not inside a word."""
    return Markup(re.sub(r"(?=[@.])", "<wbr>", str(escape(address))))  # noqa: S704 # nosec B704


@jinja2.pass_context
def duty_posts(context: jinja2.runtime.Context) -> Any:
    """Whom to ring about what somebody may not open: numbers with their hours, those answered now
    first; None where the page told it already. The directory lies above, so a setting names the
    function. One statement a page, where asked."""
    request = context.get("request")
    if request is not None:
        if hasattr(request, "has_told_duty_posts"):
            return None
        request.has_told_duty_posts = True
    return import_string(settings.JOINEDUP_DUTY_POSTS)()


FILTERS = {
    "breakable": breakable,
    "date": dates.long_date,
    "short_date": dates.short_date,
    "month": dates.month_year,
    "dated": dates.dated,
    "moment": dates.moment,
    "clock_time": dates.clock_time,
    "from_today": from_today,
    "overdue_by": overdue_by,
    "plural": dates.plural,
    "times": dates.times,
}
GLOBALS = {
    "duty_posts": duty_posts,
    "static": static,
    "url": url,
    "url_if_any": url_if_any,
    "query": query,
    "rag_of": marks.rag,
    "describe_field": rendering.describe,
    "error_links": rendering.error_links,
    "options_html": rendering.options_html,
    "page_window": rendering.page_window,
}


def environment(**options: Any) -> jinja2.Environment:
    """Build the environment; named as `environment` in settings.TEMPLATES.

    Undefined names may be followed (`a.b.c`), as the GOV.UK macros need; a house test finds
    names that no template declares.
    """
    loaders = [
        jinja2.FileSystemLoader(template_folders()),
        jinja2.PrefixLoader({"govuk_frontend_jinja": jinja2.PackageLoader("govuk_frontend_jinja")}),
    ]
    if options.get("loader"):
        loaders.insert(0, options["loader"])
    options["loader"] = jinja2.ChoiceLoader(loaders)
    options["undefined"] = jinja2.ChainableUndefined
    options.setdefault("autoescape", True)
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    made = Environment(**options)
    made.filters.update(FILTERS)
    made.globals.update(GLOBALS)
    return made
