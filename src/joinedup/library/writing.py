"""What several actions of the library need."""

from __future__ import annotations

import datetime as dt

from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.library.choices import ItemState, Verdict
from joinedup.library.models import Item, Review

__all__ = ["keep_review"]


def _next(next_on: dt.date | None, today: dt.date) -> dt.date | None:
    if next_on is not None and next_on <= today:
        raise Problem("The next review lies after today. Choose a later day.", "next_on")
    return next_on


def keep_review(
    by: By, row: Item, verdict: str, words: str, next_on: dt.date | None, today: dt.date
) -> Review:
    """Keep a review of an item that is held. Raises Problem, also where it is no longer in use."""
    if row.state == ItemState.WITHDRAWN:
        raise Problem("It is no longer in use. Take it into use again before it is reviewed.")
    if verdict not in Verdict.values:
        raise Problem("Choose what you found.", "verdict")
    if verdict == Verdict.WRONG and not words.strip():
        raise Problem("Write what is not right.", "words")
    is_right = verdict != Verdict.WRONG
    made = Review.objects.create(
        item=row, on=today, verdict=verdict, words=words.strip(), by_ref=by.ref,
        next_on=_next(next_on, today) if is_right else None, by_link=by.kind == ByKind.LINK,
    )  # fmt: skip
    row.is_wrong = not is_right
    if is_right:
        row.reviewed_on, row.next_on = today, made.next_on
    row.version += 1
    row.save(update_fields=["is_wrong", "reviewed_on", "next_on", "version"])
    return made
