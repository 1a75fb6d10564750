"""The council's name and colour, and its own rules, as other packages ask for them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from joinedup.council.choices import RuleState
from joinedup.council.models import LocalRule, Profile
from joinedup.rulebook import Entry, RuleBookError, all_entries, entry_from, find, history

__all__ = [
    "RuleShown",
    "as_entry",
    "local_rule_record",
    "overlay",
    "profile",
    "profiles",
    "rule_history",
    "rule_list",
]


def profile() -> Profile | None:
    """The council as it shows itself now; None before anybody has set it up."""
    return Profile.objects.order_by("-number").first()


def profiles() -> QuerySet[Profile]:
    """Every state the council's name and colour were in, newest first."""
    return Profile.objects.order_by("-number")


def local_rule_record(reference: str) -> LocalRule | None:
    """A local rule that is in use."""
    return LocalRule.objects.filter(reference=reference, state=RuleState.APPROVED).first()


def overlay() -> tuple[Entry, ...]:
    """The approved local rules, for `rulebook.rule(..., overlay=overlay())`.

    One whose code the rule book no longer knows is left out: it can't be read without its kind.
    """
    rows = LocalRule.objects.filter(state=RuleState.APPROVED).order_by("code", "from_on")
    found = (as_entry(row) for row in rows)
    return tuple(entry for entry in found if entry is not None)


def as_entry(row: LocalRule) -> Entry | None:
    """A local rule as an entry of the rule book; title and kind are those of its code."""
    shipped = history(row.code)
    if not shipped:
        return None
    model = shipped[-1]
    try:
        return entry_from(
            {
                "code": row.code,
                "title": model.title,
                "kind": model.kind,
                "status": "local",
                "source": row.source,
                "from": row.from_on,
                "to": row.to_on,
                "note": row.note,
                "text": model.text,
                "values": row.values,
                "approved_by": row.approved_by,
                "approved_on": row.approved_on,
            }
        )
    except RuleBookError:
        return None


@dataclass(frozen=True, slots=True)
class RuleShown:
    """One rule through time, for the page that shows it. `model` is its latest shipped wording."""

    code: str
    title: str
    today: Entry | None
    model: Entry
    wordings: list[Entry]
    local: list[LocalRule]


def rule_history(code: str, today: dt.date) -> RuleShown | None:
    """Every wording of a rule, newest first, and the council's own; None for an unknown code."""
    shipped = history(code)
    if not shipped:
        return None
    return RuleShown(
        code=code,
        title=shipped[-1].title,
        today=find(code, today, overlay()),
        model=shipped[-1],
        wordings=list(reversed(shipped)),
        local=list(LocalRule.objects.filter(code=code).order_by("-from_on", "-pk")),
    )


def rule_list(today: dt.date, words: str = "", kind: str = "", status: str = "") -> list[Entry]:
    """One entry a rule: the one that holds today, else the latest; sorted by title."""
    own = overlay()
    codes = dict.fromkeys(entry.code for entry in all_entries())
    shown = [find(code, today, own) or history(code)[-1] for code in codes]
    asked = words.casefold()
    return sorted(
        (
            entry
            for entry in shown
            if (not kind or entry.kind == kind)
            and (not status or entry.status == status)
            and (not asked or asked in f"{entry.title} {entry.code} {entry.text}".casefold())
        ),
        key=lambda entry: entry.title.casefold(),
    )
