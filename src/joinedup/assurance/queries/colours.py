"""Colours as the database can ask for them: the same conditions as `rules.rag`, as filters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.db.models import Q

from joinedup.access.limits import own_rules, own_stamp
from joinedup.assurance.choices import CLOSED, Proof, Rag, Status
from joinedup.assurance.rules.rag import KNOWN, limit_of
from joinedup.rulebook import Kind, colour_conditions, of_kind

__all__ = ["conditions_of", "needs_evidence", "shows_colour"]

USUAL = "rag.action"


def conditions_of(code: str, today: dt.date) -> tuple[Mapping[str, Any], ...]:
    """The conditions of a colour rule on a day, the council's own first; those of the usual rule
    where it has none."""
    return _conditions(code, today, own_stamp())


@lru_cache(maxsize=256)
def _conditions(code: str, today: dt.date, stamp: tuple[str, ...]) -> tuple[Mapping[str, Any], ...]:
    """Kept until the council's own rules change: then `stamp` does."""
    own = own_rules()
    return colour_conditions(code, today, own) or colour_conditions(USUAL, today, own)


def needs_evidence(today: dt.date) -> Q:
    """As `standing.needs_evidence` says."""
    return Q(status__in=(Status.COMPLETE, Status.IN_FORCE)) & (
        Q(proof__in=(Proof.NONE, Proof.DECLARED)) | Q(evidence_until__lt=today)
    )


def _fits(condition: Mapping[str, Any], today: dt.date) -> Q:
    """As `rag.fits` says."""
    when = condition["when"]
    if when not in KNOWN:
        raise ValueError(f"The colour rule names an unknown condition: {when}.")
    is_open = ~Q(status__in=CLOSED)
    asked = Q(is_asked=True) if condition.get("ask_only") else Q()
    is_complete = Q(status=Status.COMPLETE)
    limit = limit_of(condition, today)
    filters = {
        "complete_and_evidenced": is_complete & ~needs_evidence(today),
        "declared_complete": is_complete & needs_evidence(today),
        "declared_complete_not_evidenced": is_complete & needs_evidence(today),
        "closed_otherwise": Q(status__in=CLOSED) & ~is_complete,
        "evidence_ran_out": Q(status=Status.IN_FORCE)
        & Q(evidence_until__isnull=False, evidence_until__lt=today),
        "overdue": is_open & Q(next_on__isnull=False, next_on__lt=limit),
        "due_within": is_open & Q(next_on__isnull=False, next_on__lte=limit),
        "no_due_date": is_open & Q(next_on__isnull=True, recurrence=""),
        "no_update_within": is_open & Q(updated_on__isnull=False, updated_on__lt=limit),
        "otherwise": Q(pk__isnull=False),
    }
    return filters.get(when, Q(status=when)) & asked


def _proposes(code: str, colour: str, today: dt.date) -> Q:
    """Rows for which the first condition that fits gives this colour."""
    conditions: Sequence[Mapping[str, Any]] = conditions_of(code, today)
    wanted = Q(pk__in=[])
    earlier = Q(pk__in=[])
    for condition in conditions:
        fits = _fits(condition, today)
        if condition["colour"] == colour:
            wanted |= fits & ~earlier
        earlier |= fits
    return wanted | ~earlier if colour == Rag.GREY else wanted


def shows_colour(colour: str, today: dt.date) -> Q:
    """Rows that show this colour: the one set by the lead, else the one proposed."""
    codes = [one.code for one in of_kind(Kind.RAG, today, own_rules())]
    others = [code for code in codes if code != USUAL]
    proposed = _proposes(USUAL, colour, today)
    if others:
        proposed = proposed & ~Q(plan__rag_rule__in=others)
        for code in others:
            proposed |= Q(plan__rag_rule=code) & _proposes(code, colour, today)
    return Q(rag_set=colour) | (Q(rag_set="") & proposed)
