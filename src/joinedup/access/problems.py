"""What a person can mend themselves: the words say what is wrong and what to do."""

from __future__ import annotations

__all__ = ["Problem", "Stale"]


class Problem(ValueError):
    """The action can't be done as asked. `field` names the form field, where there is one."""

    def __init__(self, words: str, field: str | None = None) -> None:
        super().__init__(words)
        self.field = field


class Stale(Problem):
    """Somebody else saved first. `now` says how the record reads now: label → text."""

    def __init__(self, now: dict[str, str], version: int) -> None:
        super().__init__(
            "Somebody else changed this while you were writing. Your words are still in the form; "
            "what is saved now stands below. Check both, then save again."
        )
        self.now, self.version = now, version
