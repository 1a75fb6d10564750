"""A council's colour can never make the pages unreadable."""

import pytest
from django.test import Client, override_settings
from hypothesis import given
from hypothesis import strategies as st

from joinedup.pages.brand import (
    Brand,
    brand_css,
    contrast,
    parse_colour,
    readable,
)

WHITE = (1.0, 1.0, 1.0)


def red_council() -> Brand:
    """A brand that a council package would give."""
    return Brand(name="Wrenshire District Council", colour="#f33")


@given(st.integers(0, 0xFFFFFF))
def test_white_words_can_be_read_on_any_colour_a_council_chooses(number: int):
    colours = dict(
        line.strip().rstrip(";").split(": ")
        for line in brand_css(f"#{number:06x}").splitlines()
        if "--" in line
    )
    assert contrast(parse_colour(colours["--ju-brand"]), WHITE) >= 4.5
    assert contrast(parse_colour(colours["--ju-brand-dark"]), WHITE) >= 4.5
    tint = parse_colour(colours["--ju-brand-tint"])
    assert contrast(parse_colour(colours["--ju-brand-dark"]), tint) >= 4.5


def test_a_dark_colour_is_left_as_it_is():
    assert readable(parse_colour("#12566b")) == parse_colour("#12566b")


@pytest.mark.parametrize("colour", ["", "blue", "#12345", "#12566b;}body{display:none"])
def test_what_is_no_colour_is_refused(colour: str):
    with pytest.raises(ValueError, match="A colour is written"):
        brand_css(colour)


@override_settings(JOINEDUP_BRAND="tests.pages.test_brand.red_council")
def test_the_stylesheet_of_the_council_is_kept_until_it_changes(client: Client):
    answer = client.get("/brand.css")
    assert answer["Content-Type"].startswith("text/css")
    assert "max-age" in answer["Cache-Control"] and "no-store" not in answer["Cache-Control"]
    assert client.get("/brand.css", headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert "Wrenshire District Council" in client.get("/style/").content.decode()
