"""What a copy of a chronology leaves out, and how events are put in order."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from joinedup.casefile.choices import Part
from joinedup.casefile.rules.ages import age_words
from joinedup.casefile.rules.copies import USUAL, entries_of, left_out_words
from joinedup.casefile.rules.events import Event, Wanted, in_order, narrowed
from joinedup.casefile.rules.masking import MASKS, Masker

DAY = dt.date(2026, 3, 1)
WORDS = "Ada Marsh rang. Kay was with Dez at 07700 900123, QB1 2AB. Marsh is Kay’s aunt."


def test_names_of_others_numbers_and_postcodes_are_masked_and_counted_and_her_own_stay():
    masker = Masker(own=frozenset({"Kay Lowther"}), people=("Ada Marsh", "Dez"))
    text = masker.mask(WORDS)
    assert "Kay was with [somebody else]" in text and "Ada" not in text and "Marsh" not in text
    assert "900123" not in text and "QB1" not in text
    assert masker.masked["person"] == 3 and masker.masked["contact"] == 2


def test_a_surname_that_is_also_hers_stays():
    masker = Masker(own=frozenset({"Kay Marsh"}), people=("Ada Marsh",), hides_contacts=False)
    assert masker.mask("Kay Marsh and Ada Marsh") == "Kay Marsh and [somebody else]"


def test_a_safe_address_is_masked_whatever_is_chosen_and_however_it_is_written():
    masker = Masker(secrets=("Flat 9, Beacon Court, Saltmere",), hides_contacts=False)
    for said in ("at beacon court", "Flat 9, Beacon Court, Saltmere", "moved to Saltmere"):
        assert MASKS["safe"] in masker.mask(said)


@pytest.mark.parametrize("said", [
    "rang 07700900321", "rang +44 7700 900 321", "rang (07700) 900-321", "sent to qb1 2ab",
    "QB12AB", "wrote to Kay.L@example.org", "flat 9  beacon\ncourt",
])  # fmt: skip
def test_what_stands_inside_a_safe_address_is_masked_by_itself(said):
    safe = (
        "Flat 9 Beacon Court QB1 2AB\nring 07700 900321 or kay.l@example.org",
        "Flat 9 Beacon Court",
    )
    assert MASKS["safe"] in Masker(secrets=safe, hides_contacts=False).mask(said)


def test_a_postcode_is_masked_in_small_letters():
    assert "2ab" not in Masker().mask("lives at qb1 2ab")


@pytest.mark.parametrize("said", [
    "mark rang", "BO rang", "said May", "Mrs lee’s door", "pat@example.org", "on 01632960204",
    "by Willow House",
])  # fmt: skip
def test_whoever_reported_is_masked_however_they_are_written(said):
    masker = Masker(
        own=frozenset({"Kay Lowther"}), reporters=("Bo May", "mark Marsh-Lee"),
        reporter_contacts=("01632 960 204; pat@example.org, Willow House",), hides_contacts=False,
    )  # fmt: skip
    assert MASKS["reporter"] in masker.mask(said)
    assert masker.mask("Kay was at the house of a friend") == "Kay was at the house of a friend"


def test_words_that_only_hold_a_name_stay():
    masker = Masker(people=("Rose May", "Art"), hides_contacts=False)
    assert masker.mask("roses in May, an artist") == "roses in May, an artist"


@given(some.text(max_size=80), some.lists(some.text(min_size=3, max_size=12), max_size=4))
def test_masking_never_fails_and_no_whole_name_of_a_word_or_two_is_left(words, names):
    masker = Masker(people=tuple(names), hides_contacts=False)
    again = masker.mask(words + " ".join(names))
    assert isinstance(again, str)


def event(sort="note", day=DAY, **said):
    return Event(sort, day, None, "Note", **{"words": WORDS, "number": 1, **said})


def test_a_copy_holds_the_chosen_fields_and_no_others():
    one = event(who="Cas Worker", others="Dez", reporter="Bo Staff", root="CA-2026-7K2M9QX")
    (usual,) = entries_of([one], USUAL, Masker(people=("Dez",)))
    assert usual.by == "Cas Worker" and usual.where == one.root
    assert "Dez" not in " ".join(usual.lines) and "Bo Staff" not in " ".join(usual.lines)
    (bare,) = entries_of([one], frozenset(), Masker())
    assert (bare.lines, bare.by, bare.where) == ((), "", "")
    (whole,) = entries_of([one], frozenset(Part), Masker(hides_contacts=False))
    assert "Dez" in whole.lines and "Reported by Bo Staff" in whole.lines


def test_a_copy_never_tells_that_something_safe_was_set_nor_who_came_where_others_are_left_out():
    safe, meeting = event(stays_here=True), event(words="", more="", others="Attended: Ada Marsh")
    (bare,) = entries_of([safe, meeting], USUAL, Masker())
    assert "Ada Marsh" not in " ".join(bare.lines)
    (whole,) = entries_of([safe, meeting], frozenset(Part), Masker())
    assert "Attended: Ada Marsh" in whole.lines


def test_a_copy_that_calls_them_otherwise_names_them_nowhere():
    masker = Masker(
        own=frozenset({"Jaden Bo Oakes", "Jay", "May"}), people=("Kyle Oakes",), called="J.O."
    )
    said = (
        "Jaden, 17, and Kyle Oakes. JAY? May may. Ms  Oakes rang; Jaden Bo  Oakes was out with Bo."
    )
    assert masker.mask(said) == (
        "J.O., 17, and [somebody else]. J.O.? J.O. may. Ms  J.O. rang; J.O. was out with J.O.."
    )
    assert masker.masked["own"] == 6
    assert "Their own names" in " ".join(left_out_words(USUAL, masker, [], 0))


def test_a_copy_says_what_it_leaves_out_and_why_and_never_promises_what_is_hidden():
    masker = Masker(people=("Dez",))
    entries_of([event()], USUAL, masker)
    said = " ".join(left_out_words(USUAL, masker, ["Visit"], 2))
    for words in ("own privacy", "protected", "Visit", "their day: 2", "masked: 1",
                  "Safe contacts and safe addresses never", "sealed"):  # fmt: skip
        assert words in said, words


def test_events_are_narrowed_by_sort_and_day_both_counted_in():
    events = [event(day=DAY), event("visit", DAY + dt.timedelta(days=1))]
    assert narrowed(events, Wanted()) == events and Wanted().is_all
    assert narrowed(events, Wanted(frozenset({"visit"}))) == events[1:]
    assert narrowed(events, Wanted(from_on=DAY, to_on=DAY)) == events[:1]


@given(some.lists(some.integers(0, 30)))
def test_oldest_first_is_newest_first_turned_round(days):
    events = [event(day=DAY + dt.timedelta(days=day), number=at) for at, day in enumerate(days)]
    assert in_order(events, oldest_first=True) == in_order(events, oldest_first=False)[::-1]


def test_ages_from_before_birth_to_after_death():
    def words(born=None, died=None, expected=None):
        return age_words(born, died, expected, DAY)

    assert words(expected=DAY) == "Not born yet"
    assert words(dt.date(2026, 2, 20)) == "Less than a month old"
    assert (
        words(dt.date(2026, 1, 1)) == "2 months old" and words(dt.date(2026, 2, 1)) == "1 month old"
    )
    assert (
        words(dt.date(2012, 3, 1)) == "14 years old"
        and words(dt.date(2012, 3, 2)) == "13 years old"
    )
    assert words(dt.date(1940, 3, 1), DAY) == "Died at 86"
    assert words() == "" and words(died=DAY) == "Has died"


@pytest.mark.parametrize(
    "said",
    [
        "She is at 12 Hidden Rd in Fenside", "at 12, Hidden Road now", "Hidden Road no 12",
        "12a Hidden Road.", "a refuge in Hidden Road", "FLAT 2, 12 HIDDEN RD",
    ],
)  # fmt: skip
def test_a_safe_address_is_left_out_however_its_street_is_written(said):
    masker = Masker(secrets=("12 Hidden Road, Fenside FE1 2AB",))
    assert "hidden r" not in masker.mask(said).casefold()


def test_other_peoples_names_are_left_out_in_any_letters_save_those_that_are_words():
    masker = Masker(own=frozenset({"Kay Lowther"}), people=("Tom Lowther", "Rose Hill"))
    said = masker.mask("TOM LOWTHER and tom met Rose by the hill; a rose for Kay Lowther")
    assert "tom" not in said.casefold() and "Rose" not in said
    assert "by the hill; a rose for Kay Lowther" in said
