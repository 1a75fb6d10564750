"""Items of the library for tests, made by the same actions that people use."""

from __future__ import annotations

from joinedup.access.models import Agency, Post
from joinedup.audit.actor import By
from joinedup.library.actions import ItemFacts, add_item
from joinedup.library.choices import ItemKind
from joinedup.library.models import Item
from tests.factories import assurance as make


def facts(
    kind: str = ItemKind.PROTOCOL, owner: Post | Agency | None = None, **given: object
) -> ItemFacts:
    """What is said of an item; the home council owns it unless said otherwise."""
    start = {
        "title": "How we work on escalation",
        "processes": ("escalation",) if kind == ItemKind.PROTOCOL else (),
        "url": "https://www.example.org/page" if kind == ItemKind.PAGE else "",
        "words": "What to do when we do not agree.",
    }
    reference = (owner or make.agency()).reference
    return ItemFacts(kind=kind, owner=reference, **{**start, **given})  # type: ignore[arg-type]


def item(by: By | None = None, kind: str = ItemKind.PROTOCOL, **given: object) -> Item:
    """An item, reviewed on `today` (default: the tests' day)."""
    today = given.pop("today", make.TODAY)
    return add_item(by or make.lead(), facts(kind, **given), today=today)  # type: ignore[arg-type]
