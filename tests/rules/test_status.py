"""How far an action has come, as plans say it. The cases are in data/."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.assurance.rules.status import (
    Status,
    parse_per_cent,
    parse_priority,
    parse_status,
    parse_tick,
    read_key,
    split_status_from_progress,
)

DATA = Path(__file__).parent / "data"


def read_lines(name: str) -> list[str]:
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_each_status_cell_has_its_value() -> None:
    wrong = []
    for line in read_lines("status_cases.txt"):
        text, value = (part.strip() for part in line.rsplit("|", 1))
        found = parse_status(text)
        if (found.value if found else "-") != value:
            wrong.append((text, value, found))
    assert not wrong


def test_each_progress_cell_keeps_its_words_beside_its_status() -> None:
    wrong = []
    for line in read_lines("progress_cases.txt"):
        cell, value, left = (part.strip() for part in line.rsplit("|", 2))
        found, rest = split_status_from_progress(cell.split(" // "))
        if (found.value if found else "-", " // ".join(rest)) != (value, left):
            wrong.append((cell, found, rest))
    assert not wrong


def test_colours_mean_what_the_key_says() -> None:
    key = read_key(["G = not started; A = in progress; R = complete"])
    told = {sign: getattr(parse_status(sign, key), "value", None) for sign in "GAR"}
    assert told == {"G": "not_started", "A": "in_progress", "R": "complete"}
    assert parse_status("G") is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Green – complete, Amber – on track, Red – overdue",
         {"Green": "complete", "Amber": "in_progress", "Red": "overdue"}),
        ("1: not started 2: under way 3: complete",
         {"1": "not_started", "2": "in_progress", "3": "complete"}),
        ("Key: B = Complete | G = On target | A = Some delay | R = Missed",
         {"B": "complete", "G": "in_progress", "A": "in_progress", "R": "overdue"}),
        ("Blue: action completed", {"Blue": "complete"}),
        ("There is no key here", {}),
    ],
)  # fmt: skip
def test_a_key_is_read(text: str, key: dict[str, str]) -> None:
    assert {sign: status.value for sign, status in read_key([text]).items()} == key


@pytest.mark.parametrize(
    ("text", "value"),
    [("100", "complete"), ("0", "not_started"), ("60", "in_progress"), ("60%", "in_progress"),
     ("0.6", "in_progress"), ("99.5 %", "in_progress")],
)  # fmt: skip
def test_per_cent_tells_a_status(text: str, value: str) -> None:
    found = parse_per_cent(text)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("text", ["", "three", "140", "12 of 20"])
def test_what_is_no_per_cent_tells_none(text: str) -> None:
    assert parse_per_cent(text) is None


def test_ticks_and_yes_are_yes_and_crosses_no() -> None:
    assert [parse_tick(t) for t in ("✓", "Y", "yes", "X", "N", "No", "", "maybe")] == [
        True, True, True, True, False, False, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [("H", "high"), ("High", "high"), ("MEDIUM", "medium"), ("M", "medium"), ("L", "low"),
     ("Essential", "high"), ("High priority", "high"), ("Low (advisory)", "low")],
)  # fmt: skip
def test_priorities_are_read(text: str, value: str) -> None:
    found = parse_priority(text)
    assert found is not None
    assert found.value == value


def test_a_number_is_a_priority_only_through_a_key() -> None:
    assert parse_priority("1") is None
    found = parse_priority("1", {"1": "high"})
    assert found is not None
    assert found.value == "high"


def test_two_states_in_one_cell_are_flagged() -> None:
    found = parse_status("Complete / overdue")
    assert found is not None
    assert found.confidence < 0.8
    assert found.why


@given(st.lists(st.text(max_size=40), max_size=4))
def test_no_word_of_a_progress_cell_is_lost(lines: list[str]) -> None:
    status, rest = split_status_from_progress(lines)
    said = sorted("".join(c for c in "".join(lines) if c.isalnum()))
    kept = (status.text if status else "") + "".join(rest)
    assert sorted(c for c in kept if c.isalnum()) == said


@given(st.text(max_size=60))
def test_any_text_at_all_is_borne(text: str) -> None:
    found = parse_status(text, {"G": Status("complete", "complete")})
    assert found is None or 0 <= found.confidence <= 1
    assert isinstance(dict(read_key([text])), dict)
