"""Words of the check page and of the printed layout: no code of the program is ever shown."""

import pytest

from joinedup.assurance.rules.checking.questions import choices_for
from joinedup.assurance.rules.checking.words import ROLE_WORDS
from joinedup.assurance.rules.layout import says_no_more
from joinedup.assurance.rules.reading import ROLES, read_plans
from joinedup.assurance.rules.reading.model import Question
from joinedup.documents import read_document

HEADLESS = b"""A1,Train all staff in safeguarding,Ann Lee,31 May 2026,In progress
A2,Review the policy with the governors,Bo Dunn,30 June 2026,Not started
A3,Ask the children what they think of it,Cy Marsh,31 July 2026,Not started
"""


def test_every_role_of_a_column_has_words():
    assert set(ROLES) <= set(ROLE_WORDS)


def test_doubts_about_columns_speak_in_the_words_of_the_page():
    reading = read_plans(read_document("plan.csv", HEADLESS))
    why = [column.why for table in reading.tables for column in table.columns if column.why]
    assert why
    for words in why:
        assert "read as title" not in words and "other than actions" not in words
        assert any(f"“{one}”" in words for one in ROLE_WORDS.values()), words


def test_nobody_is_asked_to_ask_an_owner_about_a_heading():
    assert [one.code for one in choices_for(Question("role", "t1c0", "title", "?"))] == ["as_read"]


@pytest.mark.parametrize(
    ("role", "taken", "printed", "code", "is_same"),
    [
        ("title", "Training for staff", "A1. Training for staff", "A1", True),
        ("title", "Training for staff", "A10. Training for staff", "A1", False),
        ("title", "Training for all", "A1. Training for staff", "A1", False),
        ("ref", "A1", "A1. Training for staff", "A1", True),
        ("owners", "Emma, Hayley", "Emma & Hayley", "A1", True),
        ("owners", "Emma, Hayley", "Emma and Hayley", "A1", True),
        ("owners", "Emma Rowe", "Emma", "A1", False),
        ("owners", "Sandra", "Sandra ", "A1", True),
        ("due", "31 August 2015", "31st Aug", "A1", False),
    ],
)
def test_what_was_understood_is_told_only_where_it_says_more(role, taken, printed, code, is_same):
    assert says_no_more(role, taken, printed, code) is is_same
