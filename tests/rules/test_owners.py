"""Who owns an action. The cases are in data/: the cell and its owners."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.assurance.rules.owners import (
    Known,
    KnownBody,
    is_everyone,
    is_settled,
    match_owner,
    speaks_of_several,
    split_owners,
    standing_alone,
)

DATA = Path(__file__).parent / "data"
SEEN = ("Anna", "Paul", "Hayley")


def read_cases() -> list[tuple[list[str], list[str]]]:
    cases = []
    names = ("owner_cases.txt", "owner_cases_written_blind.txt")
    for line in (line for n in names for line in (DATA / n).read_text("utf-8").splitlines()):
        if line and not line.startswith("#"):
            cell, owners = (part.strip() for part in line.rsplit("|", 1))
            cases.append((cell.split("/n"), [o for o in owners.split(" // ") if o]))
    return cases


def test_each_cell_gives_its_owners() -> None:
    wrong = []
    for cell, owners in read_cases():
        found = split_owners(cell, SEEN)
        if [o.text for o in found] != owners:
            wrong.append((cell, owners, found))
    assert not wrong


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Paul", "person"),
        ("H Osei", "person"),
        ("Cllr P Marsh", "person"),
        ("Jo Reeves (Police)", "person"),
        ("Head of Safeguarding & Practice", "post"),
        ("Team Manager", "post"),
        ("Headteachers", "post"),
        ("Police", "body"),
        ("NHS England", "body"),
        ("Corporate Management Team", "body"),
        ("ALL", "body"),
        ("Zqx", "unknown"),
    ],
)
def test_people_posts_and_bodies_are_told_apart(text: str, kind: str) -> None:
    assert [o.kind for o in split_owners(text)] == [kind]


def test_initials_go_through_the_key_of_the_document() -> None:
    key = {"AK": "Amina Khan", "TP": "Tom Price"}
    assert [o.text for o in split_owners("AK / TP", key=key)] == ["Amina Khan", "Tom Price"]
    assert [o.text for o in split_owners("AK TP", key=key)] == ["Amina Khan", "Tom Price"]


def test_initials_without_a_key_stay_as_printed() -> None:
    assert [o.text for o in split_owners("AK/TP")] == ["AK", "TP"]


@pytest.mark.parametrize("cell", ["Kate, Hay", "Anna Paul Kate Heron", "HR/OD Manager", "Zqx"])
def test_what_is_in_doubt_is_flagged_and_says_why(cell: str) -> None:
    doubtful = [o for o in split_owners(cell) if o.confidence < 0.8]
    assert doubtful
    assert all(o.why.endswith(".") for o in doubtful)


@pytest.mark.parametrize("cell", ["Paul, Anna & Hayley", "Head of Safeguarding & Practice", "NHS"])
def test_what_is_plain_is_not_flagged(cell: str) -> None:
    assert all(o.confidence >= 0.8 for o in split_owners(cell))


@pytest.mark.parametrize("end", ["Serco", "Orchard"])
def test_a_line_joined_to_a_title_and_a_name_is_asked_about(end: str) -> None:
    (one,) = split_owners(["Cllr Smith", end])
    assert one.confidence < 0.8 and "Two lines" in one.why


@pytest.mark.parametrize("lines", [["Jo Reeves", "Board"], ["Ann Lee", "Team"]])
def test_a_body_below_a_person_is_an_owner_of_its_own(lines: list[str]) -> None:
    assert [one.text for one in split_owners(lines)] == lines


def test_names_that_stand_alone_elsewhere_are_known() -> None:
    assert standing_alone(["Paul & Anna", ["Head of Housing"], "TBC"]) == {"Paul", "Anna"}


def test_the_same_owner_twice_is_one() -> None:
    assert len(split_owners(["Anna", "Anna & Paul"])) == 2


def test_everybody_is_nobody_in_particular() -> None:
    assert [is_everyone(o) for o in split_owners("All partners")] == [True]
    assert [is_everyone(o) for o in split_owners("Police")] == [False]


PIECES = "Anna|Paul|Heron|Head of|Housing|&|and|,|/|;|Police|TBC|Manager|(Lead)|–|Lead:|Cllr|NHS"
WORDS = st.lists(
    st.sampled_from([*PIECES.split("|"), "Board", "\n", "Director", "with"]), max_size=8
)


@given(WORDS)
def test_no_owner_is_invented(words: list[str]) -> None:
    cell = " ".join(words)
    plain = " ".join(cell.split())
    for owner in split_owners(cell, SEEN):
        assert owner.text in plain
        assert owner.text.strip()


@given(st.text(max_size=60))
def test_any_text_at_all_is_borne(text: str) -> None:
    for owner in split_owners(text):
        assert 0 <= owner.confidence <= 1


PEOPLE = [
    Known("1", "Paul Tanner"),
    Known("2", "Amina Khan"),
    Known("3", "Amira Khan"),
    Known("4", "Tom Price"),
    Known("5", "Tom Okafor"),
]
POSTS = [
    Known("6", "Head of Housing"),
    Known("7", "Deputy Head of Housing"),
    Known("8", "Director of Children's Services"),
]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Paul Tanner", "1"),
        ("P Tanner", "1"),
        ("Tanner, Paul", "1"),
        ("Cllr Paul Tanner", "1"),
        ("Paul Tanner (Police)", "1"),
        ("Head of Housing", "6"),
        ("head of  housing", "6"),
    ],
)
def test_one_who_alone_can_be_meant_is_settled(text: str, key: str) -> None:
    found = match_owner(text, PEOPLE, POSTS)
    assert is_settled(found)
    assert found[0].key == key


@pytest.mark.parametrize("text", ["Tom", "A Khan", "Khan", "PT", "Pauline Tanner", "DCS", "Hay"])
def test_one_who_is_unknown_or_could_be_several_is_asked(text: str) -> None:
    assert not is_settled(match_owner(text, PEOPLE, POSTS))


def test_a_first_name_that_fits_one_person_is_asked_with_that_person_first() -> None:
    found = match_owner("Paul", PEOPLE, POSTS)
    assert not is_settled(found)
    assert found[0].key == "1"


def test_each_candidate_has_a_reason() -> None:
    found = match_owner("Tom", PEOPLE, POSTS)
    assert {c.key for c in found} == {"4", "5"}
    assert all(c.why.endswith(".") for c in found)


def test_a_short_form_of_a_post_is_proposed() -> None:
    assert [c.key for c in match_owner("DCS", PEOPLE, POSTS)] == ["8"]


def test_a_deputy_is_not_taken_for_the_head() -> None:
    found = match_owner("Deputy Head of Housing", PEOPLE, POSTS)
    assert [c.key for c in found] == ["7"]


BODIES = [
    KnownBody("a", "Larkmoor Fire and Rescue Service", kind="other"),
    KnownBody("b", "Larkmoor Constabulary", kind="police"),
    KnownBody("c", "Brackwater District Council", kind="council"),
    KnownBody("d", "Ellerford District Council", kind="council"),
    KnownBody("e", "Larkmoor County Council", "LCC", kind="council"),
]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Fire Service", "a"),
        ("Fire & Rescue", "a"),
        ("Police", "b"),
        ("The Police", "b"),
        ("District councils", "cd"),
        ("County Council", "e"),
        ("All councils", "cde"),
        ("Ambulance Service", ""),
        ("Police Inspector", ""),
        ("TBC", ""),
    ],
)
def test_words_for_an_organisation_propose_those_that_they_may_mean_and_settle_nothing(text, keys):
    found = match_owner(text, PEOPLE, POSTS, BODIES)
    assert "".join(sorted(one.key for one in found)) == keys
    assert all(one.kind == "agency" for one in found) and not is_settled(found)


@pytest.mark.parametrize(
    "text", ["Larkmoor Fire and Rescue Service", "larkmoor fire & rescue service"]
)
def test_the_whole_name_of_an_organisation_is_that_organisation(text):
    found = match_owner(text, PEOPLE, POSTS, BODIES)
    assert is_settled(found) and found[0].key == "a"


def test_the_short_name_that_an_organisation_gave_itself_is_its_name():
    assert is_settled(match_owner("LCC", PEOPLE, POSTS, BODIES))


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("District councils", True),
        ("Each school", True),
        ("Police", False),
        ("Fire Service", False),
    ],
)
def test_plural_words_speak_of_several_organisations(text, several):
    assert speaks_of_several(text) is several


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("MASH Manager, Systems Team", ["MASH Manager", "Systems Team"]),
        ("Team Manager, Reviews", ["Team Manager, Reviews"]),
        ("Lead Consultant, Paediatrics", ["Lead Consultant, Paediatrics"]),
        (
            "Trading Standards, Community Safety Team",
            ["Trading Standards", "Community Safety Team"],
        ),
        ("Missing Team / Data Analyst", ["Missing Team", "Data Analyst"]),
        ("Youth Officer Parks Manager", ["Youth Officer", "Parks Manager"]),
        (
            "Training Manager, Principal Social Worker, Larkmoor Hospitals NHS Trust",
            ["Training Manager", "Principal Social Worker", "Larkmoor Hospitals NHS Trust"],
        ),
        ("Det Ch Insp Ines Tolland", ["Det Ch Insp Ines Tolland"]),
    ],
)
def test_a_post_that_says_what_it_is_for_ends_before_a_team_and_a_bare_one_goes_on(text, owners):
    assert [owner.text for owner in split_owners(text)] == owners
