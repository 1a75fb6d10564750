"""The check page: how long each kind of step takes, and how many a whole paper needs.

The committee paper beside the repository where it is there, else an invented plan of 78 rows. Each
step is a whole request through every middleware. The bar is on this process's own time, which a
busy machine changes less; the time on the clock is shown beside it. A changed column or row is read
afresh from the document; all other steps are laid over the reading that is kept.
"""

from __future__ import annotations

import re
import statistics
import time
from collections import defaultdict
from typing import Any

from benches.figures import Figure, at_most
from benches.folder import ROOT, django_here, new_folder

__all__ = ["measure"]

PAPER = ROOT / "../shared/plans/west-lindsey-2015.txt"
MILLISECONDS = 200.0
INVENTED = "Ref\tAction\tLead\tBy when\tStatus\tProgress\n" + "\n".join(
    f"{n}\tCarry out safeguarding step number {n}\tOfficer {n % 7}\tMay 2026\t"
    f"{'?? maybe' if n % 4 == 0 else 'In progress'}\tNoted at meeting {n}"
    for n in range(1, 79)
)


class Walk:
    """A person at the check page: every request timed, every interaction counted."""

    def __init__(self, client: Any, reference: str) -> None:
        self.client, self.at = client, f"/import/{reference}/"
        self.times: dict[str, list[float]] = defaultdict(list)
        self.clock: dict[str, list[float]] = defaultdict(list)
        self.interactions = 0

    def get(self, kind: str, path: str = "") -> str:
        """A page, timed under `kind`."""
        began, own = time.perf_counter(), time.process_time()
        answer = self.client.get(self.at + path)
        self.times[kind].append(time.process_time() - own)
        self.clock[kind].append(time.perf_counter() - began)
        if answer.status_code != 200:
            raise RuntimeError(f"{kind}: {answer.status_code}")
        return str(answer.content.decode())

    def step(self, kind: str, path: str = "step/", **said: Any) -> None:
        """One press of a button, timed under `kind`."""
        self.interactions += 1
        values = {"view": "?show=doubts&plan=0&page=1", **said}
        began, own = time.perf_counter(), time.process_time()
        answer = self.client.post(self.at + path, values, HTTP_HX_REQUEST="true")
        self.times[kind].append(time.process_time() - own)
        self.clock[kind].append(time.perf_counter() - began)
        if answer.status_code not in (200, 302):
            raise RuntimeError(f"{kind}: {answer.status_code}")


def measure(quick: bool) -> list[Figure]:
    """Median and worst of each kind of step, and the interactions that confirm the paper."""
    django_here(new_folder("joinedup-bench-check-"))
    from django.conf import settings
    from django.test import Client

    from joinedup.assurance.actions.imports import open_import
    from joinedup.assurance.models import Action
    from joinedup.assurance.queries.imports import check_of
    from joinedup.documents import read_document
    from tests.factories import assurance as make

    settings.ALLOWED_HOSTS = ["*"]
    data = PAPER.read_bytes() if PAPER.exists() else INVENTED.encode()
    lead = make.lead("Ada Marsh")
    found = open_import(lead, "paper.txt", data, read_document("paper.txt", data))
    client = Client()
    client.force_login(lead.user, backend="joinedup.access.backend.AccountBackend")
    _warm(Walk(client, _small(lead).reference))
    walk = Walk(client, found.reference)
    walk.get("page, read anew after a restart")
    _see_what_was_uploaded(walk, data)
    for _ in range(3 if quick else 15):
        walk.get("page again")
        walk.get("page with everything", "?show=all&plan=0")
    _correct(walk, check_of(_fresh(found)), 3 if quick else 12)
    doubtful, columns, asked = _settle(walk, found)
    html = walk.get("confirm page", "confirm/")
    titles = {name: "Plan" for name in re.findall(r'name="(title_\d+)"', html)}
    version = re.search(r'name="version" value="(\d+)"', html)
    said = {"version": version[1] if version else "", **titles}
    walk.step("put it in the register", "confirm/", **said)
    figures = []
    for kind, times in walk.times.items():
        worst = max(times) * 1000
        name = f"{kind}, median of {len(times)}"
        figures.append(Figure("check", name, round(statistics.median(times) * 1000, 1), "ms"))
        figures.append(at_most("check", f"{kind}, worst", worst, MILLISECONDS, "ms"))
        clock = statistics.median(walk.clock[kind]) * 1000
        figures.append(Figure("check", f"{kind}, median on the clock", round(clock, 1), "ms"))
    count = Action.objects.filter(parent__isnull=True).count()
    bar = 2 * doubtful + columns
    figures.append(Figure("check", "rows in the register", count))
    figures.append(Figure("check", "doubtful cells, owners and questions", doubtful))
    figures.append(at_most("check", "interactions to confirm", walk.interactions, bar, ""))
    figures.append(Figure("check", "of them answers to questions", asked))
    return figures


