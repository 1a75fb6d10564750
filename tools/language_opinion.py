"""Make the weights of the language guard's second opinion from our labelled sentences.

    PYTHONPATH=src:. python tools/language_opinion.py          writes the data file
    PYTHONPATH=src:. python tools/language_opinion.py --apart  leaves each set out in turn

Logistic regression in plain Python: the sentences are gone through in an order that a fixed number
gives, each weight moves towards what the labels say and is held near nothing, so that the same
sentences give the same file. Signs of one sentence only are left out.
"""

from __future__ import annotations

import datetime as dt
import math
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from benches.language import FOLDER, rows_of
from joinedup.language.opinion import Opinion, signs
from joinedup.language.people import cast_of
from joinedup.language.spelling import mended
from joinedup.language.terms import DATA
from joinedup.language.voice import plain, quoted_spans

ROUNDS, PULL, HOLD, LEAST, SEED = 30, 0.1, 0.0008, 0.04, 6
LET_GO, ENOUGH, ALONE = -4.0, 0.0, 2.5
MADE = dt.date(2026, 11, 22)
UNTOUCHED = "blind-b"
TERM = (
    "[term]",
    'code = "reading"',
    'why = "Read as a whole, this seems to put cause, choice, fault or doubt on the person harmed."',
    'instead = "Say who did what to whom, what you saw or heard, and what was tried."',
    'patterns = ["(?!)x"]',
    f"from = {MADE.isoformat()}",
    'source = { name = "Sentences labelled by hand for Joined Up", place = "tests/corpus/language" }',
    'status = "unverified"',
)
Labelled = tuple[frozenset[str], bool]


def labelled(path: Path) -> list[Labelled]:
    """The signs of each sentence of a file, and whether it blames."""
    found = []
    for row in rows_of(path):
        if row["label"] != "unsure":
            text = mended(plain(row["text"])).text
            those = signs(text, quoted_spans(text), 0, len(text), cast_of(text))
            found.append((frozenset(those), row["label"] == "flag"))
    return found


def weighed(rows: list[Labelled]) -> tuple[float, dict[str, float]]:
    """What labelled sentences weigh: the sum to begin with, and the weight of each sign."""
    counts = Counter(sign for those, _ in rows for sign in those)
    data = [(sorted(s for s in those if counts[s] > 1), blames) for those, blames in rows]
    weights: dict[str, float] = defaultdict(float)
    moved: dict[str, float] = defaultdict(lambda: 1.0)
    at_first = 0.0
    order = random.Random(SEED)
    for _ in range(ROUNDS):
        order.shuffle(data)
        for those, blames in data:
            total = at_first + sum(weights[sign] for sign in those)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - blames
            at_first -= 0.01 * error
            for sign in those:
                step = error + HOLD * weights[sign]
                moved[sign] += step * step
                weights[sign] -= PULL * step / math.sqrt(moved[sign])
    return at_first, {sign: w for sign, w in weights.items() if abs(w) >= LEAST}


def written(at_first: float, weights: dict[str, float]) -> str:
    """The data file."""
    by_weight: dict[str, list[str]] = defaultdict(list)
    for sign, weight in weights.items():
        by_weight[f"{weight:.2f}"].append(sign)
    lines = [
        "# The second opinion of the language guard: see opinion.py. Made from the labelled sentences",
        "# of tests/corpus/language by tools/language_opinion.py; change those and make it again.",
        "# `is_used = false` switches it off: then every word that the list finds counts.",
        "# `let_go`: found words count unless the sum is below it. `enough`: common words (weighed)",
        "# count where the sum is above it. `alone`: above it a sentence is shown though nothing was",
        "# found, with the words of [term] (its pattern finds nothing).",
        "# _4 and _6: words that begin so. c: with kinds of people for their names. k: a fact about",
        "# the people. first: how it begins. ^ begin, $ end.",
        "",
        "is_used = true",
        f"from = {MADE.isoformat()}",
        f"at_first = {at_first:.2f}",
        f"let_go = {LET_GO}",
        f"enough = {ENOUGH}",
        f"alone = {ALONE}",
        "",
        *TERM,
        "",
        "[weights]",
    ]
    for weight in sorted(by_weight, key=float, reverse=True):
        lines.append(f"\"{weight}\" = '''{' | '.join(sorted(by_weight[weight]))}'''")
    return "\n".join(lines) + "\n"


def apart(paths: list[Path]) -> None:
    """Each set weighed by what the others taught: how often two sentences stand in right order."""
    sets = {path.stem: labelled(path) for path in paths}
    for name, rows in sets.items():
        at_first, weights = weighed([row for key in sets if key != name for row in sets[key]])
        told = Opinion(True, at_first, LET_GO, ENOUGH, ALONE, weights)
        good = [told.of(those) for those, blames in rows if blames]
        bad = [told.of(those) for those, blames in rows if not blames]
        right = sum(one > two for one in good for two in bad) / (len(good) * len(bad) or 1)
        low = sum(one < LET_GO for one in good)
        print(f"{name}: {right:.3f}; let go {low} of {len(good)}, ", end="")
        print(f"{sum(one < LET_GO for one in bad)} of {len(bad)} that do not blame")


def main() -> None:
    """Write the file, or show what it would be worth."""
    paths = [one for one in sorted(FOLDER.glob("*.csv")) if one.stem != UNTOUCHED]
    if "--apart" in sys.argv:
        apart(paths)
        return
    rows = [row for path in paths for row in labelled(path)]
    at_first, weights = weighed(rows)
    (DATA / "opinion.toml").write_text(written(at_first, weights), encoding="utf-8")
    print(f"{len(rows)} sentences, {len(weights)} signs")


if __name__ == "__main__":
    main()
