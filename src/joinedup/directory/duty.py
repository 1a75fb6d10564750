"""The duty post: whom staff ring about a record that they may not open, or before they act on one. It
is the council's own number about anybody, by day its desk, at night whoever stands in."""

from __future__ import annotations

from django.utils import timezone

from joinedup.directory.choices import HelpFor
from joinedup.directory.queries import HelpShown, help_numbers

__all__ = ["duty_posts"]


def duty_posts() -> list[HelpShown]:
    """The numbers of the duty post, what is answered now first; in one statement."""
    rows = help_numbers("", timezone.now())
    return [one for one in rows if one.about == HelpFor.ANYBODY]
