"""What people do with figures: begin a set, declare, correct. Nothing is ever changed in place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Agency, Guard
from joinedup.access.permission import Refused, check, check_any
from joinedup.access.problems import Problem, Stale
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.figures.choices import Origin
from joinedup.figures.models import Figure, FigureSet
from joinedup.figures.queries import units
from joinedup.figures.rules import NewFigure, code_for, codes_in, missing_of

__all__ = ["add_set", "correct_figure", "declare_figure", "declare_figures", "edit_set"]


@action
def add_set(by: By, title: str, from_on: dt.date, to_on: dt.date, words: str = "") -> FigureSet:
    """Begin a set of figures over a period, both days included. Raises Problem."""
    check_any(by, May.DECLARE_FIGURES)
    if not title.strip():
        raise Problem("Give the figures a title.", "title")
    _period(from_on, to_on)
    home = Agency.objects.get(is_home=True)
    guard = Guard.objects.create(about="", agency=home)
    made = FigureSet.objects.create(
        title=title.strip()[:200], guard=guard, from_on=from_on, to_on=to_on, words=words.strip()
    )
    guard.about = made.reference
    guard.save(update_fields=["about"])
    record(by, "figures.add_set", made.reference, from_on=from_on, to_on=to_on)
    return made


def _period(from_on: dt.date, to_on: dt.date) -> None:
    if to_on < from_on:
        raise Problem("The last day comes before the first. Change one of them.", "to_on")


def _held(by: By, reference: str) -> FigureSet:
    """A set, locked, for somebody who may declare figures in it."""
    found = FigureSet.objects.select_for_update().filter(reference=reference).first()
    if found is None:
        raise Refused("No such record.")
    check(by, May.DECLARE_FIGURES, found.guard_id, found.reference)
    return found


@action
def edit_set(by: By, reference: str, title: str, words: str, version: int) -> FigureSet:
    """Change the title and the words around the figures. Raises Stale where somebody else saved
    first, Problem for words that name a figure which is not there."""
    found = _held(by, reference)
    if not title.strip():
        raise Problem("Give the figures a title.", "title")
    if found.version != version:
        raise Stale({"Title": found.title, "Words": found.words}, found.version)
    known = set(found.figures.values_list("code", flat=True))
    strange = [code for code in codes_in(words) if code not in known]
    if strange:
        raise Problem(f"There is no figure “{strange[0]}” in this set. Change the code.", "words")
    found.title, found.words = title.strip()[:200], words.strip()
    found.version += 1
    found.save(update_fields=["title", "words", "version"])
    record(by, "figures.edit_set", found.reference, version=found.version)
    return found


@action
def declare_figure(
    by: By, reference: str, new: NewFigure, *, today: dt.date, declared_on: dt.date | None = None
) -> Figure:
    """Declare one figure of a set, on the day it was given (default today). Raises Problem for a
    figure that lacks something, a code that is taken, a day in the future."""
    found = _held(by, reference)
    last = found.figures.order_by("-position").values_list("position", flat=True).first()
    made = _row(by, found, new, today, declared_on)
    made.position = 0 if last is None else last + 1
    if found.figures.filter(code=made.code).exists():
        raise Problem(
            f"There is already a figure called “{made.name}” here. Correct that one, or use "
            "another name.",
            "name",
        )
    if made.part_of and not found.figures.filter(code=made.part_of).exists():
        raise Problem("Choose a figure of this set as the whole.", "part_of")
    made.save()
    record(by, "figures.declare", found.reference, figure=made.reference, code=made.code)
    return made


@action
def declare_figures(
    by: By,
    reference: str,
    new: Sequence[NewFigure],
    *,
    today: dt.date,
    declared_on: dt.date | None = None,
) -> list[Figure]:
    """Declare several figures of a set, all or none, in their order. Raises Problem."""
    found = _held(by, reference)
    if not new:
        raise Problem("Write at least one figure.")
    made = [declare_figure(by, reference, one, today=today, declared_on=declared_on) for one in new]
    record(by, "figures.declare_many", found.reference, count=len(made))
    return made


@action
def correct_figure(
    by: By,
    reference: str,
    value: Decimal,
    note: str,
    *,
    today: dt.date,
    declared_on: dt.date | None = None,
    definition: str = "",
    definition_version: str = "",
) -> Figure:
    """Correct a figure: a new row that names it, with a note that says why. What is not given
    stays as it was. Raises Problem without a note, where nothing differs, or where it has been
    corrected already."""
    old = Figure.objects.select_related("in_set").filter(reference=reference).first()
    if old is None:
        raise Refused("No such record.")
    found = _held(by, old.in_set.reference)
    if not note.strip():
        raise Problem("Say why the figure is corrected. Papers print this note.", "note")
    if Figure.objects.filter(corrects=old).exists():
        raise Problem("This figure has been corrected already. Correct the newer one.")
    new = NewFigure(
        name=old.name,
        value=value,
        unit=old.unit,
        definition=definition.strip() or old.definition,
        definition_version=definition_version.strip() or old.definition_version,
        source=old.source,
        code=old.code,
        cohort=old.cohort,
        part_of=old.part_of,
        from_on=old.from_on,
        to_on=old.to_on,
    )
    if (value, new.definition) == (old.value, old.definition):
        raise Problem("This is what the figure says already.", "value")
    made = _row(by, found, new, today, declared_on)
    if made.declared_on < old.declared_on:
        raise Problem("A correction cannot be older than what it corrects.", "declared_on")
    made.position, made.corrects, made.note = old.position, old, note.strip()[:500]
    made.save()
    record(by, "figures.correct", found.reference, figure=made.reference, corrects=old.reference)
    return made


def _row(
    by: By, found: FigureSet, new: NewFigure, today: dt.date, declared_on: dt.date | None
) -> Figure:
    """A figure ready to be saved, without its place. Raises Problem."""
    lacking = missing_of(new, units(today))
    if lacking is not None:
        field, sentence = lacking
        raise Problem(sentence, field)
    on = declared_on or today
    if on > today:
        raise Problem("The day cannot lie in the future.", "declared_on")
    if by.user is None:
        raise Problem("A figure is declared by a person.")
    from_on, to_on = new.from_on or found.from_on, new.to_on or found.to_on
    _period(from_on, to_on)
    return Figure(
        in_set=found,
        code=new.code or code_for(new.name),
        name=new.name.strip()[:200],
        value=new.value,
        unit=new.unit,
        from_on=from_on,
        to_on=to_on,
        definition=new.definition.strip(),
        definition_version=new.definition_version.strip()[:40] or "1",
        cohort=new.cohort.strip()[:300],
        source=new.source.strip()[:300],
        part_of=new.part_of,
        origin=Origin.DECLARED,
        declared_by=by.user,
        declared_on=on,
        made_at=timezone.now(),
    )
