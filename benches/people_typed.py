"""The page on which a duty officer looks somebody up: the whole answer, signed in, as it is sent to
the browser, for what people type: a few letters, a whole name, a date, a postcode, a number."""

from __future__ import annotations

import csv
import datetime as dt
import itertools
import re
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benches.folder import django_here

__all__ = ["measured", "questions"]

ADDRESS = "/subjects/find/"
EACH = 60
TELLING = ("forename", "surname", "dob", "postcode", "house", "phone")
NOT_COUNTED = ("BEGIN", "SAVEPOINT", "RELEASE", "COMMIT", "ROLLBACK")


def questions(rows: list[dict[str, str]]) -> Iterator[tuple[str, dict[str, str]]]:
    """(kind, form) of everything that is typed, made of people of the register."""
    for row in rows:
        fore, sur = row["forename"].split()[0], row["surname"]
        name = {"forename": fore, "surname": sur}
        yield "one letter", {"forename": fore[:1]}
        yield "two letters and two", {"forename": fore[:2], "surname": sur[:2]}
        yield "three letters", {"surname": sur[:3]}
        yield "first name and town", {"forename": fore, "town": row["town"]}
        yield "whole name", name
        yield "name and year", {**name, "born": "".join(re.findall(r"\d{4}", row["dob"])[:1])}
        yield "name and date of birth", {**name, "born": row["dob"]}
        yield "date of birth", {"born": row["dob"]}
        yield "postcode", {"postcode": row["postcode"]}
        yield "house and postcode", {"house": row["house"], "postcode": row["postcode"]}
        yield "telephone", {"phone": row["phone"]}
        yield "words", {"words": f"girl called {fore}, about 14, Ford van outside the Kebab House"}
        yield "everything", {
            **name, "born": row["dob"], "house": row["house"], "street": row["street"],
            "town": row["town"], "postcode": row["postcode"], "phone": row["phone"],
        }  # fmt: skip


def _rows(folder: Path) -> list[dict[str, str]]:
    """People of the register, from all parts of it, who have everything that can be typed."""
    with (folder / "register.csv").open(encoding="utf-8") as file:
        whole = [row for row in csv.DictReader(file) if all(row[name] for name in TELLING)]
    return list(itertools.islice(whole, 0, None, max(1, len(whole) // EACH)))[:EACH]


def _client() -> Any:
    from django.conf import settings
    from django.test import Client

    from joinedup.access.choices import Role
    from joinedup.access.models import Agency, Grant, Person, User

    user = User.objects.filter(email="duty@example.org").first()
    if user is None:
        person = Person.objects.create(name="Dara Duty", agency=Agency.objects.get(is_home=True))
        user = User.objects.create(email="duty@example.org", person=person)
        Grant.objects.create(user=user, role=Role.DUTY_OFFICER, from_on=dt.date(2020, 1, 1))
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


def measured(home: Path) -> dict[str, dict[str, float]]:
    """For each kind of question milliseconds on the clock and of this process (p50 and p95), the
    most and the fewest statements, and the size of the answer in KiB. Django runs already."""
    from django.db import connection

    client = _client()
    asked = list(questions(_rows(home)))
    for _, form in asked[:26]:
        assert client.post(ADDRESS, form).status_code == 200
    taken: dict[str, list[tuple[float, float, int, int]]] = {}
    for kind, form in asked:
        seen: list[str] = []
        with connection.execute_wrapper(
            lambda run, sql, *rest, s=seen: s.append(sql) or run(sql, *rest)
        ):
            began, own = time.perf_counter(), time.process_time()
            answer = client.post(ADDRESS, form)
            clock, cpu = time.perf_counter() - began, time.process_time() - own
        counted = sum(not sql.startswith(NOT_COUNTED) for sql in seen)
        one = (clock * 1e3, cpu * 1e3, counted, len(answer.content) // 1024)
        taken.setdefault(kind, []).append(one)
    return {kind: _summed(found) for kind, found in taken.items()}


def _summed(found: list[tuple[float, float, int, int]]) -> dict[str, float]:
    clock, cpu = (sorted(one[place] for one in found) for place in (0, 1))
    return {
        "clock50": statistics.median(clock),
        "clock95": clock[int(len(clock) * 0.95)],
        "cpu50": statistics.median(cpu),
        "cpu95": cpu[int(len(cpu) * 0.95)],
        "fewest": min(one[2] for one in found),
        "most": max(one[2] for one in found),
        "kib": max(one[3] for one in found),
    }


if __name__ == "__main__":
    where = Path(sys.argv[1])
    django_here(where)
    for kind, numbers in measured(where).items():
        print(f"{kind:26}", {name: round(value, 1) for name, value in numbers.items()})
