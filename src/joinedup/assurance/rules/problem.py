"""What may not be done, in words for the person who tried."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["Problem", "Stale"]


class Problem(ValueError):
    """A rule stands in the way. `words` say what is wrong and what to do; `field` is where."""

    def __init__(self, words: str, field: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.field = field


class Stale(Problem):
    """Somebody else saved first. `theirs` is what stands now, `yours` what was to be saved."""

    def __init__(self, theirs: Mapping[str, object], yours: Mapping[str, object]) -> None:
        super().__init__(
            "Somebody else has changed this since you opened it. Both texts are shown: "
            "choose what should stand and save again."
        )
        self.theirs = dict(theirs)
        self.yours = dict(yours)
