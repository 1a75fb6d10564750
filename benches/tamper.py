"""Changes the record in many ways, as somebody with the database in their hands could, and looks
whether `verify` finds each. Every try starts from the same copy."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from benches.figures import Figure
from benches.folder import command, django_here, new_folder

Rows = sqlite3.Connection


def entry(rows: Rows, random_: random.Random) -> int:
    ids = [row[0] for row in rows.execute("SELECT id FROM audit_entry ORDER BY id")]
    return random_.choice(ids)


def edit(rows: Rows, random_: random.Random) -> None:
    column = random_.choice(["verb", "by_ref", "detail", "at", "kind", "chain", "by_kind"])
    chosen = entry(rows, random_)
    if column == "at":  # a seventh decimal would be the same moment
        rows.execute("UPDATE audit_entry SET at = '2020-02-02 02:02:02' WHERE id = ?", [chosen])
        return
    rows.execute(f"UPDATE audit_entry SET {column} = {column} || 'x' WHERE id = ?", [chosen])


def delete(rows: Rows, random_: random.Random) -> None:
    rows.execute("DELETE FROM audit_entry WHERE id = ?", [entry(rows, random_)])


def reorder(rows: Rows, random_: random.Random) -> None:
    chain = rows.execute("SELECT chain FROM audit_entry WHERE id = ?", [entry(rows, random_)])
    name = chain.fetchone()[0]
    first, second = rows.execute(
        "SELECT id, seq FROM audit_entry WHERE chain = ? ORDER BY seq LIMIT 2", [name]
    ).fetchall()
    rows.execute("UPDATE audit_entry SET seq = 9999 WHERE id = ?", [first[0]])
    rows.execute("UPDATE audit_entry SET seq = ? WHERE id = ?", [first[1], second[0]])
    rows.execute("UPDATE audit_entry SET seq = ? WHERE id = ?", [second[1], first[0]])


def truncate(rows: Rows, random_: random.Random) -> None:
    """Cut off the newest seals with all that they cover, leaving no gap inside."""
    last = rows.execute("SELECT max(number) FROM audit_seal").fetchone()[0]
    cut = random_.randint(max(1, last - 3), last)
    rows.execute(
        "DELETE FROM audit_entry WHERE id IN"
        " (SELECT entry_id FROM audit_sealedentry WHERE seal_number >= ?)",
        [cut],
    )
    rows.execute("DELETE FROM audit_sealedentry WHERE seal_number >= ?", [cut])
    rows.execute("DELETE FROM audit_seal WHERE number >= ?", [cut])


def rechain(rows: Rows, random_: random.Random) -> None:
    """Change one entry and make every digest after it in its chain right again."""
    from joinedup.audit.rules import entry_digest

    chosen = rows.execute("SELECT chain FROM audit_entry WHERE id = ?", [entry(rows, random_)])
    chain = chosen.fetchone()[0]
    previous = "0" * 64
    for row in rows.execute(
        "SELECT id, at, seq, kind, by_kind, by_ref, detail FROM audit_entry"
        " WHERE chain = ? ORDER BY seq",
        [chain],
    ).fetchall():
        ident, at, seq, kind, by_kind, by_ref, detail = row
        moment = at.replace(" ", "T") + ("" if "." in at else ".000000") + "+00:00"
        digest = entry_digest(
            at=moment, chain=chain, seq=seq, kind=kind, verb="test.harmless",
            by=(by_kind, by_ref), detail=detail, previous=previous,
        )  # fmt: skip
        rows.execute(
            "UPDATE audit_entry SET verb = 'test.harmless', previous = ?, digest = ? WHERE id = ?",
            [previous, digest, ident],
        )
        previous = digest


def reseal(rows: Rows, random_: random.Random) -> None:
    """Re-chain and make every seal right again too: only the seals outside can tell."""
    from joinedup.audit.rules import FIRST, seal_digest

    rechain(rows, random_)
    rows.execute(
        "UPDATE audit_sealedentry SET digest ="
        " (SELECT digest FROM audit_entry WHERE audit_entry.id = entry_id)"
    )
    previous = FIRST
    for number, at in rows.execute("SELECT number, at FROM audit_seal ORDER BY number").fetchall():
        members = rows.execute(
            "SELECT entry_id, digest FROM audit_sealedentry WHERE seal_number = ? ORDER BY entry_id",
            [number],
        ).fetchall()
        moment = at.replace(" ", "T") + ("" if "." in at else ".000000") + "+00:00"
        digest = seal_digest(number, moment, members, previous)
        rows.execute(
            "UPDATE audit_seal SET previous = ?, digest = ? WHERE number = ?",
            [previous, digest, number],
        )
        previous = digest


KINDS: list[Callable[[Rows, random.Random], None]] = [
    edit, delete, reorder, truncate, rechain, reseal,
]  # fmt: skip


def prepare(home: Path) -> None:
    """A record of 60 entries in 12 chains under 6 seals, exported, and an older copy of it."""
    django_here(home)
    from django.db import connection, transaction

    from joinedup.audit.actor import system
    from joinedup.audit.recorder import record
    from joinedup.audit.seals import export_seals, seal_now

    for round_ in range(6):
        with transaction.atomic():
            for number in range(10):
                chain = f"AC-{(round_ * 10 + number) % 12}"
                record(system("bench"), "test.happened", chain, n=number)
        seal_now()
        if round_ == 3:
            connection.close()
            shutil.copy(home / "joinedup.sqlite3", home / "old.sqlite3")
    export_seals(home / "seals.log")
    connection.close()


def measure(quick: bool) -> list[Figure]:
    """200 tries (20 when quick), the kinds in turn, putting back an old copy among them."""
    random_ = random.Random(20)
    home = new_folder()
    prepare(home)
    whole = command(home, "verify")
    tries, found = (20 if quick else 200), 0
    place = home / "joinedup.sqlite3"
    kept = home / "kept.sqlite3"
    shutil.copy(place, kept)
    for number in range(tries):
        kind = number % (len(KINDS) + 1)
        shutil.copy(home / "old.sqlite3" if kind == len(KINDS) else kept, place)
        if kind < len(KINDS):
            with sqlite3.connect(place) as rows:
                for name in [
                    row[0]
                    for row in rows.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
                ]:
                    if name.startswith("audit_"):
                        rows.execute(f"DROP TRIGGER {name}")
                KINDS[kind](rows, random_)
            rows.close()
        found += _is_found(place)
    shutil.rmtree(home)
    return [
        Figure(
            "tamper",
            "untouched record verifies",
            whole.returncode,
            "exit code",
            "0",
            whole.returncode == 0,
        ),
        Figure("tamper", "changes found", f"{found} of {tries}", "", "all", found == tries),
    ]


def _is_found(place: Path) -> bool:
    from django.db import connection

    from joinedup.audit.seals import read_exported
    from joinedup.audit.triggers import install
    from joinedup.audit.verify import problems

    connection.close()
    install()
    found = bool(problems(read_exported(place.parent / "seals.log")))
    connection.close()
    return found


if __name__ == "__main__":
    print(measure(quick=True))
