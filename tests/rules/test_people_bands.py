"""Known, possible, relative, new: who is taken for whom, and who never is."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.subjects.rules.banding import Limits, banded
from joinedup.subjects.rules.comparing import compare
from joinedup.subjects.rules.described import described
from joinedup.subjects.rules.frequency import Frequencies
from joinedup.subjects.rules.joining import groups

TODAY = dt.date(2026, 11, 22)
COUNTS = Frequencies(5_000, {"amira": 12, "oliver": 60}, {"khan": 60, "smith": 70}, {"2012": 200})
AMIRA = {
    "forename": "Amira", "surname": "Khan", "dob": "2012-08-09", "sex": "F", "house": "12",
    "street": "Mill Lane", "town": "Marsby", "postcode": "QB1 2AB", "phone": "07700 900123",
    "online": "amira.k9",
}  # fmt: skip


def answers(asked, *records, size=5_000):
    larger = size // 5_000
    counts = Frequencies(
        size,
        {name: count * larger for name, count in COUNTS.forenames.items()},
        {name: count * larger for name, count in COUNTS.surnames.items()},
        {year: count * larger for year, count in COUNTS.years.items()},
    )
    of = described({**AMIRA, **asked}, TODAY)
    compared = [compare(of, described({**AMIRA, **one}, TODAY), counts) for one in records]
    return banded(compared, size, Limits(), of.is_partial)


def band(asked, record=None, size=5_000):
    found = answers(asked, record or {}, size=size)
    return found[0].band if found else "new"


NOWHERE = {"house": "", "street": "", "town": "", "postcode": ""}
ELSEWHERE = {"house": "9", "street": "Elm Road", "town": "Askby", "postcode": "QX9 9ZZ"}


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"forename": "Amria"},
        {"surname": "Kahn"},
        {"dob": "09/08/2012"},
        {"dob": "2012-09-08"},
        {"dob": "2012-08-08"},
        {**ELSEWHERE, "phone": "07700 900999", "online": ""},
        {"forename": "Khan", "surname": "Amira"},
        {**NOWHERE, "phone": "", "online": ""},
    ],
)
def test_the_same_person_is_known_in_spite_of_slips_and_moves(asked):
    assert band(asked) == "known"


@pytest.mark.parametrize(
    "asked",
    [
        {"forename": "Aisha"},
        {"forename": "Aisha", "online": ""},
        {"forename": "Aisha", "phone": "", "online": ""},
        {"forename": "Bilal", "sex": "M", "dob": "2009-01-05", "online": ""},
        {"dob": "1984-02-03", "online": "", "phone": ""},
        {"dob": "", "age_text": "about 45", "online": ""},
    ],
)
def test_a_twin_a_brother_and_a_namesake_of_another_generation_are_relatives(asked):
    assert band(asked) == "relative"


def test_a_false_name_is_found_by_its_telephone_or_online_name():
    false = {"forename": "Jade", "surname": "Marlow", "dob": "", **NOWHERE}
    assert band({**false, "online": ""}) == "possible"
    assert band({**false, "phone": ""}) == "possible"


def test_a_name_alone_is_worth_less_among_a_million():
    asked = {"dob": "", **NOWHERE, "phone": "", "online": "", "sex": ""}
    assert band(asked, size=1_000_000) == "new"
    assert band({**asked, "forename": "Zephyrine", "surname": "Quillfeather"},
                {"forename": "Zephyrine", "surname": "Quillfeather"}) == "possible"  # fmt: skip


def test_a_stranger_is_new():
    asked = {"forename": "Oliver", "surname": "Smith", "dob": "1990-03-04", "sex": "M",
             **ELSEWHERE, "phone": "07700 900999", "online": ""}  # fmt: skip
    assert band(asked) == "new"


def test_two_that_agree_alike_are_both_only_possible():
    found = answers({"online": "", "phone": ""}, {"online": ""}, {"online": ""})
    assert [one.band for one in found] == ["possible", "possible"]


def test_records_of_one_person_do_not_take_the_lead_from_each_other():
    of = described({**AMIRA, "online": "", "phone": ""}, TODAY)
    compared = [compare(of, described(AMIRA, TODAY), COUNTS)] * 2
    assert [one.band for one in banded(compared, 5_000, Limits(), False, [7, 7])] == ["known"] * 2


def test_every_answer_says_why_field_by_field():
    (found,) = answers({"forename": "Amria", **ELSEWHERE}, {})
    assert found.why["forename"] == "close" and found.why["dob"] == "same"
    assert found.why["address"] == "different"


def test_a_girl_called_k_with_a_ford_van_surfaces_against_another_report():
    of = described({"forename": "K", "sex": "F", "things": "ford van"}, TODAY)
    other = described({"forename": "Kayleigh", "sex": "F", "things": "white ford van"}, TODAY)
    found = banded([compare(of, other, COUNTS)], 5_000, Limits(), of.is_partial)
    assert [one.band for one in found] == ["possible"]


PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] != p[1]))


@given(PAIRS, st.integers(0, 9), st.integers(0, 9))
def test_a_merge_that_is_undone_leaves_what_was_there_before(links, one, other):
    before = groups(links)
    assert groups([*links, (one, other)][:-1]) == before
    joined = groups([*links, (one, other)])
    assert joined[one] == joined[other]


@given(PAIRS.flatmap(lambda links: st.tuples(st.just(links), st.permutations(links))))
def test_the_order_of_decisions_changes_no_person(both):
    links, turned = both
    assert groups(links) == groups(turned)


def test_twins_whose_names_differ_by_a_letter_are_relatives_where_both_names_are_in_use():
    counts = Frequencies(5_000, {"amina": 9, "alina": 7}, {"khan": 60}, {"2012": 200})
    of = described({**AMIRA, "forename": "Amina", "phone": "", "online": ""}, TODAY)
    twin = described({**AMIRA, "forename": "Alina", "phone": "", "online": ""}, TODAY)
    found = banded([compare(of, twin, counts)], 5_000, Limits())
    assert [one.band for one in found] == ["relative"]


def test_a_sister_called_by_what_is_the_other_ones_middle_name_is_a_relative():
    asked = {"forename": "Zahra", "dob": "2009-03-02", "phone": "", "online": ""}
    assert band(asked, {"middle": "Zahra", "phone": "", "online": ""}) == "relative"


def test_a_rare_name_of_one_language_is_no_alert_where_the_date_of_birth_stands_against_it():
    counts = Frequencies(20_000, {"brendan": 15}, {"daly": 15}, {"1980": 300})
    name = {"forename": "Brendan", "surname": "Daly", "phone": "", "online": "", "sex": "M"}
    of = described({**AMIRA, **name, **NOWHERE, "dob": "1980-08-11"}, TODAY)
    other = described({**AMIRA, **name, **ELSEWHERE, "dob": "1951-02-03"}, TODAY)
    assert banded([compare(of, other, counts)], 20_000, Limits()) == []


def test_twins_who_share_a_middle_name_are_relatives():
    asked = {"forename": "Simran", "middle": "Kaur", "phone": "", "online": ""}
    assert band(asked, {"middle": "Kaur", "phone": "", "online": ""}) == "relative"


def test_a_father_born_on_the_same_day_of_another_year_is_a_relative():
    asked = {"dob": "1987-08-09", "phone": "", "online": ""}
    assert band(asked, {"phone": "", "online": ""}) == "relative"


def test_two_surnames_that_many_bear_are_hardly_a_slip_of_each_other():
    counts = Frequencies(5_000, {"sean": 12}, {"murray": 30, "murphy": 60}, {"2012": 200})
    asked = {"forename": "Sean", "surname": "Murray", "dob": "", "age_text": "14", **NOWHERE,
             "phone": "", "online": ""}  # fmt: skip
    of = described({**AMIRA, **asked, "sex": "M"}, TODAY)
    for surname, is_likely in (("Murphy", False), ("Murrary", True)):
        there = {**AMIRA, **asked, "surname": surname, "sex": "M"}
        seen = compare(of, described(there, TODAY), counts).seen["surname"]
        assert seen.code == "close" and (seen.bits > 2) == is_likely


def test_a_common_name_and_an_age_raise_no_alert_in_a_large_register():
    asked = {"forename": "Oliver", "surname": "Smith", "dob": "", "age_text": "14", "sex": "M",
             **ELSEWHERE, "phone": "", "online": ""}  # fmt: skip
    there = {"forename": "Oliver", "surname": "Smith", "sex": "M", "dob": "2012-03-04", "phone": ""}
    assert band(asked, there, size=100_000) == "new"


def test_digits_of_a_year_that_changed_places_are_a_slip_and_a_wrong_decade_is_not_sure():
    asked = {"phone": "", "online": ""}
    there = {**asked, "dob": "1979-10-02"}
    assert band({**asked, "dob": "1997-10-02"}, there) == "known"
    assert band({**asked, "dob": "1999-10-02"}, there) == "possible"


def test_the_others_who_share_the_telephone_of_somebody_found_are_family():
    asked = {"surname": "", "dob": "", "sex": "", **NOWHERE, "online": ""}
    found = answers(asked, {}, {"forename": "Bilal", "surname": "Khan"})
    assert [one.band for one in found] == ["possible", "relative"]


def test_who_is_surely_one_of_three_is_possible_three_times():
    found = answers({"online": "", "phone": "", "dob": ""}, *[{"online": ""}] * 3)
    assert [one.band for one in found] == ["possible"] * 3


def test_an_unborn_child_is_found_by_surname_and_home_and_the_mother_is_a_relative():
    asked = {"forename": "Unborn", "dob": "", "age_text": "unborn", "sex": "", "phone": "",
             "online": ""}  # fmt: skip
    found = answers(asked, {**asked, "forename": "Baby"}, {"dob": "1996-07-12", "online": ""})
    assert [one.band for one in found] == ["possible", "relative"]


def test_a_forename_of_one_time_makes_an_age_of_that_time_say_less():
    counts = Frequencies(
        5_000, {"sharon": 40}, {"khan": 60}, {"1965": 60}, {"sharon.196": 40, ".196": 700}
    )
    asked = {"forename": "Sharon", "surname": "Khan", "dob": "1965-06-13"}
    of = described({**AMIRA, **asked}, TODAY)
    fits = compare(of, described({**AMIRA, **asked, "forename": "Rita"}, TODAY), counts)
    seen = compare(of, of, counts)
    assert seen.seen["dob"].bits < fits.seen["dob"].bits - 1


def test_many_of_one_name_make_a_name_with_an_age_say_less():
    asked = {"dob": "", "age_text": "14", "phone": "", "online": "", **ELSEWHERE}
    of = described({**AMIRA, **asked}, TODAY)
    compared = [compare(of, described({**AMIRA, "phone": "", "online": ""}, TODAY), COUNTS)]
    assert [one.band for one in banded(compared, 5_000, Limits())] == ["possible"]
    assert banded(compared, 5_000, Limits(), namesakes=40) == []


def test_a_brother_called_by_the_others_middle_name_is_not_sure_where_dates_differ():
    asked = {"forename": "Noor", "dob": "2012-08-07", "phone": "", "online": ""}
    assert band(asked, {"middle": "Noor", "phone": "", "online": ""}) == "possible"
