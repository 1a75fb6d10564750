"""The rules of referrals as they hold on a day, local ones in place of those they replace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

from joinedup.council.queries import overlay
from joinedup.referrals.rules.escalation import Contact, Stage, contacts_from, stages_from
from joinedup.referrals.rules.receivers import Receiver, receiver_from
from joinedup.referrals.rules.sharing import bases
from joinedup.rulebook import Entry, Kind, RuleBookError, all_entries, find, of_kind, rule

__all__ = ["RuleSet", "rules_on"]

Own = tuple[Entry, ...] | None
STAGES = "escalation.stages"
CONTACTS = "escalation.contacts"


class RuleSet:
    """The rules of referrals on one day. One statement for the council's own."""

    def __init__(self, on: dt.date, own: Own = None) -> None:
        self._on = on
        self._own = overlay() if own is None else own

    def receivers(self) -> list[Receiver]:
        """Every receiver there is, by title."""
        found = [receiver_from(one) for one in of_kind(Kind.RECEIVER, self._on, self._own)]
        return sorted(found, key=lambda one: one.title)

    def receiver(self, code: str) -> Receiver | None:
        """One receiver; None for a code that is none. A receiver that no longer holds keeps its
        last wording, so that old referrals stay readable."""
        entry = find(code, self._on, self._own)
        if entry is None:
            past = [one for one in all_entries() if one.code == code]
            entry = past[-1] if past else None
        try:
            return receiver_from(entry) if entry is not None else None
        except RuleBookError:
            return None

    def words(self) -> dict[str, str]:
        """The headings of a draft by their keys."""
        held = rule("referral.words", self._on, self._own).values.get("words", {})
        return {str(k): str(v) for k, v in held.items()} if isinstance(held, Mapping) else {}

    def limit(self, code: str) -> Entry:
        """A time limit. Raises NoRuleHeld where none holds."""
        return rule(code, self._on, self._own)

    def bases(self, age: str, group: str) -> list[Entry]:
        """The legal grounds for sharing ("share") or keeping back ("keep")."""
        return bases(self._definitions, age, group)

    @cached_property
    def _definitions(self) -> tuple[Entry, ...]:
        return of_kind(Kind.DEFINITION, self._on, self._own)

    def basis(self, code: str) -> Entry | None:
        """One legal ground by its code; None where there is none such."""
        return find(code, self._on, self._own) if code else None

    def stages(self) -> tuple[tuple[Stage, ...], str]:
        """The stages of a challenge and the hash of their wording."""
        entry = rule(STAGES, self._on, self._own)
        return stages_from(entry), entry.content_hash

    def contacts(self) -> tuple[Contact, ...]:
        """Whom to ring at each receiver about a challenge, stage by stage."""
        return contacts_from(rule(CONTACTS, self._on, self._own))


def rules_on(on: dt.date, own: Own = None) -> RuleSet:
    """The rules of referrals on a day. `own` are the council's own, where a page has looked them up
    already."""
    return RuleSet(on, own)