def _see_what_was_uploaded(walk: Walk, data: bytes) -> None:
    """The first page after an upload: the document was read while it was taken in."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    taken = walk.client.post("/import/", {"file": SimpleUploadedFile("again.txt", data + b"\n")})
    if taken.status_code != 302:
        raise RuntimeError(f"The upload was not taken: {taken.status_code}")
    uploaded = Walk(walk.client, taken.url.strip("/").rsplit("/", 1)[-1])
    uploaded.get("first page after an upload")
    for kind, times in uploaded.times.items():
        walk.times[kind], walk.clock[kind] = times, uploaded.clock[kind]


def _small(lead: Any) -> Any:
    from joinedup.assurance.actions.imports import open_import
    from joinedup.documents import read_document

    data = INVENTED.encode()
    return open_import(lead, "small.txt", data, read_document("small.txt", data))


def _warm(walk: Walk) -> None:
    """A process that has served the pages before: templates and parsers are loaded."""
    from joinedup.config.memory import keep_what_is_loaded

    for path in ("", "?show=all", "confirm/", "row/t1r1/"):
        walk.get("warm", path)
    keep_what_is_loaded()


def _fresh(found: Any) -> Any:
    from joinedup.assurance.models.imports import PlanImport

    return PlanImport.objects.select_related("guard__agency").get(pk=found.pk)


def _correct(walk: Walk, checked: Any, times: int) -> None:
    """Corrections that are read afresh, each undone; they do not count as needed to confirm."""
    before = walk.interactions
    rows = [row.id for plan in checked.reading.plans for row in plan.rows if row.id[0] == "t"]
    table = next(table for table in checked.reading.tables if table.is_plan)
    for n in range(times):
        column = table.columns[n % len(table.columns)]
        at = f"{table.id}c{column.index}"
        walk.step("change a column", do="role", at=at, to="other" if n % 2 else "review")
        walk.step("undo", "undo/")
        walk.step("join a row", do="row", at=rows[(n * 5 + 1) % len(rows)], to="continuation")
        walk.step("undo", "undo/")
        walk.get("one row open", f"row/{rows[n % len(rows)]}/")
    walk.interactions = before


def _settle(walk: Walk, found: Any) -> tuple[int, int, int]:
    """Look at every doubt one by one and answer every question: (things, columns, questions)."""
    from joinedup.assurance.queries.imports import check_of

    progress = check_of(_fresh(found)).progress
    reading = check_of(_fresh(found)).reading
    things = len(progress.doubts) + len(progress.questions) + len(progress.open_owners)
    for doubt in progress.doubts:
        walk.step("accept a value", do="accept", at=doubt.row.id, field=doubt.field)
    for one in progress.questions:
        walk.step("answer a question", do="answer", at=one.key, to="as_read")
    if progress.open_owners:
        texts = [match.text for match in progress.open_owners]
        walk.step("say who the owners are", "owners/", text=texts, to=["new_person"] * len(texts))
    columns = sum(len(table.columns) for table in reading.tables if table.is_plan)
    return things, columns, len(progress.questions)
