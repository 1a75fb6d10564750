"""What the shipped rules say."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from joinedup import rulebook
from joinedup.rulebook import Kind, RuleBookError, Status
from joinedup.rulebook.glossary import explain, words_from
from joinedup.rulebook.glossary_page import main, page

D = dt.date
TODAY = D(2026, 11, 1)
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("code", "limit", "status"),
    [
        ("clock.contact_decision", "1 working day", Status.UNVERIFIED),
        ("clock.child_assessment", "45 working days", Status.UNVERIFIED),
        ("clock.first_conference", "15 working days", Status.UNVERIFIED),
        ("clock.serious_incident_notice", "5 working days", Status.IN_FORCE),
        ("clock.rapid_review", "15 working days", Status.IN_FORCE),
        ("clock.practice_review", "6 months", Status.UNVERIFIED),
        ("clock.death_review_decision", "1 month", Status.UNVERIFIED),
        ("clock.death_review_report", "6 months", Status.UNVERIFIED),
        ("clock.out_of_area_notice_emergency", "5 working days", Status.IN_FORCE),
        ("clock.return_interview_held", "72 hours", Status.UNVERIFIED),
        ("clock.looked_after_review_first", "20 working days", Status.UNVERIFIED),
        ("clock.looked_after_visit_later", "6 weeks", Status.UNVERIFIED),
        ("clock.out_of_area_driver_notice", "10 working days", Status.IN_FORCE),
        ("clock.out_of_area_driver_reply", "20 working days", Status.UNVERIFIED),
        ("retention.nr3s", "11 years", Status.IN_FORCE),
        ("escalation.stage_1", "2 working days", Status.LOCAL),
        ("escalation.stage_2", "5 working days", Status.LOCAL),
        ("session.idle", "15 minutes", Status.UNVERIFIED),
        ("session.absolute", "8 hours", Status.UNVERIFIED),
        ("draft.keep", "7 days", Status.UNVERIFIED),
    ],
)
def test_each_limit_says_how_far_it_can_be_trusted(code: str, limit: str, status: Status) -> None:
    entry = rulebook.rule(code, TODAY)
    assert entry.amount().words() == limit
    assert entry.status is status


def test_every_entry_has_a_source_a_hash_of_its_own_and_a_known_successor() -> None:
    entries = rulebook.all_entries()
    codes = {entry.code for entry in entries}
    assert len({entry.content_hash for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.source.name
        assert not entry.successor or entry.successor in codes, entry.code


def test_what_a_rule_points_to_exists() -> None:
    codes = {entry.code for entry in rulebook.all_entries()}
    for entry in rulebook.all_entries():
        for name in ("next", "threshold"):
            assert entry.words(name) in codes | {""}, entry.code


def test_the_version_stays_while_the_rules_do() -> None:
    assert rulebook.version() == rulebook.version()
    assert len(rulebook.version()) == 64


def test_the_order_that_ended_in_2015_is_kept_and_points_to_its_successor() -> None:
    (old,) = rulebook.resolve_order_type("SOPO")
    assert old.holds_on(D(2014, 6, 1))
    assert not old.holds_on(D(2026, 6, 1))
    (new,) = rulebook.resolve_order_type("shpo")
    assert old.successor == new.code
    (risk,) = rulebook.resolve_order_type("ROSHO")
    assert risk.successor == "order.sexual_risk"


def test_a_harbouring_notice_is_an_abduction_warning_notice() -> None:
    for words in ("harbouring", "Harbourers' warning", "CAWN", "harbouring notice"):
        (found,) = rulebook.resolve_order_type(words)
        assert found.code == "order.abduction_warning"
    assert rulebook.resolve_order_type("tea") == ()


def test_children_have_four_categories_of_abuse_and_the_care_act_ten_types() -> None:
    kinds = rulebook.of_kind(Kind.CONCERN_TYPE, TODAY)
    adult = [one for one in kinds if one.words("group") == "adult"]
    categories = {"child_physical", "child_emotional", "child_sexual", "child_neglect"}
    assert {f"concern.{one}" for one in categories} <= {one.code for one in kinds}
    assert len(adult) == 10


def test_a_repeat_has_two_dated_definitions() -> None:
    older, newer = rulebook.history("definition.marac_repeat")
    assert "any abuse" not in older.strings("incident")
    assert newer.strings("incident") == ("any abuse",)
    assert rulebook.rule("definition.marac_repeat", D(2015, 6, 25)) == older


def test_pcc_has_two_meanings_and_the_writer_decides_which_comes_first() -> None:
    on = D(2015, 7, 22)
    district = [one.expansion for one in rulebook.abbreviation("PCC", on, "district council")]
    others = [one.expansion for one in rulebook.abbreviation("pcc", on, "unitary council")]
    assert district == ["Prosperous Communities Committee", "Police and Crime Commissioner"]
    assert others == ["Police and Crime Commissioner", "Prosperous Communities Committee"]


def test_before_there_were_commissioners_pcc_has_one_meaning() -> None:
    assert len(rulebook.abbreviation("PCC", D(2011, 1, 1))) == 1


def test_a_guess_is_never_shown_as_the_expansion() -> None:
    for term in ("ARM", "LAF", "LAT", "CFSS"):
        (meaning,) = rulebook.abbreviation(term, TODAY)
        assert meaning.shown == "expansion not confirmed"
    guesses = [one for one in rulebook.abbreviations(TODAY) if one.confidence == "guess"]
    assert all(one.entry.status is Status.UNVERIFIED for one in guesses)


def test_confidence_is_one_of_three_words() -> None:
    found = {one.confidence for one in rulebook.abbreviations(TODAY)}
    assert found == {"sure", "likely", "guess"}


def test_a_council_confirms_an_expansion_of_its_own() -> None:
    local = {
        "code": "abbr.arm",
        "title": "ARM",
        "kind": "abbreviation",
        "source": "Minute 12 of the Northmere leadership team",
        "values": {"term": "ARM", "expansion": "Anti-social Risk Meeting", "confidence": "sure"},
        "from": D(2026, 1, 1),
        "approved_by": "Safeguarding Lead",
        "approved_on": D(2026, 1, 1),
    }
    (meaning,) = rulebook.abbreviation("ARM", TODAY, overlay=[local])
    assert meaning.shown == "Anti-social Risk Meeting"


def test_an_old_abbreviation_is_still_explained() -> None:
    (meaning,) = rulebook.abbreviation("LSCB", TODAY)
    assert meaning.entry.successor == "abbr.lscp"
    assert rulebook.abbreviation("ZZZ", TODAY) == ()


def test_chase_steps_go_from_the_owner_upwards_in_order_of_days() -> None:
    for entry in rulebook.of_kind(Kind.CHASE, TODAY):
        steps = entry.rows("steps")
        days = [int(str(step["days"])) for step in steps]
        assert days == sorted(set(days)), entry.code
        assert len({step["key"] for step in steps}) == len(steps)
        assert {"key", "days", "to", "words"} <= set(steps[0])


def test_the_last_colour_condition_takes_whatever_is_left() -> None:
    conditions = rulebook.rule("rag.action", TODAY).rows("conditions")
    assert conditions[-1]["when"] == "otherwise"
    assert {one["colour"] for one in conditions} == {
        "red",
        "amber",
        "green",
        "blue",
        "grey",
    }


def test_what_is_said_to_be_complete_is_never_red() -> None:
    order = [one["when"] for one in rulebook.rule("rag.action", TODAY).rows("conditions")]
    assert order.index("declared_complete_not_evidenced") < order.index("overdue")


def test_no_printed_status_word_means_two_states() -> None:
    printed = [
        str(word)
        for row in rulebook.rule("status.action", TODAY).rows("words")
        for word in row["printed"]  # type: ignore[union-attr]
    ]
    assert len(printed) == len(set(printed))
    assert {"complete", "completed", "partially complete", "ongoing", "under review"} <= set(
        printed
    )


def test_the_inquiry_library_holds_title_author_and_year_only() -> None:
    sources = rulebook.of_kind(Kind.SOURCE, TODAY)
    assert {(one.words("author"), one.number("year")) for one in sources} >= {
        ("Alexis Jay", 2014),
        ("Louise Casey", 2015),
        ("Louise Casey", 2025),
    }
    assert all(not one.text for one in sources)


def test_no_rule_file_passes_four_hundred_lines() -> None:
    for path in (ROOT / "src/joinedup/rulebook/data").glob("*.toml"):
        if path.name != "glossary.toml":
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, path.name


def test_every_glossary_word_has_one_plain_sentence() -> None:
    for word in rulebook.glossary():
        assert word.meaning.endswith("."), word.term
        assert len(word.meaning) <= 180, word.term


def test_a_word_is_found_by_its_other_names() -> None:
    assert explain("lscb") is explain("Local safeguarding children board")
    assert explain("Break-glass") is explain("emergency access")
    assert explain("flibbertigibbet") is None


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([{"term": "Tea", "meaning": "A drink."}, {"term": "tea", "meaning": "It."}], "twice"),
        ([{"term": "Tea", "meaning": "A drink.", "see": ["Cup"]}], "points to “Cup”"),
    ],
)
def test_a_doubled_word_or_a_dead_end_is_refused(
    rows: list[dict[str, object]], problem: str
) -> None:
    with pytest.raises(RuleBookError, match=problem):
        words_from(rows)


def test_the_glossary_page_is_current() -> None:
    assert (ROOT / "docs/glossary.md").read_text(encoding="utf-8") == page()


def test_the_glossary_command_writes_the_page(tmp_path: Path) -> None:
    path = tmp_path / "words" / "glossary.md"
    assert main([str(path)]) == 0
    assert path.read_text(encoding="utf-8") == page()


def test_each_name_in_the_glossary_leads_to_one_word() -> None:
    names = [
        name.casefold()
        for word in rulebook.glossary()
        for name in {word.term, word.short, *word.also} - {""}
    ]
    assert sorted(set(names)) == sorted(names)
