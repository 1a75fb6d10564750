"""The year of a plan: for a day, month or quarter that is printed without one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from joinedup.documents.grid import Document, Heading, Table

from .cells import clean
from .context import Known
from .surroundings import block_text, spans_two, years_in

__all__ = ["known_in_year", "month_of", "plan_year"]

_DATE_LINE = re.compile(
    r"^(date|dated|updated|last updated|version|as at|published|meeting|board|sent|"
    r"committee|status as|position (?:at|on))\b",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_YEAR = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\.?,?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_DAY = re.compile(r"\b\d{1,2}[/.](\d{1,2})[/.]((?:20)?\d\d)\b")
_AS_AT = re.compile(
    r"\b(as at|updated?|position|progress|status|sent|dated|date|version|v\d|approved|minutes|"
    r"meeting|produced|reviewed)\b",
    re.IGNORECASE,
)


def known_in_year(
    base: Known, year: int | None, titles: list[str], dated: list[str], document: Document
) -> Known:
    """What is known, with the year of one plan; `year` as given by a person settles it."""
    if year is not None:
        return replace(base, year=year, year_is_sure=True)
    found, sure, two = plan_year(titles, dated, document)
    named = any(years_in(text) for text in titles[:2])
    at = None if named else month_of(titles, document)
    return replace(base, year=found, year_is_sure=sure, spans_two_years=two, as_at=at)


def month_of(texts: list[str], document: Document) -> tuple[int, int] | None:
    """(year, month) in which the document tells how things stand ("Update October 2025")."""
    lines = [block_text(block) for block in document.blocks if not isinstance(block, Table)]
    for text in [*texts, *lines[:30]]:
        short = len(text.split()) <= 4
        if len(text.split()) <= 20 and (_AS_AT.search(text) or short) and (at := _month(text)):
            return at
    return None


def _month(text: str) -> tuple[int, int] | None:
    worded = _MONTH_YEAR.search(text)
    if worded:
        return int(worded.group(2)), _MONTHS.index(worded.group(1)[:3].casefold()) + 1
    figures = _DAY.search(text)
    if figures and 1 <= int(figures.group(1)) <= 12:
        year = int(figures.group(2))
        return (year if year > 99 else 2000 + year), int(figures.group(1))
    return None


def plan_year(
    titles: list[str], dated: list[str], document: Document
) -> tuple[int | None, bool, bool]:
    """(year, is it sure, does the plan span two years) for day and month without year.

    `titles`: plan title and headings, nearest first. `dated`: texts of the date columns.
    """
    explicit = Counter(year for text in dated for year in years_in(text))
    for text in titles:
        years = years_in(text)
        if years:
            year = years[-1]
            agrees = not explicit or year in explicit or year + 1 in explicit
            return year, agrees, spans_two(text)
    if explicit:
        year, count = explicit.most_common(1)[0]
        return year, count >= 0.8 * sum(explicit.values()), False
    return _year_of_document(document)


def _year_of_document(document: Document) -> tuple[int | None, bool, bool]:
    texts = [block_text(block) for block in document.blocks if not isinstance(block, Table)]
    for text in texts[:40]:
        if _DATE_LINE.match(text) and (years := years_in(text)):
            return years[0], True, False
    headed = [clean(b.text) for b in document.blocks if isinstance(b, Heading)]
    for text in [*headed, *texts[:6]]:
        if years := years_in(text):
            return years[-1], bool(text in headed), spans_two(text)
    counted = Counter(year for text in texts for year in years_in(text))
    if counted:
        return counted.most_common(1)[0][0], False, False
    named = years_in(re.sub(r"[_]", " ", document.name))
    return (named[-1], False, False) if named else (None, False, False)
