"""What due phrases mean. The cases are in data/: text, year of the plan, date, start, rhythm."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from joinedup.assurance.rules.due import Due, due_sentence, parse_due

DATA = Path(__file__).parent / "data"
SHARED = Path(__file__).resolve().parents[3] / "shared"

Case = tuple[str, int | None, str | None, str | None, str | None]


def read_cases(name: str) -> list[Case]:
    cases: list[Case] = []
    for line in (DATA / name).read_text("utf-8").splitlines():
        if line.startswith("#") or "|" not in line:
            continue
        text, year, *meant = (part.strip() for part in line.rsplit("|", 4))
        date, start, recurrence = (None if m == "-" else m for m in meant)
        cases.append((text, None if year == "-" else int(year), date, start, recurrence))
    return cases


@pytest.mark.parametrize("name", sorted(p.name for p in DATA.glob("due_cases*.txt")))
def test_each_phrase_means_what_a_careful_reader_takes_from_it(name: str) -> None:
    cases = read_cases(name)
    wrong = []
    for text, year, *meant in cases:
        due = parse_due(text, year)
        if [due.date, due.start, due.recurrence] != meant:
            wrong.append((text, year, meant, due))
    assert cases
    assert not wrong


def test_the_phrases_of_the_sample_plans_are_all_understood() -> None:
    path = SHARED / "plans" / "dates.json"
    if not path.exists():
        pytest.skip("the sample plans are not here")
    for case in json.loads(path.read_text("utf-8"))["cases"]:
        due = parse_due(case["text"], case["reference_year"])
        told = (due.date, due.start, due.recurrence)
        assert told == (case["date"], case["start"], case["recurrence"]), case["text"]


def test_struck_text_stays_and_does_not_count() -> None:
    due = parse_due("31/3/22 30/9/22", struck=("30/9/22",))
    assert (due.text, due.date) == ("31/3/22 30/9/22", "2022-03-31")


def test_text_struck_out_altogether_gives_no_date() -> None:
    assert parse_due("31/3/22", struck=("31/3/22",)).date is None


@pytest.mark.parametrize(
    "text",
    [
        "31 June 2023",
        "bi-annually",
        "Setpember 2023",
        "June 2023 TBC",
        "Q3 2024",
        "every six weeks",
        "31/3/22 revised to TBC",
        "Completed May 2023",
        "6 months from April 2024",
        "31 March",
        "24 items by June 2023",
        "Autumn 2024 - March",
    ],
)
def test_what_is_in_doubt_says_why(text: str) -> None:
    due = parse_due(text)
    assert due.confidence < 0.8
    assert due.why.endswith((".", "?"))


@pytest.mark.parametrize("text", ["By 31 March 2024", "Monthly", "TBC", "n/a", "Mar-22", ""])
def test_what_is_plain_is_not_flagged(text: str) -> None:
    assert parse_due(text).confidence >= 0.8


# Every way of writing a day, and of a month, with the century or without.
DAYS = [
    "{d} {month} {y}",
    "{d}{th} {month} {y}",
    "{d} {th} {month} {y}",
    "{d}{th} of {month}, {y}",
    "{d} {mon} {y}",
    "{d}-{mon}-{yy}",
    "{d:02}/{m:02}/{y}",
    "{d}/{m}/{yy}",
    "{d:02}.{m:02}.{y}",
    "{d}-{m}-{y}",
    "{y}-{m:02}-{d:02}",
    "{weekday} {d}{th} {month} {y}",
    "{month} {d}, {y}",
    "{month} {d}{th} {y}",
    "{d}{th} {month} '{yy}",
    "{d} {month} ’{yy}",
    "w/c {d}/{m}/{yy}",
]
MONTHS = ["{month} {y}", "{mon}-{yy}", "{mon} '{yy}", "{m:02}/{y}", "mid-{month} {y}"]
AROUND = [
    "{}",
    "By {}",
    "by no later than {}",
    "  {} ",
    "Due: {}",
    "{}.",
    "({})",
    "To be done by {}",
]
dates = st.dates(dt.date(2000, 1, 1), dt.date(2059, 12, 31))


def render(style: str, day: dt.date) -> str:
    ends = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
    return style.format(
        d=day.day,
        m=day.month,
        y=day.year,
        yy=f"{day.year % 100:02}",
        th=ends.get(day.day, "th"),
        month=day.strftime("%B"),
        mon=day.strftime("%b"),
        weekday=day.strftime("%A"),
    )


@given(dates, st.sampled_from(DAYS), st.sampled_from(AROUND))
def test_a_day_is_read_back_however_it_is_written(day: dt.date, style: str, around: str) -> None:
    due = parse_due(around.format(render(style, day)), 1999)
    assert (due.date, due.start, due.recurrence) == (day.isoformat(), None, None)


@given(dates, st.sampled_from(MONTHS), st.sampled_from(AROUND))
def test_a_month_is_read_back_however_it_is_written(day: dt.date, style: str, around: str) -> None:
    due = parse_due(around.format(render(style, day)))
    assert (due.date, due.start) == (day.strftime("%Y-%m"), None)


@given(dates, st.sampled_from(DAYS), dates, st.sampled_from(DAYS))
def test_a_revised_day_wins(first: dt.date, one: str, second: dt.date, other: str) -> None:
    due = parse_due(f"{render(one, first)} revised to {render(other, second)}")
    assert due.date == second.isoformat()


@given(dates, dates, st.sampled_from(DAYS))
def test_a_span_has_a_start_and_an_end(first: dt.date, second: dt.date, style: str) -> None:
    assume(first < second)
    due = parse_due(f"From {render(style, first)} until {render(style, second)}")
    assert (due.start, due.date) == (first.isoformat(), second.isoformat())


def test_the_twenty_fourth_of_july_is_not_round_the_clock() -> None:
    assert parse_due("24/7/26").date == "2026-07-24"
    assert parse_due("24/7").recurrence == "ongoing"


@given(dates, st.sampled_from(DAYS), st.sampled_from(["Monthly", "quarterly", "Annually"]))
def test_a_rhythm_with_a_first_day_has_no_end(day: dt.date, style: str, rhythm: str) -> None:
    due = parse_due(f"{rhythm} from {render(style, day)}")
    assert (due.date, due.start) == (None, day.isoformat())
    assert due.recurrence


@given(st.text(max_size=60), st.none() | st.integers(1990, 2090))
def test_any_text_at_all_is_borne(text: str, year: int | None) -> None:
    due = parse_due(text, year)
    assert due.text == text
    assert 0 <= due.confidence <= 1


FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "31",
            "30",
            "1",
            "7",
            "15",
            "2",
            "12",
            "2022",
            "22",
            "'22",
            "/",
            "-",
            ".",
            ",",
            "&",
            "3rd",
            "31st",
            "March",
            "may",
            "jun",
            "Sept",
            "of",
            "by",
            "from",
            "until",
            "to",
            "monthly",
            "annual",
            "revised",
            "was",
            "next",
            "meeting",
            "completed",
            "TBC",
            "within",
            "months",
            "after",
            "every",
            "(",
            ")",
            "Friday",
            "10am",
            "phase",
            "100",
            "term",
            "Easter",
            "each",
            "review",
            ":",
            "then",
            "onwards",
            "now",
            "between",
            "and",
        ]
    ),
    max_size=9,
)


def may_be_said(number: int, words: list[str], names: dict[str, int]) -> bool:
    said = {int(n) for n in re.findall(r"\d+", " ".join(words))}
    return number in said or any(names.get(w.lower()[:3]) == number for w in words)


@given(FRAGMENTS, st.sampled_from([None, 2019]))
def test_no_day_month_or_year_is_invented(words: list[str], year: int | None) -> None:
    text = " ".join(words)
    due = parse_due(text, year)
    names = {dt.date(2000, m, 1).strftime("%b").lower(): m for m in range(1, 13)} | {"eas": 4}
    for iso in filter(None, (due.date, due.start)):
        y, *rest = (int(part) for part in iso.split("-"))
        assert str(y) in text or str(y)[2:] in text or y == year
        only_the_year = rest == [12, 31] and str(y) in text
        assert only_the_year or may_be_said(rest[0], words, names), (text, iso)
        assert only_the_year or len(rest) == 1 or may_be_said(rest[1], words, {}), (text, iso)


def test_a_phrase_is_told_back_in_a_plain_sentence() -> None:
    today = dt.date(2023, 6, 1)
    told = {
        "31/3/2023": "Due by 31 March 2023, which has passed.",
        "June 2023": "Due by June 2023.",
        "Quarterly from 31 July 2023": "To be done every three months, first on 31 July 2023.",
        "Monthly until March 2024": "To be done every month, until March 2024.",
        "From 1 April 2024": "To begin on 1 April 2024.",
        "TBC": "No date can be told from these words.",
        "": "No date is given.",
    }
    assert {text: due_sentence(parse_due(text), today) for text in told} == told


def test_a_due_never_changes() -> None:
    due = parse_due("June 2023")
    with pytest.raises(AttributeError):
        due.date = "2024-01-01"  # type: ignore[misc]
    assert due == Due("June 2023", "2023-06", None, None, due.confidence, due.why)


@pytest.mark.parametrize("text", ["After each Board meeting", "Every governors' meeting"])
def test_what_follows_every_meeting_of_a_body_recurs_with_its_meetings(text: str) -> None:
    due = parse_due(text, 2024)
    assert (due.recurrence, due.date, due.start) == ("each_meeting", None, None)
    assert due.confidence >= 0.8
