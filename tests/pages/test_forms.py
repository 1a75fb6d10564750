"""Form fields take what people type and say plainly what is wrong."""

from datetime import date, timedelta

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from joinedup.pages.dates import long_date, short_date
from joinedup.pages.forms import (
    PickField,
    PlainChoiceField,
    PlainDateBoxesField,
    PlainDateField,
    PlainFileField,
    PlainForm,
    size_words,
)
from joinedup.pages.rendering import describe, error_links, page_window
from joinedup.pages.rules import NotADate, typed_date

LAST_OF_AUGUST = date(2015, 8, 31)


@pytest.mark.parametrize(
    "typed",
    [
        "31/8/15",
        "31/08/2015",
        "31.8.2015",
        "31-8-15",
        "31 8 2015",
        "2015-08-31",
        "31 August 2015",
        "31 august '15",
        "31st Aug 2015",
        "Mon 31 Aug 2015",
        "Monday, 31st of August 2015",
        "August 31, 2015",
        "31-Aug-15",
        "  31  aug.  2015 ",
    ],
)
def test_the_ways_british_people_write_a_date_are_understood(typed: str):
    assert typed_date(typed) == LAST_OF_AUGUST


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_date_we_print_is_understood_again(day: date):
    assert typed_date(long_date(day)) == day
    assert typed_date(short_date(day)) == day
    assert typed_date(day.isoformat()) == day
    assert typed_date(f"{day.day}/{day.month}/{day:%y}") == day


@given(st.text(max_size=30))
def test_whatever_is_typed_gives_a_date_or_a_sentence(typed: str):
    try:
        assert isinstance(typed_date(typed), date)
    except NotADate as problem:
        assert len(str(problem)) > 15


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/2/26", "February 2026 has 28 days: check the day"),
        ("8/31/15", "There is no month 31. Type the day first, like 31/8/2026"),
        ("31 August", "Add the year, like 31 august 2026"),
        ("31 Augst 2026", "“augst” is not a month. Type a date like 31 August 2026"),
        ("soon", "Type a date with day, month and year, like 31 August 2026"),
        ("1/1/0001", "Check the year: 1"),
    ],
)
def test_a_date_that_cannot_be_read_says_what_to_type(typed: str, sentence: str):
    with pytest.raises(NotADate) as problem:
        typed_date(typed)
    assert str(problem.value) == sentence


class Example(PlainForm):
    title = forms.CharField(max_length=20)
    due = PlainDateField(earliest=LAST_OF_AUGUST, latest=LAST_OF_AUGUST + timedelta(days=30))
    born = PlainDateBoxesField(required=False)
    stands = PlainChoiceField(label="Where does it stand?", choices=[("open", "Open")])
    paper = PlainFileField(endings=("docx", "pdf"), max_bytes=100, required=False)


def test_a_missing_answer_is_named():
    errors = Example({}).errors
    assert errors["title"] == ["Enter the title"]
    assert errors["due"] == ["Enter the due"]
    assert errors["stands"] == ["Answer the question “Where does it stand?”"]


def test_what_was_typed_is_kept_when_it_is_wrong():
    form = Example({"due": "31/2/15", "born_0": "3", "born_1": "", "born_2": "1999"})
    assert describe(form["due"])["value"] == "31/2/15"
    assert [box["value"] for box in describe(form["born"])["boxes"]] == ["3", "", "1999"]
    assert form.errors["born"] == ["The date must have a month"]


def test_a_date_out_of_bounds_says_the_bound():
    assert Example({"due": "1/8/2015"}).errors["due"] == [
        "The date must be 31 August 2015 or later"
    ]
    assert Example({"due": "1/11/2015"}).errors["due"] == [
        "The date must be 30 September 2015 or earlier"
    ]


def test_three_boxes_make_one_date():
    form = Example({"born_0": "3", "born_1": "March", "born_2": "1999"})
    form.is_valid()
    assert form.cleaned_data["born"] == date(1999, 3, 3)


def test_an_initial_date_is_shown_in_words():
    form = Example(initial={"due": LAST_OF_AUGUST})
    assert describe(form["due"])["value"] == "31 August 2015"
    assert not form.fields["due"].has_changed(LAST_OF_AUGUST, "31/8/15")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plan.exe", b"x", "This is not a file we can take. Choose one ending .docx or .pdf"),
        ("plan.pdf", b"", "This file is empty. Choose another, or save it again first"),
        ("plan.pdf", b"x" * 2048, "This file is 2 KB. The most we can take is 1 KB"),
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence(name: str, content: bytes, sentence: str):
    form = Example({}, {"paper": SimpleUploadedFile(name, content)})
    assert form.errors["paper"] == [sentence]


def test_the_file_field_says_kinds_and_size_beforehand():
    assert Example()["paper"].help_text == ".docx or .pdf, up to 1 KB"
    assert size_words(25 * 1024 * 1024) == "25 MB"


def test_each_error_links_to_the_first_box_that_can_mend_it():
    form = Example({"title": "x" * 30, "born_0": "3"})
    links = {link["href"] for link in error_links(form)}
    assert {"#id_title", "#id_due", "#id_born_0", "#id_stands_0"} <= links


@pytest.mark.parametrize(
    ("number", "pages", "shown"),
    [
        (1, 1, [1]),
        (1, 5, [1, 2, None, 5]),
        (3, 5, [1, 2, 3, 4, 5]),
        (6, 20, [1, None, 5, 6, 7, None, 20]),
    ],
)
def test_long_lists_of_pages_leave_gaps(number: int, pages: int, shown: list[int | None]):
    assert page_window(number, pages) == shown


class Whom(PlainForm):
    who = PickField(label="Who?", required=False)


def whom(said, people):
    form = Whom({"who": said})
    form.fields["who"].choices = [("", "Nobody"), ("People", people)]
    form.is_valid()
    return form.cleaned_data.get("who"), " ".join(form.errors.get("who", []))


PEOPLE = [("PE-1", "Hayley Marsh, Housing"), ("PE-2", "Hay Marsh, Police"), ("PE-3", "Bo Rowe, A")]


def test_a_whole_name_is_found_however_it_is_written():
    for said in ("PE-1", "Hayley Marsh, Housing", "hayley  marsh", "HAYLEY MARSH, HOUSING"):
        assert whom(said, PEOPLE) == ("PE-1", "")
    assert whom("", PEOPLE) == ("", "")


def test_part_of_a_name_is_never_taken_for_the_whole():
    found, error = whom("Hay", PEOPLE)
    assert found is None and "Hayley Marsh, Housing; Hay Marsh, Police" in error
    assert "Nobody here is called “Zed”" in whom("Zed", PEOPLE)[1]


def test_two_of_one_name_are_told_apart():
    twins = [("PE-1", "Jo Lee, Housing"), ("PE-2", "Jo Lee, Housing")]
    assert whom("Jo Lee, Housing", twins)[0] is None
    assert whom("Jo Lee, Housing (PE-2)", twins) == ("PE-2", "")
