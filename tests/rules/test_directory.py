"""Opening hours, sign-posts and the Open Referral shape."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.directory.rules.hours import (
    Hours,
    hours_of,
    hours_words,
    is_open,
    next_reading,
    reading_words,
)
from joinedup.directory.rules.oruk import Facts, as_json, read_services
from joinedup.directory.rules.signposts import age_fits, signposts_for
from joinedup.rulebook import RuleBookError, rule
from joinedup.rulebook.working_days import LONDON, bank_holidays

DAY = dt.date(2026, 11, 23)
WEEK = Hours(frozenset({1, 2, 3, 4, 5}), dt.time(8, 30), dt.time(17))
MARGIN = dt.timedelta(minutes=30)
TOPICS = {"domestic_abuse": "Domestic abuse", "money": "Money, scams and debt"}
SIGNPOSTS = rule("signpost.rules", DAY)


def london(*parts):
    return dt.datetime(*parts, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("at", "says"),
    [
        (london(2026, 11, 23, 9), "Somebody reads new reports until 5 pm today."),
        (london(2026, 11, 23, 7), "Somebody will next read reports today, from 8:30 am."),
        (
            london(2026, 11, 23, 16, 31),
            "Somebody will next read reports tomorrow, Tuesday 24 November, from 8:30 am.",
        ),
        (
            london(2026, 11, 20, 19),
            "Somebody will next read reports on Monday 23 November, from 8:30 am.",
        ),
        (
            london(2026, 12, 24, 18),
            "Somebody will next read reports on Tuesday 29 December, from 8:30 am.",
        ),
    ],
)
def test_people_are_told_when_somebody_next_reads(at, says):
    assert reading_words(next_reading(WEEK, at, MARGIN), at) == says


@given(st.integers(0, 60 * 24 * 1000))
def test_what_is_promised_is_always_an_hour_when_the_door_is_open(minutes):
    at = london(2025, 1, 1) + dt.timedelta(minutes=minutes)
    found = next_reading(WEEK, at, MARGIN)
    assert found.at >= at and is_open(WEEK, found.at)
    day = found.at.astimezone(LONDON).date()
    assert day.weekday() < 5 and day not in bank_holidays(day.year)


def test_hours_that_never_come_are_refused():
    with pytest.raises(RuleBookError, match="never come"):
        next_reading(Hours(frozenset(), dt.time(9), dt.time(10)), london(2026, 1, 5, 9), MARGIN)


def test_hours_are_said_in_words():
    assert hours_words(WEEK) == "Monday to Friday, 8:30 am to 5 pm, not on bank holidays"
    assert hours_words(hours_of(rule("door.hours", DAY))) == hours_words(WEEK)
    all_days = Hours(frozenset(range(1, 8)), dt.time(0), dt.time(12), True)
    assert hours_words(all_days) == "Every day, midnight to midday"
    some = Hours(frozenset({1, 3, 5}), dt.time(9), dt.time(10), True)
    assert hours_words(some) == "Monday, Wednesday and Friday, 9 am to 10 am"


def test_a_domestic_abuse_answer_leads_to_help_and_asks_how_it_is_safe_to_be_in_touch():
    for about in ("child", "adult", "unsure"):
        found = signposts_for(SIGNPOSTS, {"about": [about], "worries": ["domestic"]})
        assert found[0].key == "domestic" and found[0].asks_safe_contact
        assert "domestic_abuse" in found[0].topics


def test_nothing_said_leads_nowhere():
    assert signposts_for(SIGNPOSTS, {}) == ()
    assert signposts_for(SIGNPOSTS, {"about": ["child"]}) == ()


def test_all_answers_of_a_rule_have_to_fit():
    child = {row.key for row in signposts_for(SIGNPOSTS, {"about": ["child"], "worries": ["care"]})}
    adult = {row.key for row in signposts_for(SIGNPOSTS, {"about": ["adult"], "worries": ["care"]})}
    assert "care" in adult and "care" not in child


def test_a_service_for_children_is_not_offered_to_an_adult():
    assert age_fits(None, 17, ["child"], 18) and not age_fits(None, 17, ["adult"], 18)
    assert age_fits(18, None, ["adult"], 18) and not age_fits(18, None, ["child"], 18)
    assert age_fits(18, None, ["unsure"], 18) and age_fits(16, None, ["child"], 18)


def row(**given):
    return {"id": "a1", "name": "Marram House", "phones": [{"number": "01632 960 201"}], **given}


def read(*rows):
    return read_services(json.dumps({"contents": list(rows)}), TOPICS)


def test_a_service_of_another_council_is_read():
    facts, faults = read(
        row(
            organization={"id": "o1", "name": "Marram", "description": "x"},
            eligibility_description="Women over 16",
            minimum_age=16,
            service_areas=[{"id": "s1", "name": "Fenside"}],
            languages=[{"id": "l1", "name": "Polish"}],
            assured_date="2026-08-01",
            attributes=[{"id": "t1", "taxonomy_term": {"id": "x", "name": "Domestic abuse"}}],
            contacts=[{"id": "c1", "name": "Mrs Canary"}],
            cost_options=[{"id": "k", "amount": 3}],
        )
    )
    one = facts[0]
    assert faults == []
    assert (one.organisation, one.from_age, one.areas) == ("Marram", 16, ("Fenside",))
    assert one.topics == ("domestic_abuse",)
    assert one.checked_on == dt.date(2026, 8, 1)
    assert "Canary" not in str(one)
    assert one.extra["cost_options"] == [{"id": "k", "amount": 3}]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": " "}, "no name"),
        ({"url": "javascript:alert(1)"}, "web address"),
        ({"email": "nobody"}, "e-mail"),
        ({"minimum_age": "old"}, "no number"),
        ({"minimum_age": 20, "maximum_age": 10}, "under its lowest"),
        ({"assured_date": "soon"}, "no date"),
        ({"description": "x" * 20_001}, "longer"),
    ],
)
def test_a_service_that_cannot_be_read_says_what_is_wrong(wrong, says):
    facts, faults = read(row(), row(id="a2", **wrong) if "name" not in wrong else wrong)
    assert len(facts) == 1
    assert (faults[0].number, says in faults[0].words) == (2, True)


@pytest.mark.parametrize("text", ["", "[", "[]", "{}", '"a"', "[" * 100_000, '{"contents": 3}'])
def test_what_is_no_file_of_services_is_refused_in_words(text):
    with pytest.raises(ValueError, match="file"):
        read_services(text, TOPICS)


def test_the_same_id_twice_is_refused():
    _, faults = read(row(), row())
    assert "same id" in faults[0].words


words = st.text(st.characters(codec="utf-8", categories=["L", "N"]), max_size=30)
names = st.lists(words.filter(bool), max_size=3, unique=True).map(tuple)


@given(
    st.builds(
        Facts,
        name=words.filter(bool),
        oruk_id=st.uuids().map(str),
        organisation=words,
        description=words,
        topics=st.sampled_from([(), ("money",), ("domestic_abuse", "money")]),
        from_age=st.none() | st.integers(0, 17),
        to_age=st.none() | st.integers(18, 130),
        areas=names,
        languages=names,
        room=st.sampled_from(["unknown", "room", "waiting", "full"]),
        room_note=words,
        phone=st.just("") | st.just("01632 960 201"),
        text_number=st.just("") | st.just("07700 900 101"),
        seen=st.sampled_from(["unknown", "safe", "care"]),
        seen_note=words,
        is_closed=st.booleans(),
        checked_on=st.none() | st.dates(),
    )
)
def test_what_is_handed_on_comes_back_the_same(facts):
    now = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    found, faults = read_services(as_json([(facts, now)], TOPICS), TOPICS)
    assert faults == []
    came = found[0]
    organization = came.extra["organization"]
    assert organization["name"] == facts.organisation
    again, _ = read_services(as_json([(came, now)], TOPICS), TOPICS)
    assert again == [came]
    for name in Facts.__slots__:
        if name != "extra":
            assert getattr(came, name) == getattr(facts, name), name
