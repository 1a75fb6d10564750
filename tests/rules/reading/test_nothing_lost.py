"""Whatever a table holds: reading never raises, the account balances, no word vanishes."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest

from joinedup.assurance.rules.reading import read_plans, to_json
from joinedup.documents.grid import Block, Cell, Document, Heading, Para, Place, Run, Table

HEADINGS = (
    "Ref", "Action", "Recommendation", "Sub action", "Lead", "Who", "By when", "Revised date",
    "Status", "RAG", "Progress", "Comments", "Monitoring", "Theme", "Outcome", "Zebra",
)  # fmt: skip
TEXTS = (
    "Complete", "Ongoing", "Jo Reeves", "Head of Care", "31/03/2024", "TBC", "-", "", "A1", "1.",
    "See above", "Links with A1", "Train all staff in the new policy", "• one • two", "50%",
    "1. do 2. more", "Key: R = overdue, G = done", "Red", "As above", "Section A: Care",
    "work with partners and", "on the new system.", "Recommendation 3: do it", "(G) fine now",
    "Lead: Jo Reeves; Support: Al", "monthly from May",
)  # fmt: skip


def words(value: Any) -> list[str]:
    """Every word of a value, however deep."""
    if isinstance(value, dict):
        return [word for part in value.values() for word in words(part)]
    if isinstance(value, list):
        return [word for part in value for word in words(part)]
    return re.findall(r"[a-z0-9]+", str(value).casefold()) if value is not None else []


def invented(chance: random.Random) -> Document:
    """A document of headings and tables filled by chance."""
    blocks: list[Block] = []
    for _ in range(chance.randint(1, 3)):
        blocks.append(Heading(chance.choice(TEXTS) or "Plan", chance.randint(1, 3)))
        n_rows, n_cols = chance.randint(1, 7), chance.randint(1, 7)
        cells = []
        for row in range(n_rows):
            for col in range(n_cols):
                text = chance.choice(HEADINGS if row == 0 else TEXTS)
                paras = (Para((Run(text),)),) if text else ()
                cells.append(Cell(row, col, paras, Place(table=1, row=row + 1, col=col + 1)))
        blocks.append(Table(tuple(cells), n_rows, n_cols))
    return Document("invented", "docx", tuple(blocks))


@pytest.mark.parametrize("seed", range(6))
def test_no_word_of_a_cell_vanishes(seed):
    chance = random.Random(seed)
    for _ in range(20):
        found = read_plans(invented(chance))
        assert found.account().balances
        have = set(words(to_json(found)))
        for cell in found.cells:
            if cell.use in ("row", "unplaced"):
                assert [word for word in words(cell.text) if word not in have] == [], cell
