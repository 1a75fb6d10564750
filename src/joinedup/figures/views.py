"""Pages of figures: the sets, one set with its definitions, and the forms that declare them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from joinedup.access.answers import tried
from joinedup.access.choices import May
from joinedup.access.door import by_request, door
from joinedup.access.permission import holds
from joinedup.figures.actions import add_set, correct_figure, declare_figures, edit_set
from joinedup.figures.forms import CorrectForm, FigureRows, SetForm, SharedForm, WordsForm
from joinedup.figures.queries import figure_sets, one_figure, set_of, set_view, units
from joinedup.figures.rules import number_words

__all__ = ["figure_correct", "figure_set", "figures", "figures_declare", "set_add", "set_edit"]


@door(May.READ_PLANS)
def figures(request: HttpRequest) -> HttpResponse:
    """Every set of figures, the newest period first."""
    may = holds(request.user, May.DECLARE_FIGURES)  # type: ignore[arg-type]
    rows = list(figure_sets(request.user)[:200])  # type: ignore[arg-type]
    return render(request, "figures/sets.html", {"rows": rows, "may_declare": may})


@door(May.READ_PLANS)
def figure_set(request: HttpRequest, reference: str) -> HttpResponse:
    """One set: each figure with its definition, period, source and by whom it was declared."""
    view = set_view(by_request(request), reference, timezone.localdate())
    may = holds(request.user, May.DECLARE_FIGURES)  # type: ignore[arg-type]
    return render(request, "figures/set.html", {"view": view, "may_declare": may})


@door(May.DECLARE_FIGURES)
def set_add(request: HttpRequest) -> HttpResponse:
    """Begin a set of figures."""
    form = SetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said, by = form.cleaned_data, by_request(request)
        made = tried(form, lambda: add_set(by, said["title"], said["from_on"], said["to_on"]))
        if made is not None:
            return redirect("figures_declare", made.reference)
    context = {
        "form": form,
        "page_title": "Add a set of figures",
        "lead": "Figures that belong together, over one period.",
        "back": "figures",
        "submit": "Go on",
    }
    return render(request, "access/form.html", context)


@door(May.DECLARE_FIGURES)
def set_edit(request: HttpRequest, reference: str) -> HttpResponse:
    """Change the title of a set and the words that papers print around its figures."""
    view = set_of(request.user, reference, timezone.localdate())  # type: ignore[arg-type]
    now = view.of
    start = {"title": now.title, "words": now.words, "version": now.version}
    form = WordsForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        said, by = form.cleaned_data, by_request(request)
        saved = tried(
            form,
            lambda: edit_set(by, reference, said["title"], said["words"], said["version"]),
        )
        if saved is not None:
            messages.success(request, "Saved.")
            return redirect("figure_set", reference)
    codes = [(one.figure.code, one.figure.name, one.shown) for one in view.rows]
    return render(request, "figures/words.html", {"form": form, "view": view, "codes": codes})


@door(May.DECLARE_FIGURES)
def figures_declare(request: HttpRequest, reference: str) -> HttpResponse:
    """Declare several figures of a set at once."""
    today = timezone.localdate()
    view = set_of(request.user, reference, today)  # type: ignore[arg-type]
    shared = SharedForm(request.POST or None, initial={"declared_on": today})
    rows = FigureRows(
        request.POST or None,
        [(one.key, one.many) for one in units(today).values()],
        [(one.figure.code, one.figure.name) for one in view.rows],
    )
    if request.method == "POST" and all([shared.is_valid(), rows.is_valid()]):
        said, by = shared.cleaned_data, by_request(request)
        new = rows.figures(said["source"])
        made = tried(
            shared,
            lambda: declare_figures(
                by, reference, new, today=today, declared_on=said["declared_on"]
            ),
        )
        if made is not None:
            messages.success(request, "Declared. Papers can print them now.")
            return redirect("figure_set", reference)
    context = {"shared": shared, "rows": rows.rows, "view": view}
    return render(request, "figures/declare.html", context)


@door(May.DECLARE_FIGURES)
def figure_correct(request: HttpRequest, figure: str) -> HttpResponse:
    """Correct a figure: the old one stays, and what changed is printed."""
    now = one_figure(request.user, figure)  # type: ignore[arg-type]
    today = timezone.localdate()
    form = CorrectForm(request.POST or None, initial=_start(now, today))
    if request.method == "POST" and form.is_valid():
        said, by = dict(form.cleaned_data), by_request(request)
        value, note = said.pop("value"), said.pop("note")
        made = tried(form, lambda: correct_figure(by, figure, value, note, today=today, **said))
        if made is not None:
            messages.success(request, "Corrected. The earlier figure stays to be read.")
            return redirect("figure_set", now.in_set.reference)
    context = {
        "form": form,
        "page_title": "Correct a figure",
        "caption": now.name,
        "lead": "Papers that are already published keep the figure they printed.",
        "back": "figure_set",
        "back_reference": now.in_set.reference,
        "submit": "Correct it",
    }
    return render(request, "access/form.html", context)


def _start(now: Any, today: dt.date) -> dict[str, object]:
    start = {name: getattr(now, name) for name in ("definition", "definition_version")}
    return {**start, "value": number_words(now.value).replace(",", ""), "declared_on": today}
