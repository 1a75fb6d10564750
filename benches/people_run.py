"""One invented register on one database: loaded, asked, looked through. In a process of its own.

Prints JSON: seconds, peak memory, and for each kind of question how the answers fell.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benches.folder import command, django_here, environment
from benches.people_typed import measured

__all__ = ["Truth", "answers", "main", "spent"]

MADE_KINDS = {"twin": "kin", "sibling": "kin", "namesake": "kin", "stranger": "stranger",
              "placeholder": "placeholder"}  # fmt: skip
OTHER_KINDS = {"twin": "kin", "brother or sister": "kin", "namesake": "kin",
               "stranger": "stranger", "new tenant": "stranger", "placeholder": "placeholder"}  # fmt: skip
Truth = list[tuple[str, str, str, frozenset[str]]]
"""For each question: its group (known, kin, stranger, placeholder), its kind, who is right, and the
relatives who are on the register while the person asked about is not."""


def _other(folder: Path, count: int, questions: int, seed: int) -> Truth:
    from benches.people_other import write

    asked = write(folder, count, questions, dt.date.today(), seed)  # noqa: DTZ011
    return [(OTHER_KINDS.get(one.kind, "known"), one.kind, one.right, one.kin) for one in asked]


def _made(folder: Path, count: int, questions: int, seed: int) -> Truth:
    from benches.people_made import COLUMNS, ask, register

    people, maker = register(count, seed)
    with (folder / "register.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, ("record_id", *COLUMNS))
        out.writeheader()
        out.writerows(one.row() for one in people)
    asked = list(ask(people, maker, questions))
    with (folder / "queries.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, ("query_id", *COLUMNS))
        out.writeheader()
        out.writerows({"query_id": f"Q{n}", **one.row} for n, one in enumerate(asked))
    return [
        (MADE_KINDS.get(one.kind, "known"), one.kind, one.truth, frozenset(one.not_same))
        for one in asked
    ]


def _third(folder: Path, count: int, questions: int, seed: int) -> Truth:
    from benches.people_third import write

    asked = write(folder, count, questions, dt.date.today(), seed)  # noqa: DTZ011
    return [(one.group, one.kind, one.right, one.kin) for one in asked]


def spent(home: Path, *words: str) -> dict[str, float]:
    """Run a `joinedup` command: seconds on the clock, of processor, and the most memory in MiB."""
    began = time.monotonic()
    with (home / "out.txt").open("w") as out, (home / "err.txt").open("w") as err:
        run = subprocess.Popen(
            [sys.executable, "-m", "joinedup.config.command", *words],
            env=environment(home), cwd=home, stdout=out, stderr=err,
        )  # fmt: skip
        _, status, used = os.wait4(run.pid, 0)
    if status:
        raise SystemExit(f"{words}: {(home / 'err.txt').read_text()[-1500:]}")
    return {
        "clock": time.monotonic() - began,
        "cpu": used.ru_utime + used.ru_stime,
        "memory": used.ru_maxrss / 1024,
    }


Answer = tuple[float, float, list[dict[str, Any]]]


def answers(folder: Path) -> Iterator[Answer]:
    """Each question in turn: milliseconds on the clock and of this process, and the candidates.
    Nothing of starting is counted; a PostgreSQL works in a process of its own."""
    from joinedup.subjects.queries.matching import matches
    from joinedup.subjects.rules.listing import read_list

    today = dt.date.today()  # noqa: DTZ011
    path = folder / "queries.csv"
    warm = matches(read_list(path, "query_id"), today)
    for _ in range(20):
        next(warm, None)
    found = matches(read_list(path, "query_id"), today)
    while True:
        began, own = time.perf_counter(), time.process_time()
        one = next(found, None)
        if one is None:
            return
        yield (time.perf_counter() - began) * 1e3, (time.process_time() - own) * 1e3, one[1]


def _score(truth: Truth, folder: Path, misses: Path | None) -> dict[str, Any]:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    taken, own = [], []
    with (folder / "queries.csv").open(encoding="utf-8") as file:
        questions = list(csv.DictReader(file))
    with (misses or Path(os.devnull)).open("w", encoding="utf-8") as out:
        for question, (group, kind, right, kin), (spent_ms, own_ms, found) in zip(
            questions, truth, answers(folder), strict=True
        ):
            taken.append(spent_ms)
            own.append(own_ms)
            count = kinds[f"{group}: {kind}"]
            count["asked"] += 1
            ids = [one["record_id"] for one in found]
            same = {one["record_id"] for one in found if one["band"] != "relative"}
            if group == "known":
                wrong = ids[:1] != [right]
                count["first"] += not wrong
                count["ten"] += right in ids
                at = ids.index(right) if right in ids else -1
                count["as relative"] += at >= 0 and found[at]["band"] == "relative"
            else:
                wrong = bool(same)
                count["as known"] += any(one["band"] == "known" for one in found)
                count["alert"] += bool(same & kin) if group == "kin" else wrong
                count["somebody else"] += bool(same - kin)
                count["relative"] += len(same) < len(found)
            if wrong:
                line = {"kind": kind, "right": right, "asked": question, "found": found[:3]}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
    taken.sort()
    own.sort()
    return {
        "kinds": {name: dict(count) for name, count in kinds.items()},
        "p50": taken[len(taken) // 2],
        "p95": taken[int(len(taken) * 0.95)],
        "cpu50": own[len(own) // 2],
        "cpu95": own[int(len(own) * 0.95)],
    }


def _kept(path: Path, make: Callable[[], Any]) -> Any:
    """What an earlier run wrote there, else what is made now: a million takes long to load."""
    if not path.exists():
        path.write_text(json.dumps(make()), encoding="utf-8")
    return json.loads(path.read_text(encoding="utf-8"))


def _loaded(home: Path) -> dict[str, float]:
    done = command(home, "migrate")
    if done.returncode:
        raise SystemExit(done.stderr[-1500:])
    return spent(home, "people", "load", str(home / "register.csv"))


def main(
    generator: str, count: int, questions: int, seed: int, home: Path, with_night: bool
) -> dict[str, Any]:
    """Everything about one register, in an empty folder or in one that an earlier run filled."""
    make = {"other": _other, "made": _made, "third": _third}[generator]
    made = _kept(
        home / "truth.json",
        lambda: [
            (group, kind, right, sorted(kin))
            for group, kind, right, kin in make(home, count, questions, seed)
        ],
    )
    truth = [(group, kind, right, frozenset(kin)) for group, kind, right, kin in made]
    load = _kept(home / "load.json", lambda: _loaded(home))
    django_here(home)
    found = _score(truth, home, home / "misses.jsonl")
    typed = measured(home)
    night = spent(home, "people", "duplicates", "--json") if with_night else {}
    return {"load": load, "night": night, "typed": typed, "disk": _disk(), **found}


def _disk() -> float:
    """MiB of the whole database."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0]) / 2**20
    return Path(str(connection.settings_dict["NAME"])).stat().st_size / 2**20


if __name__ == "__main__":
    name, *numbers, where, night = sys.argv[1:]
    result = main(name, *(int(one) for one in numbers), Path(where), night == "night")  # type: ignore[arg-type]
    print("FOUND " + json.dumps(result))
