"""Who acts. Every action takes `by`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from joinedup.audit.choices import ByKind

__all__ = ["By", "public", "system"]


@dataclass(frozen=True, slots=True)
class By:
    """Who acts: kind, a reference that names no person, and the user where there is one. `opens` is
    the one record that a link lets its holder write to."""

    kind: ByKind
    ref: str
    user: Any = field(default=None, compare=False, repr=False)
    opens: str = ""


def system(job: str) -> By:
    """A job of the system itself, by its name: `system("daily")`."""
    return By(ByKind.SYSTEM, job)


def public() -> By:
    """A member of the public who did not say who they are."""
    return By(ByKind.PUBLIC, "public")
