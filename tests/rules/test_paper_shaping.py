"""A printed cell gets its points back, and never loses a word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.documents.blocks import Bullets, Numbered, Paragraph, joined
from joinedup.papers.contents.charts import Bar, bar_chart
from joinedup.papers.contents.shaping import shaped

LINES = st.lists(st.text(alphabet="abc de.1", min_size=1, max_size=12).filter(str.strip),
                 min_size=1, max_size=5)  # fmt: skip


def words(cell):
    return " ".join(" ".join(cell.pieces()).split())


def test_a_status_stands_before_the_points_of_its_progress():
    made = shaped("COMPLETED • A group was set up. • It meets weekly.",
                  ["A group was set up.", "It meets weekly."])  # fmt: skip
    head, points = made.blocks
    assert isinstance(head, Paragraph)
    assert joined(head.runs) == "COMPLETED"
    assert isinstance(points, Bullets)
    assert [joined(one) for one in points.items] == ["A group was set up.", "It meets weekly."]


def test_numbered_points_are_numbered_by_the_writer():
    made = shaped("1. Train all staff. 2. Train all councillors.",
                  ["Train all staff.", "Train all councillors."])  # fmt: skip
    (points,) = made.blocks
    assert isinstance(points, Numbered)


def test_words_that_are_no_list_stand_as_printed():
    made = shaped("To begin in June", [])
    assert [joined(one.runs) for one in made.blocks] == ["To begin in June"]


@pytest.mark.parametrize("lines", [["nothing of it"], ["A group", "never said"], ["meets"]])
def test_words_that_do_not_fit_the_lines_stand_as_printed(lines):
    printed = "A group meets weekly"
    assert words(shaped(printed, lines)) == printed


@given(st.text(alphabet="abc de.1)•", max_size=60), LINES)
def test_no_word_is_lost_whatever_is_printed(printed, lines):
    assert re.findall(r"[a-z]+", words(shaped(printed, lines))) == re.findall(r"[a-z]+", printed)


def test_letters_that_mark_points_are_kept():
    printed = "a) First thing b) Second thing"
    assert words(shaped(printed, ["First thing", "Second thing"])) == printed


def test_a_bar_has_its_words_and_number_beside_it_and_no_script():
    made = bar_chart("Cases", "What", "Cases", [Bar("High <level>", 52, "52"),
                                                Bar("None", 0, "0", "red")])  # fmt: skip
    assert "High &lt;level&gt;" in made.svg
    assert "style" not in made.svg
    assert made.alt == "Bars. High <level>: 52; None: 0."
    assert [list(one.pieces()) for row in made.table.rows for one in row] == [
        ["High <level>"], ["52"], ["None"], ["0"],
    ]  # fmt: skip
