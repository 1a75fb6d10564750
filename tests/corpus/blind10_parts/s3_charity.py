"""A charity's checklist with numbers as states, in Excel."""

from __future__ import annotations

from blind10_parts.shape import UP, Blank, Doc, Heading, Para, Sheet, Table

HARROWMERE = Doc(
    "harrowmere-charity-checklist.xlsx",
    [
        Sheet(
            "Checklist",
            [
                Heading(1, "Harrowmere Youth Trust: trustees' safeguarding checklist 2023"),
                Para("1 = not started  2 = under way  3 = done"),
                Blank(),
                Table(
                    [
                        ("Area", "section"),
                        ("What good looks like", "title"),
                        ("Status", "status"),
                        ("Next step", "actions"),
                        ("Trustee or staff lead", "owners"),
                        ("Target month", "due"),
                        ("Importance", "priority"),
                    ],
                    [
                        (
                            "Governance",
                            "A trustee is named as safeguarding lead",
                            "3 => complete",
                            "",
                            "Hope Marchetti (Chair)",
                            "",
                            "H",
                        ),
                        (
                            UP,
                            "Safeguarding is on the agenda of each board meeting",
                            "3 => complete",
                            "",
                            "Clerk",
                            "Each meeting => r:each_meeting",
                            "H",
                        ),
                        (
                            UP,
                            "Serious incidents are reported to the regulator",
                            "2 => in_progress",
                            "Write down who decides and who reports",
                            "Hope Marchetti (Chair)",
                            "Mar-23 => d:2023-03",
                            "H",
                        ),
                        (
                            "People",
                            "Checks are renewed every three years",
                            "2 => in_progress",
                            "List all volunteers with dates",
                            "Ned",
                            "Apr-23 => d:2023-04",
                            "M",
                        ),
                        (
                            UP,
                            "Everybody has an induction",
                            "1 => not_started",
                            "Borrow a pack from the county youth association; adapt it",
                            "Ned & Farida => Ned; Farida",
                            "May/June 2023 => d:2023-06",
                            "M",
                        ),
                        (
                            UP,
                            "A code of conduct covers messages on telephones",
                            "1 => not_started",
                            "Draft with the young leaders",
                            "Farida",
                            "Sep-23 => d:2023-09",
                            "H",
                        ),
                        (
                            "Activities",
                            "Trips have a written risk assessment",
                            "3 => complete",
                            "",
                            "Trip leaders",
                            "For every trip => r:event",
                            "L",
                        ),
                        (
                            UP,
                            "Partners who hire the hall have a policy",
                            "2 => in_progress",
                            "Ask for copies at renewal",
                            "Lettings volunteer",
                            "Ongoing => r:ongoing",
                            "L",
                        ),
                        (
                            "Young people's voice",
                            "Young people know whom to tell",
                            "2 => in_progress",
                            "Posters in toilets\nCards in welcome packs",
                            "Young leaders, Farida => Young leaders; Farida",
                            "Q2 2023/24 => d:2023-09-30",
                            "M",
                        ),
                    ],
                    title="Harrowmere Youth Trust: trustees' safeguarding checklist 2023",
                    widths=[20, 44, 8, 40, 26, 16, 12],
                    unscored=["section"],
                ),
            ],
        )
    ],
)

DOCS = [HARROWMERE]
