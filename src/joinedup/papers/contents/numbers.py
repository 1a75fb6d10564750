"""Declared figures as a paper prints them: words, definitions, what must not be compared."""

from __future__ import annotations

import datetime as dt

from joinedup.access.models import User
from joinedup.access.permission import Refused
from joinedup.documents.blocks import Block, Cell, Column, Kind, Table, cell
from joinedup.figures.choices import Origin
from joinedup.figures.queries import FigureRow, SetView, figure_sets, public_differences, set_of
from joinedup.pages.dates import long_date
from joinedup.papers.contents.charts import Bar, chart_over
from joinedup.papers.contents.wording import note, paragraph

__all__ = ["declared_figures", "has_figures"]

NOTHING = "No figures have been declared for this period."
LEAST_BARS = 2


def has_figures(user: User, about: str, on: dt.date) -> bool:
    """Whether there is a set of figures for the section."""
    return _shown_set(user, about, on) is not None


def _shown_set(user: User, about: str, on: dt.date) -> SetView | None:
    reference = about or _newest(user, on)
    try:
        view = set_of(user, reference, on) if reference else None
    except Refused:
        return None
    return view if view is not None and view.rows else None


def declared_figures(user: User, about: str, on: dt.date) -> list[Block]:
    """The set that the section is about; without one, the newest whose period had ended and whose
    figures were known on the day. Small numbers are not printed."""
    view = _shown_set(user, about, on)
    if view is None:
        return [paragraph(NOTHING)]
    words = [paragraph(one.strip()) for one in view.public_words.split("\n") if one.strip()]
    shown = [_shown(view, unit, rows) for unit, rows in _by_unit(view).items()]
    return [*words, *shown, *_notes(view)]


def _shown(view: SetView, unit: str, rows: list[FigureRow]) -> Block:
    """Figures that count the same: bars, and below them what each means and who says so."""
    table = _table(f"{view.of.title}, {unit}, {view.period}", rows)
    if len(rows) < LEAST_BARS:
        return table
    bars = [
        Bar(one.figure.name, 0 if one.is_withheld else float(one.figure.value), one.printed)
        for one in rows
    ]
    return chart_over(f"{view.of.title}: {unit}", bars, table)


def _newest(user: User, on: dt.date) -> str:
    rows = figure_sets(user).filter(to_on__lte=on, figures__declared_on__lte=on)
    return rows.values_list("reference", flat=True).first() or ""


def _by_unit(view: SetView) -> dict[str, list[FigureRow]]:
    """Rows that count the same, so that a chart never compares referrals with assessments."""
    found: dict[str, list[FigureRow]] = {}
    for one in view.rows:
        found.setdefault(one.unit, []).append(one)
    return found


def _table(caption: str, figures: list[FigureRow]) -> Table:
    columns = (
        Column("What is counted", width=1.9),
        Column("Number", Kind.NUMBER, 0.9),
        Column("Counted in", width=1.0),
        Column("What exactly it means", width=2.5),
        Column("Who says so", width=2.5),
    )
    rows = tuple(
        (cell(_name(one)), cell(one.printed), cell(one.unit), _meaning(one), cell(_source(one)))
        for one in figures
    )
    return Table(caption, columns, rows)


def _name(row: FigureRow) -> str:
    told = [row.figure.name]
    if row.whole:
        told.append(f"Part of: {row.whole}")
    if row.figure.cohort:
        told.append(f"Among {row.figure.cohort}")
    return "\n\n".join(told)


def _meaning(row: FigureRow) -> Cell:
    told = [f"{row.figure.definition} (version {row.figure.definition_version})"]
    if not row.is_withheld:
        told += row.corrections
    return cell("\n\n".join(told))


def _source(row: FigureRow) -> str:
    figure = row.figure
    when = long_date(figure.declared_on)
    if figure.origin == Origin.COUNTED:
        return f"Counted from records on {when}. {figure.source}"
    who = figure.declared_by.person.name if figure.declared_by else "a person"
    return f"Declared by {who} on {when}. {figure.source}"


def _notes(view: SetView) -> list[Block]:
    told = public_differences(view)
    if any(one.is_withheld for one in view.rows):
        told.append(
            "Small numbers are not printed, nor those from which they could be worked out, so that "
            "nobody can be recognised."
        )
    return [note(*told)] if told else []
