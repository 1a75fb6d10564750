"""A field as typed and as shown."""

from __future__ import annotations

import pytest

from joinedup.assurance.rules.checking import StepFault
from joinedup.assurance.rules.checking.values import (
    STATUSES,
    account_words,
    meaning_words,
    shown,
    typed,
)
from joinedup.assurance.rules.reading import Account


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("owners", "Ada Marsh\n\n Head of Housing ", ["Ada Marsh", "Head of Housing"]),
        ("see", "", []),
        ("ref", " A2 ", "A2"),
        ("review", "", None),
        ("due", "", None),
        ("due", "31 July", {"text": "31 July", "date": "2026-07-31", "start": None, "recurrence": None}),
        ("status", "complete", {"text": "Complete", "value": "complete"}),
        ("status", "In progress", {"text": "In progress", "value": "in_progress"}),
        ("status", "", None),
        ("priority", "High", {"text": "High", "value": "high"}),
        ("priority", "Medium", {"text": "Medium", "value": "medium"}),
        ("priority", "", None),
        ("title", "Train staff", "Train staff"),
    ],
)  # fmt: skip
def test_what_is_typed_becomes_the_value(name, text, value):
    assert typed(name, text, 2026) == value


@pytest.mark.parametrize(
    ("name", "text"), [("title", "  "), ("status", "purple monkey"), ("priority", "very")]
)
def test_what_cannot_be_is_refused_with_what_to_do(name, text):
    with pytest.raises(StepFault, match=r"(Type|Choose)"):
        typed(name, text, 2026)


@pytest.mark.parametrize("text", ["Ada\nBo", "31 July 2026", "A2", ""])
def test_what_is_shown_can_be_typed_again(text):
    for name in ("owners", "due", "ref"):
        assert shown(name, typed(name, text, 2026)) == text


def test_every_status_offered_can_be_typed_by_its_code():
    for code in STATUSES:
        assert typed("status", code, None)["value"] == code


def test_a_date_says_what_it_was_taken_to_mean():
    assert meaning_words("due", typed("due", "31 July", 2026)) == "due 31 July 2026"
    assert meaning_words("due", typed("due", "Monthly", 2026)) == "comes back: monthly"
    assert meaning_words("due", typed("due", "one fine day", 2026)).startswith("no date")
    assert meaning_words("owners", ["Ada"]) == ""


def test_the_count_is_told_in_one_sentence():
    good = account_words(Account(3, {"row": 2, "header": 1}))
    assert good == "All 3 source cells are accounted for: 2 in rows, 1 column heading."
    bad = account_words(Account(3, {"row": 2, "lost": 1}))
    assert bad.startswith("1 of 3 source cells")
