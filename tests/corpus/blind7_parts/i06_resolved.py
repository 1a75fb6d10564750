"""Minutes of a committee as text: resolutions with who is to do what by when in a sentence."""

from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row

TEXT = """CHILDREN AND FAMILIES SCRUTINY COMMITTEE
Minutes of the meeting held on 6 June 2022

23. CHILDREN WHO GO MISSING

The Committee received a report on children who go missing from home and care. Members asked why
so few return interviews were offered at weekends.

Action: Head of Youth Support to report on weekend interviews by 9 September 2022.

24. UNREGISTERED SCHOOLS

Officers described two visits made with the inspectorate. Members were concerned about the time it
took to share addresses.

Action: Data Protection Officer to agree a protocol with the fire service by 30 September 2022.

Action: Cllr Dray to write to the Minister.

25. WORK PROGRAMME

Action: Scrutiny Officer to add neglect to the programme for November 2022.

The meeting ended at 8.15pm.
"""


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    path.write_text(TEXT, encoding="utf-8")
    both = ["section", "title"]
    rows = [
        row(
            "Head of Youth Support to report on weekend interviews by 9 September 2022.",
            by="Head of Youth Support",
            due=due("9 September 2022", "2022-09-09"),
        ),
        row(
            "Data Protection Officer to agree a protocol with the fire service by "
            "30 September 2022.",
            by="Data Protection Officer",
            due=due("30 September 2022", "2022-09-30"),
        ),
        row("Cllr Dray to write to the Minister.", by="Cllr Dray"),
        row(
            "Scrutiny Officer to add neglect to the programme for November 2022.",
            by="Scrutiny Officer",
        ),
    ]
    rows[3]["unscored"] += ["due_text", "due_date", "due_start"]
    for one in rows:
        one["unscored"] += [*both, "due_text"]
    return [plan("Children and Families Scrutiny Committee", rows)]


DOCUMENT = ("scrutiny-minutes-actions.txt", "minutes as text, an action in a sentence", build)
