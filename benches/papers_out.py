"""Papers out: strange words through the writers of Word, PDF and Excel, and how long papers take.

The bar is on the processor's own time, helpers counted, which a busy machine changes less; on an
idle one the clock shows about the same, and it is shown beside it. Each is the best of three. The
plan has seven columns with lists and statuses in them.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from typing import Any

from benches.figures import Figure, at_least, at_most

__all__ = ["measure"]

CASES = 1_000
BARS = {400: 2.0, 100: 1.0}


def measure(quick: bool) -> list[Figure]:
    """Cases without a crash or a loss, and seconds for plans of 100 and 400 rows."""
    from joinedup.documents.writing import write_pdf, write_word
    from tests.documents.sample_paper import paper

    cases = CASES // 10 if quick else CASES
    figures = _strange(cases)
    for rows, bar in BARS.items():
        report = paper(rows)
        for name, write in (("Word", write_word), ("PDF", write_pdf)):
            clock, own = _seconds(lambda write=write, report=report: write(report))
            figures.append(at_most("papers_out", f"{name}, plan of {rows} rows", own, bar, "s"))
            figures.append(
                Figure("papers_out", f"{name}, {rows} rows, clock", round(clock, 2), "s")
            )
    return figures


def _strange(cases: int) -> list[Figure]:
    from hypothesis import HealthCheck, given, settings

    from benches.strange import excel_keeps, pdf_keeps, reports, word_keeps

    checks: dict[str, Callable[[Any], bool]] = {
        "Word": word_keeps,
        "PDF": lambda report: not pdf_keeps(report),
        "Excel": excel_keeps,
    }
    kept = dict.fromkeys(checks, 0)
    tried = 0

    @settings(
        max_examples=cases,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(reports())
    def run(report: Any) -> None:
        nonlocal tried
        tried += 1
        for name, keeps in checks.items():
            try:
                kept[name] += keeps(report)
            except Exception as error:
                print(f"{name}: {type(error).__name__}: {str(error)[:200]}")

    run()
    found = [Figure("papers_out", "strange reports tried", tried)]
    for name in checks:
        held = at_least("papers_out", f"{name}: whole when read back", kept[name], tried)
        found.append(held)
    return found


def _seconds(work: Callable[[], object]) -> tuple[float, float]:
    """The best of three: seconds on the clock, and the processor's with its helpers."""
    clocks, owns = [], []
    for _ in range(3):
        start, own = time.perf_counter(), _own()
        work()
        clocks.append(time.perf_counter() - start)
        owns.append(_own() - own)
    return min(clocks), min(owns)


def _own() -> float:
    whole = 0.0
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        used = resource.getrusage(who)
        whole += used.ru_utime + used.ru_stime
    return whole
