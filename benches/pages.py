"""SQL statements and CPU of whole pages, through every middleware, at two sizes.

Each size gets a process and a database of its own: SQLite in a throwaway folder, then a throwaway
PostgreSQL cluster where PostgreSQL is installed; or only the empty database that DATABASE_URL names
(then the first size alone). The floor is an empty page for somebody signed in. CPU is this process's
own: with PostgreSQL the database works elsewhere, so the time on the clock is shown too.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from benches.figures import Figure, at_most
from benches.folder import ROOT, django_here, environment, new_folder

__all__ = ["keep_what_is_kept", "measure"]

SIZES = {"small": 2_000, "large": 200_000}
ON_POSTGRES = [sys.executable, str(ROOT / "tools" / "with_postgres.py")]
NOT_HERE = 3
"""What that program exits with where there is no PostgreSQL."""
TIMES = 30
STATEMENTS, ACTION_STATEMENTS, MILLISECONDS, SEARCH = 10, 12, 20.0, 50.0
NOT_COUNTED = ("BEGIN", "SAVEPOINT", "RELEASE", "COMMIT", "ROLLBACK")


def measure(quick: bool) -> list[Figure]:
    """Figures of both sizes; with `quick` of 200 and 2,000 actions, and no bars on the CPU."""
    counts = [200, 2_000] if quick else list(SIZES.values())
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return list(_figures(counts[0], _in_process(counts[0], []), "PostgreSQL"))
    figures: list[Figure] = []
    for where, before in (("SQLite", []), ("PostgreSQL", ON_POSTGRES)):
        for count in counts:
            try:
                figures += _figures(count, _in_process(count, before), where)
            except NoPostgres:
                figures.append(Figure("pages", "PostgreSQL is not installed: not measured", 0, ""))
                return figures
    return figures


class NoPostgres(Exception):
    """There is no PostgreSQL on this machine."""


def _in_process(count: int, before: list[str]) -> dict[str, dict[str, float]]:
    """Measure in a process of its own; `before` is what starts it. Raises NoPostgres."""
    home = new_folder("joinedup-bench-pages-")
    done = subprocess.run(
        [*before, sys.executable, "-m", "benches.pages", str(count), str(home)],
        env=environment(home), cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if before and done.returncode == NOT_HERE:
        raise NoPostgres
    if done.returncode:
        raise RuntimeError(done.stderr[-2_000:])
    return json.loads(done.stdout.strip().splitlines()[-1])


def _figures(count: int, pages: dict[str, dict[str, float]], where: str) -> Iterator[Figure]:
    floor = pages["empty page"]["cpu"]
    yield Figure("pages", f"{where}, {count:,}: empty page, CPU", round(floor, 1), "ms")
    for name, page in pages.items():
        if name in ("empty page", "search alone"):
            continue
        say = f"{where}, {count:,}: {name}"
        most = ACTION_STATEMENTS if name in ("action page", "my work") else STATEMENTS
        yield at_most("pages", f"{say}, statements", page["statements"], most, "")
        yield at_most("pages", f"{say}, CPU above it", page["cpu"] - floor, MILLISECONDS, "ms")
        yield Figure("pages", f"{say}, on the clock", round(page["clock"], 1), "ms")
    alone = pages["search alone"]["clock"]
    yield at_most("pages", f"{where}, {count:,}: search alone", alone, SEARCH, "ms")


def _empty_page() -> None:
    """Add a page with nothing on it to the product's addresses."""
    from django.shortcuts import render
    from django.urls import path

    from joinedup.access.door import open_to_signed_in
    from joinedup.config import urls

    page = open_to_signed_in(lambda request: render(request, "pages/layout.html"))
    urls.urlpatterns.append(path("bench-empty/", page, name="bench_empty"))


@contextmanager
def _statements(seen: list[str]) -> Iterator[None]:
    from django.db import connection

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        seen.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield


def keep_what_is_kept() -> None:
    """What a process keeps for some seconds (the council's name and colour, its own rules) is kept
    for the whole measurement, as is when somebody was last seen. These statements come by the clock,
    one to three times a minute, whatever the page and its size; a slow run met one of them."""
    from joinedup.access import limits, middleware
    from joinedup.council import brand

    brand.KEPT_SECONDS = limits.KEPT_SECONDS = middleware.GRAIN_SECONDS = 10**9


def _one_page(client: Any, address: str) -> dict[str, float]:
    for _ in range(3):
        assert client.get(address).status_code == 200, address
    seen: list[str] = []
    with _statements(seen):
        client.get(address)
    cpu, clock = [], []
    for _ in range(TIMES):
        wall, own = time.perf_counter(), time.process_time()
        client.get(address)
        cpu.append(time.process_time() - own)
        clock.append(time.perf_counter() - wall)
    counted = [sql for sql in seen if not sql.startswith(NOT_COUNTED)]
    return {
        "statements": len(counted),
        "cpu": statistics.median(cpu) * 1000,
        "clock": statistics.median(clock) * 1000,
    }


def _addresses(built: Any) -> dict[str, str]:
    return {
        "empty page": "/bench-empty/",
        "register": "/register/",
        "register, filtered": f"/register/?status=in_progress&agency={built.agency}&due=30",
        "register, searched": "/register/?q=return+interviews",
        "register, by code": "/register/?sort=code",
        "register, by owner": "/register/?sort=owner",
        "register, one plan": f"/register/?plan={built.plan}&sort=code",
        "my work": "/my-work/",
        "action page": f"/actions/{built.action}/",
    }


def _search_alone(user: Any) -> dict[str, float]:
    """The search itself: the first page of what holds both words, in order."""
    import datetime as dt

    from joinedup.assurance.queries.listing import rows_seen
    from joinedup.assurance.rules.look import Look

    taken = []
    for words in ("return interviews", "housing", "licensing drivers", "referral form"):
        for _ in range(5):
            start = time.perf_counter()
            list(rows_seen(user, Look(q=words), dt.date.today()).values_list("pk")[:20])  # noqa: DTZ011
            taken.append(time.perf_counter() - start)
    return {"statements": 1, "cpu": 0.0, "clock": statistics.median(taken) * 1000}


def main(count: int, home: str) -> None:
    """Build, measure and print: runs in a process of its own."""
    import datetime as dt
    from pathlib import Path

    is_built = (Path(home) / "joinedup.sqlite3").exists()
    django_here(Path(home))
    from django.conf import settings
    from django.db import connection, transaction
    from django.test import Client

    from benches.build import Built, build
    from joinedup.access.models import Agency, User

    _empty_page()
    keep_what_is_kept()
    settings.ALLOWED_HOSTS = ["testserver"]
    if is_built:
        agency = Agency.objects.order_by("pk")[2].reference
        built = Built({}, "PL-2026-0000000", "AC-2026-0000000", agency, "", count)
    else:
        with transaction.atomic():
            built = build(count, dt.date.today())  # noqa: DTZ011
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    user = User.objects.select_related("person__agency").get(email="safeguarding_lead@example.org")
    client = Client()
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    pages = {name: _one_page(client, address) for name, address in _addresses(built).items()}
    pages["search alone"] = _search_alone(user)
    print(json.dumps(pages))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
