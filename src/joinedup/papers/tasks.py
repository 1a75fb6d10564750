"""The job that makes a paper's files and publishes it; the worker runs it."""

from __future__ import annotations

from django.conf import settings
from django.utils.module_loading import import_string
from django_tasks import task

__all__ = ["make_paper"]


@task()
def make_paper(job: int) -> None:
    """Make the files of one publication and publish it. How far it is stands in its own row."""
    import_string(settings.JOINEDUP_MAKE_PAPER)(job)
