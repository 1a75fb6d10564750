"""Word and PDF of one report: the same words, and what a reader with a screen reader needs."""

from __future__ import annotations

import io

import pdfplumber
import pikepdf
import pytest
from docx.oxml.ns import qn

from joinedup.documents import blocks as b
from joinedup.documents.writing import UnsafePicture, write_pdf, write_word
from tests.documents.printed import (
    opened,
    part,
    part_names,
    pdf_words,
    without_labels,
    word_pieces,
)
from tests.documents.sample_paper import SVG, paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def report() -> b.Report:
    return paper(marking="Not for publication: paragraph 2")


@pytest.fixture(scope="module")
def word(report: b.Report) -> bytes:
    return write_word(report)


@pytest.fixture(scope="module")
def pdf(report: b.Report) -> bytes:
    return write_pdf(report)


def test_word_says_every_word_of_the_report_in_order(report: b.Report, word: bytes):
    assert " ".join(word_pieces(word)).split() == b.words_of(report)


def test_the_pdf_says_every_word_of_the_report_in_order(report: b.Report, pdf: bytes):
    assert without_labels(pdf_words(pdf)) == without_labels(b.words_of(report))


def test_headings_are_real_and_number_themselves(word: bytes):
    found = []
    for paragraph in opened(word).paragraphs:
        if paragraph.style.name.startswith("Heading"):
            listed = paragraph._p.pPr.numPr
            found.append((paragraph.style.name, paragraph.text, listed is not None))
    assert found == [
        ("Heading 1", "Introduction", True),
        ("Heading 1", "Audit", True),
        ("Heading 2", "What should worry you", True),
        ("Heading 1", "Annexe A: Action plan", False),
        ("Heading 1", "Annexe B: Position", False),
        ("Heading 2", "Escalation", True),
    ]


