"""A committee web page: a tracker with spans, images for colours, struck dates and lists."""

import html
from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row

ROWS: list[tuple[Any, ...]] = [
    (
        "Licensing of taxis",
        2,
        "12/03",
        "Ask neighbouring councils for refusals at renewal",
        "Licensing Manager",
        "<del>1 May 2018</del> <ins>1 August 2018</ins>",
        ("1 May 2018 1 August 2018", "2018-08-01"),
        "Amber",
        "in_progress",
        ["Four of six councils have agreed", "Letter to the other two sent in May"],
    ),
    (
        None,
        0,
        "12/04",
        "Drivers carry a card with the number to call",
        "Licensing Manager",
        "July 2018",
        ("July 2018", "2018-07"),
        "Green",
        "complete",
        ["Cards given out at renewal"],
    ),
    (
        "School attendance",
        3,
        "14/01",
        "Visit every home of a child missing education",
        "Education Welfare Lead<br>Community Police Team",
        "Ongoing",
        ("Ongoing", None),
        "Amber",
        "in_progress",
        [],
    ),
    (
        None,
        0,
        "14/02",
        "Check the register of home educated children against other records",
        "Elective Home Education Officer",
        "before the summer holidays",
        ("before the summer holidays", None),
        "Red",
        "overdue",
        ["Not begun because the post is empty"],
    ),
    (
        None,
        0,
        "14/03",
        "Report reduced timetables to governors",
        "Headteachers",
        "Each term",
        ("Each term", None),
        "Green",
        "complete",
        [],
    ),
    (
        "Housing",
        1,
        "15/01",
        "Housing officers refer when a child lives in a cold home",
        "<abbr title='Assistant Director'>AD</abbr> Housing",
        "01.10.18",
        ("01.10.18", "2018-10-01"),
        "Amber",
        "in_progress",
        ["See 12/03"],
    ),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    title = "Children's Scrutiny Committee: recommendation tracker"
    out = [
        "<html><head><title>Agenda item 9</title></head><body>",
        "<h2>Agenda item 9</h2>",
        '<p><img src="g.png" alt="Green"> done &nbsp; <img src="a.png" alt="Amber"> being done '
        '&nbsp; <img src="r.png" alt="Red"> late</p>',
        f'<table border="1"><caption>{title}</caption>',
        "<thead><tr><th rowspan=2>Review</th><th rowspan=2>Rec</th>"
        "<th rowspan=2>Recommendation</th><th colspan=3>Delivery</th>"
        "<th rowspan=2>Update</th></tr>",
        "<tr><th>Officer</th><th>Target</th><th>RAG</th></tr></thead><tbody>",
    ]
    rows, section = [], ""
    for review, span, ref, what, who, shown, (text, day), mark, state, news in ROWS:
        section = review or section
        first = f'<td rowspan="{span}">{review}</td>' if review else ""
        listed = "".join(f"<li>{html.escape(n)}</li>" for n in news)
        update = f"<ul>{listed}</ul>" if news else "&nbsp;"
        out.append(
            f"<tr>{first}<td>{ref}</td><td>{what}</td><td>{who}</td><td>{shown}</td>"
            f'<td><img src="{mark[0].lower()}.png" alt="{mark}"></td><td>{update}</td></tr>'
        )
        owners = who.replace("<br>", " | ").replace("<abbr title='Assistant Director'>", "")
        every = {"Ongoing": "ongoing", "Each term": "termly"}.get(text)
        rows.append(
            row(
                what,
                ref=ref,
                by=owners.replace("</abbr>", ""),
                due=due(text, day, None, every),
                st=state,
                st_text=mark,
                pg=news,
                see=["12/03"] if news == ["See 12/03"] else [],
                other={"review": section},
                un=["source_ref", "section"],
            )
        )
    out.append("</tbody></table><p>Contact: Democratic Services</p></body></html>")
    path.write_text("\n".join(out) + "\n", encoding="utf-8")
    return [plan(title, rows)]


DOCUMENT = (
    "lowmarsh-scrutiny-tracker.html",
    "row spans, pictures for colours, changed dates",
    build,
)
