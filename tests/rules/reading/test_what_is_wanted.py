"""What is wanted stands before what will be done for it; rows and names cut by pages are whole."""

from __future__ import annotations

import pytest

from joinedup.assurance.rules.reading.lexicon import scores

from .tables import read, roles, rows, table

STEPS = (
    "1|Every caller is met by name|Print badges|Desk Manager|May 2024|Done",
    "2|Doors are shut by nightfall|Buy two locks|Night Porter|June 2024|Not started",
    "3|All crews carry a card|Order cards|Ferry Manager|July 2024|In progress",
)


@pytest.mark.parametrize(
    "headings",
    [
        "No|Target|Tasks|Who|Deadline|Status",
        "No|What good looks like|Next step|Lead|By when|Status",
        "No|What we need to change|Actions|Lead|Finish|Status",
        "No|Standard|What needs to improve|Person responsible|Completion date|Status",
        "No|Standard|Still to do|Who|Date|Status",
        "No|Aim|Tasks|Who|Deadline|RAG",
    ],
)
def test_what_is_wanted_is_the_title_and_what_will_be_done_its_actions(headings):
    assert roles(headings, *STEPS)[1:3] == ["title", "actions"]


def test_a_row_without_a_next_step_is_still_a_row():
    found = rows(
        "Area|What good looks like|Status|Next step|Lead|Target month",
        "Desk|Every caller is met by name|Done||Desk Manager|",
        "Quay|Doors are shut by nightfall|Not started|Buy two locks|Night Porter|June 2024",
        "Crews|All crews carry a card|In progress||Ferry Manager|July 2024",
    )
    assert [row.value("title") for row in found] == [
        "Every caller is met by name",
        "Doors are shut by nightfall",
        "All crews carry a card",
    ]
    assert [row.value("actions") or [] for row in found] == [[], ["Buy two locks"], []]


def test_a_task_stands_before_its_detail():
    found = rows(
        "Task|Detail|Date|Officer|Remarks",
        "A1. Training|Basic course for every crew|May 2024|Jo|Room found",
        "A2. Policy|-|June 2024|Jo|",
        "A3. Leaflets|New set for both quays|July 2024|Al|",
    )
    assert [(row.value("ref"), row.value("title")) for row in found] == [
        ("A1", "Training"),
        ("A2", "Policy"),
        ("A3", "Leaflets"),
    ]
    assert found[2].value("actions") == ["New set for both quays"]


def test_a_recommendation_stays_the_title_wherever_it_stands():
    found = roles(
        "Action|Recommendation|Lead|By when",
        "Print badges|Every caller should be met by name|Desk Manager|May 2024",
        "Buy two locks|Doors should be shut by nightfall|Night Porter|June 2024",
    )
    assert found[:2] == ["actions", "title"]


def test_points_with_a_level_and_a_position_are_a_plan():
    found = rows(
        "Point|Importance|Position",
        "Keep a list of everybody who holds a key to the boat house|High|Complete",
        "Put a notice about photographs at the slipway|Low|In hand",
        "Train two more crews to receive concerns|Medium|Not started",
    )
    assert [row.value("status")["value"] for row in found] == [
        "complete",
        "in_progress",
        "not_started",
    ]


def test_a_title_cut_in_its_middle_goes_on_below_it():
    found = rows(
        "Recommendation|Lead agency|Target date",
        "Landlords should treat a request to remove a tenant's|Head of Homes, Quayside|May 2024",
        "name as a prompt to ask|Council|",
        "Crews should hear from children each year|Ferry Manager|June 2024",
    )
    assert [row.value("title") for row in found] == [
        "Landlords should treat a request to remove a tenant's name as a prompt to ask",
        "Crews should hear from children each year",
    ]
    assert found[0].value("owners") == ["Head of Homes, Quayside Council"]


def test_words_where_the_date_of_completion_should_stand_are_progress():
    found = rows(
        "Recommendation|Lead|Target date|Date of completion and outcome",
        "Ask about injuries|Jo Reeves|May 2024|Five practices signed up.",
        "Change the form|Al Finn|June 2024|Completed. Form in use since June.",
        "Write to the Minister|Jo Reeves|July 2024|3 July 2024",
    )
    assert found[0].value("progress") == ["Five practices signed up."]
    assert found[1].value("progress") == ["Form in use since June."]
    assert [row.value("status") and row.value("status")["value"] for row in found] == [
        None,
        "complete",
        "complete",
    ]


def test_as_above_with_nobody_above_is_asked():
    found = read(
        table(
            "Ref|Action|Lead|By when",
            "A1|Print badges|As above|May 2024",
            "A2|Buy two locks|Night Porter|June 2024",
            "A3|Order cards|Ditto|July 2024",
        )
    )
    asked = [one for one in found.questions if one.field == "owners"]
    assert [(one.about, "No row is above" in one.text) for one in asked] == [("t1r1", True)]
    assert found.rows()[2].value("owners") == ["Night Porter"]


def test_a_row_that_waits_for_another_names_it():
    found = rows(
        "Ref|Action|Lead|Update",
        "24/01|Map the quays|Jo Reeves|Begun",
        "24/02|Share the map|Al Finn|Waits for 24/01",
    )
    assert found[1].value("see") == ["24/01"]


def test_a_row_of_levels_and_states_is_no_header():
    lines = [
        "Give one crew the lead for the quays\tHigh\tComplete",
        "Put signs at both slipways\tMedium\tComplete",
        "Tell the ferries how to report\tLow\tIn progress",
    ]
    found = read("Quay plan\n\n" + "\n".join(lines) + "\n", name="plan.txt")
    kinds = [kind.kind for reading in found.tables for kind in reading.rows]
    assert "header" not in kinds


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Comes from", "source_ref"),
        ("Latest from the lead", "progress"),
        ("Overseen by", "review"),
        ("Recommenadtion from the review", "title"),
        ("Given to", "owners"),
        ("Target month", "due"),
    ],
)
def test_headings_in_other_words_are_known(heading, role):
    told = scores(heading)
    assert max(told, key=lambda name: told[name]) == role
