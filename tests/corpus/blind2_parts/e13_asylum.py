"""Asylum accommodation plan, a council web page: row headings, caption, state as a tag."""

from __future__ import annotations

import html
from pathlib import Path

from blind_parts.notation import Cell, table

NAME = "pennowby-asylum-accommodation-plan.html"
LAYOUT = "HTML page; caption; row headings over several rows are the section; tags for the state"

PLAN = table(
    "Safeguarding people in asylum accommodation: joint plan",
    "sec:Theme | title:Commitment | who:Lead organisation | due:Timeframe | pg:Position, June 2024 "
    "| ref:Item",
    """
Children and families | Every child in the hotel has a school place offer within fifteen school
days | Pennowby Council School Admissions | Fifteen school days after arrival | In
progress // 38 of 44 children have had an offer // Six wait for a place in year 10 => [i|In
progress] | AC1 | @un=recurrence

^ | Health visitor clinic in the hotel | Community Health Trust | Fortnightly from 8 January 2024
=> s:2024-01-08 r:fortnightly | In progress // Clinic paused for two weeks at Easter => [i|In
progress] | AC2

^ | Rooms are checked for cots, blind cords and window stops | Accommodation Provider & Fire
Service => Accommodation Provider; Fire Service | 29 February 2024 => d:2024-02-29 | Complete //
All rooms checked, nine made safe => [c|Complete] | AC3

Age disputes | Young people whose age is in doubt are moved out of adult rooms on the same day |
Director of Children's Services | Immediately | In progress // Three moved since April => [i|In
progress] | AC4

^ | Two social workers are trained in age assessment | Principal Social Worker | 28/06/24 =>
d:2024-06-28 | Complete // Both passed in May => [c|Complete] | AC5

Exploitation | Hotel and security staff can name the signs of trafficking | Accommodation Provider |
31 May 2024; refresher each year => d:2024-05-31 | Overdue // Provider has cancelled twice. Raised
with the Home Office => [o|Overdue] | AC6 | @un=recurrence,due_date

^ | Leaflet about work rights in eight languages | Modern Slavery Partnership Officer | August
2024 => d:2024-08 | Not started => [n|Not started] | AC7

^ | Unknown visitors are logged and the log is read by police | Neighbourhood Inspector | Weekly
=> r:weekly | In progress // See AC6 for the training of those who keep the log => [i|In progress]
| AC8 | @see=AC6

Health and adults at risk | Suicide prevention plan for the site | Public Health Consultant;
Accommodation Provider => Public Health Consultant; Accommodation Provider | 30 Sept '24 =>
d:2024-09-30 | Not started => [n|Not started] | AC9

^ | People with care needs are assessed before they are moved to another area | Adult Social Care |
Before each move => r:event | In progress // Notice of moves is often less than two days => [i|In
progress] | AC10

Voice | Residents' meeting with interpreters | Refugee Welcome Pennowby | Last Thursday of the
month => r:monthly | In progress // Attended by about thirty => [i|In progress] | AC11
""",
)
PLANS = [PLAN]


def state(made: Cell) -> str:
    """The position: the state as a tag, the rest as paragraphs."""
    first, *rest = made.seen.split("\n")
    tag = f'<strong class="tag tag--{first.split()[0].lower()}">{first}</strong>'
    return tag + "".join(f"<p>{html.escape(r)}</p>" for r in rest)


def rows() -> list[str]:
    """The rows of the table; the theme is a heading over its rows."""
    out = []
    for n, line in enumerate(PLAN.lines):
        theme, promise, who, due, now, ref = line.cells
        deep = 1
        while n + deep < len(PLAN.lines) and PLAN.lines[n + deep].cells[0].merged:
            deep += 1
        boxes = (
            [] if theme.merged else [f'<th scope="rowgroup" rowspan="{deep}">{theme.words}</th>']
        )
        words = [html.escape(c.words) for c in (promise, who, due)]
        words[2] = words[2].replace(" 2024", "&nbsp;2024")
        boxes += [f"<td>{w}</td>" for w in words] + [f"<td>{state(now)}</td>"]
        boxes.append(f'<td class="govuk-table__cell--numeric">{ref.words}</td>')
        out.append("<tr>\n  " + "\n  ".join(boxes) + "\n</tr>")
    return out


def write(path: Path) -> None:
    """Make the page."""
    heads = "".join(f'<th scope="col">{h}</th>' for h in PLAN.heads)
    parts = [
        '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">',
        "<title>Asylum accommodation – Pennowby Council</title>",
        "<style>.tag{background:#eee} th{text-align:left}</style></head><body>",
        '<div class="cookies"><p>We use cookies. <a href="#c">Change what we store</a></p></div>',
        '<nav><ol><li><a href="#h">Home</a></li><li><a href="#s">Safer Pennowby</a></li></ol></nav>',
        "<main><h1>Asylum accommodation</h1>",
        "<p>How many people live in contingency accommodation:</p>",
        "<table><tr><th>Month</th><th>Adults</th><th>Children</th></tr>"
        "<tr><td>April 2024</td><td>131</td><td>41</td></tr>"
        "<tr><td>May 2024</td><td>127</td><td>44</td></tr></table>",
        f'<table class="data"><caption>{PLAN.title}</caption>',
        f"<thead><tr>{heads}</tr></thead><tbody>",
        *rows(),
        "</tbody></table>",
        "<aside><h2>Related pages</h2><ul><li>Report a concern</li><li>Volunteer</li></ul></aside>",
        "<footer><p>Page last changed 18 June 2024</p></footer></main></body></html>",
    ]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")
