"""Peer review response, Word: each recommendation is a small form of its own."""

from __future__ import annotations

from pathlib import Path

from blind_parts import word
from blind_parts.notation import Cell, Line, table
from docx.shared import Cm

NAME = "thaxby-peer-review-response.docx"
LAYOUT = "Word; one two-column form table for each recommendation, labels on the left"

PLAN = table(
    "Adult safeguarding peer review: our response",
    "ref:Recommendation | title:Recommendation | do:What we will do | who:Lead officer "
    "| due:To be done by | st:Status | pg:Where we are (May 2023)",
    """
1 | Simplify the path from first contact to a safeguarding decision | • Map the present path with
staff // • Move to one screening conversation | Jocasta Finn, Service Manager (First Contact) =>
Jocasta Finn, Service Manager (First Contact) | 30 June 2023 => d:2023-06-30 | In progress | The
map shows eleven hand-overs; the aim is four.

2 | Ask people what they want at the start, and again at the end | Outcomes questions made
mandatory in the case system | Making Safeguarding Personal Lead | 31 March 2023 => d:2023-03-31 |
Complete | Questions went live in February. // 71% of those asked said that their wishes were met
in full.

3 | Strengthen the voice of carers on the Board | Two carers to join the Board | Board Manager |
At the Board's summer meeting | In progress | Adverts have been sent to four carers' groups.

4 | Give feedback to those who raise concerns | • Standard letter // • Count in the monthly pack |
Team Managers | May 2023 => d:2023-05 | Complete | Letter in use.

5 | Look at why so few concerns come from the north of the borough | Visits to care homes, GP
surgeries and temples; see recommendation 8 for figures | Community Engagement Officer / Imran
Dale => Community Engagement Officer; Imran Dale | Oct 2023 => d:2023-10 | Not started |  |
@see=8; un=actions

6 | Make sure that waiting lists for deprivation of liberty are risk assessed | Tool of the
national association to be used weekly | DoLS Team Leader | Weekly => r:weekly | In progress |
Tool in use since 3 April. Ninety people have moved to the top of the list.

7 | Reconsider the out of hours arrangements | Joint review with Pennowby Council | Head of
Commissioning; Head of Service, Adults and Community => Head of Commissioning; Head of Service,
Adults and Community | No date yet | On hold | Pennowby asked to wait until its own inspection is
over.

8 | Build a dashboard that partners understand | First dashboard with twelve measures | Data
Officer | 28/07/2023 => d:2023-07-28 | In progress | Eight measures can be drawn now.

9 | Remove the fourth stage of the enquiry form | – | – | n/a | No longer required => r | The form
was replaced by the new system in January. | @un=actions

10 | Celebrate good practice | Yearly awards with the provider forum | Provider Forum Chair |
Annually, beginning November 2023 => s:2023-11 r:annual | Not started |
""",
)
PLANS = [PLAN]


def card(document, line: Line) -> None:
    """One recommendation as a form: labels on the left, words on the right."""
    ref, title, *rest = line.cells
    grid = document.add_table(rows=0, cols=2, style="Table Grid")
    pairs = [(f"Recommendation {ref.words}", title)]
    pairs += [(h, c) for h, c in zip(PLAN.heads[2:], rest, strict=True)]
    for n, (head, made) in enumerate(pairs):
        left, right = grid.add_row().cells
        word.write(left, Cell(head, fill="FCE4D6" if n == 0 else "F2F2F2"), bold=True)
        word.write(right, made, bold=n == 0)
        left.width, right.width = Cm(4.5), Cm(13)
    document.add_paragraph()


def write(path: Path) -> None:
    """Make the document."""
    made = word.new(landscape=False, font="Gill Sans MT", size=11)
    made.add_heading("Thaxby Metropolitan Borough Council", 2)
    made.add_heading(PLAN.title, 1)
    made.add_paragraph(
        "Reviewers from three councils spent four days with us in November 2022. We are grateful "
        "to them. Their letter had ten recommendations and this is what we are doing about each."
    )
    for line in PLAN.lines:
        card(made, line)
    made.save(str(path))
