"""A web page in the manner of government: summary lists with tags under headings."""

import html
from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row

ROWS: list[tuple[Any, ...]] = [
    ("h", "Preventing harm"),
    (
        "Commitment 1",
        "1",
        "We will check every children's home that opens in our area within four weeks.",
        "Director of Strategy",
        "Summer 2021",
        None,
        None,
        "Complete",
        "complete",
        ["All nine new homes were visited."],
    ),
    (
        "Commitment 2",
        "2",
        "We will publish what we learn from notifications of serious incidents twice a year.",
        "Data and Insight team",
        "Every six months from January 2021",
        "2021-01",
        "six_monthly",
        "In progress",
        "in_progress",
        ["First bulletin came out in January.", "The second is with the designers."],
    ),
    ("h", "Listening"),
    (
        "Commitment 3",
        "3",
        "We will set up a panel of parents and carers.",
        "Participation lead (Lena Frost)",
        "30 November 2021",
        "2021-11-30",
        None,
        "Not started",
        "not_started",
        [],
    ),
    (
        "Commitment 4",
        "4",
        "We will answer complaints about childminders in ten working days.",
        "Head of Customer Contact",
        "By the end of 2021",
        "2021-12-31",
        None,
        "Delayed",
        "in_progress",
        ["Sickness in the team. See commitment 3 for how parents will check this."],
    ),
    ("h", "Our people"),
    (
        "Commitment 5",
        "5",
        "We will train all inspectors in trauma.",
        "Chief People Officer; National Director",
        "To be confirmed",
        None,
        None,
        "Not started",
        "not_started",
        [],
    ),
]


def entry(label: str, inner: str) -> str:
    """One pair of a summary list."""
    return (
        f'<div class="summary-row"><dt class="key">{label}</dt>\n'
        f'<dd class="value">{inner}</dd></div>'
    )


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    title = "Safeguarding action plan 2021: progress"
    out = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f"<title>{title} - Inspectorate for Early Years</title>",
        "<style>.tag{background:#00703c;color:#fff}</style></head><body>",
        '<header><a href="#main">Skip to main content</a><nav><ul><li><a href="/">Home</a></li>'
        '<li><a href="/news">News</a></li><li><a href="/jobs">Jobs</a></li></ul></nav></header>',
        f'<main id="main"><h1>{title}</h1>',
        "<p>Published 12 July 2021. This page tells you how we are getting on.</p>",
    ]
    rows, section = [], ""
    for item in ROWS:
        if item[0] == "h":
            section = item[1]
            out.append(f"<h2>{section}</h2>")
            continue
        name, ref, what, who, when, day, every, tag, state, news = item
        body = [
            entry("Action", html.escape(what)),
            entry("Owner", html.escape(who)),
            entry("Due", when),
            entry("Status", f'<strong class="tag">{tag}</strong>'),
        ]
        if news:
            paragraphs = "".join(f"<p>{html.escape(n)}</p>" for n in news)
            body.append(entry("Latest update", paragraphs))
        out.append(f"<h3>{name}</h3>\n<dl>" + "\n".join(body) + "</dl>")
        start = day if every else None
        owners = who.replace("; ", " | ")
        rows.append(
            row(
                what,
                ref=ref,
                sec=section,
                by=owners,
                due=due(when, None if every else day, start, every),
                st=state,
                st_text=tag,
                pg=news,
                see=["3"] if ref == "4" else [],
            )
        )
    out += [
        "</main><footer><p>All content is available under licence.</p>"
        "<ul><li>Cookies</li><li>Contact</li></ul></footer></body></html>"
    ]
    path.write_text("\n".join(out) + "\n", encoding="utf-8")
    return [plan(title, rows)]


DOCUMENT = ("inspectorate-summary-lists.html", "definition lists under headings, with tags", build)
