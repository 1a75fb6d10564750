"""Concerns of an older system: the same rules hold for a CSV file."""

from __future__ import annotations

import argparse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.access.permission import Refused
from joinedup.audit.actor import public, system
from joinedup.concerns import actions
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.queue import queue
from joinedup.concerns.rules.legacy import WhyOpen, kinds_named
from joinedup.config import ready
from joinedup.config.commands.concerns import rows_of, run
from tests.factories import assurance as make
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db
BY = system("legacy")


def row(**given):
    return {"reference": "MIN/114", "received": "3 May 2021", "words": "Shouting.",
            "name": "Leo Tansley", "age": "9", **given}  # fmt: skip


def test_an_old_reference_is_kept_and_found_and_taken_in_once():
    make.agency()
    made = actions.load_row(BY, row())
    again = actions.load_row(BY, row())
    assert made.is_new and not again.is_new and again.reference == made.reference
    concern = Concern.objects.get()
    assert concern.received_at.year == 2021 and concern.door == "legacy"
    found = queue(worry.duty().user, concern.decide_by_on, wanted="min/114")
    assert found.references == [made.reference]


def test_what_was_ended_is_ended_unless_a_rule_asks_for_more():
    make.agency()
    done = actions.load_row(BY, row(decision="NFA", reason="Moved away"))
    kept = actions.load_row(
        BY, row(reference="MIN/115", decision="signposted", kinds="sexual_exploitation")
    )
    assert not done.is_open and worry.now(done.reference).state == "ended"
    assert kept.is_open and worry.now(kept.reference).state == "received"


def test_a_row_about_the_same_child_is_named_and_not_merged():
    make.agency()
    first = actions.load_row(BY, row())
    second = actions.load_row(BY, row(reference="MIN/115"))
    assert second.perhaps_same == (first.reference,) and Concern.objects.count() == 2


@pytest.mark.parametrize(
    "kinds",
    ["CSE", "c.s.e.", "child sexual exploitation", "Sexual exploitation", "DV; CCE", "Cuckooing"],
)
def test_usual_titles_and_abbreviations_are_read_as_kinds(kinds):
    make.agency()
    made = actions.load_row(BY, row(kinds=kinds, decision="Signposted", words="See file"))
    concern = worry.now(made.reference)
    assert concern.has_exploitation_indicator and concern.state == "received"
    assert (made.is_open, made.why_open, made.ended_as) == (True, WhyOpen.SENDING, "")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"kinds": "Cat 4 toxic trio"}, WhyOpen.KINDS),
        ({"words": "Groomed by older men, given vodka in a hotel", "age": "14"}, WhyOpen.SIGNS),
        ({"words": "Groomed by older men", "age": "nearly 18"}, WhyOpen.SIGNS),
        ({"words": "Older men take her to a hotel", "name": "", "age": ""}, WhyOpen.SIGNS),
        ({"decision": "Case to follow"}, WhyOpen.UNDECIDED),
        ({}, ""),
        ({"words": "Older men fit her kitchen", "age": "70"}, ""),
    ],
)
def test_a_row_is_ended_only_where_nothing_in_it_asks_for_a_person(given, why):
    make.agency()
    made = actions.load_row(BY, row(**{"decision": "Signposted", **given}))
    assert made.why_open == why and made.is_open is bool(why)
    assert worry.now(made.reference).state == ("received" if why else "ended")
    assert made.ended_as == ("" if why else "Advice or signposting")


def test_an_adult_is_known_by_the_birthday_too():
    make.agency()
    made = actions.load_row(BY, row(dob="03/05/1960", age=""))
    assert worry.now(made.reference).people.get().role == "adult"


@given(
    st.lists(st.sampled_from(["CSE", "dv", "Neglect", "county lines", "xyz", "concern.fgm", "?"])),
    st.sampled_from([",", ";", " ; ", "\n"]),
)
def test_no_kind_of_a_row_is_lost(said, between):
    titles = {"concern.fgm": "Female genital mutilation", "concern.county_lines": "County lines",
              "concern.child_neglect": "Neglect", "concern.sexual_exploitation": "CSE, whole"}  # fmt: skip
    means = {"cse": "concern.sexual_exploitation", "dv": "concern.domestic_abuse"}
    codes, unread = kinds_named(between.join(said), titles, means)
    assert set(codes) <= set(titles)
    assert set(unread) == set(said) & {"dv", "xyz", "?"}


@pytest.mark.parametrize("between", [",", ";"])
@pytest.mark.parametrize("code", ["utf-8-sig", "cp1252"])
def test_a_file_is_read_as_older_systems_write_it(between, code):
    said = between.join(["reference", "words"]) + "\r\n" + between.join(["A/1", "“Zoë” shouts"])
    (found,) = rows_of(f"{said}\r\n".encode(code))
    assert found == {"reference": "A/1", "words": "“Zoë” shouts"}


def test_the_command_says_of_every_row_what_became_of_it(tmp_path, monkeypatch, capsys):
    make.agency()
    monkeypatch.setattr(ready, "bring_up_to_date", lambda: None)
    file = tmp_path / "old.csv"
    file.write_text(
        "reference;words;age;kinds;decision\nA/1;Shouting;9;;NFA\nA/2;See file;14;CSE;Signposted\n"
    )
    assert run(argparse.Namespace(deed="load", file=str(file))) == 0
    out = capsys.readouterr().out
    assert "ended as they had it: no further action" in out
    assert "waits to be decided: a rule asks for a referral" in out
    assert "2 concerns taken in, 0 were here already, 1 ended as they had been, 1 wait" in out


def test_what_cannot_be_read_stays_in_the_words():
    make.agency()
    made = actions.load_row(BY, row(received="Whitsun", dob="long ago", kinds="grooming"))
    words = worry.now(made.reference).reports.get().words
    assert "Whitsun" in words and "long ago" in words and "grooming" in words


def test_a_row_without_words_and_a_stranger_are_refused():
    make.agency()
    with pytest.raises(ValueError, match="words are needed"):
        actions.load_row(BY, row(words=""))
    with pytest.raises(Refused):
        actions.load_row(public(), row())
