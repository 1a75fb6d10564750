"""The language guard against sentences labelled by hand: recall, precision, spans, categories.

A sentence labelled `flag` is found when a flag touches one of its spans; any flag on a sentence
labelled `ok` is a false alarm; `unsure` is not scored. A span counts as found when a flag touches
it, a category as told when the flag that touches it bears its name.
"""

from __future__ import annotations

import csv
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benches.figures import Figure, at_least, at_most
from joinedup.language.guard import look_at

FOLDER = Path(__file__).resolve().parents[1] / "tests/corpus/language"
RECALL, PRECISION, SLOWEST_MS, WORDS = 0.95, 0.90, 200, 2_000
FIELD_MS, LETTERS = 50, 2_000


@dataclass
class Score:
    """What one file of sentences showed."""

    found: int = 0
    missed: int = 0
    alarms: int = 0
    spans: int = 0
    spans_found: int = 0
    named: int = 0
    missed_in: Counter[str] = field(default_factory=Counter)
    alarms_in: Counter[str] = field(default_factory=Counter)

    @property
    def recall(self) -> float:
        return self.found / ((self.found + self.missed) or 1)

    @property
    def precision(self) -> float:
        return self.found / ((self.found + self.alarms) or 1)


def score(rows: list[dict[str, str]]) -> Score:
    """The score of labelled sentences."""
    total = Score()
    for row in rows:
        flags = look_at(row["text"])
        if row["label"] == "ok" and flags:
            total.alarms += 1
            total.alarms_in[row["category"]] += 1
        if row["label"] != "flag":
            continue
        hit = named = False
        for words in row["span"].split("|"):
            at = row["text"].index(words)
            touching = [f for f in flags if f.start < at + len(words) and at < f.end]
            total.spans += 1
            total.spans_found += bool(touching)
            hit = hit or bool(touching)
            named = named or any(one.code == row["category"] for one in touching)
        total.found += hit
        total.missed += not hit
        total.named += named
        total.missed_in[row["category"]] += not hit
    return total


def rows_of(path: Path) -> list[dict[str, str]]:
    """The labelled sentences of a file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def measure(is_quick: bool) -> list[Figure]:
    """Figures for every file of sentences, and the time for one long note."""
    figures: list[Figure] = []
    words: list[str] = []
    for path in sorted(FOLDER.glob("*.csv")):
        rows = rows_of(path)
        words += [word for row in rows for word in row["text"].split()]
        got, name = score(rows), path.stem
        figures.append(at_least("language", f"{name}: recall", got.recall, RECALL))
        figures.append(at_least("language", f"{name}: precision", got.precision, PRECISION))
        shares = {
            "spans touched": got.spans_found / (got.spans or 1),
            "category told, of those found": got.named / (got.found or 1),
        }
        for what, share in shares.items():
            figures.append(Figure("language", f"{name}: {what}", round(share, 3)))
        worst = got.missed_in + got.alarms_in
        if worst:
            told = ", ".join(f"{code} {count}" for code, count in worst.most_common(6))
            figures.append(Figure("language", f"{name}: mistakes in", told))
    note = ". ".join(" ".join(words[at : at + 15]) for at in range(0, WORDS, 15))
    name = f"CPU for a note of {WORDS} words"
    figures.append(at_most("language", name, _fastest(note, is_quick), SLOWEST_MS, "ms"))
    name = f"CPU for a field of {LETTERS} letters"
    typed = _fastest(note[:LETTERS], is_quick)
    return [*figures, at_most("language", name, typed, FIELD_MS, "ms")]


def _fastest(text: str, is_quick: bool) -> float:
    """Milliseconds of CPU for one text, the fastest of some tries."""
    times = []
    for _ in range(1 if is_quick else 5):
        begun = time.process_time()
        look_at(text)
        times.append((time.process_time() - begun) * 1000)
    return min(times)
