"""The council's own Word documents for papers, and the one that is in use."""

from __future__ import annotations

from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, visible
from joinedup.council.queries import profile
from joinedup.documents.writing import built_in_layout, write_word
from joinedup.files.queries import sendable
from joinedup.papers.choices import LayoutState
from joinedup.papers.models import Layout
from joinedup.papers.rules.sample import sample_paper

__all__ = ["LayoutHeld", "built_in", "layout_in_use", "layouts", "sample_in"]

DEFAULT_COLOUR = "#1d4f5c"


@dataclass(frozen=True, slots=True)
class LayoutHeld:
    """The bytes of the layout in use, with their hash."""

    data: bytes
    sha256: str


def layouts(user: User) -> list[Layout]:
    """Every layout that this reader keeps, the newest first."""
    rows = Layout.objects.select_related("file", "added_by__person").order_by("-number")
    return list(visible(user, May.MANAGE_COUNCIL, rows, item="file__about"))


def layout_in_use() -> LayoutHeld | None:
    """The council's own layout; None where papers are written in the built-in one."""
    held = Layout.objects.filter(state=LayoutState.IN_USE).select_related("file").first()
    if held is None:
        return None
    return LayoutHeld(sendable(held.file).path.read_bytes(), held.file.sha256)


def _colour() -> tuple[str, str]:
    shape = profile()
    colour = shape.colour if shape else ""
    is_colour = len(colour) == 7 and colour.startswith("#")
    return (shape.name if shape else "Your council", colour if is_colour else DEFAULT_COLOUR)


def built_in() -> bytes:
    """The built-in layout in the council's colour, to begin one's own from."""
    return built_in_layout(_colour()[1], "en-GB")


def sample_in(data: bytes) -> bytes:
    """A sample paper written in a layout. Raises `documents.Refused` where it cannot be."""
    return write_word(sample_paper(*_colour()), data)


def sample_of(user: User, number: int) -> bytes:
    """A sample in one of the layouts. Raises Refused where there is none for this reader."""
    rows = Layout.objects.filter(number=number).select_related("file")
    held = visible(user, May.MANAGE_COUNCIL, rows, item="file__about").first()
    if held is None:
        raise Refused("No such layout.")
    return sample_in(sendable(held.file).path.read_bytes())
