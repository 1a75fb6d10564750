"""What organisations say of a year of escalation, beside what our records count. Names no child."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from joinedup.access.by_link import seen_by_link
from joinedup.access.models import Agency
from joinedup.access.permission import Refused
from joinedup.notices.models import Link, Notice
from joinedup.notices.queries import by_link
from joinedup.referrals.choices import ReturnState
from joinedup.referrals.models import Challenge, EscalationReturn

__all__ = [
    "Year",
    "agencies_without",
    "counts_of",
    "return_behind",
    "return_to",
    "unanswered",
    "was_asked",
    "years_of",
]


@dataclass(frozen=True, slots=True)
class Year:
    """A year with what each organisation says of it; those that never escalated and have not said
    why stand first."""

    from_on: dt.date
    to_on: dt.date
    rows: tuple[EscalationReturn, ...]

    @property
    def without(self) -> int:
        """How many never escalated, by our records and their own word."""
        return sum(not row.used and not row.declared for row in self.rows)

    @property
    def waiting(self) -> int:
        """How many have not answered."""
        return sum(row.state == ReturnState.ASKED for row in self.rows)


def counts_of(from_on: dt.date, to_on: dt.date) -> tuple[Counter[int], Counter[int]]:
    """(challenges made by people of each organisation, challenges of what each decided) in these
    days, by the number of the organisation. Not narrowed to any reader: nobody is named."""
    rows = Challenge.objects.filter(opened_on__gte=from_on, opened_on__lte=to_on)
    made: Counter[int] = Counter()
    received: Counter[int] = Counter()
    for by, of in rows.values_list("opened_by__person__agency", "referral__agency"):
        made.update([by] if by else [])
        received.update([of] if of else [])
    return made, received


def agencies_without(year_from: dt.date) -> list[Agency]:
    """Organisations that are still there and were not asked about a year yet, by name."""
    asked = EscalationReturn.objects.filter(year_from=year_from).values("agency")
    return list(Agency.objects.filter(to_on__isnull=True).exclude(pk__in=asked).order_by("name"))


def unanswered(year_from: dt.date) -> list[EscalationReturn]:
    """What was asked about a year and has no answer."""
    rows = EscalationReturn.objects.filter(year_from=year_from, state=ReturnState.ASKED)
    return list(rows.select_related("agency").order_by("pk"))


def was_asked(key: str) -> bool:
    """Whether this very mail was written already."""
    return Notice.objects.filter(key=key).exists()


def years_of() -> list[Year]:
    """Every year that was asked about, the latest first."""
    rows: dict[tuple[dt.date, dt.date], list[EscalationReturn]] = {}
    for row in EscalationReturn.objects.select_related("agency").order_by("agency__name"):
        rows.setdefault((row.year_from, row.year_to), []).append(row)
    return [
        Year(
            *days,
            tuple(sorted(found, key=lambda row: bool(row.used or row.declared or row.why_none))),
        )
        for days, found in sorted(rows.items(), reverse=True)
    ]


def return_to(reference: str) -> EscalationReturn:
    """One organisation's answer that is still to come. Raises Refused (404) where there is none."""
    rows = EscalationReturn.objects.filter(reference=reference, state=ReturnState.ASKED)
    found = rows.select_related("agency").first()
    if found is None:
        raise Refused("No such record.")
    return found


def return_behind(link: Link) -> EscalationReturn | None:
    """What a good link asks about, recorded as seen; None where it is answered."""
    rows = EscalationReturn.objects.filter(reference=link.about, state=ReturnState.ASKED)
    row = rows.select_related("agency").first()
    if row is not None:
        seen_by_link(by_link(link), row.reference)
    return row
