"""The services and help numbers of the demo."""

from __future__ import annotations

import datetime as dt
from typing import Any

from joinedup.config.demo.cast import Cast
from joinedup.config.demo.material import material
from joinedup.config.demo.story import Story
from joinedup.directory.actions.help_numbers import NumberDetails, add_help_number
from joinedup.directory.actions.services import bring_in_services
from joinedup.directory.rules.oruk import Facts

__all__ = ["fill_directory"]

FIRST = -365


def fill_directory(cast: Cast, story: Story) -> None:
    """Gather the first numbers, and the services as they were last checked."""
    story.add(FIRST, lambda day: _numbers(cast, day))
    story.add(0, lambda day: _services(cast, day))


def _numbers(cast: Cast, day: dt.date) -> None:
    for title, number, about, area, hours, days, opens, closes, note in material("services")[
        "numbers"
    ]["rows"]:
        details = NumberDetails(
            title=title,
            number=number,
            about=about,
            hours=hours,
            days=tuple(days),
            opens=dt.time.fromisoformat(opens) if opens else None,
            closes=dt.time.fromisoformat(closes) if closes else None,
            area=area,
            note=note,
            source="The partnership's list of numbers",
        )
        add_help_number(cast.by("meera"), details, day)


def _services(cast: Cast, day: dt.date) -> None:
    rows = [_facts(one, number, day) for number, one in enumerate(material("services")["service"])]
    bring_in_services(cast.by("meera"), rows)


def _facts(one: dict[str, Any], number: int, day: dt.date) -> Facts:
    """One service; when it was checked stands in days before the loading."""
    said: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in one.items()
    }
    checked_on = day - dt.timedelta(days=said.pop("checked"))
    oruk_id = f"6d1f0a52-0000-4000-8000-{number:012}"
    return Facts(**said, oruk_id=oruk_id, checked_on=checked_on)
