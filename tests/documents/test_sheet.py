"""Excel workbooks into the grid."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill

from benches.invented import HEADINGS, ROWS, workbook
from joinedup.documents import read_document
from joinedup.documents.shown import shown
from tests.documents.looking import only_table, paras, texts

AFTERNOON = dt.datetime.combine(dt.date(2031, 3, 1), dt.time(14, 5))


def read(build: Any = None) -> Any:
    return read_document("plan.xlsx", workbook(build))


def test_dates_are_typed_and_shown_day_first() -> None:
    cell = only_table(read()).covering(1, 3)
    assert cell is not None
    assert (cell.value, cell.text) == (dt.date(2031, 8, 31), "2031-08-31")
    assert cell.place.label() == "sheet Plan, cell D2"


@pytest.mark.parametrize(
    ("value", "shape", "seen"),
    [
        (0.6, "0%", "60%"),
        (0.125, "0.0%", "12.5%"),
        (1, "0%", "100%"),
        (7, "000", "007"),
        (1234.5, "£#,##0.00", "£1,234.50"),
        (1234.5, '"£"#,##0', "£1,234"),
        (-3, "0;(0)", "(3)"),
        (3.0, "General", "3"),
        (2.5, "General", "2.5"),
        (True, "General", "TRUE"),
        (dt.date(2031, 3, 1), "mmm-yy", "Mar-31"),
        (dt.date(2031, 3, 1), "mm-dd-yy", "01/03/2031"),
        (dt.date(2031, 3, 1), "d mmmm yyyy", "1 March 2031"),
        (dt.date(2031, 3, 1), "[$-809]dddd, d mmm yyyy", "Saturday, 1 Mar 2031"),
        (AFTERNOON, "dd/mm/yyyy hh:mm", "01/03/2031 14:05"),
    ],
)
def test_numbers_and_dates_read_as_they_show(value: Any, shape: str, seen: str) -> None:
    assert shown(value, shape) == seen


def test_a_cell_in_the_last_corner_costs_nothing() -> None:
    def build(book: Any) -> None:
        book.active["A1"], book.active["B1"] = "Action", "Lead"
        book.active["XFD1048576"] = "far"

    words = [cell.text for table in read(build).tables() for cell in table.cells]
    assert sorted(words) == ["Action", "Lead", "far"]


def test_hidden_rows_columns_and_sheets_are_read_and_marked() -> None:
    def build(book: Any) -> None:
        for row in [HEADINGS, *ROWS]:
            book.active.append(row)
        book.active.row_dimensions[3].hidden = True
        book.active.column_dimensions["E"].hidden = True
        other = book.create_sheet("Old")
        other.append(["Kept", "too"])
        other.sheet_state = "hidden"

    document = read(build)
    hidden = {cell.text for table in document.tables() for cell in table.cells if cell.is_hidden}
    assert {"K2", "Progress", "Started", "Kept", "too"} <= hidden
    assert "K1" not in hidden
    assert any("“Old” is hidden" in note for note in document.notes)


def test_fills_fonts_and_rich_text_keep_their_colours() -> None:
    def build(book: Any) -> None:
        sheet = book.active
        sheet["A1"], sheet["B1"] = "amber", "themed"
        sheet["A1"].fill = PatternFill("solid", fgColor="FFC000")
        sheet["B1"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.4))
        sheet["A2"] = CellRichText(
            "by ", TextBlock(InlineFont(strike=True, color="FFFF0000"), "May"), " June"
        )
        sheet["B2"], sheet["B2"].font = "old", Font(strike=True)
        sheet["A2"].comment = Comment("Wren agreed this", "Wren")

    document = read(build)
    cells = {cell.text: cell for cell in only_table(document).cells}
    assert cells["amber"].fill == "ffc000"
    assert cells["themed"].fill not in (None, "4f81bd")
    run = cells["by May June"].paras[0].runs[1]
    assert (run.text, run.strike, run.colour) == ("May", True, "ff0000")
    assert cells["old"].paras[0].runs[0].strike
    assert [(p.text, p.place.label()) for p in paras(document)] == [
        ("Wren agreed this", "note on sheet Sheet, cell A2")
    ]


def test_tables_apart_by_blank_rows_are_two_and_a_gap_inside_one_stays() -> None:
    def build(book: Any) -> None:
        sheet = book.active
        for row in [["Harbour plan"], HEADINGS, *ROWS[:2]]:
            sheet.append(row)
        for col, text in enumerate(ROWS[2], start=1):
            sheet.cell(6, col, text)
        for col, text in enumerate(["Person", "Post"], start=1):
            sheet.cell(9, col, text)
        sheet.cell(10, 1, "Fen Cole")
        sheet.cell(10, 2, "Lampkeeper")

    first, second = read(build).tables()
    assert texts(first)[0] == ["Harbour plan"]
    assert texts(first)[4:] == [[], ROWS[2]]
    assert texts(second) == [["Person", "Post"], ["Fen Cole", "Lampkeeper"]]


def test_merged_cells_span_and_lines_in_a_cell_are_paragraphs() -> None:
    def build(book: Any) -> None:
        sheet = book.active
        sheet["A1"] = "Band"
        sheet.merge_cells("A1:C1")
        sheet["A2"], sheet["B2"] = "x", "COMPLETED\n• one\n• two"

    table = only_table(read(build))
    assert (table.cells[0].colspan, table.n_cols) == (3, 3)
    cell = table.covering(1, 1)
    assert cell is not None
    assert [(p.marker, p.text) for p in cell.paras] == [
        (None, "COMPLETED"),
        ("•", "one"),
        ("•", "two"),
    ]


def test_formulas_are_never_worked_out_and_missing_results_are_noted() -> None:
    def build(book: Any) -> None:
        book.active.append(["Action", "Days"])
        book.active.append(["Light lamps", "=1+1"])

    document = read(build)
    assert texts(only_table(document)) == [["Action", "Days"], ["Light lamps"]]
    assert "not saved: 1" in document.notes[0]
