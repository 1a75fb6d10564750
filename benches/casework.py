"""SQL statements and CPU of the pages of casework at 1,000 and 100,000 cases, on both databases.

PostgreSQL is a throwaway cluster where it is installed; it works in a process of its own, so the
time on the clock is shown too. Each size has a process and a database of its own. The floor is an
empty page for somebody signed in. The first case and person have a file of 200 notes, the second
ones a short file.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

from benches.figures import Figure, at_most
from benches.folder import ROOT, django_here, environment, new_folder
from benches.pages import NOT_HERE, ON_POSTGRES, _empty_page, _one_page, keep_what_is_kept

__all__ = ["main", "measure"]

STATEMENTS, MILLISECONDS = 20, 80.0
ROLES = {
    "queue": "duty_officer", "concern": "duty_officer", "cases, a worker's": "caseworker",
    "cases, a manager's": "case_manager",
}  # fmt: skip


def measure(quick: bool) -> list[Figure]:
    """Both sizes on both databases; with `quick` the small one."""
    figures: list[Figure] = []
    for where, before in (("SQLite", []), ("PostgreSQL", ON_POSTGRES)):
        found = {}
        for count in [1_000] if quick else [1_000, 100_000]:
            pages = _in_process(count, before)
            if pages is None:
                return [*figures, Figure("casework", f"{where} is not installed: not measured", 0)]
            found[count] = pages
            figures += _figures(f"{where}, {count:,}", pages)
        small, *large = found.values()
        for name in small:
            if large and small[name]["statements"] != large[0][name]["statements"]:
                numbers = f"{small[name]['statements']} and {large[0][name]['statements']}"
                say = f"{where}, {name}: not constant"
                figures.append(Figure("casework", say, numbers, "", "constant", False))
    return figures


def _in_process(count: int, before: list[str]) -> dict[str, dict[str, float]] | None:
    """What a process of its own measured; `before` starts it. None without PostgreSQL."""
    home = new_folder("joinedup-bench-casework-")
    done = subprocess.run(
        [*before, sys.executable, "-m", "benches.casework", str(count), str(home)],
        env=environment(home), cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if before and done.returncode == NOT_HERE:
        return None
    if done.returncode:
        raise SystemExit(done.stderr[-3000:])
    pages: dict[str, dict[str, float]] = json.loads(done.stdout.splitlines()[-1])
    return pages


def _figures(say: str, pages: dict[str, dict[str, float]]) -> list[Figure]:
    floor = pages["empty page"]["cpu"]
    figures = [Figure("casework", f"{say}: an empty page, CPU", round(floor, 2), "ms")]
    for name, page in pages.items():
        if name != "empty page":
            of, above = f"{say}: {name}", page["cpu"] - floor
            figures += [
                at_most("casework", f"{of}, statements", page["statements"], STATEMENTS, ""),
                at_most("casework", f"{of}, CPU above it", above, MILLISECONDS, "ms"),
                Figure("casework", f"{of}, on the clock", round(page["clock"], 1), "ms"),
            ]
    return figures


def _addresses() -> dict[str, str]:
    long, short = "2026-0000000", "2026-0000003"
    return {
        "empty page": "/bench-empty/",
        "queue": "/concerns/",
        "queue, awaiting": "/concerns/?tab=awaiting",
        "queue, ended": "/concerns/?tab=ended",
        "concern": f"/concerns/CO-{long}/",
        "concern, short": f"/concerns/CO-{short}/",
        "cases, the lead's": "/cases/",
        "cases, a worker's": "/cases/",
        "cases, a manager's": "/cases/",
        "case": f"/cases/CA-{long}/",
        "case, short": f"/cases/CA-{short}/",
        "what keeps a case open": f"/cases/CA-{long}/close/",
        "referrals": "/referrals/",
        "referrals, numbers": "/referrals/numbers/",
        "referral": f"/referrals/RF-{long}/",
        "person": f"/subjects/SU-{long}/",
        "person, short": f"/subjects/SU-{short}/",
        "chronology": f"/subjects/SU-{long}/chronology/",
        "chronology, short": f"/subjects/SU-{short}/chronology/",
    }


def main(count: int, home: Path) -> None:
    """Build, measure and print: runs in a process of its own."""
    is_built = (home / "built").exists()
    django_here(home)
    from django.conf import settings
    from django.db import connection, transaction
    from django.test import Client

    from benches.build_casework import build_casework
    from joinedup.access.models import User

    _empty_page()
    keep_what_is_kept()
    settings.ALLOWED_HOSTS = ["testserver"]
    if not is_built:
        with transaction.atomic():
            build_casework(count, dt.date.today())  # noqa: DTZ011
        (home / "built").touch()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    clients = {}
    for role in {"safeguarding_lead", *ROLES.values()}:
        clients[role] = Client()
        user = User.objects.get(email=f"{role}@example.org")
        clients[role].force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    pages = {}
    for name, address in _addresses().items():
        role = ROLES.get(name, "safeguarding_lead")
        pages[name] = _one_page(clients[role], address)
        print(name, pages[name], file=sys.stderr, flush=True)
    print(json.dumps(pages))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
