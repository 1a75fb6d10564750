"""The plans of the demo: their rows go in at once, as an import's do; the rest is their story."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from joinedup.assurance.actions import add_plan, create_from_rows, edit_action
from joinedup.assurance.actions.sources import add_source, add_statement
from joinedup.assurance.choices import Agreement, SourceKind, StatementKind
from joinedup.assurance.models import Action, Plan, Source
from joinedup.assurance.rules.new_row import NewDue, NewPart, NewRow, Printed
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.life import Life
from joinedup.config.demo.lives import live
from joinedup.config.demo.material import material
from joinedup.config.demo.story import Story
from joinedup.pages.dates import long_date

__all__ = ["RowOf", "start_plan"]

RowOf = dict[tuple[str, str], Action]
MONTH_END = ("End of {month} {year}", "{month} {year}", "By the end of {month} {year}")
RHYTHM = {
    "weekly": "Weekly",
    "monthly": "Monthly",
    "two_monthly": "Every two months",
    "quarterly": "Quarterly",
    "six_monthly": "Every six months",
    "annual": "Yearly",
    "each_meeting": "Each meeting",
    "event": "As it arises",
}


def start_plan(cast: Cast, story: Story, name: str, rows: RowOf) -> None:
    """Gather a plan's beginning; when it begins, its rows go in and their stories are gathered.

    `rows` is filled with the actions, by plan name and printed code.
    """
    data = material(name)
    lives = {
        row["c"]: Life.of(story.today, name, row, data["started"])
        for section in data["sections"]
        for row in section["rows"]
    }
    made: dict[str, Action] = {}
    begin = data["started"]
    story.add(begin, lambda day: made.update(_begin(cast, data, lives, day)))
    for life in lives.values():
        live(cast, story, life, made)
    story.add(begin, lambda _day: rows.update({(name, code): one for code, one in made.items()}))


def _begin(
    cast: Cast, data: dict[str, Any], lives: dict[str, Life], day: dt.date
) -> dict[str, Action]:
    by = cast.by("meera")
    source = _source(cast, data, day)
    plan = add_plan(
        by,
        data["title"],
        cast.agencies[data["agency"]],
        source=source,
        body=data["body"],
        dated_on=day,
        columns=[{"role": role, "heading": heading} for role, heading in _columns(data)],
        agreement=Agreement(data["agreement"]),
    )
    numbers = _recommendations(cast, data, source)
    new: list[NewRow] = []
    for section in data["sections"]:
        for row in section["rows"]:
            place = f"Table 1, row {len(new) + 2}"
            new.append(_row(cast, row, section["title"], lives[row["c"]], place, numbers))
    made = create_from_rows(by, plan, new, today=day, as_of=day)
    if data["agreement"] == "marked":
        _mark(cast, plan, made, day)
    return {one.code: one for one in made}


ROLES = {"action": "title", "owner": "owners", "agency": "other", "response": "other"}


def _columns(data: dict[str, Any]) -> list[tuple[str, str]]:
    return [(ROLES.get(role, role), heading) for role, heading in data["columns"]]


def _source(cast: Cast, data: dict[str, Any], day: dt.date) -> Source:
    said = data["source"]
    return add_source(
        cast.by("meera"),
        said["title"],
        SourceKind(said["kind"]),
        author=said["author"],
        published_on=day - dt.timedelta(days=21),
    )


def _recommendations(cast: Cast, data: dict[str, Any], source: Source) -> dict[str, str]:
    """Number → reference of the statement, where the plan answers recommendations."""
    if not data.get("recommendations"):
        return {}
    found: dict[str, str] = {}
    for section in data["sections"]:
        for row in section["rows"]:
            made = add_statement(
                cast.by("meera"),
                source,
                row["t"] + ".",
                StatementKind.RECOMMENDATION,
                number=row["c"],
                place=f"Page {6 + len(found) // 2}",
                theme=row.get("theme", ""),
            )
            found[row["c"]] = made.reference
    return found


def _row(
    cast: Cast,
    row: dict[str, Any],
    section: str,
    life: Life,
    place: str,
    numbers: dict[str, str],
) -> NewRow:
    owners = cast.marks(row["o"])
    due = _due(life)
    printed = {
        "ref": row["c"],
        "title": row["t"],
        "owners": ", ".join(one.printed for one in owners),
        "due": due.text,
        "status": "Not started",
        "priority": row.get("pri", "").capitalize(),
        "review": row.get("rev", ""),
    }
    other = {"Cabinet response": row["pos"]} if "pos" in row else {}
    if section.startswith("Standard"):
        other["Agency"] = cast.people[cast.person_of(row["o"])].agency.name
    return NewRow(
        title=row["t"],
        code=row["c"],
        section=section,
        parts=tuple(NewPart(title=one, status="not_started") for one in row.get("parts", ())),
        owners=owners,
        due=due,
        status="not_started",
        priority=row.get("pri", ""),
        review=row.get("rev", ""),
        theme=row.get("theme", ""),
        source_ref=f"Recommendation {row['c'][1:]}" if numbers else "",
        statements=(numbers[row["c"]],) if row["c"] in numbers else (),
        see=tuple(row.get("see", ())),
        other=other,
        printed={
            **{name: Printed(text, place) for name, text in printed.items() if text},
            **{name: Printed(text, place) for name, text in other.items()},
        },
    )


def _due(life: Life) -> NewDue:
    """The due date as the plan prints it: a day, a month, or a rhythm."""
    if life.recurrence:
        text = RHYTHM[life.recurrence]
        if life.start is None:
            return NewDue(text, recurrence=life.recurrence)
        start = life.start.isoformat()
        return NewDue(f"{text} from {long_date(life.start)}", "", start, life.recurrence)
    day = life.dates[0]
    if (day + dt.timedelta(days=1)).day != 1:
        return NewDue(long_date(day), day.isoformat())
    form = Random(day.toordinal()).choice(MONTH_END)  # noqa: S311
    return NewDue(form.format(month=f"{day:%B}", year=day.year), f"{day:%Y-%m}")


def _mark(cast: Cast, plan: Plan, made: list[Action], day: dt.date) -> None:
    """In this plan the rows of high priority are marked: a second person agrees them."""
    for one in made:
        if one.priority == "high" or one.code in ("1.3", "3.3"):
            held = Action.objects.get(pk=one.pk)
            wanted = {"needs_agreement": True}
            edit_action(cast.by("meera"), held.reference, held.version, wanted, today=day)
