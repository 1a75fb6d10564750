"""Figures as pages and papers read them, already narrowed to the reader."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from django.db.models import Count, Q, QuerySet

from joinedup.access.choices import May
from joinedup.access.limits import own_rules
from joinedup.access.models import User
from joinedup.access.permission import Refused, record_list, visible
from joinedup.audit.actor import By
from joinedup.figures.models import Figure, FigureSet
from joinedup.figures.rules import (
    Unit,
    alike,
    correction_words,
    counted,
    filled,
    number_words,
    period_words,
    withheld,
)
from joinedup.rulebook import find

__all__ = [
    "FigureRow",
    "SetView",
    "figure_sets",
    "one_figure",
    "public_differences",
    "set_of",
    "set_view",
    "units",
]

SMALLEST = 5


def units(on: dt.date) -> dict[str, Unit]:
    """What figures can count on a day: rule `figures.units`, by key."""
    rule = find("figures.units", on, own_rules())
    return {
        str(row["key"]): Unit(
            str(row["key"]), str(row["shown"]), str(row["many"]), bool(row.get("people"))
        )
        for row in (rule.rows("words") if rule else ())
    }


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as it stands: how it is written, what is printed where the public reads
    (`printed`), the words for its sort of number, and its corrections in words, newest first."""

    figure: Figure
    shown: str
    with_unit: str
    printed: str
    unit: str
    whole: str
    corrections: tuple[str, ...]

    @property
    def is_withheld(self) -> bool:
        """Whether the number may not be printed in public."""
        return self.printed != self.shown


@dataclass(frozen=True, slots=True)
class SetView:
    """A set with its figures in order, the pairs that sound alike, and its words with the figures
    filled in: as staff read them, and as the public does."""

    of: FigureSet
    rows: list[FigureRow]
    differences: list[str]
    words: str
    public_words: str
    period: str


def figure_sets(user: User) -> QuerySet[FigureSet]:
    """The sets that this reader may see, the newest period first, each with how many figures
    stand in it (`count`)."""
    standing = Count("figures", filter=Q(figures__corrected_by__isnull=True))
    rows = FigureSet.objects.annotate(count=standing).order_by("-to_on", "-pk")
    return visible(user, May.READ_PLANS, rows)


def set_of(user: User, reference: str, on: dt.date) -> SetView:
    """One set as it was known at the end of a day; three statements beside what the reader is.
    Raises Refused (404) where absent or not this reader's."""
    found = visible(user, May.READ_PLANS, FigureSet.objects.filter(reference=reference)).first()
    if found is None:
        raise Refused("No such record.")
    told = list(
        found.figures.filter(declared_on__lte=on)
        .select_related("declared_by__person", "corrects")
        .order_by("position", "pk")
    )
    by_pk = {one.pk: one for one in told}
    gone = {one.corrects_id for one in told}
    now = [one for one in told if one.pk not in gone]
    known = units(on)
    hidden = withheld(now, known, _limit(on))
    rows = [_row(one, by_pk, known, hidden, now) for one in now]
    return SetView(
        of=found,
        rows=rows,
        differences=[sentence for _, _, sentence in alike(now, known, _weighty(on))],
        words=filled(found.words, {one.figure.code: one.shown for one in rows}),
        public_words=filled(found.words, {one.figure.code: one.printed for one in rows}),
        period=period_words(found.from_on, found.to_on),
    )


def _row(
    figure: Figure,
    by_pk: dict[int, Figure],
    known: dict[str, Unit],
    hidden: dict[str, str],
    all_of_them: list[Figure],
) -> FigureRow:
    told, now = [], figure
    while (before := by_pk.get(now.corrects_id or 0)) is not None:
        told.append(correction_words(before.value, now.value, now.declared_on, now.note))
        now = before
    unit = known.get(figure.unit)
    shown = number_words(figure.value)
    whole = next((one.name for one in all_of_them if one.code == figure.part_of), "")
    return FigureRow(
        figure=figure,
        shown=shown,
        with_unit=counted(figure.value, unit),
        printed=hidden.get(figure.code, shown),
        unit=unit.many if unit else figure.unit,
        whole=whole,
        corrections=tuple(told),
    )


def set_view(by: By, reference: str, on: dt.date) -> SetView:
    """One set for its page, recorded as seen; as papers print it for who may not see small counts.
    Raises Refused (404)."""
    view = set_of(by.user, reference, on)
    mine = FigureSet.objects.filter(pk=view.of.pk)
    if not visible(by.user, May.SEE_SMALL_COUNTS, mine).exists():
        view = as_printed(view)
    record_list(by, "figures.set", reference, [one.figure.reference for one in view.rows])
    return view


def as_printed(view: SetView) -> SetView:
    """The set as the public reads it: nothing in it tells a number that is not printed."""
    rows = [
        replace(one, shown=one.printed, with_unit=one.printed, corrections=())
        if one.is_withheld
        else one
        for one in view.rows
    ]
    said = public_differences(view)
    return replace(view, rows=rows, differences=said, words=view.public_words)


def public_differences(view: SetView) -> list[str]:
    """The sentences on figures that sound alike, but none that tells a number not printed."""
    hidden = [one.figure.name for one in view.rows if one.is_withheld]
    return [one for one in view.differences if not any(f"“{name}”" in one for name in hidden)]


def one_figure(user: User, reference: str) -> Figure:
    """A figure that nobody has corrected yet, for somebody who may correct it. Raises Refused."""
    rows = Figure.objects.filter(reference=reference, corrected_by__isnull=True)
    rows = rows.select_related("in_set")
    inside = visible(user, May.DECLARE_FIGURES, rows, "in_set__guard", "in_set__reference")
    found = inside.first()
    if found is None:
        raise Refused("No such record.")
    return found


def _limit(on: dt.date) -> int:
    """Counts under this are withheld: rule `limit.suppression`."""
    rule = find("limit.suppression", on, own_rules())
    return rule.amount("value").number if rule else SMALLEST


def _weighty(on: dt.date) -> tuple[str, ...]:
    """Words that make two figures sound alike: rule `figures.weighty`."""
    rule = find("figures.weighty", on, own_rules())
    return rule.strings("words") if rule else ()
