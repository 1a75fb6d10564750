"""A decision notice with reasons, and the agreed plan as an annex, portrait, long cells."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import line, pdf, said
from blind3_parts.labels import due, plan, row


def decision(path: Path) -> list[dict[str, Any]]:
    """A decision notice with reasons, and the agreed plan as an annex, portrait, long cells."""
    title = "Annex 1: Action plan in response to the Housing Ombudsman's and the Coroner's findings"
    items = [
        (
            "1.",
            "The Coroner's matter of concern: that no record of the safeguarding concern was made when the contractor rang on 3 February 2025.",
            "Accepted. All calls from contractors now go to one line and are recorded.\nA card with the number has been given to each of 212 operatives.",
            "Assistant Director (Housing Operations)",
            "Completed 30 May 2025",
            dict(
                st="complete",
                due=due("Completed 30 May 2025", "2025-05-30"),
                un=["due_date"],
                by="Assistant Director (Housing Operations)",
            ),
        ),
        (
            "2.",
            "The Coroner's matter of concern: that a tenant who was known to be at risk was sent four letters about rent and none about help.",
            "Accepted. Income officers will see a flag before a letter goes out. The flag depends on the new housing system, of which the first part goes live in the autumn and the second, which has the flags, in the new year. Until then each letter to a tenant on the at-risk list is read by a team leader before it is posted. The list had 340 names on 1 September; it is made again each Monday from the records of Adult Social Care, Housing Options and the Income Team, and names are taken off only by a manager.",
            "Income Manager, Digital Programme Lead",
            "End of January 2026",
            dict(
                due=due("End of January 2026", "2026-01-31"),
                by="Income Manager | Digital Programme Lead",
            ),
        ),
        (
            "3.",
            "Ombudsman order: apologise to the family in person.",
            "Accepted. The Chief Executive met the family on 8 July.",
            "Chief Executive",
            "Completed 8 July 2025",
            dict(
                st="complete",
                due=due("Completed 8 July 2025", "2025-07-08"),
                un=["due_date"],
                by="Chief Executive",
            ),
        ),
        (
            "4.",
            "Ombudsman recommendation: review the vulnerability policy.",
            "Accepted in part. The policy will be reviewed with the hoarding policy and not by itself, as tenants asked for one policy.",
            "Head of Tenancy and Estates; Tenant Scrutiny Panel",
            "Consultation 6 Oct – 14 Nov 2025",
            dict(
                due=due("Consultation 6 Oct – 14 Nov 2025", "2025-11-14", "2025-10-06"),
                by="Head of Tenancy and Estates | Tenant Scrutiny Panel",
            ),
        ),
        (
            "5.",
            "Ombudsman recommendation: appoint an independent auditor of safeguarding in Housing.",
            "Not accepted. Internal Audit has this in its plan for 2026/27.",
            "",
            "N/A",
            dict(st="rejected", due=None, by="", un=["status", "due_text"]),
        ),
        (
            "6.",
            "Council's own action: every housing officer to shadow a social worker for a day.",
            "64 of 90 officers have done so.",
            "Principal Social Worker & Head of Tenancy and Estates",
            "By 31st Dec. '25",
            dict(
                due=due("By 31st Dec. '25", "2025-12-31"),
                by="Principal Social Worker | Head of Tenancy and Estates",
            ),
        ),
    ]
    source = line("Sallowfield Borough Council: record of decision", 14, True)
    source += (
        "#table(columns: (3.5cm, 1fr), "
        + ", ".join(
            said(x)
            for x in (
                "Decision taken by",
                "Cabinet Member for Housing, Cllr Ibrahim Lodge",
                "Date",
                "23 September 2025",
                "Key decision?",
                "Yes",
                "Call-in ends",
                "1 October 2025",
            )
        )
        + ")\n"
    )
    for head, body in (
        (
            "Decision",
            "1. To approve the action plan in Annex 1.\n2. To delegate small changes to the Executive Director of Place.\n3. To note that the plan will be looked at by Overview and Scrutiny on 20 January 2026.",
        ),
        (
            "Reasons",
            "The Coroner wrote under Regulation 28 on 2 June 2025. A reply was due within 56 days and was sent on 25 July. It was published on the web site of the Chief Coroner. The Housing Ombudsman's determination of 11 July made two orders and two recommendations.",
        ),
        (
            "Options not taken",
            "To wait for the new housing system before acting. This was not thought safe. To do only what was ordered. The Cabinet Member thought that the family deserves more than that, and that the recommendations are sound.",
        ),
    ):
        source += line(head, 11, True) + "".join(line(x) for x in body.split("\n"))
    source += line(title, 12, True)
    source += (
        "#table(columns: (0.6cm, 1.5fr, 2fr, 1.2fr, 1fr), inset: 4pt, table.header("
        + ", ".join(
            f"[*{h}*]"
            for h in ("", "Finding", "Council response", "Responsible officer", "Completion date")
        )
        + "),\n"
    )
    source += "".join("".join(f" {said(x)}," for x in i[:5]) + "\n" for i in items) + ")\n"
    pdf(source, path, size=13)
    truth = []
    for ref, what, answer, _, _, more in items:
        truth.append(row(what, ref=ref[0], pg=answer.split("\n"), **more))
    return [plan(title, truth)]


DOCUMENT = (
    "sallowfield-decision-annex.pdf",
    "PDF, portrait, ruled; record of decision with its plan as an annex; long cells",
    decision,
)
