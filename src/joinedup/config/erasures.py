"""What was erased stays erased: the register outside the database is kept up with, and replayed when
an older backup, or an older copy of the database, has brought something back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from joinedup.audit.actor import system
from joinedup.audit.erased import Erased

__all__ = [
    "Replayed",
    "Start",
    "at_start",
    "clear_out_recent",
    "keep_up",
    "missing_outside",
    "problems",
    "refused",
    "replay",
    "take_over",
    "told",
]

RECENT = dt.timedelta(days=2)
"""No rule about records: a job that is done daily looks back so far that a day missed is made up."""


@dataclass(slots=True)
class Replayed:
    """What was erased again, and what could not be, with the name of the fault."""

    done: list[Erased] = field(default_factory=list)
    failed: list[tuple[Erased, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Start:
    """What there is to say at a start, in sentences, and whether nothing erased is back."""

    said: tuple[str, ...]
    may_open: bool


def _inside() -> list[Erased]:
    """Every erasure that the database knows of."""
    from joinedup.casefile.register import lines
    from joinedup.files.queries import destroyed_lines

    return [*lines(), *destroyed_lines()]


def _back(wanted: list[Erased]) -> list[Erased]:
    """Which of these are in the database as if they had never gone; records before files."""
    from joinedup.casefile.register import are_back
    from joinedup.files.queries import destroyed_are_back

    return [*are_back(wanted), *destroyed_are_back(wanted)]


def keep_up() -> int:
    """Write to the register outside what the database knows and it does not; how many. Raises
    ValueError, with what to do, where the register does not hold."""
    from joinedup.audit.erased import add, place

    return add(place(), _inside())


def take_over(source: Path) -> int:
    """Add the erasures that another register names (of a backup, or a copy kept elsewhere) to the one
    in the data folder; how many it names. Raises ValueError where it is not there, can't be read or
    does not hold."""
    from joinedup.audit.erased import add, broken, place, read

    if not source.is_file():
        raise ValueError(
            f"There is no register of erasures at {source}. Look at how it is written."
        )
    if wrong := broken(source):
        raise ValueError(wrong[0])
    lines = read(source)
    add(place(), lines)
    return len(lines)


def replay() -> Replayed:
    """Erase again whatever the register names and the database holds. Each by itself: one that fails
    leaves the others. Raises ValueError where the register does not hold: nobody erases by a line
    that was changed, or that somebody put there."""
    from django.db import DatabaseError, transaction

    from joinedup.access.permission import Refused
    from joinedup.audit.erased import broken, place, read
    from joinedup.casefile.actions import replay_erasure
    from joinedup.files.actions import replay_purge
    from joinedup.files.queries import FILE

    if wrong := broken(place()):
        raise ValueError(f"{wrong[0]} Put a copy of it that was kept elsewhere in its place.")
    found, by = Replayed(), system("restore")
    for line in _back(read(place())):
        act = replay_purge if line.kind == FILE else replay_erasure
        try:
            with transaction.atomic():
                if _back([line]):  # a file may have gone with its record a moment ago
                    act(by, line)
                    found.done.append(line)
        except (DatabaseError, Refused, ValueError, LookupError, OSError) as fault:
            found.failed.append((line, type(fault).__name__))
    if found.done:
        _clear_out()
    return found


def _clear_out() -> None:
    """What was erased leaves the database's files, while people work. SQLite writes over it; in
    PostgreSQL its place is given free to be written over: a rewrite of whole tables (VACUUM FULL)
    would lock everybody out meanwhile, so it is left to a window of maintenance."""
    from django.db import connection

    is_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)" if is_sqlite else "VACUUM")


def clear_out_recent(now: dt.datetime) -> int:
    """Clear what was erased in the last two days out of the database's files, where deleted rows lie
    on until something is written over them; how many erasures that were. Nothing is done for none."""
    from joinedup.audit.erased import place, read

    recent = [one for one in read(place()) if now - one.moment < RECENT]
    if recent:
        _clear_out()
    return len(recent)


def told(found: Replayed) -> list[str]:
    """What was erased again, for the person at the keyboard."""
    if not found.done and not found.failed:
        return [
            "The register of erasures names nothing that this backup brought back. If something was",
            "erased since, and a newer erasures.log was kept elsewhere, put that into the data folder",
            "and run `joinedup daily`.",
        ]
    said = [f"Erased again, as the register of erasures asks: {len(found.done)}."]
    said += [f"  {one.about} ({one.reference}, {one.at[:10]})" for one in found.done]
    said += [
        f"NOT erased again: {one.about} ({one.reference}): {fault}. Let nobody in before it is."
        for one, fault in found.failed
    ]
    return said


def at_start() -> Start:
    """Before anybody is let in: keep up and replay."""
    from django.db import DatabaseError

    try:
        keep_up()
        found = replay()
    except (DatabaseError, ValueError, OSError) as fault:
        why = "The database did not answer." if isinstance(fault, DatabaseError) else str(fault)
        said = f"Whether something erased is back was not looked at. {why} See `joinedup verify`."
        return Start((said,), may_open=False)
    said_of = told(found) if found.done or found.failed else []
    return Start(tuple(said_of), may_open=not found.failed)


def refused(start: Start, decided_by: str) -> str:
    """Why nobody is let in; empty where they may be. `decided_by` is the address of whoever decided
    it although something erased may be back: that is recorded."""
    from django.db import DatabaseError

    from joinedup.access.problems import Problem
    from joinedup.casefile.actions import start_despite_erasures

    if start.may_open:
        return ""
    if not decided_by.strip():
        return "Nobody has decided that it may start all the same."
    try:
        start_despite_erasures(system("serve"), decided_by)
    except Problem as problem:
        return str(problem)
    except DatabaseError:
        return "The database did not answer, so nobody’s decision could be recorded."
    return ""


def missing_outside() -> list[Erased]:
    """Erasures that the database knows of and the register outside does not."""
    from joinedup.audit.erased import not_held, place, read

    return not_held(read(place()), _inside())


def problems() -> list[str]:
    """What does not hold between the register outside and the database, in sentences."""
    from joinedup.audit.erased import broken, place, read

    if wrong := broken(place()):
        return wrong
    found = [
        f"{one.reference}: this erasure is not in {place().name}. `joinedup daily` writes it there."
        for one in missing_outside()
    ]
    found += [
        f"{one.about}: was erased ({one.reference}) and is back. `joinedup serve` or"
        " `joinedup daily` erases it again."
        for one in _back(read(place()))
    ]
    return found
