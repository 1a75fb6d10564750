"""Writing the two papers as officers do: front, sections and figures through the product's own
actions, every word of prose taken from the source file."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from joinedup.access.models import Agency
from joinedup.audit.actor import By
from joinedup.council.actions.local_rules import LocalRuleDetails, add_local_rule
from joinedup.figures.actions import add_set, declare_figures, edit_set
from joinedup.figures.models import FigureSet
from joinedup.figures.rules import NewFigure
from joinedup.papers import actions
from joinedup.papers.models import Paper
from tests.acceptance.source import Chapter
from tests.factories import assurance as make

__all__ = ["council", "declare", "front", "own_question", "say", "section", "switch"]

NUMBER = re.compile(r"(?<![\w'’/.-])\d{1,4}(?![\w'’/.-])")


def council(name: str) -> Agency:
    """The council that writes the paper."""
    home = make.agency(name)
    Agency.objects.filter(pk=home.pk).update(is_home=True)
    home.refresh_from_db()
    return home


def own_question(by: By, call_in: str, key: str, today: dt.date) -> None:
    """The council's own words for its call-in rule."""
    values = {"call_in": call_in, "key": key}
    add_local_rule(
        by, LocalRuleDetails("report.call_in", today, None, values, "The constitution",
                             "Full council", today),
    )  # fmt: skip


def front(by: By, paper: Paper, today: dt.date, **wanted: object) -> None:
    """Write the front matter."""
    now = Paper.objects.get(pk=paper.pk)
    actions.edit_front(by, paper.reference, now.version, wanted, today=today)


def section(by: By, paper: Paper, code: str, chapter: Chapter, about: str = "") -> None:
    """Write a section under its heading; what stands after the table is the comment."""
    now = Paper.objects.get(pk=paper.pk)
    actions.write_section(
        by, paper.reference, code, now.version, heading=chapter.heading, prose=chapter.prose,
        comment=chapter.comment, about=about,
    )  # fmt: skip


def switch(by: By, paper: Paper, **sections: bool) -> None:
    """Take sections in or leave them out."""
    for code, is_on in sections.items():
        actions.switch_section(by, paper.reference, code, is_on)


def say(by: By, paper: Paper, kind: str, words: str, today: dt.date) -> None:
    """Say an implication, or that there is none."""
    actions.assign_implication(by, paper.reference, kind, by.user.person, today=today)
    is_none = words.startswith("None as a result")
    actions.say_implication(
        by, paper.reference, kind, "" if is_none else words, is_none=is_none, today=today
    )


def declare(
    by: By, title: str, chapter: Chapter, period: tuple[dt.date, dt.date], today: dt.date
) -> FigureSet:
    """Declare every number of a chapter once, on the last day of its period, and put its words
    around them: from now on no number is typed again. A number of months is none of them."""
    made = add_set(by, title, *period)
    rows: list[NewFigure] = []

    def code(found: re.Match[str]) -> str:
        around = chapter.prose[found.end() : found.end() + 60]
        if around.lstrip().startswith("month"):
            return found[0]
        unit = "assessment" if "assess" in around or "High Risk" in around else "referral"
        name = f"Figure {len(rows) + 1}: {' '.join(around.split()[:8])}"
        rows.append(NewFigure(name, Decimal(found[0]), unit, f"As counted for “{name}”",
                              "The officer's own log", code=f"figure_{len(rows) + 1}"))  # fmt: skip
        return f"[figure_{len(rows)}]"

    words = NUMBER.sub(code, chapter.prose)
    declare_figures(by, made.reference, rows, today=today, declared_on=period[1])
    edit_set(by, made.reference, title, words, made.version)
    return FigureSet.objects.get(pk=made.pk)
