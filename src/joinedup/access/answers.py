"""What views do again and again: try an action on behalf of a form, find a page of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from joinedup.access.problems import Problem, Stale

__all__ = ["ROWS", "one_page", "tried"]

Result = TypeVar("Result")
ROWS = 50


def tried(form: forms.Form, act: Callable[[], Result]) -> Result | None:
    """Run an action; what the person can mend becomes an error of the form, and None comes back.

    After a stale save the form holds `stale_now`, and saving again is saving over what is there.
    """
    try:
        return act()
    except Stale as problem:
        form.add_error(None, str(problem))
        form.stale_now = problem.now  # type: ignore[attr-defined]
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["version"] = str(problem.version)  # type: ignore[index]
    except Problem as problem:
        form.add_error(problem.field if problem.field in form.fields else None, str(problem))
    return None


def one_page(
    request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], name: str = "page"
) -> Page[Any]:
    """The page of a list that the address asks for by this name; the nearest where there is none."""
    return Paginator(rows, ROWS).get_page(request.GET.get(name))
