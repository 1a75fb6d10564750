"""Online safety plan, tab text from a paper: stray HTML, rows cut by page breaks, page footers."""

from __future__ import annotations

from pathlib import Path

from blind_parts.notation import Cell, table

NAME = "stoneleat-online-safety-plan.txt"
LAYOUT = "tab text; br and b tags, entities; rows cut by page breaks with a footer and the head"

PLAN = table(
    "Online Safety Action Plan 2019",
    "who:Officer(s) | ref:Item | title:Objective / task | rev:How we will check | due:Deadline "
    "| pg:Comments and status",
    """
## THEME ONE: SCHOOLS AND FAMILIES

Marguerite & Anil => Marguerite; Anil | 1/ | Offer each primary school a parents' evening on games
and chat | Count of evenings | 31 st March '19 => d:2019-03-31 | COMPLETE // 31 schools took it up
=> [c|COMPLETE] | @ref=1

Anil | 2/ | Put advice for grandparents and for foster carers ¦ on the web site | Page views | End of
May '19 => d:2019-05-31 | ONGOING // Text is written and the ¦ pictures will be drawn by the arts college. =>
[i|ONGOING] | @ref=2

Marguerite, Anil & Joy => Marguerite; Anil; Joy | 3/ | Survey of pupils in years 6, 8 and 10 |
Report to the sub group | To begin in February '19 => s:2019-02 | Questions agreed with heads. //
Survey closed with 2,140 answers. | @ref=3

Joy | 4/ | Keep the list of school filters up to date | Spot check | Termly => r:termly |  | @ref=4

## THEME TWO: STAFF

Assistant Head of ICT & Digital | 5/ | Guidance for staff on contact with families by text message
| Audit of phones | 28 th June 2019 => d:2019-06-28 | Not started => [n|Not started]
| @ref=5

Marguerite | 6/ | Training for residential workers and personal advisers ¦ in live streaming, self
generated images and gambling in games | Feedback forms | 2 nd Sept 2019 => d:2019-09-02 | Trainer
found, and we plan one ¦ joint course with item 7. | @ref=6; see=7

Marguerite | 7/ | Include harm online in the exploitation course | Course notes | July '19 =>
d:2019-07 | Complete => [c|Complete] | @ref=7

Joy & Legal => Joy; Legal | 8/ | Social media checks in family finding: what is lawful | Surveillance
Commissioner's inspection | TBC | ON HOLD // Waiting for the new code of practice => [h|ON HOLD] |
@ref=8

## THEME THREE: RESPONDING

DS Carla Munt | 9/ | Agree how devices are kept when a child discloses | Review after ten cases |
For every disclosure as made => r:event |  | @ref=9

Anil, DS Carla Munt => Anil; DS Carla Munt | 10/ | Attend the regional group on ¦ peer pressure to
share images | Minutes | Next meeting 14 th May. Held quarterly => s:2019-05-14 r:quarterly |
Attended in ¦ February. | @ref=10

Youth Council | 11/ | "Ask it first" campaign about meeting people from the internet | Reach on
social media | w/c 4 th February 2019 => d:2019-02-04 | COMPLETE // Video seen 9,400 times =>
[c|COMPLETE] | @ref=11

– | 12/ | Bring a report to scrutiny | – | Nov '19 => d:2019-11 | See item 3 for figures. | @ref=12;
see=3; un=review
""",
)
PLANS = [PLAN]


def bits(text: str, bold: bool) -> str:
    """A cell of the copy: line ends became tags, ampersands became entities."""
    parts = [p.strip() for p in text.replace("&", "&amp;").split("//")]
    if bold and len(parts) > 1 and parts[0].isupper():
        parts[0] = f"<b>{parts[0]}</b>"
    return "<br>".join(parts)


def printed(cells: list[Cell]) -> list[str]:
    """A row on one line, or on two with a page break between them."""
    first, second = [], []
    for n, made in enumerate(cells):
        here, _, there = made.text.partition("¦")
        first.append(bits(here.strip(), n == 5))
        second.append(bits(there.strip(), False))
    if not any(second):
        return ["\t".join(first)]
    return ["\t".join(first), *foot(), "\t".join(second)]


def foot() -> list[str]:
    """The foot of a page and the head of the next one."""
    return ["", "Stoneleat District Council – OFFICIAL", "\f", "\t".join(PLAN.heads)]


def write(path: Path) -> None:
    """Make the document."""
    out = [
        "STONELEAT DISTRICT COUNCIL",
        "Community Wellbeing Committee, 18 April 2019, Appendix B",
        "",
        PLAN.title,
        "",
        "\t".join(PLAN.heads),
    ]
    for line in PLAN.lines:
        if line.band is not None:
            out.append(f"<b>{line.band}</b>" + "\t" * 5)
        else:
            out += printed(line.cells)
    out += ["", "Stoneleat District Council – OFFICIAL", "", "Background papers: none"]
    path.write_text("\n".join(out) + "\n", encoding="utf-8")
