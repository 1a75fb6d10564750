"""Growing the demo's register for measurements: many plans of many rows, in chunks."""

from __future__ import annotations

import datetime as dt
from random import Random

from joinedup.assurance.actions import add_plan, create_from_rows
from joinedup.assurance.models import Action, Plan
from joinedup.assurance.rules.new_row import NewDue, NewRow
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.material import PLANS, material, words

__all__ = ["grow"]

ROWS_A_PLAN = 2_000
STATUSES = ("not_started", "in_progress", "in_progress", "complete", "partial", "on_hold", "")
RHYTHMS = ("", "", "", "", "monthly", "quarterly")


def grow(cast: Cast, size: int, today: dt.date) -> None:
    """Bring the register to `size` actions (parts counted). Already larger: nothing happens."""
    chance = Random(size)  # noqa: S311
    titles = [
        row["t"]
        for name in PLANS
        for section in material(name)["sections"]
        for row in section["rows"]
    ]
    number = 0
    while (left := size - Action.objects.count()) > 0:
        number += 1
        agency = chance.choice(list(cast.agencies.values()))
        started = today - dt.timedelta(days=chance.randint(200, 700))
        plan = add_plan(
            cast.by("meera"), f"Register of {agency.name}, part {number}", agency, dated_on=started
        )
        _fill(cast, plan, min(left, ROWS_A_PLAN), titles, chance, today)


def _fill(
    cast: Cast, plan: Plan, count: int, titles: list[str], chance: Random, today: dt.date
) -> None:
    people = sorted(key for key in cast.people if key != "gareth")
    progress = words("progress")
    rows = []
    for number in range(count):
        due = today + dt.timedelta(days=chance.randint(-500, 400))
        rhythm = chance.choice(RHYTHMS)
        rows.append(
            NewRow(
                title=f"{chance.choice(titles)} ({plan.reference[-7:]}, {number + 1})",
                code=f"{'ABCDEFGH'[number % 8]}{number // 8 + 1}",
                section=f"Section {'ABCDEFGH'[number % 8]}",
                owners=cast.marks(chance.choice(people)),
                due=NewDue(
                    due.isoformat(),
                    "" if rhythm else due.isoformat(),
                    due.isoformat() if rhythm else "",
                    rhythm,
                ),
                status=chance.choice(STATUSES),
                priority=chance.choice(("high", "medium", "low", "")),
                progress=(chance.choice(progress),),
                review=chance.choice(("Quarterly sample", "")),
                theme=chance.choice(("Housing", "Voice", "Training", "Exploitation", "Records")),
            )
        )
    create_from_rows(cast.by("meera"), plan, rows, today=today, as_of=plan.dated_on)
