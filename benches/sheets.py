"""Seconds to write an Excel file and a CSV file of 2,000 actions, from the filled register."""

from __future__ import annotations

import datetime as dt
import time

from benches.figures import Figure, at_most

__all__ = ["measure"]


def measure(quick: bool) -> list[Figure]:
    """Rows as `register/excel` writes them: the values, without the database."""
    from joinedup.assurance.rules.copies import HEADINGS
    from joinedup.documents.sheetout import SheetTable, write_csv, write_xlsx

    count = 200 if quick else 2_000
    words = "Agree with the county council how information about missing children is passed on"
    day = dt.date(2026, 8, 31)
    row = [f"{words} ({place})" if place % 4 else day for place in range(len(HEADINGS))]
    rows = [row] * count
    start = time.perf_counter()
    data = write_xlsx([SheetTable("Register", HEADINGS, rows)])
    excel = time.perf_counter() - start
    start = time.perf_counter()
    write_csv(HEADINGS, rows)
    plain = time.perf_counter() - start
    return [
        at_most("sheets", f"Excel of {count:,} rows", excel, 1.0, "s"),
        at_most("sheets", f"CSV of {count:,} rows", plain, 1.0, "s"),
        Figure("sheets", f"Excel of {count:,} rows, size", round(len(data) / 1024), "KB"),
    ]
