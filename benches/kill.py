"""kill -9 during writes, imports, migrations and backups: nothing acknowledged may be lost, and
nothing may be there by halves."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benches.figures import Figure, at_most
from benches.folder import django_here, new_folder
from benches.forks import acknowledged, finished, killed, use_database

__all__ = ["Outcome", "backups", "imports", "measure", "migrations", "prepared", "writes"]

ROWS = 78
SEED = 20_260_615


@dataclass
class Outcome:
    """What a series of kills showed."""

    runs: int = 0
    struck: int = 0
    acknowledged: int = 0
    lost: int = 0
    torn: list[str] = field(default_factory=list)
    weak: set[str] = field(default_factory=set)

    def note(self, lines: list[str]) -> list[str]:
        """Keep what was said of weak connections apart from what was acknowledged."""
        self.weak |= {line for line in lines if line.startswith("weak: ")}
        return [line for line in lines if not line.startswith("weak: ")]


def prepared(home: Path) -> str:
    """Migrate a folder, add a council with one plan and one action; the action's reference."""
    django_here(home)
    return furnish()


def furnish() -> str:
    """One council, plan and action in the database in use; the action's reference."""
    import datetime as dt

    from joinedup.access.actions.agencies import AgencyDetails, add_agency
    from joinedup.access.choices import AgencyKind
    from joinedup.assurance.actions import add_action, add_plan
    from joinedup.audit.actor import system

    by = system("bench")
    agency = add_agency(by, AgencyDetails(name="Fellmouth Council", kind=AgencyKind.COUNCIL))
    plan = add_plan(by, "Plan", agency)
    day = dt.date(2026, 6, 15)
    return add_action(by, plan.reference, "Written to while killed", today=day).reference


def torn() -> list[str]:
    """What does not hold in the database in use: its pages, the record, a state and its fold."""
    from django.conf import settings
    from django.db import connection

    from joinedup.assurance.models import Action, Update
    from joinedup.assurance.writing.columns import folded_state, plain_columns, updates_of
    from joinedup.audit.models import Entry

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check")
        found = [row[0] for row in cursor.fetchall() if row[0] != "ok"]
        cursor.execute("PRAGMA foreign_key_check")
        found += ["a row points at nothing" for _ in cursor.fetchall()]
    for action in Action.objects.order_by("-pk")[:5]:
        updates = updates_of(action)
        columns = plain_columns(folded_state(updates))
        if {name: getattr(action, name) for name in columns} != columns:
            found.append(f"{action.reference} is not the fold of its updates")
        if [one.number for one in updates] != list(range(1, len(updates) + 1)):
            found.append(f"{action.reference} misses an update")
    said = Update.objects.filter(kind="progress").count()
    if said != Entry.objects.filter(verb="assurance.progress").count():
        found.append("updates and the record of them differ in number")
    assert settings.configured
    return found


def writes(reference: str, folder: Path, runs: int, longest: float = 0.25) -> Outcome:
    """Kill while updates are written one after another."""
    import datetime as dt

    from joinedup.assurance.actions import add_update
    from joinedup.assurance.models import Update
    from joinedup.audit.actor import system
    from joinedup.audit.verify import problems

    chance, outcome = random.Random(SEED), Outcome(runs)
    told: list[str] = []
    for run in range(runs):
        log = folder / f"writes-{run}.log"

        def work(
            acknowledge: Callable[[str], None], run: int = run, reference: str = reference
        ) -> None:
            for number in range(10_000):
                words = f"run {run} update {number}"
                add_update(system("bench"), reference, words, today=dt.date(2026, 6, 15))
                acknowledge(words)

        outcome.struck += killed(work, log, chance, longest)
        told += outcome.note(acknowledged(log))
        outcome.torn += torn() if run % 25 == 24 or run == runs - 1 else []
        if run % 10 == 9:
            reference = fresh_row()
    there = set(Update.objects.values_list("words", flat=True))
    outcome.acknowledged = len(told)
    outcome.lost = sum(words not in there for words in told)
    outcome.torn += problems()
    return outcome


def fresh_row() -> str:
    """Another action of the plan, so that no thread grows without end."""
    import datetime as dt

    from joinedup.assurance.actions import add_action
    from joinedup.assurance.models import Plan
    from joinedup.audit.actor import system

    plan = Plan.objects.order_by("pk").first()
    assert plan is not None
    day = dt.date(2026, 6, 15)
    return add_action(system("bench"), plan.reference, "Another row", today=day).reference


