"""What Word puts on the clipboard: theme over several rows, fills, struck words, a footnote."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row


def clipboard(path: Path) -> list[dict[str, Any]]:
    """What Word puts on the clipboard: theme over several rows, fills, struck words, a footnote."""
    title = "Marnham Prevent Partnership: action plan for 2026"
    green, amber, plum, none = "#00B050", "#FFC000", "#7030A0", "#FFFFFF"
    themes = [
        (
            "Referrals",
            [
                (
                    "P1",
                    "Rewrite the referral page in plain English",
                    ["Prevent Coordinator"],
                    "<s>30 January 2026</s> 27 March 2026",
                    plum,
                    ["Page went live on 20 March."],
                ),
                (
                    "P2",
                    "Channel panel to hear each case within five weeks",
                    ["Channel Chair", "Police Prevent Supervisor"],
                    "Ongoing",
                    green,
                    ["February: 5 out of 5.", "April: 3 out of 4."],
                ),
                (
                    "P3",
                    "Feedback to each referrer<sup>1</sup>",
                    ["Prevent Coordinator"],
                    "From 1 April 2026",
                    amber,
                    ["&nbsp;"],
                ),
            ],
        ),
        (
            "Training",
            [
                (
                    "P4",
                    "Governors in all 22 maintained schools trained",
                    ["Education Officer (Prevent)"],
                    "July 2026",
                    green,
                    ["· 9 trained", "· 6 booked"],
                ),
                (
                    "P5",
                    "Course for mosque, church and gurdwara trustees",
                    ["Faith Forum", "Prevent Coordinator"],
                    "Two courses, May &amp; November 2026",
                    none,
                    ["&nbsp;"],
                ),
            ],
        ),
        (
            "Venues",
            [
                (
                    "P6",
                    "Guidance on hiring out halls",
                    ["Head of Property &amp; Assets"],
                    "6 weeks after Cabinet agrees the policy",
                    none,
                    ["See P1 for the link."],
                )
            ],
        ),
    ]
    out = [
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body lang=EN-GB>',
        f'<p class=MsoTitle><b><span style="font-size:16.0pt">{title}<o:p></o:p></span></b></p>',
        '<p class=MsoNormal>Key: <span style="background:#7030A0">&nbsp;&nbsp;</span> purple = done; <span style="background:#00B050">&nbsp;&nbsp;</span> green = on time; <span style="background:#FFC000">&nbsp;&nbsp;</span> amber = running late; no colour = to start<o:p></o:p></p>',
        '<table class=MsoTableGrid border=1><tr style="background:#D9D9D9">'
        + "".join(
            f"<td><p class=MsoNormal><b>{h}<o:p></o:p></b></p></td>"
            for h in ("Theme", "Ref", "Action", "Owner", "Date", "Rating", "Comments")
        )
        + "</tr>",
    ]
    for theme, lines in themes:
        for n, (ref, what, who, when, colour, notes) in enumerate(lines):
            first = (
                f"<td rowspan={len(lines)}><p class=MsoNormal>{theme}<o:p></o:p></p></td>"
                if n == 0
                else ""
            )
            paint = f' style="background:{colour}"' if colour != none else ""

            def cell(texts: list[str]) -> str:
                return (
                    "<td>"
                    + "".join(f"<p class=MsoNormal>{t}<o:p></o:p></p>" for t in texts)
                    + "</td>"
                )

            out.append(
                f"<tr>{first}{cell([ref])}{cell([what])}{cell(who)}{cell([when])}<td{paint}><p class=MsoNormal>&nbsp;</p></td>{cell(notes)}</tr>"
            )
    out += [
        "</table>",
        "<p class=MsoFootnoteText><sup>1</sup> Where the law allows it.<o:p></o:p></p></body></html>",
    ]
    path.write_text("\n".join(out) + "\n", encoding="utf-8")
    return [
        plan(
            title,
            [
                row(
                    themes[0][1][0][1],
                    ref="P1",
                    sec="Referrals",
                    by="Prevent Coordinator",
                    due=due("30 January 2026 27 March 2026", "2026-03-27"),
                    st="complete",
                    pg=["Page went live on 20 March."],
                ),
                row(
                    themes[0][1][1][1],
                    ref="P2",
                    sec="Referrals",
                    by="Channel Chair | Police Prevent Supervisor",
                    due=due("Ongoing", every="ongoing"),
                    st="in_progress",
                    pg=["February: 5 out of 5.", "April: 3 out of 4."],
                ),
                row(
                    "Feedback to each referrer",
                    ref="P3",
                    sec="Referrals",
                    by="Prevent Coordinator",
                    due=due("From 1 April 2026", start="2026-04-01"),
                    st="in_progress",
                    un=["title"],
                ),
                row(
                    themes[1][1][0][1],
                    ref="P4",
                    sec="Training",
                    by="Education Officer (Prevent)",
                    due=due("July 2026", "2026-07"),
                    st="in_progress",
                    pg=["9 trained", "6 booked"],
                ),
                row(
                    themes[1][1][1][1],
                    ref="P5",
                    sec="Training",
                    by="Faith Forum | Prevent Coordinator",
                    due=due("Two courses, May & November 2026", "2026-11"),
                    st="not_started",
                ),
                row(
                    themes[2][1][0][1],
                    ref="P6",
                    sec="Venues",
                    by="Head of Property & Assets",
                    due=due("6 weeks after Cabinet agrees the policy"),
                    st="not_started",
                    pg=["See P1 for the link."],
                    see=["P1"],
                ),
            ],
        )
    ]


DOCUMENT = (
    "marnham-prevent-clipboard.html",
    "HTML from the clipboard of Word; theme over several rows; fills with key; struck date; footnote",
    clipboard,
)
