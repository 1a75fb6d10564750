"""A care home's plan with a key sheet and a council's improvement plan, in Excel."""

from __future__ import annotations

from datetime import date

from blind10_parts.shape import UP, Cell, Doc, Heading, Para, Sheet, Table

GREY, GREEN, PURPLE = "BFBFBF", "00B050", "7030A0"


def at(text: str, fill: str, value: str) -> Cell:
    """A cell whose colour is the state and whose words are a date or nothing."""
    return Cell(f"{text} => {value}", fill)


FALLOWDENE = Doc(
    "fallowdene-inspection-plan.xlsx",
    [
        Sheet(
            "Action plan",
            [
                Heading(1, "Fallowdene House – action plan after inspection of 6 February 2020"),
                Para("Registered Manager: Beth Calloway. Colours are explained on the Key sheet."),
                Table(
                    [
                        ("Regulation", "source"),
                        ("What the inspector found", "title"),
                        ("Action", "actions"),
                        ("By whom", "owners"),
                        ("By when", "due"),
                        ("Progress", "progress"),
                        ("State", "status"),
                    ],
                    [
                        "MUST DO",
                        (
                            "Reg 12(2)(g)",
                            "Creams were used after their expiry date.",
                            "Date every tube on opening",
                            "Senior carers",
                            date(2020, 3, 2),
                            "Labels bought",
                            at("", PURPLE, "complete"),
                        ),
                        (
                            UP,
                            UP,
                            "Check the trolley each Sunday night",
                            "Deputy Manager",
                            date(2020, 3, 31),
                            "Checks since 8 March",
                            at("", PURPLE, "complete"),
                        ),
                        (
                            "Reg 13(1)",
                            "Two incidents between residents were not reported to the council.",
                            "Go through all incident forms since last June",
                            "Registered Manager",
                            date(2020, 3, 13),
                            "Done for three months out of eight",
                            at("", GREEN, "in_progress"),
                        ),
                        (
                            UP,
                            UP,
                            "Put the reporting flowchart in both offices",
                            "Registered Manager",
                            date(2020, 3, 6),
                            "",
                            at("", PURPLE, "complete"),
                        ),
                        (
                            UP,
                            UP,
                            "Discuss thresholds with the safeguarding team",
                            "Beth Calloway",
                            date(2020, 4, 24),
                            "",
                            at("", GREY, "not_started"),
                        ),
                        (
                            "Reg 18(2)(a)",
                            "Supervision had lapsed for eleven staff.",
                            "Draw up a supervision timetable",
                            "Deputy Manager",
                            date(2020, 3, 20),
                            "Six of the eleven seen",
                            at("", GREEN, "in_progress"),
                        ),
                        "SHOULD DO",
                        (
                            "Reg 9(3)(b)",
                            "Activities did not suit people who stay in bed.",
                            "Ask each person and family what they would like",
                            "Activities Co-ordinator",
                            "End of May 2020 => d:2020-05-31",
                            "",
                            at("", GREY, "not_started"),
                        ),
                        (
                            "Reg 17(2)(e)",
                            "Relatives' comments were not answered.",
                            "Start a You Said We Did board",
                            "Activities Co-ordinator and Administrator => Activities "
                            "Co-ordinator; Administrator",
                            "Monthly from April 2020 => s:2020-04 r:monthly",
                            "Board is up",
                            at("", GREEN, "in_progress"),
                        ),
                    ],
                    title="Fallowdene House – action plan after inspection of 6 February 2020",
                    widths=[14, 36, 40, 24, 14, 34, 8],
                    look={"header_fill": "FFF2CC"},
                ),
            ],
        ),
        Sheet(
            "Key",
            [
                Table(
                    [("Colour", "-"), ("Meaning", "-")],
                    [
                        (Cell("", PURPLE), "Finished"),
                        (Cell("", GREEN), "Started"),
                        (Cell("", GREY), "Not started"),
                    ],
                    plan=False,
                    widths=[10, 30],
                )
            ],
        ),
    ],
    unscored=["ref", "source_ref"],
)

