"""A serious case review's plan with coloured cells and a diocese's position paper, in Word."""

from __future__ import annotations

from blind10_parts.shape import UP, Cell, Doc, Heading, Note, Para, Table

DONE, TRACK, SLOW, WAIT = "00B0F0", "92D050", "FFC000", "FF0000"


def done() -> Cell:
    """A blue cell."""
    return Cell("=> complete", DONE)


def track() -> Cell:
    """A green cell."""
    return Cell("=> in_progress", TRACK)


def slow() -> Cell:
    """An amber cell."""
    return Cell("=> in_progress", SLOW)


def wait() -> Cell:
    """A red cell."""
    return Cell("=> not_started", WAIT)


CHILD_T = Doc(
    "ashlode-child-t-action-plan.docx",
    [
        Heading(1, "Serious Case Review Child T: multi-agency action plan"),
        Para("Ashlode Safeguarding Children Partnership. Position at 30 April 2018."),
        Table(
            [("Colour", "-"), ("Meaning", "-")],
            [
                (Cell("", DONE), "Action finished and evidence seen"),
                (Cell("", TRACK), "Under way and on time"),
                (Cell("", SLOW), "Under way, some delay"),
                (Cell("", WAIT), "Not yet begun"),
            ],
            plan=False,
            widths=[2.5, 8.0],
        ),
        Table(
            [
                ("No.", "ref"),
                ("Recommendation from the review", "title"),
                ("What we will do", "actions"),
                ("Agency and lead", "owners"),
                ("Target", "due"),
                ("Progress to date", "progress"),
                ("", "status"),
            ],
            [
                (
                    "1.",
                    "The Partnership should be sure that neglect is recognised before crisis.",
                    "Launch a new neglect toolkit",
                    "Children's Social Care (Moira Tennant)",
                    "28/02/2018 => d:2018-02-28",
                    "Launched at the February conference.",
                    done(),
                ),
                (
                    UP,
                    UP,
                    "Train 200 practitioners in its use",
                    "Partnership Training Officer",
                    "31/07/2018 => d:2018-07-31",
                    "• 118 trained\n• Four more dates are open",
                    track(),
                ),
                (
                    UP,
                    UP,
                    "Audit thirty cases where the toolkit was used",
                    "Quality Assurance Group",
                    "31/10/2018 => d:2018-10-31",
                    "",
                    wait(),
                ),
                (
                    "2.",
                    "Health visitors and midwives should share one chronology.",
                    "Agree the template",
                    "Ashlode Community Health (Named Nurse)",
                    "30/03/2018 => d:2018-03-30",
                    "Agreed by both services.",
                    done(),
                ),
                (
                    UP,
                    UP,
                    "Put it on both record systems",
                    "Ashlode Community Health (Named Nurse)",
                    "30/04/2018 => d:2018-04-30",
                    "Live on 23 April.",
                    done(),
                ),
                (
                    "3.",
                    "The police should see children alone at domestic incidents.",
                    "Change the attendance aide-memoire",
                    "Ashlode Constabulary (Public Protection)",
                    "31/05/2018 => d:2018-05-31",
                    "Wording is with the training school.",
                    slow(),
                ),
                (
                    "4.",
                    "Housing officers should know how to refer.",
                    "Brief all tenancy officers",
                    "Hearthway Homes",
                    "30/06/2018 => d:2018-06-30",
                    "Briefings booked for the first week of June.",
                    track(),
                ),
                (
                    UP,
                    UP,
                    "Put the pathway on the staff app",
                    "Hearthway Homes",
                    "30/09/2018 => d:2018-09-30",
                    "",
                    wait(),
                ),
                (
                    "5.",
                    "Schools should pass on files within five days of a move.",
                    "Write to all heads\nSample twenty moves each term",
                    "Education Safeguarding Adviser",
                    "Termly, starting April 2018 => s:2018-04 r:termly",
                    "Letter went out on 16 April.",
                    track(),
                ),
                (
                    "6.",
                    "The voice of the father should be sought in every assessment.",
                    "Add a prompt to the assessment form",
                    "Children's Social Care (Moira Tennant)",
                    "June 2018 => d:2018-06",
                    "",
                    wait(),
                ),
                (
                    "7.",
                    "The Partnership should tell the family what has changed.",
                    "Write to the grandparents and offer a meeting",
                    "Independent Chair; Moira Tennant => Independent Chair; Moira Tennant",
                    "After the inquest => none",
                    "",
                    wait(),
                ),
            ],
            title="Serious Case Review Child T: multi-agency action plan",
            widths=[1.2, 5.6, 5.2, 4.2, 2.6, 5.2, 1.2],
            look={"header_fill": "BFBFBF"},
        ),
        Para("Reviewed by the Case Review Group every second month."),
    ],
    look={"landscape": True, "header": "OFFICIAL – SENSITIVE"},
)

