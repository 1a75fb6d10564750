"""Column roles from heading words, contents and order."""

from __future__ import annotations

import pytest

from joinedup.assurance.rules.reading import header_fingerprint, read_plans

from .tables import document, read, roles, table


@pytest.mark.parametrize(
    ("header", "row", "wanted"),
    [
        ("Ref|Action|Lead|By when|Status", "A1|Do it well|Jo Reeves|May 2024|Complete",
         "ref title owners due status"),
        ("No|Recommendation|Action|Responsible officer|Target date|RAG",
         "1|Be kind|Write it down|Head of Care|1 May 2024|Complete",
         "ref title actions owners due status"),
        ("Action|Sub Action|When|Who|Comments", "Train staff|Book a room|May 2024|Jo|Booked",
         "title actions due owners progress"),
        ("Finding|Recommendation|Management response|Owner|Date",
         "No log|Keep a log|Agreed|Jo Reeves|May 2024", "other title progress owners due"),
        ("Issue|Lead|Original date|Revised date|Date completed|% complete",
         "Late reports|Jo|01/05/2024|01/06/2024||50%",
         "title owners due_original due_revised completed_on percent"),
        ("Theme|Objective|Action|Lead|Start|End|Outcome|Monitoring",
         "Voice|Hear children|Survey them|Jo|May 2024|June 2024|They feel heard|Board",
         "section title actions owners start due other review"),
        ("What?|Who?|By when?|How will we know?", "Light the path|Highways|May 2024|Fewer reports",
         "title owners due other"),
        ("Standard|How do we meet it now?|Grade|What more do we need to do?|Lead",
         "A lead is named|In the role profile|Fully met|Tell casual staff|Jo",
         "title progress other actions owners"),
    ],
)  # fmt: skip
def test_columns_get_their_roles_from_headings_and_contents(header, row, wanted):
    assert roles(header, row) == wanted.split()


def test_columns_headed_by_status_words_and_holding_ticks_are_one_status():
    found = read(
        table("No|Action|Who|Done|Under way|Not started", "1|Do it|Jo|x||", "2|Do more|Al|||x")
    )
    assert [row.value("status")["value"] for row in found.rows()] == ["complete", "not_started"]


def test_a_grade_is_kept_apart_from_the_status():
    found = read(table("Standard|Status|Action|Lead", "One|Fully met||Jo", "Two|Not met|Do it|Al"))
    assert all("status" not in row.fields for row in found.rows())
    assert [row.other["Status"].value for row in found.rows()] == ["Fully met", "Not met"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Version|Date|Author|Summary of changes", "1.0|3 May 2022|L Quill|First draft"),
        ("Name|Agency|Present", "Ida Marsh|Police|Yes"),
        ("Measure|2021/22|2022/23", "Referrals|41|38"),
        ("RAG|Meaning", "Red|Overdue", "Green|Complete"),
    ],
)
def test_tables_that_are_no_plan_give_no_rows_and_lose_no_words(lines):
    found = read(table(*lines))
    assert found.rows() == []
    kept = " ".join(item.text for item in found.unplaced)
    assert all(cell in kept for cell in lines[1].split("|"))


def test_remembered_roles_hold_for_the_same_headings():
    text = table("Thing|Zog|Who|When", "Do it|High value words|Jo|May 2024")
    name = header_fingerprint(["Thing", "Zog", "Who", "When"])
    found = read_plans(
        document(text), remembered={name: {0: "title", 1: "review", 2: "owners", 3: "due"}}
    )
    assert found.rows()[0].value("review") == "High value words"
