"""PDF files into the grid."""

from __future__ import annotations

import io

import pikepdf
import pytest

from benches.invented import HEADINGS, ROWS, pdf
from joinedup.documents import Document, Refused, read_document
from tests.documents.looking import headings, only_table, paras, texts

FULL = [HEADINGS, *([text for text in row if text] for row in ROWS)]
CELLS = ", ".join(f"[{text}]" for row in [HEADINGS, *ROWS] for text in row)


def read(source: str | None = None) -> Document:
    return read_document("plan.pdf", pdf(source))


def test_ruled_tables_paragraphs_and_headings() -> None:
    document = read()
    assert headings(document) == ["Harbour safeguarding plan"]
    assert [para.text for para in paras(document)] == ["Agreed in Thistle Bay."]
    assert texts(only_table(document)) == FULL


def test_wrapped_cells_are_whole_paragraphs_and_bullets_are_items() -> None:
    source = """#set page(width: 12cm)
#table(columns: (1fr, 1fr), [Action], [Progress],
 [Ask each school on the shore for its rota of named leads before the term ends],
 [- Lamps were lit along the whole of the northern quay
  - Boats tied])"""
    action, progress = only_table(read(source)).cells[2:]
    assert action.text == (
        "Ask each school on the shore for its rota of named leads before the term ends"
    )
    assert [(para.marker, para.text) for para in progress.paras] == [
        ("•", "Lamps were lit along the whole of the northern quay"),
        ("•", "Boats tied"),
    ]


def test_merged_cells_and_fills_and_coloured_words() -> None:
    source = """#table(columns: 3, table.cell(colspan: 3)[Section B],
 table.cell(rowspan: 2)[Tall], [#text(fill: red)[late]], table.cell(fill: rgb("#92d050"))[Done],
 [x], [#strike[gone]])"""
    cells = {cell.text: cell for cell in only_table(read(source)).cells}
    assert cells["Section B"].colspan == 3
    assert cells["Tall"].rowspan == 2
    assert cells["Done"].fill == "92d050"
    assert cells["late"].paras[0].runs[0].colour == "ff4136"
    assert cells["gone"].paras[0].runs[0].strike


def test_columns_without_lines_are_a_table() -> None:
    source = f"Plan of work\n#table(columns: 5, stroke: none, column-gutter: 14pt, {CELLS})"
    document = read(source)
    assert texts(only_table(document)) == FULL
    assert [para.text for para in paras(document)] == ["Plan of work"]


def test_rows_under_horizontal_rules_only_keep_their_wrapped_cells() -> None:
    source = f"""#set page(width: 16cm)
#table(columns: (1cm, 3fr, 2fr, 2fr, 2fr), column-gutter: 10pt,
 stroke: (x, y) => (bottom: 0.5pt), {CELLS})"""
    found = texts(only_table(read(source)))
    assert [" ".join(cell.split()) for cell in found[2]] == [text for text in ROWS[1] if text]


@pytest.mark.parametrize(
    "look",
    [
        "stroke: none, fill: (x, y) => if y == 0 { blue.lighten(60%) }",
        "stroke: none, fill: (x, y) => if calc.even(y) { luma(90%) }",
        "stroke: (x, y) => (bottom: 0.5pt), fill: (x, y) => if y == 0 { yellow }",
    ],
)
def test_a_painted_header_or_striped_rows_show_the_columns_of_all_rows(look: str) -> None:
    source = f"""#set page(width: 16cm)
Plan of the harbour and of all its people for the year that begins with this very spring
#table(columns: (1cm, 3fr, 2fr, 2fr, 2fr), {look}, {CELLS})
Agreed."""
    document = read(source)
    found = texts(only_table(document))
    assert [[" ".join(cell.split()) for cell in row] for row in found] == FULL
    assert len(paras(document)) == 2


def test_drawn_bullets_are_list_marks() -> None:
    source = """#table(columns: 2, [Action], [Progress], [A1],
 [#box(circle(radius: 1.2pt, fill: black), baseline: -2pt) Lamps lit \\
  #box(circle(radius: 1.2pt, fill: black), baseline: -2pt) Boats tied])"""
    cell = only_table(read(source)).cells[-1]
    assert [(para.marker, para.text) for para in cell.paras] == [
        ("•", "Lamps lit"),
        ("•", "Boats tied"),
    ]


def test_prose_in_paragraphs_is_no_table() -> None:
    source = "#lorem(120)\n\n#lorem(80)"
    document = read(source)
    assert document.tables() == []
    assert len(paras(document)) == 2


def test_page_numbers_and_running_heads_stand_at_the_end() -> None:
    rows = ", ".join(f"[A{n}], [Light lamp {n} on the long quay]" for n in range(70))
    source = f"""#set page(header: [Harbour papers], numbering: "1 of 1")
#table(columns: 2, {rows})"""
    document = read(source)
    assert len(document.tables()) == 2
    assert {para.place.part for para in paras(document)} == {"header", "footer"}
    assert sum(len(list(table.rows())) for table in document.tables()) == 70


def test_a_scan_says_that_it_has_no_text() -> None:
    with pytest.raises(Refused, match="scan"):
        read("#rect(width: 5cm, height: 5cm, fill: gray)")


def test_a_password_is_named_as_the_reason() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="quay", user="lamp"))
    with pytest.raises(Refused, match="password"):
        read_document("plan.pdf", out.getvalue())


def test_a_cut_off_pdf_is_damaged() -> None:
    with pytest.raises(Refused, match="damaged"):
        read_document("plan.pdf", pdf()[:900])


def test_the_last_lines_of_the_last_cell_belong_to_a_table_with_a_painted_header_only() -> None:
    source = """#set page(width: 16cm, height: 9cm)
#table(columns: (1cm, 4cm, 4cm, 3cm), stroke: none,
 fill: (x, y) => if y == 0 { rgb("#bdd7ee") },
 [No], [Lesson], [Action], [Lead],
 [1], [Boats should be known.], [Keep a list], [Clerk],
 [2], [Those who sleep on the boats should hear about it when the quay is closed for works.],
 [- Put up a sign
  - Tell each of the masters in person], [Harbour Master])
A note on what comes next stands under the table."""
    document = read(source)
    assert texts(only_table(document))[2][1:3] == [
        "Those who sleep on the boats should hear about it when the quay is closed for works.",
        "Put up a sign\nTell each of the masters in person",
    ]
    assert [para.text for para in paras(document)] == [
        "A note on what comes next stands under the table."
    ]
