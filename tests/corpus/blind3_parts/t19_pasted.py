"""A Word table pasted into a text file: tabs between cells, paragraphs of a cell on new lines."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row


def pasted(path: Path) -> list[dict[str, Any]]:
    """A Word table pasted into a text file: tabs between cells, paragraphs of a cell on new lines."""
    title = "Gatesby College: self-harm and suicide prevention, action plan 2025/26"
    text = f"""{title}

Version 3\tOwner: Vice Principal, Student Experience
Page 1 of 2

Ref\tRecommendation\tAction\tLead\tDate\tStatus\tComments
1\tStudents in their first half term should hear where to go for help.\tWelcome talk
Lanyard card with numbers\tHead of Student Support\t31/10/2025\tComplete\t2,140 cards given out.
2\tTutors should know what to say.\tShort course for all tutors\tHead of Student Support, CAMHS Link Worker\tEnd of spring term 2026\tOn track\t61 of 95 tutors so far.
Two more dates in March.
3\tDoors to the roof should be alarmed.\tEstates survey
Order alarms\tEstates Manager\t19th Dec '25\tDelayed\tSupplier has none until February.
Page 2 of 2
Ref\tRecommendation\tAction\tLead\tDate\tStatus\tComments
4\tParents should be asked before and not after.\t\tDSL\t\tNot started\t
5\tThe college should work with the rail company.\tJoin the station group\tDSL / Vice Principal\tMeets every two months from Jan 2026\tOn track\tSee 3 as well
6\tAfter a death there should be a plan.\tAdopt the county's postvention plan\tVice Principal, Student Experience\tas needed\tComplete\t

* Dates marked "term" are those of the college and not of the county.
"""
    path.write_text(text, encoding="utf-8")
    return [
        plan(
            title,
            [
                row(
                    "Students in their first half term should hear where to go for help.",
                    ref="1",
                    do=["Welcome talk", "Lanyard card with numbers"],
                    by="Head of Student Support",
                    due=due("31/10/2025", "2025-10-31"),
                    st="complete",
                    st_text="Complete",
                    pg=["2,140 cards given out."],
                ),
                row(
                    "Tutors should know what to say.",
                    ref="2",
                    do=["Short course for all tutors"],
                    by="Head of Student Support | CAMHS Link Worker",
                    due=due("End of spring term 2026"),
                    st="in_progress",
                    st_text="On track",
                    pg=["61 of 95 tutors so far.", "Two more dates in March."],
                ),
                row(
                    "Doors to the roof should be alarmed.",
                    ref="3",
                    do=["Estates survey", "Order alarms"],
                    by="Estates Manager",
                    due=due("19th Dec '25", "2025-12-19"),
                    st="in_progress",
                    st_text="Delayed",
                    pg=["Supplier has none until February."],
                ),
                row(
                    "Parents should be asked before and not after.",
                    ref="4",
                    by="DSL",
                    st="not_started",
                    st_text="Not started",
                ),
                row(
                    "The college should work with the rail company.",
                    ref="5",
                    do=["Join the station group"],
                    by="DSL | Vice Principal",
                    due=due(
                        "Meets every two months from Jan 2026", start="2026-01", every="two_monthly"
                    ),
                    st="in_progress",
                    st_text="On track",
                    pg=["See 3 as well"],
                    see=["3"],
                ),
                row(
                    "After a death there should be a plan.",
                    ref="6",
                    do=["Adopt the county's postvention plan"],
                    by="Vice Principal, Student Experience",
                    due=due("as needed", every="event"),
                    st="complete",
                    st_text="Complete",
                    un=["recurrence"],
                ),
            ],
        )
    ]


DOCUMENT = (
    "gatesby-pasted-from-word.txt",
    "text pasted from Word; tabs; paragraphs of a cell on new lines; head repeated",
    pasted,
)
