"""Long and wide files cost what their size asks, and lose no words."""

from __future__ import annotations

import pytest

from joinedup.assurance.rules.reading import to_json
from joinedup.documents import drifted

from .tables import document, read, table


def test_each_line_of_a_long_drifting_text_is_held_against_few_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = []
    pieces = drifted._pieces
    monkeypatch.setattr(
        drifted, "_pieces", lambda line, starts: (seen.append(line), pieces(line, starts))[1]
    )
    lines = ["alpha   beta   gamma" if n % 2 else "alpha beta" for n in range(400)]
    document("\n".join(lines), "notes.txt")
    assert 0 < len(seen) <= 60 * len(lines)


def test_a_very_wide_table_is_read_and_its_last_columns_are_kept_beside_the_rows() -> None:
    more = range(6, 61)
    header = ["Ref", "Action", "Lead officer", "Due date", "Status", *(f"Remark {n}" for n in more)]
    rows = [
        [
            f"1.{row}",
            f"Publish the offer of group {row} with all partners",
            "Head of Service",
            "31 August 2026",
            "In progress",
        ]
        + [f"kept{row}x{n}" for n in more]
        for row in range(1, 4)
    ]
    reading = read(table(*(" | ".join(row) for row in (header, *rows))))
    roles = [column.role for column in reading.tables[0].columns]
    assert "title" in roles[:5] and "due" in roles[:5]
    assert set(roles[40:]) == {"other"}
    told = str(to_json(reading))
    assert all(f"kept{row}x{n}" in told for row in range(1, 4) for n in more)