def test_every_table_repeats_its_header_and_merges_nothing(word: bytes):
    body = part(word, "word/document.xml")
    tables = list(body.iter(W + "tbl"))
    assert len(tables) == 3
    for table in tables:
        rows = table.findall(W + "tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows[1:])
        assert rows[1].find(f"{W}trPr/{W}cantSplit") is not None
    assert not list(body.iter(W + "gridSpan", W + "vMerge", W + "hMerge"))


def test_a_status_cell_has_its_words_beside_its_colour(word: bytes):
    body = part(word, "word/document.xml")
    coloured = [
        cell
        for cell in body.iter(W + "tc")
        if any(shade.get(W + "fill") == "fbe6e6" for shade in cell.findall(f"{W}tcPr/{W}shd"))
    ]
    assert coloured
    assert all("Overdue" in "".join(cell.itertext()) for cell in coloured)


def test_an_annexe_lies_on_its_side_and_what_follows_stands_again(word: bytes):
    sections = opened(word).sections
    ways = [section.page_width > section.page_height for section in sections]
    assert ways == [False, True, False]


def test_the_word_file_has_title_language_and_no_macros(word: bytes):
    document = opened(word)
    assert document.core_properties.title == "Safeguarding: six-monthly review"
    assert document.core_properties.language == "en-GB"
    assert document.core_properties.author == "Marlow Vale District Council"
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert default.get(qn("w:val")) == "en-GB"
    assert not [name for name in part_names(word) if "vba" in name or "activeX" in name]


def test_pages_have_number_seal_and_marking(word: bytes):
    foot = part(word, "word/footer1.xml")
    words = "".join(foot.itertext())
    assert "CC.26/07" in words
    assert "PAGE" in words
    assert "Sealed in the record: 9f3a 51c2 77d0" in words
    head = "".join(part(word, "word/header1.xml").itertext())
    assert "Not for publication: paragraph 2" in head


def test_a_chart_in_word_is_a_picture_with_words_for_it(word: bytes):
    assert [name for name in part_names(word) if name.endswith(".png")]
    body = part(word, "word/document.xml")
    place = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    assert [held.get("descr") for held in body.iter(place)] == ["Bar chart: 45 actions kept."]


def test_white_words_can_be_read_on_the_darkened_colour_of_the_council(word: bytes):
    heads = [
        row.find(f".//{W}shd").get(W + "fill")
        for row in part(word, "word/document.xml").iter(W + "tr")
        if row.find(f"{W}trPr/{W}tblHeader") is not None
    ]
    assert heads
    assert "ffd700" not in {fill.lower() for fill in heads}


def test_the_pdf_says_what_it_is_to_a_screen_reader(pdf: bytes):
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert str(file.Root.Lang) == "en-GB"
        assert bool(file.Root.MarkInfo.Marked)
        assert str(file.docinfo["/Title"]) == "Safeguarding: six-monthly review"
        with file.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        tags = [str(held.S) for held in file.objects if _is_tag(held)]
        alts = [str(held.Alt) for held in file.objects if _is_tag(held) and "/Alt" in held]
    assert {"/H1", "/H2", "/Table", "/TH", "/L", "/Figure"} <= set(tags)
    assert alts == ["Bar chart: 45 actions kept."]


def _is_tag(held: pikepdf.Object) -> bool:
    return isinstance(held, pikepdf.Dictionary) and "/S" in held and "/P" in held


def test_a_long_table_in_the_pdf_repeats_its_header_and_lies_on_its_side():
    with pdfplumber.open(io.BytesIO(write_pdf(paper(60, charts=False)))) as pdf:
        wide = [page for page in pdf.pages if page.width > page.height]
        assert len(wide) > 3
        assert all("Sub-action" in page.extract_text() for page in wide)
        assert pdf.pages[-1].width < pdf.pages[-1].height
        last = pdf.pages[-1].extract_text()
    assert f"Page {len(pdf.pages)} of {len(pdf.pages)}" in last
    assert "Sealed in the record: 9f3a 51c2 77d0" in last


def test_a_band_of_the_pdf_never_stands_alone_at_the_end_of_a_page():
    columns = (b.Column("What"), b.Column("Who"))
    for above in range(33, 38):
        rows = [(b.cell(f"Row {n}"), b.cell("A team")) for n in range(above + 20)]
        rows.insert(above, (b.cell("The band"), b.cell()))
        table = b.Table("Rows", columns, tuple(rows), frozenset({above}))
        with pdfplumber.open(io.BytesIO(write_pdf(b.Report("A table", (table,))))) as made:
            told = next(
                page.extract_text() for page in made.pages if "The band" in page.extract_text()
            )
        assert f"Row {above}" in told


def test_two_writings_of_one_report_say_the_same():
    one, two = paper(3), paper(3)
    assert write_pdf(one) == write_pdf(two)
    assert word_pieces(write_word(one)) == word_pieces(write_word(two))


def test_words_are_never_markup_in_the_pdf():
    hostile = '#panic("no") *bold* $x$ <label> @ref \\ // comment `raw` [x] {y} "q"'
    report = b.Report(hostile, (b.Heading(1, hostile), b.Paragraph(b.text(hostile))))
    words = pdf_words(write_pdf(report))
    assert words == [*hostile.split(), "1", *hostile.split(), *hostile.split()]


def test_a_sign_without_a_letter_stands_in_the_pdf_as_its_name():
    report = b.Report("Signs", (b.Paragraph(b.text("\U0001f9ff and 漢 and \x0b.")),))
    assert " ".join(pdf_words(write_pdf(report))) == "Signs [nazar amulet] and [U+6F22] and \ufffd."
    assert "\U0001f9ff and 漢 and \ufffd." in word_pieces(write_word(report))


def test_a_word_too_long_for_its_column_is_broken_and_whole_when_read():
    long = "https://marlowvale.example/" + "very-long-path/" * 12 + "x" * 150
    table = b.Table("Links", (b.Column("Ref"), b.Column("Link")), ((b.cell("1"), b.cell(long)),))
    report = b.Report("Long", (table,))
    with pdfplumber.open(io.BytesIO(write_pdf(report))) as pdf:
        page = pdf.pages[0]
        assert all(letter["x1"] < page.width - 60 for letter in page.chars)
        read = page.extract_text().replace("\n", "").replace("\u200b", "").replace(" ", "")
    assert long in read
    assert long in word_pieces(write_word(report))


@pytest.mark.parametrize(
    "svg",
    [
        "not a picture",
        "<svg/>",
        SVG.replace("</svg>", "<script>1</script></svg>"),
        SVG.replace("<rect ", '<rect onload="x" ', 1),
        SVG.replace("<rect ", '<rect style="fill:red" ', 1),
        SVG.replace('fill="#ffffff"', 'fill="url(http://elsewhere.example/x)"'),
        SVG.replace("</svg>", '<image href="file:///etc/passwd"/></svg>'),
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG,
    ],
)
def test_a_chart_that_is_more_than_a_picture_is_refused(svg: str):
    table = b.Table("", (b.Column("A"),), ((b.cell("1"),),))
    report = b.Report("Chart", (b.Chart("Chart", "A bar", svg, table),))
    with pytest.raises(UnsafePicture):
        write_pdf(report)
    with pytest.raises(UnsafePicture):
        write_word(report)


def test_a_chart_with_a_forbidden_character_in_its_words_is_drawn():
    table = b.Table("", (b.Column("A"),), ((b.cell("1"),),))
    report = b.Report("Chart", (b.Chart("C", "A bar", SVG.replace("Kept", "Ke\x0bpt 漢"), table),))
    assert write_pdf(report).startswith(b"%PDF")
    assert [name for name in part_names(write_word(report)) if name.endswith(".png")]


def test_levels_are_made_sound_for_a_report_that_begins_deep():
    report = b.Report(
        "Deep", (b.Heading(3, "First"), b.Heading(2, "Second"), b.Heading(4, "Third"))
    )
    assert b.levels_of(report.blocks) == (1, 2, 3)
    styles = [paragraph.style.name for paragraph in opened(write_word(report)).paragraphs[1:]]
    assert styles == ["Heading 1", "Heading 2", "Heading 3"]
    assert write_pdf(report).startswith(b"%PDF")


def test_a_reference_stands_whole_on_one_line_of_a_pdf():
    references = [f"AC-2026-QK2M9Q{one}" for one in "ABCDEFGH"]
    words = b.cell("Given to Oda Quill on Friday, see " + ", ".join(references) + ".")
    columns = (b.Column("Action", width=0.2), b.Column("What was done", width=0.8))
    rows = tuple((b.cell(f"{'x' * size} {references[0]}"), words) for size in range(1, 9))
    report = b.Report("A report", (b.Table("What was done", columns, rows),))
    with pdfplumber.open(io.BytesIO(write_pdf(report))) as pdf:
        read = [one["text"].strip(".,") for page in pdf.pages for one in page.extract_words()]
    assert [read.count(one) for one in references] == [16, *[8] * 7]
