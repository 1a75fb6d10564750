"""A hospital trust's Section 11 return and an academy trust's year planner, in Word."""

from __future__ import annotations

from blind10_parts.shape import Doc, Heading, Para, Repeat, Table

TIDEWELL = Doc(
    "tidewell-section-11.docx",
    [
        Heading(1, "Section 11 audit 2021: Tidewell Hospitals NHS Trust"),
        Table(
            [("Completed by", "-"), ("Date of return", "-"), ("Signed off", "-")],
            [("Named Nurse for Safeguarding Children", "19 March 2021", "Chief Nurse")],
            plan=False,
        ),
        Para(
            "Self-score: 4 fully met, 3 mostly met, 2 partly met, 1 not met. Actions are wanted "
            "for any score under 4."
        ),
        Table(
            [
                ("Standard", "reftitle"),
                ("Evidence we hold", "progress"),
                ("Self-score", "other:score"),
                ("What needs to improve", "actions"),
                ("Person responsible", "owners"),
                ("Completion date", "due"),
                ("How we will know", "other:how we will know"),
            ],
            [
                "Standard 1: Leadership and accountability",
                (
                    "1.1 The board has a named executive lead",
                    "Executive portfolio list, January 2021",
                    "4",
                    "",
                    "",
                    "",
                    "",
                ),
                (
                    "1.2 The board hears about safeguarding at least four times a year",
                    "• Board papers for June and December\n• Minutes of the Quality Committee",
                    "3",
                    "Bring a short report to every second board",
                    "Chief Nurse",
                    "Starting May 2021 and two-monthly => s:2021-05 r:two_monthly",
                    "Board forward plan",
                ),
                (
                    "1.3 Learning from reviews reaches the wards",
                    "Seven minute briefings",
                    "2",
                    "• Name a learning lead on each ward\n• Test recall in the ward accreditation",
                    "Matron for Paediatrics & Matron for Emergency Care => Matron for "
                    "Paediatrics; Matron for Emergency Care",
                    "By end of Q2 2021/22 => d:2021-09-30",
                    "Accreditation scores",
                ),
                "Standard 2: A workforce that is safe and trained",
                (
                    "2.1 Level 3 training is at 90% or above",
                    "Electronic staff record: 78% at 1 March",
                    "2",
                    "Weekly drop-in sessions; pay for bank staff to attend",
                    "Safeguarding Trainer",
                    "90% by 31/12/21 => d:2021-12-31",
                    "Monthly figures to divisional boards",
                ),
                (
                    "2.2 References and checks come before a start date",
                    "Recruitment file audit",
                    "4",
                    "",
                    "",
                    "",
                    "",
                ),
                (
                    "2.3 Allegations against staff go to the designated officer within a day",
                    "Log kept by the HR Business Partner",
                    "3",
                    "Add the step to the on-call folder",
                    "HR Business Partner",
                    "Immediately => none",
                    "",
                ),
                Repeat(),
                (
                    "2.4 Supervision is offered to everybody who carries a caseload",
                    "No record outside community midwifery",
                    "1",
                    "1. Train eight supervisors\n2. Set up a supervision log\n3. Report take-up",
                    "Named Nurse / Named Midwife => Named Nurse; Named Midwife",
                    "June 2021 onwards, quarterly => s:2021-06 r:quarterly",
                    "Supervision log",
                ),
                "Standard 3: Listening to children and families",
                (
                    "3.1 Children are seen alone when there is concern",
                    "Audit of 40 attendances",
                    "3",
                    "Repeat the audit in the autumn",
                    "Clinical Audit Facilitator",
                    "Oct/Nov 2021 => d:2021-11",
                    "Audit report to the Safeguarding Committee",
                ),
                (
                    "3.2 Interpreters are used and family members are not",
                    "Interpreter bookings",
                    "4",
                    "",
                    "",
                    "",
                    "",
                ),
                (
                    "3.3 Parents can see how to complain",
                    "Leaflets in two languages",
                    "2",
                    "Translate into six more languages",
                    "Patient Experience Manager",
                    "Awaiting funding => none",
                    "",
                ),
                "Standard 4: Information sharing",
                (
                    "4.1 Staff know when consent is not needed",
                    "Quick guide on the intranet",
                    "3",
                    "Link with the work under 1.3",
                    "Information Governance Lead",
                    "14th September 2021 => d:2021-09-14",
                    "Staff survey",
                    {"see": ["1.3"]},
                ),
                (
                    "4.2 Discharge letters carry safeguarding concerns to the GP",
                    "None",
                    "1",
                    "Build a mandatory field",
                    "Digital Clinical Lead (Dr A. Sefton)",
                    "On hold until the new record system => none",
                    "Sample of 50 letters",
                    {"unscored": ["status"]},
                ),
            ],
            title="Section 11 audit 2021: Tidewell Hospitals NHS Trust",
            widths=[5.0, 4.6, 1.6, 5.0, 3.4, 3.0, 3.2],
            look={"band": "first", "header_fill": "DEEAF6"},
        ),
    ],
    look={"landscape": True, "size": 9},
)

PENNBROOK = Doc(
    "pennbrook-safeguarding-year.docx",
    [
        Para("Pennbrook Learning Trust – safeguarding calendar for designated leads"),
        Table(
            [
                ("", "title"),
                ("Tasks", "actions"),
                ("Owner", "owners"),
                ("Done?", "status"),
            ],
            [
                (
                    "**Autumn term**\n**Weeks 1–7**",
                    "• Issue the new statutory guidance to all staff and ask them to sign for it\n"
                    "• Update the child protection policy and put it on the website\n"
                    "• Move safeguarding files for leavers and joiners\n"
                    "• Check the single central record with the safeguarding governor",
                    "Designated lead",
                    "Yes => complete",
                ),
                (
                    "**Autumn term**\n**Weeks 8–14**",
                    "• Run anti-bullying week\n"
                    "• Hold the first supervision round for pastoral staff\n"
                    "• Review risk assessments for pupils off site",
                    "Designated lead & Pastoral managers => Designated lead; Pastoral managers",
                    "Yes => complete",
                ),
                (
                    "**Spring term**\n**Weeks 1–6**",
                    "• Mark Safer Internet Day\n"
                    "• Return the local authority audit\n"
                    "• Refresh online safety training for parents",
                    "Deputy designated lead",
                    "Part => partial",
                ),
                (
                    "**Spring term**\n**Weeks 7–12**",
                    "• Look at filtering and monitoring reports with the network manager\n"
                    "• Report to the trust board on attendance of vulnerable pupils",
                    "Network manager, Designated lead => Network manager; Designated lead",
                    "Not yet => not_started",
                ),
                (
                    "**Summer term**\n**Weeks 1–6**",
                    "• Carry out the site safety walk with the school council\n"
                    "• Review the visitor procedure",
                    "Site manager",
                    "",
                ),
                (
                    "**Summer term**\n**Weeks 7–13**",
                    "• Plan training for September\n"
                    "• Hold transition meetings for year 6\n"
                    "• Archive closed files",
                    "Designated lead",
                    "",
                ),
                (
                    "**All year**",
                    "• Weekly briefing for staff\n• Half-termly meeting with the safeguarding "
                    "governor\n• Check the concerns inbox every day",
                    "",
                    "",
                ),
            ],
            title="",
            widths=[4.0, 9.0, 3.4, 1.8],
            unscored=["due_text", "due_date", "due_start", "recurrence"],
        ),
    ],
    unscored=["due_text", "due_date", "due_start", "recurrence"],
)

DOCS = [TIDEWELL, PENNBROOK]
