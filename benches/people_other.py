"""A second invented register and questions about it, written without sight of the matching rules.

Households one after the other; from some of them questions are asked as clerks would write them,
and of some a relative is asked about who is not on the register (a twin, a brother or sister, a
son of his father's name).
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benches.people_asked import KINDS, Question, ask, placeholder
from benches.people_homes import DETAILS, Row, as_recorded, household

__all__ = ["write"]


def write(
    folder: Path, count: int, questions: int, today: dt.date, seed: int = 4711
) -> list[Question]:
    """`register.csv` of about `count` people and `queries.csv` with `questions` questions, in
    `folder`; the truth comes back. The same seed gives the same people."""
    dice = Random(seed)
    asked: list[Question] = []
    with (folder / "register.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, ("record_id", *DETAILS))
        out.writeheader()
        for record_id, row in _register(count, questions, today, dice, asked):
            out.writerow({"record_id": record_id, **row})
    dice.shuffle(asked)
    with (folder / "queries.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, ("query_id", *DETAILS))
        out.writeheader()
        for number, question in enumerate(asked):
            out.writerow({"query_id": f"Q{number}", **question.query})
    return asked


def _register(
    count: int, questions: int, today: dt.date, dice: Random, asked: list[Question]
) -> Iterator[tuple[str, Row]]:
    made = 0
    gap = max(1.0, count / 1.02 / questions)
    wanted = [KINDS[n % len(KINDS)] for n in range(questions)]
    while made < count:
        home = household(today, dice)
        is_asked = len(asked) < questions and made >= gap * len(asked)
        first = made
        rows = [as_recorded(person, home.where, today, dice) for person in home.people]
        for row in rows:
            yield f"R{made}", row
            made += 1
        if is_asked:
            ask(wanted, home, rows, first, today, dice, asked)
        if dice.random() < 0.02:
            yield f"R{made}", placeholder(dice)
            made += 1
