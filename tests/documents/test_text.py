"""Text, Markdown, CSV and web pages into the grid."""

from __future__ import annotations

from typing import Any

import pytest

from benches.invented import HEADINGS, ROWS, markdown, page, separated
from joinedup.documents import Place, Refused, Table, kind_of, read_document
from joinedup.documents.web import fragment_paras
from tests.documents.looking import headings, only_table, paras, texts

FULL = [HEADINGS, *([text for text in row if text] for row in ROWS)]


def tabbed(*rows: str) -> Any:
    return read_document("plan.txt", "\n".join(rows).encode())


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_separated_values_are_read_whatever_the_mark_and_the_encoding(mark: str, code: str) -> None:
    assert texts(only_table(read_document("p.csv", separated(mark, code)))) == FULL


def test_line_breaks_inside_quotes_are_paragraphs_and_the_mark_line_is_no_row() -> None:
    table = only_table(read_document("p.csv", b'sep=;\nA;B\n"one\ntwo, three";x\n'))
    assert texts(table) == [["A", "B"], ["one\ntwo, three", "x"]]
    assert table.cells[2].place == Place(row=3, col=1)


def test_a_pound_sign_from_windows_is_read() -> None:
    table = only_table(read_document("p.csv", "Cost,Lead\n£40,Café\n".encode("cp1252")))
    assert texts(table)[1] == ["£40", "Café"]


def test_markdown_tables_headings_and_emphasis() -> None:
    document = read_document("p.md", markdown() + b"\n- **bold** point\n1. first\n")
    assert headings(document) == ["Harbour plan"]
    assert texts(only_table(document)) == FULL
    assert only_table(document).header_rows == 1
    bold, first = paras(document)
    assert (bold.marker, bold.runs[0].text, bold.runs[0].bold) == ("-", "bold", True)
    assert (first.marker, first.text) == ("1.", "first")


def test_runs_of_tab_lines_are_tables_and_prose_between_parts_them() -> None:
    document = tabbed("Section A", "", "a\tb\tc", "1\t2\t3", "", "Section B", "", "d\te", "4\t5")
    assert [texts(table) for table in document.tables()] == [
        [["a", "b", "c"], ["1", "2", "3"]],
        [["d", "e"], ["4", "5"]],
    ]
    assert [para.text for para in paras(document)] == ["Section A", "Section B"]


def test_a_row_cut_by_a_page_break_stays_visible_as_two_rows_of_one_table() -> None:
    table = only_table(tabbed("Ref\tText", "R1\tcut in", "", "", "\tthe middle", "R2\twhole"))
    assert texts(table) == [["Ref", "Text"], ["R1", "cut in"], ["the middle"], ["R2", "whole"]]
    assert [row[0].place.line for row in table.rows()] == [1, 2, 5, 6]


def test_a_row_broken_inside_a_cell_is_put_together() -> None:
    rows = ("a\tb\tc\td", "1\tfirst line", "second line\t3\t4", "5\t6\t7\t8")
    assert texts(only_table(tabbed(*rows)))[1] == ["1", "first line\nsecond line", "3", "4"]


def test_a_quoted_cell_from_the_clipboard_may_hold_line_breaks() -> None:
    table = only_table(tabbed("a\tb\tc", 'x\t"one', 'two"\tz', "p\tq\tr"))
    assert texts(table)[1] == ["x", "one\ntwo", "z"]


def test_html_in_text_cells_becomes_paragraphs_and_items() -> None:
    cell = "<p>DONE</p> <ul style='x'> • lamps lit • boats tied </ul> <p>More</p>"
    found = fragment_paras(cell, Place(row=2))
    assert [(p.level, p.marker, p.text, p.place.row) for p in found] == [
        (None, None, "DONE", 2),
        (0, "•", "lamps lit", 2),
        (0, "•", "boats tied", 2),
        (None, None, "More", 2),
    ]
    ordered = fragment_paras("<ol><li>one<br>more</li><li><p>two</p></li></ol>", Place())
    assert [(p.marker, p.text) for p in ordered] == [("1.", "one"), (None, "more"), ("2.", "two")]


def test_a_web_page_gives_its_table_and_heading() -> None:
    document = read_document("p.html", page())
    assert headings(document) == ["Plan"]
    assert texts(only_table(document)) == FULL


def test_word_and_excel_clipboards_keep_marks_spans_and_colours() -> None:
    source = """Version:0.9\r\nStartHTML:00000097\r\n<html><head><style>.xl1 {background:#FFC000;
    color:red}</style></head><body><table><thead><tr><th>Do</th><th>RAG</th></tr></thead>
    <tr><td rowspan=2><p class=MsoListParagraph><![if !supportLists]><span
    style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>Light lamps</p></td>
    <td class=xl1>late <s>old</s></td></tr><tr><td>x</td></tr></table></body></html>"""
    table = only_table(read_document("clipboard", source.encode()))
    assert table.header_rows == 1
    item, rag = table.covering(1, 0), table.covering(1, 1)
    assert item is not None and rag is not None
    assert (item.rowspan, item.paras[0].marker, item.text) == (2, "•", "Light lamps")
    assert (rag.fill, rag.paras[0].runs[0].colour) == ("ffc000", "ff0000")
    assert [run.text for run in rag.paras[0].runs if run.strike] == ["old"]


def test_a_layout_table_gives_way_to_the_table_inside() -> None:
    source = b"<table><tr><td>menu</td><td>" + page() + b"</td></tr></table>"
    document = read_document("p.html", b"<html>" + source)
    assert texts(only_table(document)) == FULL
    assert "menu" in [para.text for para in paras(document)]


def test_hard_wrapped_lines_are_one_paragraph_and_labels_start_another() -> None:
    wrapped = (
        "Recommendation 1: Every lantern on the towpath is looked at by a person",
        "who knows what to look for, and the answer is written down by somebody",
        "else.",
        "Lead: Fen Cole",
    )
    assert [para.text for para in paras(tabbed(*wrapped))] == [" ".join(wrapped[:3]), wrapped[3]]


def test_text_without_tables_has_none() -> None:
    assert not any(isinstance(block, Table) for block in tabbed("One\ttab only", "", "x").blocks)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Excel"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\x00o\x00r\x00d\x00D\x00", "old Word"),
        ("a.rtf", b"{\\rtf1 hello}", "rich text"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "picture"),
        ("a.docx", b"", "empty"),
        ("a.docx", b"PK\x03\x04 nothing", "damaged"),
        ("a.bin", bytes(range(256)) * 8, "cannot be read"),
    ],
)
def test_other_kinds_are_refused_with_what_to_do(name: str, data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read_document(name, data)


def test_what_a_file_is_counts_and_not_its_name() -> None:
    assert kind_of("plan.csv", page()) == "html"
    assert kind_of("plan.docx", separated(",")) == "text"
