"""The library of the demo: protocols, pages, resources, and who does what."""

from __future__ import annotations

import datetime as dt
from typing import Any

from joinedup.config.demo.cast import Cast
from joinedup.config.demo.material import material
from joinedup.config.demo.story import Deed, Story
from joinedup.library.actions import ItemFacts, add_item, set_duty

__all__ = ["fill_library"]

FIRST = -365


def fill_library(cast: Cast, story: Story) -> None:
    """Gather every item on the day it was last reviewed, and who had which duty a year ago."""
    data = material("library")
    for row in data["items"]["rows"]:
        story.add(row[-1], _item(cast, row))
    for process, duty, who in data["duties"]["rows"]:
        story.add(FIRST, _duty(cast, process, duty, who))


def _item(cast: Cast, row: list[Any]) -> Deed:
    kind, title, processes, owner, url, words, _ = row
    facts = ItemFacts(
        kind=kind, title=title, owner=cast.mark(owner).who, words=words, url=url,
        processes=tuple(processes),
    )  # fmt: skip
    return lambda day: add_item(cast.by("meera"), facts, today=day)


def _duty(cast: Cast, process: str, duty: str, who: str) -> Deed:
    def deed(day: dt.date) -> None:
        set_duty(cast.by("meera"), process, duty, cast.mark(who).who, today=day)

    return deed
