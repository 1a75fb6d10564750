"""Publishing from end to end: the files are made first, holding nobody up; then, in one short
transaction, everything is published. What stops on the way has changed nothing."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from joinedup.access.permission import Refused, by_user
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import By
from joinedup.papers import actions
from joinedup.papers.choices import MakingState
from joinedup.papers.models import Publication, PublicationJob
from joinedup.papers.queries.press import Told, made_paper

__all__ = ["make", "publish"]

NOT_YOURS = "You may no longer publish this paper. Nothing was published."
BROKE = "Something went wrong while the files were made. Nothing was published. Try again."


class Stopped(Exception):
    """Somebody has stopped the making."""


def _nobody(step: int, steps: int) -> None:
    """Nobody wants to know how far it is."""


def publish(
    by: By,
    reference: str,
    *,
    today: dt.date,
    version: int = 0,
    told: Told = _nobody,
    job: int = 0,
) -> Publication:
    """Make a paper's files, then publish it. Raises what `made_paper` and `actions.publish` do."""
    made = made_paper(by, reference, today=today, version=version, told=told)
    return actions.publish(by, reference, made, today=today, job=job)


def make(number: int) -> None:
    """Do one job, if it still waits. Its row says how far it is and what became of it."""
    rows = PublicationJob.objects.filter(pk=number)
    if not rows.filter(state=MakingState.WAITING).update(
        state=MakingState.WORKING, beat_at=timezone.now()
    ):
        return
    job = rows.select_related(
        "paper", "started_by__person__agency", "started_by__person__team"
    ).get()

    def told(step: int, steps: int) -> None:
        still = rows.filter(state=MakingState.WORKING)
        if not still.update(step=step, steps=steps, beat_at=timezone.now()):
            raise Stopped

    def failed(words: str) -> None:
        rows.filter(state=MakingState.WORKING).update(state=MakingState.FAILED, problem=words[:500])

    by, reference = by_user(job.started_by), job.paper.reference
    try:
        publish(by, reference, today=job.on, version=job.text, told=told, job=number)
    except Stopped:
        return
    except Problem as problem:
        failed(problem.words)
    except Refused:
        failed(NOT_YOURS)
    except Exception:
        failed(BROKE)
        raise
