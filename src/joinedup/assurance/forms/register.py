"""The filters of the register in words: what can be chosen, and what is chosen now."""

from __future__ import annotations

import datetime as dt

from joinedup.assurance.choices import Priority, Rag, Status
from joinedup.assurance.queries.listing import Choices
from joinedup.assurance.queries.quiet import quiet_words
from joinedup.assurance.rules.look import DUE, Look, address_of
from joinedup.pages.dates import MONTHS, long_date

__all__ = [
    "PRIORITIES",
    "RAGS",
    "STATUSES",
    "chips_of",
    "due_choices",
    "flags_in_words",
    "in_words",
]

STATUSES = (("open", "Open"), ("closed", "Closed"), *Status.choices)
RAGS = [(one.value, "Not rated" if one == Rag.GREY else one.label) for one in Rag]
PRIORITIES = [(one.value, one.label) for one in Priority if one.value]
ALL = ("open", "closed")
NEXT_MONTHS = 6


def flags_in_words(today: dt.date) -> dict[str, str]:
    """What a look can ask for beside its values, by name."""
    return {
        "no_review": "No review method",
        "quiet": quiet_words(today),
        "declared": "Declared, not evidenced",
        "ran_out": "Evidence that has run out",
        "stale": "A stale assurance",
        "doubted": "Something that does not fit",
        "asked": "A question not yet answered",
        "moved": "A date that has moved",
        "date_waits": "A new date waiting for a decision",
        "embedded": "A lasting difference shown",
        "with_body": "A plan its body has yet to decide on",
        "unapproved": "A plan that is not approved",
    }


def due_choices(look: Look, today: dt.date) -> list[tuple[str, str]]:
    """When something is due: ready-made choices, then months by name."""
    found = list(DUE.items())
    first = today.replace(day=1)
    for _ in range(NEXT_MONTHS):
        found.append((f"{first:%Y-%m}", f"In {MONTHS[first.month - 1]} {first.year}"))
        first = (first + dt.timedelta(days=32)).replace(day=1)
    if look.due and look.due not in dict(found):
        found.append((look.due, _due_words(look.due)))
    return found


def _due_words(due: str) -> str:
    if not due:
        return ""
    return DUE.get(due) or f"In {MONTHS[int(due[5:]) - 1]} {due[:4]}"


def chips_of(look: Look, choices: Choices, today: dt.date) -> list[dict[str, str]]:
    """The filters in use, each with the address that takes it off."""
    said: list[tuple[str, dict[str, object]]] = []
    plain = (
        ("q", "Words", look.q),
        ("plan", "Plan", choices.words_of(look.plan)),
        ("section", "Section", choices.words_of(str(look.section)) if look.section else ""),
        ("owner", "Owner", owner_words(look.owner, choices)),
        ("due", "When", _due_words(look.due)),
        ("due_from", "Due from", long_date(look.due_from)),
        ("due_to", "Due by", long_date(look.due_to)),
        ("priority", "Priority", Priority(look.priority).label if look.priority else ""),
        ("agency", "Organisation", choices.words_of(look.agency)),
        ("theme", "Theme", look.theme),
        ("source", "Source", choices.words_of(look.source)),
    )
    for name, label, words in plain:
        bare = None if name in ("section", "due_from", "due_to") else ""
        also = {"section": None} if name == "plan" else {}
        if getattr(look, name):
            said.append((f"{label}: {words}", {name: bare, **also}))
    if look.statuses != ALL:
        for word in look.statuses:
            left = tuple(one for one in look.status if one != word)
            said.append((f"Status: {dict(STATUSES)[word]}", {"status": left or ALL}))
    for colour in look.rag:
        kept = tuple(one for one in look.rag if one != colour)
        said.append((f"Rating: {dict(RAGS)[colour]}", {"rag": kept}))
    flags = flags_in_words(today).items()
    said += [(words, {name: False}) for name, words in flags if getattr(look, name)]
    return [{"text": text, "href": address_of(look, page=1, **changes)} for text, changes in said]


def owner_words(owner: str, choices: Choices) -> str:
    """ "Me", "Nobody we know", or the name."""
    return {"me": "me", "none": "nobody we know"}.get(owner) or choices.words_of(owner)


def in_words(look: Look, choices: Choices, today: dt.date) -> str:
    """A look in one line: "Plan: Safe homes; Status: Open"."""
    return "; ".join(chip["text"] for chip in chips_of(look, choices, today)) or "Everything"
