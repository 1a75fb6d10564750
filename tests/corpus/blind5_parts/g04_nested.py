"""A web page: a numbered list of recommendations, who and when as a list under each."""

from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row

ITEMS: list[tuple[Any, ...]] = [
    (
        "Tell families in plain words what a review is for.",
        "Named nurse for child death",
        "End of May 2023",
        "2023-05-31",
        None,
        None,
        "Done",
        "complete",
        "Leaflet in eight languages",
    ),
    (
        "Offer each family a key worker within two days.",
        "Bereavement service; Hospital social work",
        "From 1 June 2023",
        None,
        "2023-06-01",
        None,
        "Under way",
        "in_progress",
        "",
    ),
    (
        "Share learning with every midwife.",
        "Head of Midwifery",
        "Every quarter",
        None,
        None,
        "quarterly",
        "Under way",
        "in_progress",
        "Two bulletins sent",
    ),
    (
        "Report to the Integrated Care Board.",
        "CDOP Chair",
        "Autumn 2023",
        None,
        None,
        None,
        "Not begun",
        "not_started",
        "",
    ),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    title = "What we will do after the annual report on child deaths"
    out = [
        "<!doctype html><html><head><title>Child death overview</title></head><body>",
        f"<h1>{title}</h1>",
        "<p>Published in April 2023 by the Fenmoor panel.</p>",
        "<ol>",
    ]
    rows = []
    for what, who, when, day, start, every, state, value, news in ITEMS:
        inner = [f"Owner: {who}", f"Deadline: {when}", f"Position: {state}"]
        if news:
            inner.append(f"Evidence: {news}")
        listed = "".join(f"<li>{text}</li>" for text in inner)
        out.append(f"<li>{what}<ul>{listed}</ul></li>")
        rows.append(
            row(
                what,
                by=who.replace("; ", " | "),
                due=due(when, day, start, every),
                st=value,
                st_text=state,
                pg=[news] if news else [],
                un=["ref"],
            )
        )
    out += ["</ol>", "<p>Write to us if you would like this page on paper.</p>", "</body></html>"]
    path.write_text("\n".join(out) + "\n", encoding="utf-8")
    return [plan(title, rows)]


DOCUMENT = ("fenmoor-nested-list.html", "numbered list with labelled list under each", build)
