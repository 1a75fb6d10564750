"""PDF: a domestic homicide review in the usual columns, and a force's labelled blocks."""

from __future__ import annotations

from blind10_parts.shape import UP, Doc, Heading, Para, Table

DHR = "Domestic Homicide Review 'Marianne' – action plan"
OAKMERE = Doc(
    "stanmoor-dhr-marianne.pdf",
    [
        Heading(1, DHR),
        Para("Stanmoor Community Safety Partnership, version of 3 June 2022"),
        Table(
            [
                ("Recommendation", "reftitle"),
                ("Scope", "other:scope"),
                ("Action to take", "actions"),
                ("Lead agency", "owners"),
                ("Key milestones", "other:milestones"),
                ("Target date", "due"),
                ("Date of completion and outcome", "progress"),
            ],
            [
                (
                    "1. GPs should ask about abuse when injuries recur.",
                    "Local",
                    "Pilot an advocate in six practices",
                    "Stanmoor Health Board",
                    "Practices chosen; advocate appointed; evaluation",
                    "30/09/2022 => d:2022-09-30",
                    "Five practices signed up.",
                ),
                (
                    "2. Officers should record coercive control even where no crime is alleged.",
                    "Local",
                    "Change the risk form",
                    "Stanmoor Police",
                    "Form tested in two districts",
                    "28/02/2022 => d:2022-02-28",
                    "Completed. ^Form in use since 1 February and audit shows 88% filled in. "
                    "=> complete",
                ),
                (
                    UP,
                    UP,
                    "Refresh training for response teams",
                    "Stanmoor Police",
                    "Modules written",
                    "31/07/2022 => d:2022-07-31",
                    "Under way. ^Four of nine teams trained. => in_progress",
                ),
                (
                    "3. Colleges should have a policy on abuse between young adults.",
                    "Regional",
                    "Write a model policy",
                    "Stanmoor College & Northfold College => Stanmoor College; Northfold College",
                    "Policy to governors",
                    "Dec 2022 => d:2022-12",
                    "",
                ),
                (
                    "4. The Ministry should fund perpetrator programmes beyond one year.",
                    "National",
                    "Chair to write to the Minister",
                    "Chair of the Partnership",
                    "",
                    "15 April 2022 => d:2022-04-15",
                    "Completed. ^Letter sent 11 April, answer awaited. => complete",
                ),
                (
                    "5. Employers should know where to send staff for help.",
                    "Local",
                    "• Hold a breakfast meeting\n• Give out a toolkit",
                    "Chamber of Trade; Haven Centre => Chamber of Trade; Haven Centre",
                    "Date fixed",
                    "Six-monthly from October 2022 => s:2022-10 r:six_monthly",
                    "Not started. ^Speaker to be found. => not_started",
                ),
                (
                    "6. Housing should treat a request to remove a tenant's name as a prompt to "
                    "ask questions.",
                    "Local",
                    "Add questions to the change of tenancy form",
                    "Director of Homes, Stanmoor Council",
                    "",
                    "31/05/22 revised to 31/08/22 => d:2022-08-31",
                    "Under way. ^Supplier has quoted. => in_progress",
                ),
                (
                    "7. The Partnership should hear from the children in five years' time.",
                    "Local",
                    "Put a date in the forward plan",
                    "Partnership Manager",
                    "",
                    "2027 => none",
                    "",
                    {"unscored": ["due_date"]},
                ),
            ],
            title=DHR,
            widths=[5.0, 2.4, 4.4, 3.6, 3.4, 2.8, 4.4],
        ),
    ],
    look={"landscape": True, "size": 11, "header": "Home Office template"},
)

FORCE = "Inspection of child protection: Eastmarch Constabulary improvement plan"
EASTMARCH = Doc(
    "eastmarch-improvement-plan.pdf",
    [
        Heading(1, FORCE),
        Para(
            "Inspectors visited in the week of 3 July 2023. The force accepts all that they "
            "found. This plan is owned by the Assistant Chief Constable."
        ),
        Table(
            [
                ("", "reftitle"),
                ("Action:", "actions"),
                ("Owner:", "owners"),
                ("Deadline:", "due"),
                ("Status:", "status"),
                ("Update:", "progress"),
            ],
            [
                "Immediate recommendations",
                (
                    "Recommendation 1. Missing children graded as low risk are looked at by a "
                    "sergeant every shift. => 1|Missing children graded as low risk are looked at "
                    "by a sergeant every shift.",
                    "Change the handover sheet and dip sample twenty a week.",
                    "Head of Contact",
                    "18 August 2023 => d:2023-08-18",
                    "Complete => complete",
                    "Sheet changed on 2 August. Sampling shows 19 of 20 right.",
                ),
                (
                    "Recommendation 2. Children are not held overnight for want of a bed. => "
                    "2|Children are not held overnight for want of a bed.",
                    "Agree a bed protocol with both councils.",
                    "Custody Inspector and Head of Children's Services, Eastmarch Council => "
                    "Custody Inspector; Head of Children's Services, Eastmarch Council",
                    "End of September 2023 => d:2023-09-30",
                    "In progress => in_progress",
                    "",
                ),
                (
                    "Recommendation 3. Checks on registered sex offenders are done on time. => "
                    "3|Checks on registered sex offenders are done on time.",
                    "Fill three vacant posts.",
                    "Det Ch Insp Callum Reyes",
                    "1 December 2023 => d:2023-12-01",
                    "Behind schedule => in_progress",
                    "One post filled.",
                ),
                "Within three months",
                (
                    "Recommendation 4. The voice of the child is written down at domestic "
                    "incidents. => 4|The voice of the child is written down at domestic incidents.",
                    "• Prompt in the mobile application\n• Review of body-worn video",
                    "Superintendent, Public Protection",
                    "Monthly review from 11 September 2023 => s:2023-09-11 r:monthly",
                    "In progress => in_progress",
                    "Prompt tested in two stations.",
                ),
                (
                    "Recommendation 5. Minutes of strategy discussions reach the file. => "
                    "5|Minutes of strategy discussions reach the file.",
                    "Appoint a minute taker with health and social care.",
                    "Business Manager",
                    "TBC => none",
                    "On hold => on_hold",
                    "Waiting for the partners' share of the money.",
                ),
                "Within six months",
                (
                    "Recommendation 6. Analysts map exploitation by place. => 6|Analysts map "
                    "exploitation by place.",
                    "Produce a problem profile.",
                    "Principal Analyst",
                    "Q4 2023/24 => d:2024-03-31",
                    "Not started => not_started",
                    "Links with Recommendation 4.",
                    {"see": ["4"]},
                ),
                (
                    "Recommendation 7. The force knows what its training achieves. => 7|The force "
                    "knows what its training achieves.",
                    "Survey officers three months after each course.",
                    "Head of Learning",
                    "After every course => r:event",
                    "Not started => not_started",
                    "",
                ),
            ],
            title=FORCE,
            layout="blocks",
        ),
    ],
)

DOCS = [OAKMERE, EASTMARCH]