def imports(folder: Path, runs: int, longest: float = 1.2) -> Outcome:
    """Kill while confirmed rows go into the register: all of a plan is there, or none."""
    import datetime as dt

    from joinedup.access.models import Agency
    from joinedup.assurance.actions import add_plan, create_from_rows
    from joinedup.assurance.models import Owner, Plan, Update
    from joinedup.assurance.rules.new_row import NewDue, NewRow
    from joinedup.assurance.rules.state import OwnerMark
    from joinedup.audit.actor import system

    chance, outcome, by = random.Random(SEED), Outcome(runs), system("bench")
    day = dt.date(2026, 6, 15)
    rows = [
        NewRow(
            f"Row {number}",
            code=str(number),
            owners=(OwnerMark("", "Somebody"),),
            due=NewDue("Soon", "2026-08-31"),
        )
        for number in range(ROWS)
    ]
    for run in range(runs):
        plan = add_plan(by, f"Import {run}", Agency.objects.get())
        log = folder / f"imports-{run}.log"

        def work(acknowledge: Callable[[str], None], plan: Plan = plan) -> None:
            create_from_rows(by, plan, rows, today=day)
            acknowledge(plan.reference)

        outcome.struck += killed(work, log, chance, longest)
        done = outcome.note(acknowledged(log))
        there = (
            plan.actions.count(),
            Update.objects.filter(action__plan=plan).count(),
            Owner.objects.filter(action__plan=plan).count(),
        )
        outcome.acknowledged += len(done)
        outcome.lost += bool(done) and there != (ROWS, ROWS, ROWS)
        if there not in ((0, 0, 0), (ROWS, ROWS, ROWS)):
            outcome.torn.append(f"{plan.reference} holds {there}")
    outcome.torn += torn()
    return outcome


def migrations(
    folder: Path, runs: int, longest: float = 12.0, longest_at_once: float = 1.5
) -> Outcome:
    """Kill while an empty database is brought up to date, in every other run by walking through
    each migration as an older database does; then do it again and look."""
    from django.core.management import call_command
    from django.db import connection

    chance, outcome = random.Random(SEED), Outcome(runs)
    kept = Path(str(connection.settings_dict["NAME"]))
    for run in range(runs):
        place = folder / f"migrated-{run}.sqlite3"
        log, again = folder / f"migrations-{run}.log", folder / f"migrations-{run}-again.log"
        walks = run % 2 == 1

        def work(
            acknowledge: Callable[[str], None], place: Path = place, walks: bool = walks
        ) -> None:
            from joinedup.audit.triggers import missing
            from joinedup.config.ready import migrate

            use_database(place)
            if walks:
                call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
            migrate()
            for name in missing():
                acknowledge(f"missing {name}")
            furnish()

        outcome.struck += killed(work, log, chance, longest if walks else longest_at_once)
        code = finished(work, again)
        outcome.note(acknowledged(log))
        left = outcome.note(acknowledged(again))
        if code or left:
            outcome.torn.append(f"run {run}: migrating again ended with {code} {left}")
    use_database(kept)
    return outcome


def backups(home: Path, folder: Path, runs: int, longest: float = 0.1) -> Outcome:
    """Kill while a backup is written: it is whole, or it is not there."""
    from django.conf import settings

    from joinedup.config.backup import BackupFault, make_backup, unpacked

    chance, outcome = random.Random(SEED), Outcome(runs)
    for run in range(runs):
        target, log = folder / f"backup-{run}.tar", folder / f"backups-{run}.log"

        def work(acknowledge: Callable[[str], None], target: Path = target) -> None:
            make_backup(home, settings.DATABASES["default"], target)
            acknowledge("made")

        outcome.struck += killed(work, log, chance, longest)
        done = outcome.note(acknowledged(log))
        outcome.acknowledged += len(done)
        outcome.lost += bool(done) and not target.exists()
        if target.exists():
            try:
                unpacked(target)
            except BackupFault as fault:
                outcome.torn.append(str(fault))
    return outcome


def figures_of(name: str, outcome: Outcome) -> list[Figure]:
    """The figures of one series."""
    return [
        Figure("kill", f"{name}: kills that struck at work", outcome.struck, f"of {outcome.runs}"),
        Figure("kill", f"{name}: acknowledged", outcome.acknowledged),
        at_most("kill", f"{name}: acknowledged and lost", outcome.lost, 0, ""),
        at_most("kill", f"{name}: there by halves", len(outcome.torn), 0, ""),
        at_most(
            "kill", f"{name}: connections less durable than promised", len(outcome.weak), 0, ""
        ),
    ]


def measure(quick: bool) -> list[Figure]:
    """500 writes, 50 imports, 20 migrations, 20 backups; a tenth of it when `quick`."""
    share = 10 if quick else 1
    home, folder = new_folder(), new_folder()
    reference = prepared(home)
    found = figures_of("writes", writes(reference, folder, 500 // share))
    found += figures_of("imports", imports(folder, 50 // share))
    found += figures_of("backups", backups(home, folder, 20 // share))
    found += figures_of("migrations", migrations(folder, 20 // share))
    with sqlite3.connect(home / "joinedup.sqlite3") as rows:
        rows.execute("PRAGMA integrity_check")
    return found
