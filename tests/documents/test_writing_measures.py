"""Measures of the writers: widths of columns, letters we have, colours that can be read, the press."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joinedup.documents import blocks as b
from joinedup.documents.writing import PressFailed
from joinedup.documents.writing.press import press
from joinedup.documents.writing.tints import TINTS, deep, pale
from joinedup.documents.writing.typefaces import VENDOR, printable, width_of
from joinedup.documents.writing.widths import column_widths, stays_together, with_breaks


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG defines it, worked out afresh."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@settings(deadline=None)
@given(st.integers(0, 0xFFFFFF))
def test_white_words_can_be_read_on_any_colour_of_a_council(number: int):
    colour = f"#{number:06x}"
    assert contrast(deep(colour), "#ffffff") >= 4.4
    assert contrast(pale(deep(colour)), "#1b2327") >= 7


def test_status_words_can_be_read_on_their_ground():
    assert all(contrast(ground, words) >= 7 for ground, words, _ in TINTS.values())


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.floats(0.05, 20), min_size=1, max_size=8),
    st.lists(st.text(max_size=80), min_size=1, max_size=3),
)
def test_columns_fill_the_page_exactly_and_none_vanishes(shares: list[float], words: list[str]):
    columns = tuple(b.Column("Heading", width=share) for share in shares)
    rows = tuple(tuple(b.cell(held) for _ in shares) for held in words)
    widths = column_widths(b.Table("", columns, rows), 470, 9.5, 10)
    assert sum(widths) == pytest.approx(470)
    assert min(widths) > 5


def test_a_narrow_column_is_widened_to_its_longest_word():
    columns = (b.Column("Responsibility", width=0.1), b.Column("Action", width=9))
    table = b.Table("", columns, ((b.cell("Ada"), b.cell("Train the staff")),))
    assert column_widths(table, 470, 9.5, 10)[0] >= width_of("Responsibility", 9.5, bold=True) + 10


def test_letters_are_as_wide_as_those_of_arial():
    # Helvetica's own published widths, in thousandths: H 722, e 556, l 222, o 556
    assert width_of("Hello", 1000) == pytest.approx(722 + 556 + 222 + 222 + 556, abs=3)
    assert width_of("H", 10, bold=True) == pytest.approx(7.22, abs=0.03)


@settings(deadline=None)
@given(st.text(), st.floats(20, 400))
def test_places_to_break_change_no_word(words: str, room: float):
    assert with_breaks(words, room, 11).replace("\u200b", "") == words.replace("\u200b", "")


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_what_is_printed_for_a_sign_is_never_nothing(words: str):
    assert len(printable(words)) >= len(words.strip("\u200b\u200c\u200d\u2060\ufe0e\ufe0f")) // 2
    if words.isascii():
        assert printable(words) == words


def test_a_sign_we_lack_is_named_and_one_we_have_is_kept():
    assert printable("£ é Ω Я א ع ☒ 😀") == "£ é Ω Я א ع ☒ 😀"
    assert printable("漢") == "[U+6F22]"
    assert printable("🏴\u200d☠\ufe0f") == "[waving black flag][skull and crossbones]"


def test_a_small_table_stays_together_and_a_long_one_does_not():
    columns = (b.Column("A"), b.Column("B"))
    rows = ((b.cell("one"), b.cell("two")),)
    small, long = (b.Table("", columns, rows * count) for count in (3, 60))
    assert stays_together(small, [200, 200], 9.5)
    assert not stays_together(long, [200, 200], 9.5)


def test_the_fonts_are_those_that_were_checked_and_have_their_licences():
    lines = (VENDOR / "checksums.txt").read_text(encoding="ascii").splitlines()
    listed = dict(reversed(line.split(maxsplit=1)) for line in lines)
    assert {path.name for path in VENDOR.iterdir()} - {"checksums.txt"} == set(listed)
    for name, checksum in listed.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == checksum, name
    assert "SIL OPEN FONT LICENSE" in (VENDOR / "LICENCE-liberation.txt").read_text("utf-8")


def test_what_the_press_cannot_set_is_told_in_its_own_words():
    with pytest.raises(PressFailed, match="panicked"):
        press([{"source": '#panic("no")', "format": "pdf", "inputs": {}}])
    with pytest.raises(PressFailed):
        press([{"source": '#read("/etc/passwd")', "format": "pdf", "inputs": {}}])
