"""Female genital mutilation task group, HTML: each action a heading and a list of terms."""

from __future__ import annotations

import html
from pathlib import Path

from blind_parts.notation import Cell, table

NAME = "larkmere-fgm-task-group.html"
LAYOUT = "HTML without a table: headings as sections, actions as headings with definition lists"

PLAN = table(
    "FGM Task Group: work plan 2018",
    "ref:Action | title:Action | do:How | who:Responsible | due:Due | st:Progress rating "
    "| pg:Comments",
    """
## Know

1 | Learn what the prevalence is in Larkmere | Maternity figures; census; talks with the Horn of
Africa women's group => Maternity figures // census // talks with the Horn of Africa women's group
| Public Health Registrar | 30 April 2018 => d:2018-04-30 | Completed | Estimate of 210 women and
40 girls was given to the group in April.

2 | Share what midwives learn about a mother with those who see her daughters | Flag on the health
visitor record | Specialist Midwife; Named Nurse => Specialist Midwife; Named Nurse | 29 June 2018
=> d:2018-06-29 | Partially completed => p | Flag works for babies born here, not for those who
move in.

## Prevent

3 | Work with schools before the summer holidays | Lesson plans for years 5 and 6 | Schools
Safeguarding Adviser (Bintu Hale) | May 2018 => d:2018-05 | Completed | 26 primary schools took
part.

4 | Find and support community champions | Course of six evenings | Horn of Africa Women's Group |
To start in September 2018 => s:2018-09 | Not started |

5 | Talk with faith leaders | Breakfast at the town hall; written pledge => Breakfast at the town
hall // written pledge | Cllr Nadia Verrall and Borough Commander => Cllr Nadia Verrall; Borough
Commander | 6 February 2018 => d:2018-02-06 | Completed | Seven leaders signed. // Two asked for
a session for women.

6 | Airport operation with the border force | Leaflets at the gate; conversations => Leaflets at
the gate // conversations | DS Hugo Pryde | 16 to 27 July 2018 => s:2018-07-16 d:2018-07-27 | In
progress |

## Protect

7 | Make sure that everybody knows about the mandatory duty | E-learning | All agencies => All
agencies | Ongoing => r:ongoing | In progress | 58% of teachers have done it.

8 | Agree a pathway for girls who may be at risk | Strategy discussion guide; list of doctors who
can examine => Strategy discussion guide // list of doctors who can examine | Head of MASH | 28
September 2018 (was 30 March 2018) => d:2018-09-28 | In progress | Draft waits for action 2.
| @see=2

9 | Use protection orders early | Template statement for court | Principal Lawyer, Children and
Education | As cases arise => r:event | In progress | First order made in January.

10 | Offer counselling to women | Grant bid | – | Once funding is known | On hold | No bids were
invited this year.
""",
)
PLANS = [PLAN]


def terms(cells: list[Cell]) -> str:
    """One action as a list of terms; what is empty was left out by the officer."""
    out = []
    for head, made in zip(PLAN.heads[2:], cells, strict=True):
        if made.words:
            words = "</p><p>".join(html.escape(w) for w in made.seen.split("\n"))
            words = f"<p>{words}</p>" if "</p>" in words else words
            out.append(f"  <dt>{head}</dt>\n  <dd>{words}</dd>")
    return "<dl>\n" + "\n".join(out) + "\n</dl>"


def write(path: Path) -> None:
    """Make the page."""
    out = [
        "<html><head><title>FGM Task Group</title></head>",
        '<body bgcolor="#ffffff"><font face="Arial">',
        f"<h1>{PLAN.title}</h1>",
        "<p>Membership: public health, maternity, police, schools, the women&rsquo;s group.<br>",
        "Next meeting: 4 July, committee room 3.</p>",
    ]
    for line in PLAN.lines:
        if line.band is not None:
            out.append(f"<h2>{line.band}</h2>")
            continue
        ref, title, *rest = line.cells
        out += [f"<h3>Action {ref.words}: {html.escape(title.words)}</h3>", terms(rest)]
    out += ["<hr><p><i>Printed 11/06/2018</i></p>", "</font></body></html>"]
    path.write_text("\n".join(out) + "\n", encoding="utf-8")
