"""A kind of paper as the rule book has it: front, sections in their order, implications asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from joinedup.rulebook import Entry, RuleBookError

__all__ = ["ANNEXE", "BODY", "END", "FRONT", "OWN", "KindSection", "PaperKind", "kind_from"]

FRONT, BODY, END, ANNEXE = "front", "body", "end", "annexe"
LAYOUTS = (FRONT, BODY, END, ANNEXE)
OWN = "own"
"""Begins the code of a section that an officer added."""


@dataclass(frozen=True, slots=True)
class KindSection:
    """A section that this kind of paper has. `fill` is empty where a person writes it all;
    `kinds` are the implications that it prints."""

    code: str
    heading: str
    fill: str = ""
    layout: str = BODY
    hint: str = ""
    kinds: tuple[str, ...] = ()
    is_on: bool = True


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of paper. `asks` names what else has to be there: plans, background, call_in,
    options, consultations, clearance. `is_numbered` numbers its paragraphs 1.1, 1.2 …"""

    code: str
    title: str
    text: str
    recommends: str
    recommendation: str
    front: tuple[str, ...]
    asks: tuple[str, ...]
    sections: tuple[KindSection, ...]
    is_numbered: bool
    content_hash: str

    @property
    def is_public(self) -> bool:
        """Whether it goes to a committee in public: only such a paper lists what it relies on."""
        return "background" in self.asks

    def section(self, code: str) -> KindSection | None:
        """One of its sections; None for one that an officer added."""
        return next((one for one in self.sections if one.code == code), None)


def kind_from(entry: Entry) -> PaperKind:
    """The kind that an entry of the rule book describes. Raises RuleBookError for an unclear one."""
    sections = tuple(_section(entry.code, row) for row in entry.rows("sections"))
    codes = [one.code for one in sections]
    if len(codes) != len(set(codes)):
        raise RuleBookError(f"{entry.code}: two sections have the same code.")
    return PaperKind(
        code=entry.code,
        title=entry.title,
        text=entry.text,
        recommends=entry.words("recommends"),
        recommendation=entry.words("recommendation"),
        front=entry.strings("front"),
        asks=entry.strings("asks"),
        sections=sections,
        is_numbered=entry.values.get("numbered") is True,
        content_hash=entry.content_hash,
    )


def _section(kind: str, row: Mapping[str, object]) -> KindSection:
    code, layout = str(row.get("code", "")), str(row.get("layout", BODY))
    if not code or not row.get("heading") or layout not in LAYOUTS:
        raise RuleBookError(f"{kind}: a section needs a code, a heading and a known layout.")
    kinds = row.get("kinds", ())
    return KindSection(
        code=code,
        heading=str(row["heading"]),
        fill=str(row.get("fill", "")),
        layout=layout,
        hint=str(row.get("hint", "")),
        kinds=tuple(str(one) for one in kinds) if isinstance(kinds, tuple) else (),
        is_on=row.get("off") is not True,
    )
