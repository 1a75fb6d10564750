"""The figures of the demo: a set for the last paper, one of them corrected since."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from joinedup.config.demo.cast import Cast
from joinedup.config.demo.material import material
from joinedup.config.demo.story import Story
from joinedup.figures.actions import add_set, correct_figure, declare_figures, edit_set
from joinedup.figures.models import Figure
from joinedup.figures.rules import NewFigure

__all__ = ["declare_overview"]


def declare_overview(cast: Cast, story: Story) -> None:
    """Gather the declaring of the overview of cases, and its correction."""
    data, correction = material("figures"), material("figures")["correction"]
    story.add(data["given"], lambda day: _declare(cast, story, day))
    story.add(correction["given"], lambda day: _correct(cast, day))


def _declare(cast: Cast, story: Story, day: dt.date) -> None:
    data, by = material("figures"), cast.by("meera")
    made = add_set(by, data["title"], story.day(data["from"]), story.day(data["to"]))
    rows = [
        NewFigure(
            name=one["name"],
            value=Decimal(one["value"]),
            unit=one["unit"],
            definition=one["definition"],
            source=data["source"],
            cohort=one.get("cohort", ""),
            part_of=one.get("of", ""),
        )
        for one in data["figures"]
    ]
    declare_figures(by, made.reference, rows, today=day)
    edit_set(by, made.reference, made.title, data["words"], made.version)


def _correct(cast: Cast, day: dt.date) -> None:
    said = material("figures")["correction"]
    old = Figure.objects.get(in_set__title=material("figures")["title"], code=said["code"])
    correct_figure(cast.by("meera"), old.reference, Decimal(said["value"]), said["note"], today=day)
