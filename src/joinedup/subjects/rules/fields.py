"""Which boxes belong to each kind of thing that is known of somebody, and which may not be empty."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ENDING", "FIELDS", "NEEDS", "missing_of"]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "name": ("kind", "forename", "middle", "surname", "from_on", "source"),
    "address": ("house", "street", "town", "postcode", "from_on", "source"),
    "phone": ("given", "from_on", "source"),
    "online": ("service", "handle", "source"),
    "vehicle": ("plate", "words", "seen_on", "source"),
    "place": ("kind", "name", "town", "postcode", "seen_on", "source"),
}
"""Kind → its boxes in their order."""

NEEDS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "name": (("forename", "middle", "surname"), "Enter at least one part of the name."),
    "address": (("street", "town", "postcode"), "Enter a street, a town or a postcode."),
    "phone": (("given",), "Enter the number."),
    "online": (("handle",), "Enter the online name."),
    "vehicle": (("plate", "words"), "Enter a number plate, or words such as “Ford van”."),
    "place": (("name",), "Enter what the place is called."),
}
"""Kind → the boxes of which one at least is filled, and the sentence where none is."""

ENDING = frozenset({"name", "address", "phone"})
"""Kinds that hold from one day to another; the others were seen or are there."""


def missing_of(kind: str, said: Mapping[str, object]) -> tuple[str, str] | None:
    """(box, sentence) where nothing of what is needed was said; None where something was."""
    boxes, sentence = NEEDS[kind]
    if any(str(said.get(one) or "").strip() for one in boxes):
        return None
    return boxes[0], sentence
