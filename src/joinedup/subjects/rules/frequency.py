"""How common a name or a year of birth is in the register: agreeing on a rare name says more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log2

from joinedup.subjects.rules.names import root

__all__ = ["Frequencies", "with_forms"]

SMOOTH = 400.0
"""Records that a small register is thought to have besides its own, so that five people do not
make a common name of one."""
IN_USE, IN_USE_SHARE = 3, 2e-5
FEW_NAMED, MOST_TAKEN, MOST_ADDED = 20.0, -3.0, 1.0
RAREST_NAME, RAREST_YEAR = 2e-6, 2e-3


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Counts of the register; shares come out smoothed."""

    records: int = 0
    forenames: Mapping[str, int] = field(default_factory=dict)
    surnames: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[str, int] = field(default_factory=dict)
    decades: Mapping[str, int] = field(default_factory=dict)
    """How many of a forename were born in ten years ("sharon.196"), and of all (".196")."""

    def bits_of_forename(self, word: str) -> float:
        """What agreeing on this forename or form ("+william") says, in bits."""
        return -log2(self._share(self.forenames.get(word, 0), 8.0, RAREST_NAME))

    def bits_of_surname(self, word: str) -> float:
        """What agreeing on this surname says, in bits."""
        return -log2(self._share(self.surnames.get(word, 0), 4.0, RAREST_NAME))

    def share_of_name(self, word: str, is_surname: bool) -> float:
        """The share of records that bear a name besides the one that may be a slip itself."""
        counts = self.surnames if is_surname else self.forenames
        return (counts.get(word, 0) - 1) / (self.records + SMOOTH)

    def bits_of_year(self, year: int) -> float:
        """What agreeing on this year of birth says, in bits."""
        return -log2(self._share(self.years.get(str(year), 0), 5.0, RAREST_YEAR))

    def bits_with_forename(self, forename: str, year: int) -> float:
        """What a forename takes from (below 0) or adds to what its year of birth says: nearly all
        Sharons were born within twenty years."""
        named, decade = self.forenames.get(forename, 0), year // 10
        everybody = self.decades.get(f".{decade}", 0)
        if named <= 1 or not everybody:
            return 0.0
        expected = everybody / max(self.records, everybody)
        there = max(self.decades.get(f"{forename}.{decade}", 0) - 1, 0)
        share = (there + FEW_NAMED * expected) / (named - 1 + FEW_NAMED)
        return min(max(log2(expected / share), MOST_TAKEN), MOST_ADDED)

    def share_of_years(self, first: int, last: int) -> float:
        """The share of records born from one year to another."""
        return min(1.0, sum(2 ** -self.bits_of_year(year) for year in range(first, last + 1)))

    def are_both_in_use(self, one: str, other: str) -> bool:
        """Whether several people bear each of two forenames: then neither is a slip for the other,
        as with the twins Amina and Alina."""
        least = max(IN_USE, IN_USE_SHARE * self.records)
        return min(self.forenames.get(one, 0), self.forenames.get(other, 0)) >= least

    def _share(self, count: int, extra: float, least: float) -> float:
        return min(0.5, max(least, (count + extra / 4) / (self.records + SMOOTH)))


def with_forms(counts: Mapping[str, int]) -> dict[str, int]:
    """Counts of forenames with those of each family of forms added ("+william")."""
    found = dict(counts)
    for word, count in counts.items():
        for head in root(word):
            if head != word:
                found[head] = found.get(head, 0) + count
    return found
