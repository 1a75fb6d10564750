"""Housing safeguarding plan, HTML, lists in cells, two tables, a table of figures."""

from __future__ import annotations

from pathlib import Path

from . import pages
from .notation import table

NAME = "quarrington-housing-safeguarding.html"
LAYOUT = "HTML; two plans under headings; lists in cells; a table of figures; struck dates"

HOMES = table(
    "Our homes",
    "ref:Ref | title:Objective | do:How we will do it | who:Responsible | due:Target | st:Status",
    """
SS/01 | Repairs staff report what they see | • "See it, say it" cards in every van // • Ten
minute talk at depot meetings // • Feedback to the person who reported | Repairs Manager |
29/03/2024 => d:2024-03-29 | Complete

SS/02 | Anti-social behaviour cases are checked for vulnerability on both sides | • Risk matrix
for victims // • Check of care records for those complained about | ASB Team Leader / Adult MASH
=> ASB Team Leader; Adult MASH | Ongoing => r:ongoing | In progress

SS/03 | Evictions of families are told to children's services | • Notice at the time of the
court application | Income Manager; Legal => Income Manager; Legal | For every eviction =>
r:event | Complete

SS/04 | Hoarding is dealt with as a welfare matter | • Clutter scale in use // • Panel each
month | Tenancy Support Lead | 28/06/2024 => d:2024-06-28 | Under way => i

SS/05 | Older tenants in sheltered schemes are visited | • Welfare call every day // • Review of
support plans twice a year | Scheme Managers | Daily / six-monthly | In progress |
@un=recurrence

SS/06 | Survivors of abuse can stay safely or move quickly | • Sanctuary works in five days // •
Reciprocal moves with six landlords | Domestic Abuse Lead (Housing) / Fellside Homes => Domestic
Abuse Lead (Housing); Fellside Homes | ~~31/03/2024~~ 30/09/2024 => d:2024-09-30 | Delayed => i
""",
)
STREET = table(
    "Homelessness and rough sleeping",
    "ref:Ref | title:Objective | do:How we will do it | who:Responsible | due:Target | st:Status "
    "| pg:Comment",
    """
RS/01 | Care leavers are never intentionally homeless | Policy change; staff briefing => Policy
change // staff briefing | Housing Solutions Manager | 1 April 2024 => d:2024-04-01 | Complete |
Agreed by Cabinet in February

RS/02 | Temporary accommodation for families is checked | Visits twice a month; form for
safeguarding worries => Visits twice a month // form for safeguarding worries | TA Officer |
Fortnightly => r:fortnightly | In progress | Form is being used. See SS/02 for the risk matrix.
| @see=SS/02

RS/03 | Outreach workers can spot modern slavery | Course by the anti-slavery network | Outreach
Co-ordinator, Lantern Project | May/June 2024 => d:2024-06 | Not started |

RS/04 | Deaths of people who sleep rough are looked into | Write a local process with the SAB |
Public Health Principal | TBC | On hold | Wait for the SAB decision in July

RS/05 | 16 and 17 year olds have a joint assessment | Joint protocol refreshed | Housing
Solutions Manager & Youth Homelessness Social Worker => Housing Solutions Manager; Youth
Homelessness Social Worker | 31 Oct 2024 => d:2024-10-31 | Not started | As above | @see=RS/04
""",
)
PLANS = [HOMES, STREET]


def write(path: Path) -> None:
    """Make the page."""
    page = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Housing safeguarding plan</title></head><body>
<h1>Quarrington Housing: safeguarding plan 2024</h1>
<p>Owned by the Housing Safeguarding Group. Printed 14 May 2024.</p>
<h2>{HOMES.title}</h2>
{pages.html_plan(HOMES, word=False)}
<h2>{STREET.title}</h2>
{pages.html_plan(STREET, word=False)}
<h2>Referrals made by housing staff</h2>
<table><tr><th>Quarter</th><th>Children</th><th>Adults</th></tr>
<tr><td>Q3</td><td>11</td><td>19</td></tr><tr><td>Q4</td><td>14</td><td>23</td></tr></table>
</body></html>
"""
    path.write_text(page, encoding="utf-8")
