"""Reading a list of people: what is understood, and what is said of each row that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.access.rules.chains import reaches_itself
from joinedup.access.rules.people_csv import FileFault, decode, read_people

HOME = "Marlow Vale Council"
KNOWN = [HOME, "Vale Trust"]


def read(text):
    return read_people(text, KNOWN, HOME)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_are_all_understood(mark):
    rows = read("name,email\nPat Sample,PAT@Example.org\n".replace(",", mark))
    assert [(row.name, row.email, row.agency) for row in rows] == [
        ("Pat Sample", "pat@example.org", HOME)
    ]


def test_columns_may_have_other_names_and_any_order():
    (row,) = read("Line manager,Job title,Department,Full name\nAda,Clerk,Housing,Pat\n")
    assert (row.name, row.team, row.post, row.manager) == ("Pat", "Housing", "Clerk", "Ada")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (",pat@example.org,", "name is missing"),
        ("Pat,pat at example,", "not an e-mail address"),
        ("Pat,,Nowhere Trust", "No agency is called “Nowhere Trust”"),
        (f"{'P' * 201},,", "longer than 200"),
    ],
)
def test_each_wrong_row_says_what_is_wrong(line, words):
    (row,) = read(f"name,email,agency\n{line}\n")
    assert any(words in error for error in row.errors)


def test_the_same_person_twice_is_told_with_the_line():
    rows = read("name,email\nPat,p@example.org\nPat Again,P@example.org\n")
    assert rows[1].errors == ["The same person stands on line 2."]


@pytest.mark.parametrize("text", ["", "\n\n", "first,second\na,b\n", "name,email\n"])
def test_a_file_that_is_no_list_is_refused_in_words(text):
    with pytest.raises(FileFault):
        read(text)


def test_files_as_spreadsheets_save_them_are_understood():
    assert decode("\ufeffname\nZoë".encode()) == "name\nZoë"
    assert decode("name\nZoë".encode("cp1252")) == "name\nZoë"


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_but_never_breaks(text):
    try:
        rows = read(text)
    except FileFault:
        return
    assert all(row.name or row.errors for row in rows)


@given(st.dictionaries(st.integers(0, 8), st.none() | st.integers(0, 8)), st.integers(0, 8))
def test_a_chain_that_would_bite_its_tail_is_found(chain, start):
    for following in range(9):
        joined = {**chain, start: following}
        at, steps = following, 0
        while at is not None and at != start and steps < 20:
            at, steps = joined.get(at), steps + 1
        assert reaches_itself(start, following, chain) == (at == start)
