"""Kinds of paper and the rules around them, as they hold on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from joinedup.council.queries import overlay
from joinedup.papers.rules.deadlines import (
    CALL_IN,
    CLEARANCE,
    KEY_NOTICE,
    PRIVATE_NOTICE,
    PUBLICATION,
)
from joinedup.papers.rules.kinds import PaperKind, kind_from
from joinedup.rulebook import Entry, Kind, all_entries, find, of_kind

__all__ = ["CALL_IN_WORDS", "COUNTED", "EXEMPT", "IMPLICATIONS", "RuleSet", "rules_on"]

IMPLICATIONS = "report.implications"
CALL_IN_WORDS = "report.call_in"
EXEMPT = "report.exempt_paragraphs"
COUNTED = "report.counted"
SUPPRESSION = "limit.suppression"
USED = (
    IMPLICATIONS, CALL_IN_WORDS, EXEMPT, COUNTED, SUPPRESSION, PUBLICATION, KEY_NOTICE,
    PRIVATE_NOTICE, CALL_IN, CLEARANCE,
)  # fmt: skip


class RuleSet:
    """The rules of papers on one day, local ones in place of those they replace. One statement."""

    def __init__(self, on: dt.date) -> None:
        self._on = on
        self._own: Sequence[Entry] = overlay()
        held = {code: find(code, on, self._own) for code in USED}
        self.entries = {code: one for code, one in held.items() if one is not None}

    def kinds(self) -> list[PaperKind]:
        """The kinds of paper that hold."""
        return [kind_from(one) for one in of_kind(Kind.REPORT_TYPE, self._on, self._own)]

    def kind(self, code: str) -> PaperKind | None:
        """One kind; None where it does not hold."""
        entry = find(code, self._on, self._own)
        is_one = entry is not None and entry.kind is Kind.REPORT_TYPE
        if is_one and entry is not None:
            return kind_from(entry)
        kept = [e for e in all_entries() if e.code == code and e.kind is Kind.REPORT_TYPE]
        return kind_from(kept[-1]) if kept else None

    def words(self, code: str) -> dict[str, str]:
        """The words of a definition by their keys."""
        entry = self.entries.get(code)
        held = entry.values.get("words", {}) if entry is not None else {}
        if not isinstance(held, Mapping):
            return {}
        return {str(key): str(one) for key, one in held.items()}

    def word(self, code: str, name: str) -> str:
        """One word of a rule, empty where it has none."""
        entry = self.entries.get(code)
        return entry.words(name) if entry is not None else ""

    def strings(self, code: str, name: str) -> tuple[str, ...]:
        """A list of words of a rule."""
        entry = self.entries.get(code)
        return entry.strings(name) if entry is not None else ()

    @property
    def least(self) -> int:
        """The count under which nothing is printed in public."""
        return self.entries[SUPPRESSION].amount("value").number

    def hashes(self, kind: PaperKind) -> dict[str, str]:
        """Each rule's code with the hash of its words, the kind of paper among them."""
        used = {code: one.content_hash for code, one in self.entries.items()}
        return {**used, kind.code: kind.content_hash}


def rules_on(on: dt.date) -> RuleSet:
    """The rules of papers on a day."""
    return RuleSet(on)
