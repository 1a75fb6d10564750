"""Rows of PDF tables that have no ruled lines: where one begins, and a header printed again."""

from __future__ import annotations

import pytest

from joinedup.documents.grid import Place, Run
from joinedup.documents.pdflines import Line, Word, lines_of, paras_of, usual_step
from joinedup.documents.pdftables import aligned_table, head_lines

LEFT = (50.0, 150.0, 350.0)
GAPS = ((130.0, 145.0), (320.0, 345.0))
HEAD = ["Ref|Action|By", "|to take|whom"]


def printed(rows: list[str]) -> list[Line]:
    words = []
    for at, row in enumerate(rows):
        for left, text in zip(LEFT, row.split("|"), strict=True):
            top = 100.0 + 12 * at
            if text:
                words.append(Word(text, left, left + 4 * len(text), top, top + 10, 10, Run("")))
    return lines_of(words)


def rows_of(rows: list[str], **given: object) -> list[list[str]]:
    table = aligned_table(printed(rows), GAPS, (), Place(page=1), frozenset(), **given)  # type: ignore[arg-type]
    found: list[list[str]] = [[] for _ in range(1 + max(one.row for one in table.cells))]
    for one in table.cells:
        found[one.row].append(" ".join(para.text for para in one.paras))
    return found


@pytest.mark.parametrize("marks", [("a", "b", "c"), ("i", "ii", "iii"), ("a)", "B", "C")])
def test_rows_that_begin_with_a_small_letter_are_rows(marks: tuple[str, ...]) -> None:
    rows = [f"{mark}|Write to all|Ann Lee" for mark in marks]
    assert len(rows_of(["Ref|Action|By", *rows])) == 4


def test_the_rest_of_a_cut_title_goes_with_its_row_unless_two_columns_are_filled_beside_it() -> (
    None
):
    above = ["Theme|Action|By", "Safe|Write|Ann", "Homes and|Write to all|Ann"]
    cut = rows_of([*above, "gardens|tenants|", "Roads|Mend|Bo"])
    assert [row[0] for row in cut] == ["Theme", "Safe", "Homes and gardens", "Roads"]
    assert len(rows_of([*above, "gardens|Dig|Bo", "Roads|Mend|Bo"])) == 5


def test_a_header_of_two_lines_is_one_row_on_every_page() -> None:
    head = head_lines(printed([*HEAD, "1|Write|Ann", "2|Ring|Bo"]), GAPS, ())
    assert head == ("Ref Action By", "to take whom")
    later = rows_of([*HEAD, "|and ring|", "3|Ask|Bo"], heads={head[0]: head})
    assert later == [["Ref", "Action to take", "By whom"], ["and ring"], ["3", "Ask", "Bo"]]


def test_names_set_apart_by_a_wider_gap_are_two_however_narrow_the_gap() -> None:
    tops = {"Licensing": 100, "Manager": 112, "Business": 128.8, "District": 140.8}
    lines = lines_of([Word(t, 50, 118, y, y + 10, 10, Run("")) for t, y in tops.items()])
    found = [para.text for para in paras_of(lines, Place(), 120)]
    assert found == ["Licensing Manager", "Business District"]


def test_two_lines_apart_are_two_names_where_the_table_is_set_closer() -> None:
    cells = [[[("a", 0), ("b", 12)], [("c", 0), ("d", 12)]][n % 2] for n in range(9)]
    close = [lines_of([Word(t, 0, 70, y, y + 10, 10, Run("")) for t, y in one]) for one in cells]
    lines = lines_of(
        [Word("Police", 0, 70, 0, 10, 10, Run("")), Word("Health", 0, 70, 17, 27, 10, Run(""))]
    )
    assert len(paras_of(lines, Place(), 72)) == 1
    assert len(paras_of(lines, Place(), 72, usual=usual_step(close))) == 2
