"""What keys mean: words, letters without a sign between, signs, initials, colours."""

from __future__ import annotations

import pytest

from joinedup.assurance.rules.reading.legends import is_legend_text, key_of_text
from joinedup.assurance.rules.reading.meanings import status_meaning

from .tables import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Under way, on time", "in_progress"),
        ("Past its date", "overdue"),
        ("Will be complete by its date", "in_progress"),
        ("late but moving", "in_progress"),
        ("Under way, but at risk of running late", "in_progress"),
        ("Nothing done so far", "not_started"),
        ("not due to begin yet", "not_started"),
        ("Closed by the panel", "complete"),
        ("missed its date", "overdue"),
        ("some slippage", "in_progress"),
        ("stuck without a decision", "on_hold"),
    ],
)
def test_the_words_of_a_key_stand_for_a_status(text, value):
    found = status_meaning(text)
    assert found is not None and found.value == value


def test_words_that_say_no_status_mean_none():
    assert status_meaning("Housing and Communities Directorate") is None


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("✅ finished · 🟡 begun · ⏸ paused", [("✅", "finished"), ("🟡", "begun"), ("⏸", "paused")]),
        ("RAG: C complete, G going to plan", [("C", "complete"), ("G", "going to plan")]),
        ("GT = Gwen Tarrant; MA-B = Moses Ade-Boyle", [("GT", "Gwen Tarrant"), ("MA-B", "Moses Ade-Boyle")]),
    ],
)  # fmt: skip
def test_entries_of_a_key_are_told_apart(text, entries):
    assert is_legend_text(text)
    assert [(entry.symbol, entry.meaning) for entry in key_of_text(text)] == entries


def test_a_cell_without_colour_means_what_the_key_says_of_no_colour():
    page = (
        "<table><tr><th>Colour</th><th>Meaning</th></tr>"
        "<tr><td style='background:#8064A2'></td><td>Finished, evidence seen</td></tr>"
        "<tr><td style='background:#92D050'></td><td>Under way</td></tr>"
        "<tr><td></td><td>Not begun</td></tr></table>"
        "<table><tr><th>Ref</th><th>Action</th><th>Lead</th><th>RAG</th></tr>"
        "<tr><td>1</td><td>Train all staff</td><td>Jo Reeves</td><td style='background:#8064A2'></td></tr>"
        "<tr><td>2</td><td>Write a guide</td><td>Sam Holt</td><td style='background:#92D050'></td></tr>"
        "<tr><td>3</td><td>Count referrals</td><td>Sam Holt</td><td></td></tr></table>"
    )  # fmt: skip
    states = [row.value("status")["value"] for row in read(page, name="plan.html").rows()]
    assert states == ["complete", "in_progress", "not_started"]


def test_a_letter_of_the_key_is_no_answer_to_a_question():
    page = (
        "<p>Key: B – finished, N – not due to begin yet</p>"
        "<table><tr><th>Ref</th><th>Action</th><th>Lead</th><th>BRAG</th></tr>"
        "<tr><td>1</td><td>Train all staff</td><td>Jo Reeves</td><td>N</td></tr>"
        "<tr><td>2</td><td>Write a guide</td><td>Sam Holt</td><td>B</td></tr></table>"
    )
    one, two = read(page, name="plan.html").rows()
    assert (one.value("status")["value"], two.value("status")["value"]) == (
        "not_started",
        "complete",
    )
