"""A flood at the public door: 2,000 reports from one place, and one each from many others."""

from __future__ import annotations

import shutil
import statistics
import time

from benches.figures import Figure, at_least, at_most
from benches.folder import django_here, new_folder

WORDS = {
    "about": "child", "danger": "no", "happened": "He is locked out at night.", "again": "yes",
}  # fmt: skip
FLOOD, OTHERS = 2_000, 200


def send(place: str) -> tuple[int, float]:
    """Send one report from an address; the answer's status and the seconds it took."""
    from django.test import Client

    from joinedup.concerns import unsent

    client = Client(REMOTE_ADDR=place, HTTP_HOST="localhost")
    client.cookies["visit"] = unsent.begin(WORDS)
    begun = time.perf_counter()
    status = client.post("/worry/check/", {"website": ""}).status_code
    return status, time.perf_counter() - begun


def measure(quick: bool) -> list[Figure]:
    """A tenth of both when quick."""
    home = new_folder()
    django_here(home)
    from django.test.utils import setup_test_environment

    from joinedup.access.models import Tally
    from joinedup.concerns.models import Concern
    from tests.factories import assurance as make

    setup_test_environment()
    make.agency()
    part = 10 if quick else 1
    flood = [send("192.0.2.7")[0] for _ in range(FLOOD // part)]
    taken = flood.count(200)
    others = [send(f"198.51.100.{number}") for number in range(OTHERS // part)]
    seconds = [one[1] for one in others]
    kept = str(list(Tally.objects.values()))
    found = [
        Figure("door", f"reports taken of {len(flood):,} from one place", taken, "", "20 an hour",
               0 < taken <= 40),
        at_most("door", "reports of it answered by a fault", len(flood) - taken - flood.count(429), 0, ""),
        at_least("door", "reports taken from others meanwhile, of each 1",
                 [one[0] for one in others].count(200) / len(others), 1),
        at_most("door", "reports said to have arrived and not in the queue",
                taken + len(others) - Concern.objects.count(), 0, ""),
        at_most("door", "addresses in clear among the counts", kept.count("192.0.2"), 0, ""),
        at_most("door", "to take one report (median)", statistics.median(seconds) * 1000, 300, "ms"),
    ]  # fmt: skip
    shutil.rmtree(home)
    return found
