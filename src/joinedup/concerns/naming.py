"""What a case or concern names is looked for in others as soon as it is named. Reading both lies above
these packages, so settings name the functions."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils.module_loading import import_string

from joinedup.access.models import User

__all__ = ["look_elsewhere", "named_elsewhere"]


def look_elsewhere(reference: str, today: dt.date) -> None:
    """Put forward what this record and others name. Only for use inside an action."""
    import_string(settings.JOINEDUP_NAMED)(reference, today)


def named_elsewhere(user: User, reference: str, today: dt.date) -> int:
    """How many things of this record others name too, as this reader may know; in one statement."""
    found: int = import_string(settings.JOINEDUP_NAMED_TOO)(user, reference, today)
    return found
