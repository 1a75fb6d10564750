"""When an item has to be looked at again, and who sees one that was not."""

from __future__ import annotations

import datetime as dt
from html import unescape

from joinedup.library.choices import ItemKind, LinkHealth
from joinedup.rulebook import Amount
from joinedup.rulebook.working_days import add_amount

__all__ = ["asked_times", "health_after", "is_hidden", "review_due", "says"]

GONE = (404, 410)


def review_due(reviewed_on: dt.date, limit: Amount, next_on: dt.date | None) -> dt.date:
    """The last good day for the next review: the rule's, or an earlier one of its own."""
    by_rule = add_amount(reviewed_on, limit)
    return min(by_rule, next_on) if next_on is not None else by_rule


def is_hidden(kind: str, due_on: dt.date, today: dt.date, is_wrong: bool) -> bool:
    """Whether practitioners no longer see it: a resource past its review, or said not to be right.
    A protocol or a page stays to be seen, flagged: it is in force all the same."""
    return kind == ItemKind.RESOURCE and (due_on < today or is_wrong)


def asked_times(due_on: dt.date, today: dt.date, every: int) -> int:
    """How often the owner should have been asked by now: on the day after the review was due, and
    again after every so many days. 0 before that."""
    return (today - due_on).days // every + 1 if today > due_on else 0


def says(page: str, words: str) -> bool:
    """Whether a page says these words, whatever stands between them in its source."""
    plain = " ".join(unescape(" ".join(_outside_tags(page))).split()).casefold()
    return " ".join(words.split()).casefold() in plain


def _outside_tags(page: str) -> list[str]:
    """The text between tags, without scripts and styles. Goes once through the page: a page made to
    be slow to read must not hold up the day's other jobs."""
    first, *pieces = page.split("<")
    kept, inside = [first], ""
    for piece in pieces:
        tag, closed, text = piece.partition(">")
        name = tag[:12].strip("/ ").split(" ")[0].strip("/").casefold()
        if inside:
            inside = "" if tag.startswith("/") and name == inside else inside
        elif name in ("script", "style") and not tag.startswith("/"):
            inside = name
        if closed and not inside:
            kept.append(text)
    return kept


def health_after(status: int, has_words: bool, fails: int, most: int) -> tuple[LinkHealth, int]:
    """(how the link stands now, how often it failed in a row). `status` is the answer of the page,
    0 for none at all; one that is gone is broken at once, other faults after `most` in a row. What
    answers but lets no program in says nothing about people."""
    if 200 <= status < 300:
        return (LinkHealth.GOOD if has_words else LinkHealth.OTHER_WORDS), 0
    if status in GONE:
        return LinkHealth.BROKEN, fails + 1
    if status in (401, 403, 405, 429, 451):
        return LinkHealth.UNSURE, 0
    return (LinkHealth.BROKEN if fails + 1 >= most else LinkHealth.UNSURE), fails + 1
