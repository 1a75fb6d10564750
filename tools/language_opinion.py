"""Make the weights of the language guard's second opinion from our labelled sentences.

    PYTHONPATH=src:. python tools/language_opinion.py                    writes the data file
    PYTHONPATH=src:. python tools/language_opinion.py --apart [SET ...]  leaves each set out in turn

Logistic regression in plain Python, once for signs and once for pieces of words: the sentences are
gone through in an order that a fixed number gives, each weight moves towards what the labels say
and is held near nothing, so that the same sentences give the same file. What stands in one
sentence only is left out. The share of both, and what it weighs that the list found words, were
chosen with sets left out in turn that no phrase was shaped after: their own words would make the
list look surer than it is.
"""

from __future__ import annotations

import datetime as dt
import math
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from benches.language import FOLDER, rows_of, score
from joinedup.language import guard
from joinedup.language.opinion import Opinion, Read, read
from joinedup.language.people import cast_of
from joinedup.language.spelling import mended
from joinedup.language.terms import DATA
from joinedup.language.voice import plain, quoted_spans

ROUNDS, PULL, HOLD, SEED = 30, 0.1, 0.0008, 6
PIECE_ROUNDS, PIECE_HOLD, SCALE = 15, 0.0004, 4.0
LEAST, LEAST_PIECE = 0.04, 0.25
SHARE, AT_FIRST = 0.86, -0.9
FOUND = {"list": 0.62, "phrase": 1.47, "common": 0.48, "each": 0.54}
MADE = dt.date(2026, 11, 23)
UNTOUCHED = frozenset({"blind-b", "blind-l"})
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
Labelled = tuple[Read, bool]


def labelled(path: Path) -> list[Labelled]:
    """What is weighed of each sentence of a file, and whether it blames."""
    found = []
    for row in rows_of(path):
        if row["label"] != "unsure":
            text = mended(plain(row["text"])).text
            told = read(text, quoted_spans(text), 0, len(text), cast_of(text))
            found.append((told, row["label"] == "flag"))
    return found


def taught(rows: list[Labelled]) -> Opinion:
    """The second opinion that labelled sentences teach."""
    signs = Counter(sign for told, _ in rows for sign in told.signs)
    pieces = Counter(piece for told, _ in rows for piece in told.pieces)
    first, weights = weighed(
        [({s: 1.0 for s in sorted(told.signs) if signs[s] > 1}, b) for told, b in rows],
        ROUNDS,
        HOLD,
    )
    rare = {one: math.log(len(rows) / count) / SCALE for one, count in pieces.items() if count > 1}
    second, parts = weighed(
        [
            (
                {
                    one: rare[one] / math.sqrt(len(told.pieces))
                    for one in sorted(told.pieces)
                    if one in rare
                },
                blames,
            )
            for told, blames in rows
        ],
        PIECE_ROUNDS,
        PIECE_HOLD,
    )
    return Opinion(
        is_used=True,
        at_first=SHARE * (first + second) + AT_FIRST,
        weights=_firm({one: SHARE * w for one, w in weights.items()}, LEAST),
        pieces=_firm({one: SHARE * w * rare[one] for one, w in parts.items()}, LEAST_PIECE),
        found=FOUND,
    )


def _firm(weights: dict[str, float], least: float) -> dict[str, float]:
    return {one: round(weight, 2) for one, weight in weights.items() if abs(weight) >= least}


def weighed(
    data: list[tuple[dict[str, float], bool]], rounds: int, hold: float
) -> tuple[float, dict[str, float]]:
    """What labelled sentences weigh: the sum to begin with, and the weight of each sign."""
    data = list(data)
    weights: dict[str, float] = defaultdict(float)
    moved: dict[str, float] = defaultdict(lambda: 1.0)
    at_first = 0.0
    order = random.Random(SEED)
    for _ in range(rounds):
        order.shuffle(data)
        for those, blames in data:
            total = at_first + sum(weights[sign] * much for sign, much in those.items())
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - blames
            at_first -= 0.01 * error
            for sign, much in those.items():
                step = error * much + hold * weights[sign]
                moved[sign] += step * step
                weights[sign] -= PULL * step / math.sqrt(moved[sign])
    return at_first, dict(weights)


def written(told: Opinion) -> str:
    """The data file."""
    return "\n".join(
        [
            "# The second opinion of the language guard: see opinion.py. Made from the labelled",
            "# sentences of tests/corpus/language by tools/language_opinion.py; change those and make",
            "# it again. `is_used = false` switches it off: then every word that the list finds counts.",
            "# Where the sum is above nothing, what was found is shown; where none was found, a sentence,",
            "# with the words of [term] (its pattern finds nothing).",
            "# _4 and _6: words that begin so. c: with kinds of people for their names. k: a fact about",
            "# the people. first: how it begins. ^ begin, $ end. [pieces]: of words; _ is begin or end.",
            "",
            "is_used = true",
            f"from = {MADE.isoformat()}",
            f"at_first = {told.at_first:.2f}",
            "",
            *TERM,
            "",
            "[found]",
            *(f"{name} = {weight}" for name, weight in told.found.items()),
            "",
            "[weights]",
            *_by_weight(told.weights),
            "",
            "[pieces]",
            *_by_weight(told.pieces),
            "",
        ]
    )


def _by_weight(weights: dict[str, float]) -> list[str]:
    signs: dict[float, list[str]] = defaultdict(list)
    for sign, weight in weights.items():
        signs[weight].append(sign)
    return [
        f"\"{weight:.2f}\" = '''{' | '.join(sorted(signs[weight]))}'''"
        for weight in sorted(signs, reverse=True)
    ]


def apart(paths: list[Path], names: list[str]) -> None:
    """Each set found with what the others taught. Phrases shaped after a set still know it."""
    sets = {path.stem: labelled(path) for path in paths}
    for name in names or sets:
        told = taught([row for key in sets if key not in UNTOUCHED | {name} for row in sets[key]])
        guard.opinion = lambda told=told: told  # type: ignore[attr-defined]
        got = score(rows_of(FOLDER / f"{name}.csv"))
        print(f"{name}: recall {got.recall:.3f}, precision {got.precision:.3f}")


def main() -> None:
    """Write the file, or show what it would be worth."""
    paths = sorted(FOLDER.glob("*.csv"))
    if "--apart" in sys.argv:
        apart(paths, [one for one in sys.argv[1:] if one != "--apart"])
        return
    rows = [row for path in paths if path.stem not in UNTOUCHED for row in labelled(path)]
    told = taught(rows)
    (DATA / "opinion.toml").write_text(written(told), encoding="utf-8")
    print(f"{len(rows)} sentences, {len(told.weights)} signs, {len(told.pieces)} pieces")


if __name__ == "__main__":
    main()
