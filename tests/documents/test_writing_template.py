"""A council's own Word document as the frame of a report: filled where it says so, else left alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, RGBColor

from joinedup.documents import blocks as b
from joinedup.documents.refusal import Refused
from joinedup.documents.writing import (
    built_in_layout,
    read_template,
    write_word,
)
from tests.documents.printed import opened, part, part_names, word_pieces
from tests.documents.sample_paper import paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def council_document(fill: Callable[[docx.document.Document], None]) -> bytes:
    """A document as a council might have it, made by `fill`."""
    document = docx.Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _letterhead(document: docx.document.Document) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "MARLOW VALE · {{ reference }}"
    section.footer.paragraphs[0].text = "Civic Centre, Marlow Vale"
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0)
    document.styles["Normal"].font.name = "Georgia"
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "Committee"
    table.cell(0, 1).text = "{{ Committee }}"
    table.cell(1, 0).text = "Report of"
    table.cell(1, 1).text = "{{report_by}}"
    split = document.add_paragraph("Subject: ")
    for piece in ("{", "{ sub", "ject", " }", "}"):
        split.add_run(piece).italic = True
    document.add_paragraph("Ward: {{ wards affected }}")
    document.add_paragraph("{{ body }}")
    document.add_paragraph("Signed: ____________")


@pytest.fixture(scope="module")
def letterhead() -> bytes:
    return council_document(_letterhead)


@pytest.fixture(scope="module")
def written(letterhead: bytes) -> bytes:
    return write_word(paper(), letterhead)


def test_placeholders_are_filled_though_word_split_them(written: bytes):
    words = word_pieces(written)
    assert "Subject: Safeguarding: six-monthly review" in words
    assert words[:4] == [
        "Committee",
        "Communities Committee",
        "Report of",
        "Chief Operating Officer",
    ]


def test_a_field_with_a_place_of_its_own_is_not_printed_twice(written: bytes):
    whole = "\n".join(word_pieces(written))
    assert whole.count("Communities Committee") == 2  # its place, and the subtitle
    assert whole.count("Chief Operating Officer") == 1
    assert "Housing manager" in whole  # a field without a place stays in the body


def test_what_is_no_placeholder_of_ours_stays(written: bytes):
    words = word_pieces(written)
    assert "Ward: {{ wards affected }}" in words
    assert "Signed: ____________" in words
    assert words.index("Six actions are late.") < words.index("Signed: ____________")
    assert words.index("Signed: ____________") < words.index("Annexe A: Action plan")
    footer = "".join(part(written, _story(written, "footer")).itertext())
    assert "Civic Centre, Marlow Vale" in footer


def test_the_council_keeps_its_styles(written: bytes):
    document = opened(written)
    assert str(document.styles["Heading 1"].font.color.rgb) == "800000"
    assert document.styles["Normal"].font.name == "Georgia"
    heading = next(p for p in document.paragraphs if p.text == "Introduction")
    assert heading.style.name == "Heading 1"


def test_every_word_of_the_report_is_in_the_councils_document(written: bytes):
    said = "\n".join(word_pieces(written)).split()
    organisation = b.pieces_of(paper())[0].split()
    for word in set(b.words_of(paper())) - set(organisation):
        assert word in said


def test_the_seal_is_printed_though_the_document_has_no_place_for_it(written: bytes):
    footer = "".join(part(written, _story(written, "footer")).itertext())
    assert "Sealed in the record: 9f3a 51c2 77d0" in footer


def test_a_marking_is_on_every_page_though_the_document_has_no_place_for_it(letterhead: bytes):
    made = write_word(paper(marking="Not for publication"), letterhead)
    header = "".join(part(made, _story(made, "header")).itertext())
    assert "Not for publication" in header
    assert "CC.26/07" in header
    assert word_pieces(made).count("Not for publication") == 1


def _story(data: bytes, kind: str) -> str:
    return next(name for name in part_names(data) if name.startswith(f"word/{kind}"))


def test_words_of_the_report_that_look_like_a_placeholder_stay_words(letterhead: bytes):
    report = b.Report("{{ body }}", (b.Paragraph(b.text("Write {{ title }} there.")),))
    for made in (write_word(report), write_word(report, letterhead)):
        assert "Write {{ title }} there." in word_pieces(made)


def test_a_landscape_annexe_turns_the_councils_own_page():
    def wide_margins(document: docx.document.Document) -> None:
        section = document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(4)
        document.add_paragraph("{{ body }}")

    sections = opened(write_word(paper(), council_document(wide_margins))).sections
    assert [section.orientation for section in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert {round(section.left_margin.cm, 1) for section in sections} == {4.0}
    assert round(sections[1].page_width.cm, 1) == 29.7


def test_a_template_file_is_taken_as_a_document(letterhead: bytes):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(letterhead)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            held = given.read(name)
            made.writestr(name, held.replace(b".document.main+xml", b".template.main+xml"))
    assert read_template(out.getvalue()) == read_template(letterhead)
    assert "Signed: ____________" in word_pieces(write_word(paper(), out.getvalue()))


def test_a_template_says_what_it_asks_for(letterhead: bytes):
    found = read_template(letterhead)
    assert found.known == ("body", "reference", "subject")
    assert found.fields == ("committee", "report by", "wards affected")


def test_the_built_in_layout_can_be_taken_to_start_from():
    layout = built_in_layout("#12566b", "en-GB")
    assert "body" in read_template(layout).known
    assert word_pieces(write_word(paper(), layout)) == word_pieces(write_word(paper()))


def test_the_councils_own_heading_numbers_are_not_doubled():
    def numbered(document: docx.document.Document) -> None:
        properties = document.styles["Heading 1"].element.get_or_add_pPr()
        properties._add_numPr().get_or_add_numId().val = 1
        document.add_paragraph("{{ body }}")

    made = opened(write_word(paper(), council_document(numbered)))
    found = {p.text: p._p.pPr.numPr for p in made.paragraphs if p.style.name == "Heading 1"}
    assert found["Introduction"] is None
    assert found["Annexe A: Action plan"].numId.val == 0


@pytest.mark.parametrize(
    ("fill", "words"),
    [
        (lambda document: document.add_paragraph("No place here"), r"\{\{ body \}\}"),
        (
            lambda document: [document.add_paragraph("{{ body }}") for _ in range(2)],
            "more than once",
        ),
        (
            lambda document: setattr(document.add_table(1, 1).cell(0, 0), "text", "{{ body }}"),
            r"\{\{ body \}\}",
        ),
    ],
)
def test_a_document_that_does_not_say_where_the_report_goes_is_refused(fill, words: str):
    with pytest.raises(Refused, match=words):
        read_template(council_document(fill))


def test_a_document_with_macros_or_that_is_none_is_refused_in_one_sentence(letterhead: bytes):
    out = io.BytesIO(letterhead)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    for data in (out.getvalue(), b"not a file of Word", letterhead[:900], b"PK\x03\x04"):
        with pytest.raises(Refused) as refusal:
            write_word(paper(), data)
        assert "\n" not in str(refusal.value) and str(refusal.value).endswith(".")