SEEN = [
    "Handling of disclosures",
    (
        "Carrow p14",
        "• Two people who came forward in 2003 were not given a named contact.",
        "Each person who comes forward now has a named Support Person within seven days. The "
        "list is checked by the Diocesan Safeguarding Adviser.",
    ),
    (
        "Carrow p15 para 3.8",
        "• Records of first conversations were kept in private diaries.\n"
        "• Some had been destroyed when clergy retired.",
        "All records are kept on the national casework system.\n"
        "An amnesty for older papers ran from January to March 2020 and brought in 61 files.",
    ),
    (
        "Carrow Rec 2",
        "• The diocese should publish a timetable for answering complaints.",
        "Published on the website in May 2020.",
    ),
    "Parishes",
    (
        "Carrow p22",
        "• A third of parishes had no Parish Safeguarding Officer.",
        "Nineteen of 204 parishes are now without one. Archdeacons hold a list and fill gaps "
        "through neighbouring benefices.",
    ),
    (
        "Carrow p23, p25",
        "• Checks on volunteers lapsed without anybody noticing.\n"
        "• Bell ringers and choirs were often left out.",
        UP,
    ),
    (
        "Ilett Rec iv",
        "• Archdeacons should ask about safeguarding at every visitation.",
        "Questions were added to the articles of enquiry in 2019. Answers are read by the "
        "Safeguarding Panel.",
    ),
    (
        "Ilett p9",
        "• Churchwardens did not know that they could challenge clergy.",
        "See above",
        {"see": ["Ilett Rec iv"]},
    ),
    "Clergy files",
    (
        "Carrow p31 para 5.2",
        "• Files moved with the priest and were not read on arrival.",
        "Files are read by the Bishop's chaplain and signed for before an appointment is "
        "announced.",
    ),
    (
        "Carrow Rec 7",
        "• Blue files should be weeded only by two people together.",
        "",
    ),
    (
        "Ilett p17 and Rec ix",
        "• Permission to officiate was renewed without training being checked.",
        "Training dates are held with each permission.\n"
        "Twelve permissions were not renewed in 2020 for want of training.",
    ),
    "Survivors",
    (
        "Carrow p40",
        "• The cost of counselling was argued over case by case.",
        "The Board of Finance set aside a counselling fund in 2019.",
    ),
    (
        "Ilett p21",
        "• Survivors were not asked about the arrangements.",
        "A survivors' reference group meets four times a year and reports to the Panel.",
    ),
    (
        "Ilett p22",
        "Apologies were written by lawyers.",
        "See above",
        {"see": ["Ilett p21"]},
    ),
]

WEXHOLME = Doc(
    "wexholme-diocese-position.docx",
    [
        Heading(1, "Diocese of Wexholme"),
        Para("Paper for the Diocesan Safeguarding Panel, 17 September 2020."),
        Para("1. The Panel asked in June where the diocese stands on the findings of two reviews."),
        Para("2. Where a point is answered together with another, the answer is given once."),
        Heading(2, "Appendix – Our position on the Carrow and Ilett reviews"),
        Table(
            [
                ("Report ref", "source"),
                ("What was found or advised", "title"),
                ("Position in Wexholme", "progress"),
            ],
            [
                Note(
                    "Canon Ruth Carrow, Review of past cases, 2018. Peter Ilett, Lessons for "
                    "parishes, 2019."
                ),
                *SEEN,
            ],
            title="Appendix – Our position on the Carrow and Ilett reviews",
            widths=[3.2, 7.0, 7.4],
        ),
    ],
)

DOCS = [CHILD_T, WEXHOLME]
