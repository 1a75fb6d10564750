"""Report blocks: what a report may hold, its words in order, and its numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.documents.blocks import (
    Annexe,
    Bullets,
    Cell,
    Chart,
    Choice,
    Column,
    Field,
    Fields,
    Heading,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Report,
    Run,
    Table,
    Tone,
    cell,
    clean_words,
    labels_of,
    pieces_of,
    text,
    words_of,
)

TABLE = Table("Actions", (Column("Action"), Column("Status")), ((cell("Train"), cell("Done")),))


def test_words_come_in_reading_order_from_every_kind_of_block():
    report = Report(
        "Review",
        (
            Fields((Field("Date", (text("22 July"),)),)),
            Choice("Key decision?", ("Yes", "No"), ticked=1),
            Heading(1, "Start"),
            Paragraph((Run("One "), Run("two", is_bold=True))),
            Bullets((text("first"), text("second"))),
            Numbered((text("third"),)),
            TABLE,
            Chart("Picture", "It rises", "<svg/>", TABLE),
            Note((text("Counted once"),)),
            PageBreak(),
            Annexe("Annexe A", (Heading(2, "Deep"),)),
        ),
        subtitle="Six months",
        organisation="Marlow Vale",
        marking="Exempt",
    )
    assert pieces_of(report) == [
        "Exempt", "Marlow Vale", "Review", "Six months", "Date", "22 July", "Key decision?",
        "☐ Yes", "☒ No", "Start", "One two", "first", "second", "third",
        "Actions", "Action", "Status", "Train", "Done",
        "Picture", "Actions", "Action", "Status", "Train", "Done",
        "Counted once", "Annexe A", "Deep",
    ]  # fmt: skip
    assert words_of(report)[:6] == ["Exempt", "Marlow", "Vale", "Review", "Six", "months"]


def test_a_character_that_word_cannot_hold_stands_as_a_visible_mark():
    assert clean_words("a\x0bb\x00c\ufffed\ud800") == "a\ufffdb\ufffdc\ufffdd\ufffd"
    assert clean_words("a\r\nb\rc\u2028d\te") == "a\nb\nc\nd e"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_cleaning_twice_changes_nothing_and_loses_no_place(words: str):
    once = clean_words(words)
    assert clean_words(once) == once
    assert len(once) == len(words.replace("\r\n", "\n"))


def test_headings_and_paragraphs_are_numbered_together():
    blocks = (
        Heading(1, "One"), Paragraph(text("a"), number_level=2), Paragraph(text("b"), 3),
        Paragraph(text("plain")), Heading(1, "Apart", is_numbered=False), Heading(1, "Two"),
        Heading(2, "Within"), Paragraph(text("c"), 2),
    )  # fmt: skip
    assert labels_of(blocks) == ("1", "1.1", "1.1.1", "", "", "2", "2.1", "2.2")


def test_a_blank_line_in_a_cell_begins_a_new_paragraph():
    assert len(cell("One\ntwo\n\nThree").blocks) == 2


@pytest.mark.parametrize(
    "make",
    [
        lambda: Heading(0, "Too high"),
        lambda: Heading(5, "Too deep"),
        lambda: Heading(1, " "),
        lambda: Paragraph(text("x"), number_level=1),
        lambda: Choice("Which?", ("Yes",), ticked=1),
        lambda: Column("Narrow", width=0),
        lambda: Table("None", (), ()),
        lambda: Table("Uneven", (Column("A"), Column("B")), ((cell("1"),),)),
        lambda: Table("Unnamed", (Column(""),), ()),
        lambda: Chart("Silent", " ", "<svg/>", TABLE),
        lambda: Cell((), Tone.RED),
        lambda: Annexe("A", (Annexe("B", ()),)),
        lambda: Report(" ", ()),
        lambda: Report("Title", (), colour="red"),
    ],
)
def test_a_block_that_could_not_be_read_aloud_is_refused(make):
    with pytest.raises(ValueError, match=r"\w"):
        make()


def test_a_chart_does_not_say_its_title_twice():
    same = Chart(" Actions", "It rises", "<svg/>", TABLE)
    assert list(same.pieces()) == [" Actions", "", "Action", "Status", "Train", "Done"]
    other = Chart("Picture", "It rises", "<svg/>", TABLE)
    assert list(other.pieces())[:2] == ["Picture", "Actions"]
