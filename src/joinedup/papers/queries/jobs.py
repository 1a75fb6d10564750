"""How far the making of a paper's files is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from joinedup.papers.choices import MakingState
from joinedup.papers.models import Paper, PublicationJob

__all__ = ["LOST_AFTER", "UNDER_WAY", "JobView", "job_of"]

UNDER_WAY = (MakingState.WAITING, MakingState.WORKING)
LOST_AFTER = dt.timedelta(minutes=2)
SLOW_AFTER = dt.timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class JobView:
    """The newest making of a paper's files. `is_lost` where it has given no sign of life, `is_slow`
    where no worker has taken it up."""

    job: PublicationJob
    is_under_way: bool
    is_lost: bool
    is_slow: bool


def job_of(paper: Paper) -> JobView | None:
    """How far the newest making of a paper's files is; None where none was begun."""
    job = PublicationJob.objects.filter(paper=paper).order_by("-pk").first()
    if job is None:
        return None
    still, now = job.state in UNDER_WAY, timezone.now()
    is_lost = still and job.beat_at < now - LOST_AFTER
    is_slow = job.state == MakingState.WAITING and job.started_at < now - SLOW_AFTER
    return JobView(job, still and not is_lost, is_lost, is_slow)
