"""What roles allow, in words a person can read."""

from __future__ import annotations

from collections.abc import Iterable

from joinedup.access.choices import May, Reach, Role
from joinedup.access.roles import POLICY, reaches

__all__ = ["does_in_words"]


def does_in_words(roles: Iterable[Role]) -> list[tuple[str, str]]:
    """What somebody with these roles may do, and how far: ("Read plans…", "Records of …")."""
    held = list(roles)
    found = []
    for may in May:
        far = reaches(held, may)
        if far:
            widest = next(reach for reach in Reach if reach in far)
            found.append((str(may.label), "" if _has_no_reach(may) else str(widest.label)))
    return found


def _has_no_reach(may: May) -> bool:
    """Whether every role that has it reaches everything, so that saying so tells nothing."""
    given = [does[may] for does in POLICY.values() if may in does]
    return all(reach is Reach.ALL for reach in given)
