"""Cabinet response to scrutiny, a committee web page with navigation and rowspans."""

from __future__ import annotations

from pathlib import Path

from . import pages
from .notation import table

NAME = "hollinsea-cabinet-response.html"
LAYOUT = "HTML page of a committee system; navigation tables; rowspans; decisions are other"

PLAN = table(
    "Cabinet response to the scrutiny review of exploitation of young people",
    "ref:No. | title:Recommendation | oth:Decision | do:Proposed action | oth:Cabinet Member "
    "| who:Lead officer | due:Timescale | pg:Progress",
    """
1 | That the Council and the police publish one telephone number for worries about exploitation.
| Agreed | Number to be advertised in libraries and on bin lorries | Cllr Bewley | Head of
Customer Services | 30 April 2023 => d:2023-04-30 | COMPLETE – number live from 17 April. =>
[c|COMPLETE]

2 | That all licensed premises within half a mile of the bus station get a visit. | Agreed |
Visits list drawn up with the police | Cllr Bewley | Licensing Manager | 31 July 2023 =>
d:2023-07-31 | ONGOING – 22 out of 37 visits made. => [i|ONGOING]

^ | ^ | ^ | Poster in each of the premises | ^ | Communications Officer | 31 August 2023 =>
d:2023-08-31 | NOT STARTED => [n|NOT STARTED]

3 | That the Council writes to the bus company about cameras on late buses. | Agreed in part |
Letter from the Leader | Cllr Adair (Leader) | Policy Officer | 28 February 2023 => d:2023-02-28
| COMPLETE – reply received, 12 of 30 buses to have cameras. => [c|COMPLETE]

4 | That every secondary school has a named exploitation lead. | Agreed | Discuss at the heads'
forum // Write to governors | Cllr Nwosu | Director of Education and Skills | Summer Term 2023 |
ONGOING – 9 schools of 11. => [i|ONGOING]

5 | That the youth bus is brought back. | Not agreed | There is no budget for the bus in
2023/24. | Cllr Nwosu | – | n/a |  | @un=status,actions,progress_text,progress_items

6 | That the panel hears from young people each year. | Agreed | Young inspectors to give
evidence | Cllr Nwosu | Participation Officer & Scrutiny Officer => Participation Officer;
Scrutiny Officer | Annually from October 2023 => s:2023-10 r:annual |

7 | That training for councillors covers exploitation by gangs. | Agreed | Add to the induction
and the yearly refresher | Cllr Adair (Leader) | Democratic Services Manager | May 2023 =>
d:2023-05 | COMPLETE – 31 of 40 came. A recording was sent to the others. => [c|COMPLETE]

^ | ^ | ^ | Members' page with local contacts | ^ | Democratic Services Manager | 30/06/2023 =>
d:2023-06-30 | COMPLETE => [c|COMPLETE]

8 | That the Council looks at its own powers over vacant buildings. | Agreed | Report from the
empty homes team | Cllr Bewley | Empty Homes Officer and Legal Services => Empty Homes Officer;
Legal Services | By 29 September 2023 => d:2023-09-29 | Links with recommendation 2. List of 14
buildings is with the police. | @see=2

9 | That progress comes back to this committee. | Agreed | Update report | Cllr Bewley |
Scrutiny Officer | Six months after Cabinet |

10 | That hotels which turn away a single night booking for a child are thanked in public. |
Agreed | Certificate scheme | Cllr Bewley | Licensing Manager | From 1 September 2023 =>
s:2023-09-01 | NOT STARTED – scheme to be designed with the police. => [n|NOT STARTED]

11 | That taxi drivers have a card with what to do. | Agreed | Card with the badge renewal
letter | Cllr Bewley | Licensing Manager | At each renewal => r:event | ONGOING. 112 cards
given. => [i|ONGOING]

12 | That the youth justice board gives a view on knife crime. | Agreed in part | Paper to the
board | Cllr Nwosu | Youth Justice Manager | Q3 2023/24 => d:2023-12-31 | Ongoing work with
schools is described in the paper.
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the page."""
    page = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Agenda item - Response to scrutiny</title>
<link rel="stylesheet" href="/site.css"><script>var mgSite = "hollinsea";</script></head>
<body>
<div id="nav"><ul><li><a href="/home">Home</a></li><li><a href="/meetings">Meetings</a></li>
<li><a href="/councillors">Your councillors</a></li><li><a
href="/decisions">Decisions</a></li></ul>
<form action="/search"><input name="q" value=""><button>Search</button></form></div>
<div class="mgContent">
<h1>Agenda item</h1>
<h2>{PLAN.title}</h2>
<table class="mgLayout"><tr><td>Meeting</td><td>Cabinet, Tuesday 17 January 2023 6.00 pm</td></tr>
<tr><td>Status</td><td>Recommendations approved</td></tr></table>
<p>Cabinet thanked the panel. The response, with progress at August 2023, is below.</p>
{pages.html_plan(PLAN, word=False)}
<h3>Supporting documents</h3>
<ul><li><a href="/documents/s1201">Review report</a>, PDF 2 MB</li>
<li><a href="/documents/s1202">Minutes</a>, PDF 110 KB</li></ul>
</div>
<div id="footer">Hollinsea Council, Town Hall. <a href="/privacy">Privacy</a></div>
</body></html>
"""
    path.write_text(page, encoding="utf-8")
