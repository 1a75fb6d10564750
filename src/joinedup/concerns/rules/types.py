"""Kinds of concern, as the rule book has them on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from joinedup.rulebook import Entry

__all__ = ["ConcernType", "TypeSigns", "concern_types", "signs_of", "unknown_types"]


@dataclass(frozen=True, slots=True)
class ConcernType:
    """One kind. `group` gathers kinds on forms; the two signs are what the routing rules read."""

    code: str
    title: str
    text: str
    group: str
    is_indicator: bool
    is_sexual: bool
    is_domestic: bool
    content_hash: str


@dataclass(frozen=True, slots=True)
class TypeSigns:
    """What the kinds of a concern together say to the routing rules."""

    groups: tuple[str, ...]
    is_indicator: bool
    is_sexual: bool
    is_allegation: bool
    is_domestic: bool
    says_child_with_abuse: bool

    @property
    def groups_text(self) -> str:
        """The groups as a row keeps them: "|child|exploitation|", empty where there are none."""
        return f"|{'|'.join(self.groups)}|" if self.groups else ""


INDICATOR = "indicator"
SEXUAL = "sexual"
"""Marks set beside the groups on the row of a concern: its constraints compare them with the
columns that the routing rules read."""


def concern_types(entries: Iterable[Entry]) -> tuple[ConcernType, ...]:
    """The kinds in the order of the rule book's codes."""
    return tuple(
        ConcernType(
            code=one.code,
            title=one.title,
            text=one.text,
            group=one.words("group") or "other",
            is_indicator=one.values.get("indicator") is True,
            is_sexual=one.values.get("sexual") is True,
            is_domestic=one.values.get("domestic") is True,
            content_hash=one.content_hash,
        )
        for one in entries
    )


def unknown_types(known: Iterable[ConcernType], codes: Sequence[str]) -> list[str]:
    """Codes that the rule book does not have on this day."""
    there = {one.code for one in known}
    return [code for code in codes if code not in there]


def signs_of(known: Iterable[ConcernType], codes: Sequence[str]) -> TypeSigns:
    """What these kinds say together. A code that no longer holds says nothing."""
    chosen = [one for one in known if one.code in set(codes)]
    groups = sorted({one.group for one in chosen})
    is_indicator = any(one.is_indicator for one in chosen)
    is_sexual = any(one.is_sexual for one in chosen)
    marks = [*([INDICATOR] if is_indicator else []), *([SEXUAL] if is_sexual else [])]
    return TypeSigns(
        groups=(*groups, *marks),
        is_indicator=is_indicator,
        is_sexual=is_sexual,
        is_allegation=any(one.group == "allegation" for one in chosen),
        is_domestic=any(one.is_domestic for one in chosen),
        says_child_with_abuse=any(one.is_domestic and one.group == "child" for one in chosen),
    )
