"""Names, dates, ages, numbers and plates as people write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.subjects.rules.contacts import handle, number, plate, postcode
from joinedup.subjects.rules.dates import Age, Born, read_age, read_born
from joinedup.subjects.rules.described import COLUMNS, as_text, described, from_text, make_home
from joinedup.subjects.rules.given import GivenAddress
from joinedup.subjects.rules.keys import keys_of
from joinedup.subjects.rules.names import Alike, alike, make_name, sound, split_whole
from joinedup.subjects.rules.telling import told_by

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("2015-08-31", (2015, 8, 31)),
        ("31/08/2015", (2015, 8, 31)),
        ("31 Aug 2015", (2015, 8, 31)),
        ("31st August 2015", (2015, 8, 31)),
        ("August 31, 2015", (2015, 8, 31)),
        ("31.8.15", (2015, 8, 31)),
        ("20150831", (2015, 8, 31)),
        ("08/31/2015", (2015, 8, 31)),
        ("Aug 2015", (2015, 8, 0)),
        ("2015", (2015, 0, 0)),
        ("2015-08-??", (2015, 8, 0)),
        ("12/05", (0, 5, 12)),
    ],
)
def test_dates_of_birth_are_read_as_people_write_them(text, born):
    found = read_born(text, TODAY)
    assert (found.year, found.month, found.day) == born


@pytest.mark.parametrize(
    "text",
    ["1900-01-01", "01/01/1900", "unknown", "2030-01-01", "9999-12-31", "no idea"],
)
def test_a_date_that_cannot_be_is_left_out_with_a_note(text):
    found = read_born(text, TODAY)
    assert not found and found.note


@given(st.text(max_size=40))
def test_no_text_upsets_the_readers(text):
    assert isinstance(read_born(text, TODAY), Born)
    assert isinstance(read_age(text, TODAY), Age)
    row = dict.fromkeys(("forename", "surname", "alias", "dob", "phone", "online", "street"), text)
    of = described(row, TODAY)
    assert from_text(as_text(of)) == of
    assert len(keys_of(of)) == len(set(keys_of(of)))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("14", (2011, 2012)),
        ("about 14", (2010, 2013)),
        ("13-15", (2010, 2013)),
        ("fourteen", (2011, 2012)),
        ("8 months", (2025, 2026)),
        ("40s", (1976, 1986)),
        ("mid teens", (2007, 2013)),
        ("dark hair", (0, 0)),
    ],
)
def test_ages_become_years_of_birth(text, years):
    found = read_age(text, TODAY)
    assert (found.first, found.last) == years


@pytest.mark.parametrize(
    ("text", "e164"),
    [
        ("07700 900123", "+447700900123"),
        ("+44 (0)7700 900123", "+447700900123"),
        ("0044 7700900123", "+447700900123"),
        ("01522 555 123 ext 4", "+441522555123"),
        ("+48 601 234 567", "+48601234567"),
        ("07000 000000", ""),
        ("00000000000", ""),
        ("none", ""),
    ],
)
def test_numbers_are_made_alike_and_placeholders_left_out(text, e164):
    assert number(text) == e164


def test_postcodes_plates_and_online_names_are_made_alike():
    assert (postcode("ln1 1aa"), postcode("ZZ99 3VZ"), postcode("")) == ("LN11AA", "", "")
    assert (plate("K?19 A.."), plate("ab12 cde"), plate("van")) == ("K?19A??", "AB12CDE", "")
    assert (handle("Snapchat: @Jay_12"), handle("none"), handle("aaa")) == ("jay_12", "", "")
    assert make_home("", "12 High St", "Marsby", "") == make_home("12", "high street", "MARSBY", "")


def test_placeholders_are_no_names_and_make_no_key():
    row = {"forename": "Unknown", "surname": "NK", "dob": "1900-01-01", "postcode": "ZZ99 3VZ",
           "phone": "07000 000000", "street": "No fixed abode"}  # fmt: skip
    of = described(row, TODAY)
    assert not of and keys_of(of) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("oleksandr", "alexander", Alike.FORM),
        ("mohammed", "muhammad", Alike.FORM),
        ("bill", "william", Alike.FORM),
        ("jaydn", "jayden", Alike.CLOSE),
        ("j", "jayden", Alike.INITIAL),
        ("jayden", "kayden", Alike.DIFFERENT),
        ("ella", "bella", Alike.DIFFERENT),
        ("hassan", "hussain", Alike.DIFFERENT),
        ("alexander", "alexandra", Alike.DIFFERENT),
    ],
)
def test_forms_and_slips_of_a_name_are_told_from_other_names(one, other, found):
    assert alike(one, other) is found


def test_names_in_one_piece_are_parted():
    assert split_whole("Jay Lee Smith") == make_name("Jay", "Lee", "Smith")
    assert split_whole("SMITH, Jay") == make_name("Jay", "", "Smith")
    assert split_whole("Spider").sur == ()
    assert sound("thompson") == sound("tomson")


def test_a_person_has_about_fourteen_keys():
    row = {"forename": "Amira", "surname": "Khan", "dob": "2015-08-31", "house": "12",
           "street": "High St", "town": "Marsby", "postcode": "MB1 2AB", "phone": "07700 900123",
           "online": "@sas12"}  # fmt: skip
    assert len(keys_of(described(row, TODAY))) == 14


def test_a_day_that_the_month_lacks_leaves_month_and_year():
    found = read_born("31/02/2015", TODAY)
    assert (found.year, found.month, found.day, found.note) == (2015, 2, 0, "no such date")
    assert read_born("2011-25-03", TODAY) == read_born("2011-03-25", TODAY)


def test_free_words_in_a_name_column_are_read():
    row = {**dict.fromkeys(("query_id", *COLUMNS), ""), "forename": "girl called K, Ford van"}
    told = told_by(row)
    assert (told["forename"], told["sex"], told["things"]) == ("K", "f", "ford van")
    assert told["description"] == "girl called K, Ford van"


def test_a_row_with_names_alone_is_left_as_it_is():
    row = {**dict.fromkeys(("query_id", *COLUMNS), ""), "forename": "Mary Ann", "surname": "Ford"}
    assert told_by(row) is row


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("7 Tanner Row, Ostrey", ("", "7 Tanner Row", "Ostrey", "")),
        ("7 Tanner Row, Ostrey, qv4 7tr", ("", "7 Tanner Row", "Ostrey", "qv4 7tr")),
        ("Flat 2, 7 Mill Road, Ostrey QV4 7TR", ("Flat 2", "7 Mill Road", "Ostrey", "QV4 7TR")),
        ("The Lodge, Mill Road, Pelling", ("The Lodge", "Mill Road", "Pelling", "")),
        ("QV4 7TR", ("", "", "", "QV4 7TR")),
        ("the old baths", ("", "the old baths", "", "")),
    ],
)
def test_an_address_told_on_one_line_is_taken_apart(text, whole):
    got = GivenAddress.whole(text)
    assert (got.house, got.street, got.town, got.postcode) == whole
