"""Fifty people write and ten read at once, each a process of its own on one database file."""

from __future__ import annotations

import os
import random
import statistics
import time
from pathlib import Path

from benches.figures import Figure, at_most
from benches.folder import django_here, new_folder
from benches.forks import acknowledged

__all__ = ["crowd", "measure"]

WRITERS, READERS, EACH = 50, 10, 20
SLOW_SECONDS = 1.5


def _start(log: Path, work: object, number: int) -> int:
    from django.db import connections

    connections.close_all()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        from django.db import connection

        connection.close()
        with log.open("a", encoding="utf-8", buffering=1) as out:
            work(out, number)  # type: ignore[operator]
        code = 0
    finally:
        os._exit(code)


def crowd(folder: Path, references: list[str], writers: int, readers: int, each: int) -> dict:
    """Let them all begin together; counts of errors and losses, and the seconds of each write."""
    import datetime as dt

    from joinedup.assurance.actions import add_update
    from joinedup.assurance.models import Action, Update
    from joinedup.audit.actor import system
    from joinedup.audit.verify import problems

    begin = time.time() + 0.5
    day = dt.date(2026, 6, 15)

    def write(out: object, number: int) -> None:
        chance = random.Random(number)
        time.sleep(max(0.0, begin - time.time()))
        for turn in range(each):
            words = f"writer {number} turn {turn}"
            started = time.monotonic()
            try:
                add_update(system("bench"), chance.choice(references), words, today=day)
            except Exception as fault:
                out.write(f"error {type(fault).__name__}\n")  # type: ignore[attr-defined]
            else:
                took = time.monotonic() - started
                out.write(f"{took:.4f} {words}\n")  # type: ignore[attr-defined]
            time.sleep(chance.random() * 0.2)

    def read(out: object, number: int) -> None:
        time.sleep(max(0.0, begin - time.time()))
        for _ in range(each * 2):
            try:
                rows = list(Action.objects.order_by("next_on", "pk")[:20])
                assert len(rows) >= min(20, len(references))
            except Exception as fault:
                out.write(f"error {type(fault).__name__}\n")  # type: ignore[attr-defined]
            time.sleep(0.05)

    logs = [folder / f"crowd-{number}.log" for number in range(writers + readers)]
    pids = [
        _start(log, write if number < writers else read, number) for number, log in enumerate(logs)
    ]
    codes = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]
    lines = [line for log in logs for line in acknowledged(log)]
    written = [line.split(" ", 1) for line in lines if not line.startswith("error")]
    there = set(Update.objects.values_list("words", flat=True))
    return {
        "errors": sum(map(bool, codes)) + sum(line.startswith("error") for line in lines),
        "written": len(written),
        "lost": sum(words not in there for _, words in written),
        "faults": problems(),
        "seconds": [float(took) for took, _ in written],
    }


def measure(quick: bool) -> list[Figure]:
    """50 writers and 10 readers; five and two when `quick`."""
    from benches.kill import fresh_row, furnish

    django_here(new_folder())
    furnish()
    references = [fresh_row() for _ in range(40)]
    writers, readers = (5, 2) if quick else (WRITERS, READERS)
    found = crowd(new_folder(), references, writers, readers, EACH)
    p95 = statistics.quantiles(found["seconds"], n=20)[-1]
    return [
        Figure("crowd", "updates written", found["written"], f"by {writers}"),
        at_most("crowd", "errors", found["errors"], 0, ""),
        at_most("crowd", "acknowledged and lost", found["lost"], 0, ""),
        at_most("crowd", "faults in the record", len(found["faults"]), 0, ""),
        at_most("crowd", "seconds of a write, 95th of 100", p95, SLOW_SECONDS, "s"),
    ]
