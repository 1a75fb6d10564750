"""Self-neglect and hoarding plan, plain text in labelled blocks with hanging lines."""

from __future__ import annotations

import textwrap
from pathlib import Path

from blind_parts.notation import table

NAME = "dunmarsh-self-neglect-hoarding.txt"
LAYOUT = "plain text; underlined headings are sections; blocks with labels, wrapped and indented"

PLAN = table(
    "SELF-NEGLECT AND HOARDING: MULTI-AGENCY PLAN FOR 2024",
    "ref:ACTION | title:ACTION | do:STEPS | who:WHO | due:DEADLINE | pri:PRIORITY | st:RATING "
    "| pg:LATEST POSITION",
    """
## RECOGNISING

1 | Adopt one definition and one clutter scale across the county. | 1) Agree wording // 2) Print
cards for crews and carers | Self-Neglect Lead, Adult Social Care | 31 January 2024 =>
d:2024-01-31 | High | Completed | Cards were sent to 40 teams in the last week of January.

2 | Give housing officers, refuse crews and gas engineers a number to ring. | 1) Number on the
back of the card // 2) Recorded message out of hours | Contact Centre Manager; Gas Safety Partner
=> Contact Centre Manager; Gas Safety Partner | 15/3/24 => d:2024-03-15 | Medium | In progress |
Number is live. The recorded message is to be voiced by somebody with lived experience of hoarding.

3 | Hold learning lunches. |  | Board Training Officer | Quarterly, the first on 20 February 2024 =>
s:2024-02-20 r:quarterly | Low | In progress |

## WORKING TOGETHER

4 | Set up a risk panel for people who will not let anyone in. | 1) Terms of reference // 2) Chair
from the fire service // 3) First cases | Dunmarsh Council; Fire and Rescue; Mental Health Trust =>
Dunmarsh Council; Fire and Rescue; Mental Health Trust | w/c 8 April 2024 => d:2024-04-08 | High |
Partially completed => p | Terms and chair are agreed. The first cases come in May.

5 | Agree who pays for a clean. | 1) Table of duties and powers | Head of Environmental Health and
Licensing | End Feb 2024, now end June 2024 => d:2024-06-30 | High | In progress | Legal advice of
12 March says that three bodies have powers and none has a duty.

6 | Use mental capacity assessments well, with attention to executive function. | 1) Guide // 2)
Case clinics | MCA Lead (Priya Stannard) | Monthly until December 2024 => r:monthly d:2024-12 |
High | In progress | See action 3, where the guide is taught. | @see=3

7 | Ask the coroner to tell the Board of deaths where self-neglect had a part. |  | Board Chair |
30th April => d:2024-04-30 | Medium | Not started |

8 | Protect animals as well as people. | 1) Protocol with the animal charity | Dog Warden |
September 2024 => d:2024-09 | Low | Not started |

## LEARNING

9 | Finish the plan that followed the review about Leonard. |  | Adult Social Care and Housing =>
Adult Social Care; Housing | 29 March 2024 => d:2024-03-29 | High | Overdue | Eleven out of twelve
parts are finished; what is left is the tenancy visit policy, which needs a vote of the housing
board in May.

10 | Count the people, the fires and the evictions. | 1) Baseline // 2) Yearly figures | Public
Health Analyst | Annually each May => r:annual | Medium | Not started |  | @un=due_start

11 | Hear from people who have been through it. |  | Dunmarsh Voices | Ongoing => r:ongoing |
Medium | In progress | Two people have joined the panel as advisers.

12 | Peer support group in the north. | 1) Room // 2) Facilitator | – | When a grant is found | Low |
On hold |
""",
)
PLANS = [PLAN]


def labelled(head: str, words: str) -> list[str]:
    """A label and its words, wrapped under each other."""
    lead = f"{head}:".ljust(18)
    return textwrap.wrap(
        words, 76, initial_indent=lead, subsequent_indent=" " * 18, break_on_hyphens=False
    )


def write(path: Path) -> None:
    """Make the document."""
    out = ["DUNMARSH SAFEGUARDING ADULTS BOARD", PLAN.title, "=" * 54, ""]
    out += textwrap.wrap(
        "The plan has twelve actions in three parts. Each partner rates its own actions. The "
        "panel reads the plan at every second meeting.",
        76,
    )
    for line in PLAN.lines:
        if line.band is not None:
            out += ["", line.band, "-" * len(line.band)]
            continue
        ref, title, steps, *rest = line.cells
        out += ["", *labelled(f"ACTION {ref.words}", title.words)]
        for n, step in enumerate(steps.seen.split("\n") if steps.words else []):
            out += labelled("STEPS", step) if n == 0 else [" " * 18 + step]
        for head, made in zip(PLAN.heads[3:], rest, strict=True):
            if made.words:
                out += labelled(head, made.words)
    out += ["", "Updated 17 April 2024 by the Board Manager.", ""]
    path.write_text("\n".join(out), encoding="utf-8")
