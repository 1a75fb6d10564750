"""Spreadsheets out: real dates, no formulas, no control characters, fast."""

from __future__ import annotations

import csv
import datetime as dt
import io
import time

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from joinedup.documents import SheetTable, read_document, write_csv, write_xlsx
from joinedup.documents.sheetout import FORMULA_STARTS

RISKY = st.one_of(
    st.text(max_size=40),
    st.builds(
        lambda start, rest: start + rest,
        st.sampled_from([*FORMULA_STARTS, " =", "\x0b=", "\ufeff=", "\n+"]),
        st.text(max_size=20),
    ),
)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_a_workbook_has_a_frozen_repeated_heading_and_real_dates() -> None:
    table = SheetTable("Plan: A/B", ["Action", "Due"], [["Light lamps", dt.date(2031, 8, 31)]])
    book = opened(write_xlsx([table, table]))
    sheet = book.worksheets[0]
    assert book.sheetnames == ["Plan  A B", "Plan  A B (2)"]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
    assert sheet["B2"].value.date() == dt.date(2031, 8, 31)
    assert sheet["B2"].number_format == "dd/mm/yyyy"
    assert sheet["A1"].font.b
    assert 8 <= sheet.column_dimensions["A"].width <= 60


def test_what_is_written_is_read_again() -> None:
    rows = [["Light <lamps> & boats", dt.date(2031, 8, 31), 7, None, True]]
    data = write_xlsx([SheetTable("Plan", list("abcde"), rows)])
    (table,) = read_document("plan.xlsx", data).tables()
    cells = list(table.rows())[1]
    assert [cell.text for cell in cells] == ["Light <lamps> & boats", "31/08/2031", "7", "Yes"]
    assert cells[1].value == dt.date(2031, 8, 31)


@settings(max_examples=30, deadline=None)
@given(st.lists(RISKY, min_size=1, max_size=6))
def test_no_words_become_a_formula_or_break_a_workbook(words: list[str]) -> None:
    sheet = opened(write_xlsx([SheetTable(words[0], words, [words])])).worksheets[0]
    for row in sheet.iter_rows():
        assert all(cell.data_type in ("s", "n") for cell in row)
        assert all(cell.value is None or isinstance(cell.value, str) for cell in row)


@settings(max_examples=100, deadline=None)
@given(st.lists(RISKY, min_size=1, max_size=4))
def test_no_words_become_a_formula_in_csv(words: list[str]) -> None:
    text = write_csv(["a"], [words]).decode("utf-8-sig")
    row = list(csv.reader(io.StringIO(text, newline="")))[1]
    assert len(row) == len(words)
    assert not any(cell.lstrip().startswith(FORMULA_STARTS) for cell in row)


def test_control_characters_leave_a_visible_mark_and_long_words_a_notice() -> None:
    data = write_xlsx([SheetTable("x", ["a", "b"], [["one\x0btwo", "y" * 40_000]])])
    sheet = opened(data).worksheets[0]
    assert sheet["A2"].value == "one\ufffdtwo"
    assert sheet["B2"].value.endswith("too long for one cell)")
    assert len(sheet["B2"].value) == 32_767


def test_numbers_and_dates_stay_so_in_csv() -> None:
    text = write_csv(["a"], [[-5, dt.date(2031, 8, 31), None, "é"]]).decode("utf-8-sig")
    assert text.splitlines()[1] == "-5,31/08/2031,,é"


def test_two_thousand_rows_take_less_than_a_second() -> None:
    row = ["A1", "Keep one register of every lantern " * 4, dt.date(2031, 8, 31), *["x"] * 9]
    started = time.process_time()
    write_xlsx([SheetTable("Plan", [f"h{n}" for n in range(12)], [row] * 2_000)])
    assert time.process_time() - started < 1
