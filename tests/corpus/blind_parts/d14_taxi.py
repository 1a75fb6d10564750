"""Taxi licensing action plan, PDF, ruled, portrait, status at the head of the update cell."""

from __future__ import annotations

from pathlib import Path

from . import pages
from .notation import table

NAME = "oakhampstead-taxi-licensing-plan.pdf"
LAYOUT = "PDF, portrait, ruled; status at the head of the update cell; ticks; revised dates"

PLAN = table(
    "Hackney carriage and private hire: safeguarding action plan 2024",
    "title:Issue | do:What needs to happen | who:Officer | due:Deadline | pg:Update | pri:Priority",
    """
1. Drivers have not all had safeguarding training. | New and renewing drivers to pass the course
before grant. | Licensing Manager | 31 July 2024 => d:2024-07-31 | COMPLETE // All 418 drivers
have passed. => [c|COMPLETE] | H | @ref=1

2. Operators do not keep records of staff who take bookings. | Condition to be added: register
of staff, basic DBS each year. | Licensing Manager, Solicitor => Licensing Manager; Solicitor |
30 September 2024 => d:2024-09-30 | ONGOING // Consultation with the trade ended on 2 August. //
Nine replies. => [i|ONGOING] | H | @ref=2; un=progress_items

3. School contract drivers are checked twice by two councils. | Agree one check with the county
transport team. | T. Ravenscroft | ~~May 2024~~ November 2024 => d:2024-11 | In progress: county
have agreed in principle. => [i|In progress] | M | @ref=3

4. Complaints about language and behaviour are dealt with one at a time. | Points scheme; report
on drivers with three or more complaints. => Points scheme // report on drivers with three or
more complaints. | T. Ravenscroft / Data Team => T. Ravenscroft; Data Team | Every quarter,
starting 1 July 2024 => s:2024-07-01 r:quarterly | Started – first report had six drivers. =>
[i|Started] | M | @ref=4

5. The policy on convictions is older than the national standards. | Rewrite policy and take to
committee. | Head of Regulatory Services | 12 December 2024 => d:2024-12-12 | Not started. =>
[n|Not started] | H | @ref=5

6. Drivers licensed elsewhere work in the town at night. | Joint operations with neighbouring
councils. | Enforcement Officers | Twice a year | Done: operation on 8 June, 41 vehicles
stopped. => [c|Done] | M | @ref=6; un=recurrence

7. Members of the panel have had no training on exploitation. | Half day course before anyone
sits. | Democratic Services Officer | May 2024 => d:2024-05 | Complete => [c|Complete] | L |
@ref=7

8. CCTV in vehicles. | Report on options. See issue 5. | Head of Regulatory Services | TBC | On
hold. Waiting for the county-wide study. => [h|On hold] | L | @ref=8; see=5

9. Takeaways and hotels near the rank have raised worries about young people. | Visits with the
police. Leaflet. | PC Ilse Hammond and Licensing Officers => PC Ilse Hammond; Licensing Officers
| Monthly until December 2024 => r:monthly d:2024-12 | Ongoing. 14 visits so far. => [i|Ongoing]
| H | @ref=9

10. The public do not know how to complain about a driver. | Sticker inside each vehicle with a
QR code. | Communications | 31st August '24 => d:2024-08-31 | Ordered stickers arrived damaged
and have been sent back. | M | @ref=10

11. NR3S is searched at grant but not at renewal. | Change the procedure. | Licensing Support
Officers | With immediate effect | Complete. => [c|Complete] | H | @ref=11
""",
)
PLANS = [PLAN]


def write(path: Path) -> None:
    """Make the document."""
    source = "\n".join(
        [
            "#align(right)[Agenda item 7]",
            "= Oakhampstead Borough Council",
            "== Hackney carriage and private hire: safeguarding action plan 2024",
            "#v(4pt)",
            pages.plan(PLAN, ["3.5cm", "1fr", "2.7cm", "2.4cm", "3.7cm", "1.6cm"], head="C5E0B3"),
            "#v(4pt)",
            "Priority: H high, M medium, L low. Report author: T. Ravenscroft",
        ]
    )
    pages.pdf(path, source, size="9pt")