HOLLINSHAW = Doc(
    "hollinshaw-improvement-plan.xlsx",
    [
        Sheet(
            "Plan 2025",
            [
                Table(
                    [
                        ("Line", "ref"),
                        ("What we need to change", "title"),
                        ("Actions", "actions"),
                        ("Lead", "owners"),
                        ("Supported by", "other:support"),
                        ("Start", "start"),
                        ("Finish", "due"),
                        ("What difference will it make?", "other:impact"),
                        ("April update", "progress"),
                        ("July update", "progress"),
                        ("Status", "status"),
                    ],
                    [
                        "PRIORITY 1: The front door",
                        (
                            "1.1",
                            "Decisions on new contacts within one working day",
                            "• Add a second duty manager\n• Daily screen of waiting contacts",
                            "Head of Service, Front Door",
                            "Business Support",
                            date(2025, 1, 6),
                            date(2025, 5, 30),
                            "Children are seen sooner",
                            "71% within a day",
                            "93% within a day",
                            "Complete => complete",
                        ),
                        (
                            "1.2",
                            "Strategy discussions that include health",
                            "Agree a rota with the hospital",
                            "Head of Service, Front Door",
                            "Named Doctor",
                            date(2025, 2, 3),
                            date(2025, 6, 27),
                            "Better medical evidence",
                            "Rota drafted",
                            "Rota not staffed at weekends",
                            "Delayed => in_progress",
                        ),
                        (
                            "1.3",
                            "Thresholds that partners understand",
                            "• Rewrite the threshold document\n• Run eight workshops",
                            "Idris Vale, Partnership Manager",
                            "",
                            date(2025, 3, 3),
                            date(2025, 9, 30),
                            "",
                            "",
                            "Three workshops held",
                            "On track => in_progress",
                        ),
                        "PRIORITY 2: Help and protection",
                        (
                            "2.1",
                            "Plans that families can follow",
                            "Adopt a one page plan",
                            "Principal Social Worker",
                            "Parents' panel",
                            date(2025, 4, 1),
                            date(2025, 10, 31),
                            "Families tell us they know what is asked",
                            "",
                            "Panel has chosen a layout",
                            "On track => in_progress",
                        ),
                        (
                            "2.2",
                            "Visits on time",
                            "Weekly list of visits due",
                            "Team Managers",
                            "Performance Team",
                            date(2025, 1, 13),
                            "Weekly => r:weekly",
                            "No child goes unseen",
                            "List in use",
                            "See 1.1",
                            "Complete => complete",
                            {"see": ["1.1"]},
                        ),
                        (
                            "2.3",
                            "Neglect tools in half of all assessments",
                            "Train every team",
                            "Workforce Development Manager",
                            "",
                            date(2025, 5, 5),
                            date(2025, 12, 19),
                            "",
                            "",
                            "",
                            "Not started => not_started",
                        ),
                        "PRIORITY 3: Children in care",
                        (
                            "3.1",
                            "Placements near home",
                            "Recruit 15 foster families",
                            "Fostering Manager",
                            "Communications",
                            date(2025, 1, 6),
                            date(2025, 12, 31),
                            "Fewer school moves",
                            "Two approved",
                            "Four approved, nine in assessment",
                            "On track => in_progress",
                        ),
                        (
                            "3.2",
                            "Health assessments within 20 days",
                            "Weekly tracking with the health provider",
                            "Designated Nurse / Service Manager, Permanence => Designated Nurse; "
                            "Service Manager, Permanence",
                            "",
                            date(2025, 2, 17),
                            date(2025, 6, 30),
                            "",
                            "48%",
                            "55%",
                            "Missed => overdue",
                        ),
                        (
                            "3.3",
                            "A leaving care offer that is known",
                            "Publish with care leavers",
                            "Vacant",
                            "Care leavers' forum",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "Superseded => rejected",
                        ),
                    ],
                    title="Hollinshaw Council – Children's Improvement Plan",
                    above=["Hollinshaw Council – Children's Improvement Plan"],
                    widths=[7, 34, 34, 26, 20, 12, 12, 28, 24, 28, 14],
                    look={"band_fill": "E2EFDA", "header_fill": "A9D08E"},
                )
            ],
        )
    ],
    look={"dates": "dd-mmm-yy"},
)

DOCS = [FALLOWDENE, HOLLINSHAW]
