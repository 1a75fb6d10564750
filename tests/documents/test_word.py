"""Word files into the grid."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import RGBColor

from benches.invented import HEADINGS, ROWS, element, repacked, with_part, word, word_table
from joinedup.documents import Refused, read_document
from tests.documents.looking import headings, only_table, paras, texts, words_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(build: Any = None) -> Any:
    return read_document("plan.docx", word(build))


def test_paragraphs_headings_and_tables_stand_in_document_order() -> None:
    document = read()
    assert [type(block).__name__ for block in document.blocks] == ["Heading", "Para", "Table"]
    assert headings(document) == ["Harbour safeguarding plan"]
    assert texts(only_table(document))[0] == HEADINGS
    assert texts(only_table(document))[1] == ROWS[0]
    assert only_table(document).cells[6].place.label() == "table 1, row 2, column 2"


def test_a_merged_cell_stands_once_with_its_spans() -> None:
    def build(document: Any) -> None:
        table = word_table(document, [list("abc"), list("def"), list("ghi")])
        table.cell(0, 0).merge(table.cell(1, 0)).text = "tall"
        table.cell(2, 0).merge(table.cell(2, 2)).text = "wide"

    table = only_table(read(build))
    spans = {cell.text: (cell.row, cell.col, cell.rowspan, cell.colspan) for cell in table.cells}
    assert spans["tall"] == (0, 0, 2, 1)
    assert spans["wide"] == (2, 0, 1, 3)
    assert len(table.cells) == 6
    covering = table.covering(1, 0)
    assert covering is not None and covering.text == "tall"


def test_automatic_numbers_and_bullets_come_out_as_marks() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("First duty", style="List Number")
        document.add_paragraph("Second duty", style="List Number")
        document.add_paragraph("A lantern", style="List Bullet")
        cell = document.add_table(1, 2).cell(0, 0)
        cell.paragraphs[0].style = "List Number"

    document = read(build)
    assert [(para.marker, para.text) for para in paras(document)] == [
        ("1.", "First duty"),
        ("2.", "Second duty"),
        ("•", "A lantern"),
    ]
    numbered = only_table(document).cells[0].paras[0]
    assert (numbered.marker, numbered.text) == ("3.", "")


def test_lettered_levels_count_and_start_again_under_the_next_number() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, kind, text in ((0, "decimal", "%1."), (1, "lowerLetter", "%1(%2)"))
    )
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    ).encode()

    def build(document: Any) -> None:
        for level, text in ((0, "one"), (1, "under"), (1, "again"), (0, "two"), (1, "under two")):
            paragraph = document.add_paragraph(text)
            number = element("w:numPr")
            number.append(element("w:ilvl", val=str(level)))
            number.append(element("w:numId", val="1"))
            paragraph._p.get_or_add_pPr().append(number)

    data = repacked(
        word(build), lambda name, part: numbering if name == "word/numbering.xml" else part
    )
    marks = [para.marker for para in paras(read_document("x.docx", data))]
    assert marks == ["1.", "1(a)", "1(b)", "2.", "2(a)"]


def test_colour_highlight_strike_and_fill_are_kept() -> None:
    def build(document: Any) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        run = cell.paragraphs[0].add_run("red")
        run.font.color.rgb = RGBColor(0xFF, 0, 0)
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        cell.paragraphs[0].add_run("gone").font.strike = True
        cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", fill="92D050"))

    cell = only_table(read(build)).cells[0]
    first, second = cell.paras[0].runs
    assert (first.colour, first.highlight, second.strike) == ("ff0000", "ffff00", True)
    assert cell.fill == "92d050"


def test_deleted_words_are_left_out_and_inserted_words_are_read() -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("By ")
        for name, words, tag in (("w:del", "May", "w:delText"), ("w:ins", "June", "w:t")):
            change, run = element(name), element("w:r")
            run.append(element(tag, words))
            change.append(run)
            paragraph._p.append(change)

    document = read(build)
    assert [para.text for para in paras(document)] == ["By June"]
    assert "left out" in document.notes[0]


def test_line_breaks_boxes_symbols_and_drop_downs_keep_their_words() -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("one")
        paragraph.add_run().add_break()
        paragraph.add_run("two ")
        run = element("w:r")
        run.append(element("w:sym", font="Wingdings", char="F0FC"))
        paragraph._p.append(run)
        control, inside, run = element("w:sdt"), element("w:sdtContent"), element("w:r")
        run.append(element("w:t", "chosen"))
        inside.append(run)
        control.append(inside)
        paragraph._p.append(control)

    assert [para.text for para in paras(read(build))] == ["one", "two ✓chosen"]


def test_headers_footers_footnotes_and_hidden_text_are_kept_at_the_end() -> None:
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r><w:t>Seen by Fen</w:t></w:r>'
        "</w:p></w:footnote></w:footnotes>"
    ).encode()

    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Official"
        document.sections[0].footer.paragraphs[0].text = "Page foot"
        document.add_paragraph("Body").add_run("secret").font.hidden = True

    document = read_document("x.docx", with_part(word(build), "word/footnotes.xml", notes))
    found = [(para.place.part, para.text) for para in paras(document)]
    assert found == [
        (None, "Body"),
        ("footnote", "Seen by Fen"),
        ("header", "Official"),
        ("footer", "Page foot"),
        ("hidden text", "secret"),
    ]


def test_header_rows_marked_in_word_are_counted() -> None:
    def build(document: Any) -> None:
        table = word_table(document, [HEADINGS, *ROWS])
        table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))

    assert only_table(read(build)).header_rows == 1


def test_a_table_inside_a_cell_becomes_lines_and_inside_a_layout_table_stays_a_table() -> None:
    def inside(document: Any) -> None:
        outer = word_table(document, [list("abcde")] * 3)
        word_table(outer.cell(1, 1), [["Fen", "June"], ["Wren", "July"]])

    def layout(document: Any) -> None:
        word_table(document.add_table(1, 1).cell(0, 0), [HEADINGS, *ROWS])

    cell = only_table(read(inside)).covering(1, 1)
    assert cell is not None
    assert cell.text.split("\n") == ["b", "Fen | June", "Wren | July"]
    assert texts(only_table(read(layout)))[1] == ROWS[0]


def test_no_word_is_lost() -> None:
    words = words_of(read())
    for text in [*HEADINGS, *(text for row in ROWS for text in row)]:
        for one in text.lower().replace("&", " ").replace(",", " ").split():
            assert all(part in words for part in one.replace("/", " ").replace("-", " ").split())


def test_a_damaged_file_is_refused_in_plain_words() -> None:
    data = repacked(word(), lambda name, part: part[:200] if "document" in name else part)
    with pytest.raises(Refused, match="damaged"):
        read_document("x.docx", data)
