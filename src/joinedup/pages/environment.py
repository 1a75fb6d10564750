"""The Jinja environment of every page."""

from typing import Any

from jinja2 import Environment


def environment(**options: Any) -> Environment:
    """The environment Django renders Jinja templates with."""
    return Environment(**options)  # noqa: S701
