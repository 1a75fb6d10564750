"""A concern in the words of a referral: nothing is typed twice. Plain text, from the rows alone."""

from __future__ import annotations

from collections.abc import Iterable

from joinedup.concerns.choices import PersonRole, Receiver
from joinedup.concerns.models import Concern, ConcernPerson, Report
from joinedup.concerns.rules.new import is_at_risk
from joinedup.pages.dates import long_date
from joinedup.referrals.choices import AgeGroup

__all__ = ["age_for", "confirmation", "parts_of"]

ORDER = (AgeGroup.CHILD, AgeGroup.UNKNOWN, AgeGroup.ADULT)


def age_for(concern: Concern, receiver: str) -> AgeGroup:
    """Whose age decides about a referral: that of the adult for adult social care, else that of the
    person who needs most care."""
    if receiver == Receiver.ADULTS and concern.has_adult_at_risk:
        return AgeGroup.ADULT
    if concern.people.filter(is_unborn=True).exists() and concern.age_group == AgeGroup.CHILD:
        born = concern.people.filter(is_unborn=False, age_group=AgeGroup.CHILD)
        return AgeGroup.CHILD if born.exists() else AgeGroup.UNBORN
    return AgeGroup(concern.age_group)


def _line(person: ConcernPerson) -> str:
    said = [person.name, person.words]
    return ", ".join(one for one in said if one) or str(person.get_role_display())


def _born(person: ConcernPerson) -> str:
    if person.is_unborn:
        return "not born yet"
    if person.born_on:
        return long_date(person.born_on)
    return person.age_words or "age not known"


def _if_child(person: ConcernPerson) -> str:
    """The age of somebody who is no adult: in whatever role, they are a child first."""
    return f" ({_born(person)})" if person.age_group == AgeGroup.CHILD else ""


def _lines(rows: Iterable[str]) -> str:
    return "\n".join(one for one in rows if one)


def parts_of(concern: Concern, sender: str, types: Iterable[str]) -> dict[str, str]:
    """The words of a referral drafted from the concern, by the keys of "referral.words". Who
    reported is left out: they may have to be protected."""
    people = list(concern.people.order_by("position", "pk"))
    risk = [one for one in people if is_at_risk(one.role)]
    others = [one for one in people if not is_at_risk(one.role)]
    reports = list(concern.reports.order_by("received_at", "pk"))
    return {
        "person": _lines(_line(one) for one in risk),
        "born": _lines(f"{_line(one)}: {_born(one)}" for one in risk),
        "address": _lines(
            _lines(
                [
                    f"Lives: {one.lives}" if one.lives else "",
                    f"Found: {one.found}" if one.found else "",
                ]
            )
            for one in risk
        ),
        "worry": ", ".join(types),
        "happened": "\n\n".join(f"{_day(one)}: {one.words}" for one in reports),
        "where": concern.where,
        "indicators": ", ".join(types) if concern.has_exploitation_indicator else "",
        "others": _lines(
            f"{one.get_role_display()}: {_line(one)}{_if_child(one)}" for one in others
        ),
        "told": _lines(one.told for one in reports),
        "done": _lines(confirmation(one) for one in reports),
        "sender": sender,
        "family": _lines(_line(one) for one in others if one.role == PersonRole.PARENT),
    }


def _day(report: Report) -> str:
    return long_date(report.received_at.date())


def confirmation(report: Report) -> str:
    """The written confirmation of a telephone call that was made already; empty where none was."""
    if not report.telephoned_to or report.telephoned_at is None:
        return ""
    theirs = (
        f" Your reference: {report.telephoned_reference}." if report.telephoned_reference else ""
    )
    when = f"{long_date(report.telephoned_at.date())} at {report.telephoned_at:%H:%M}"
    return f"We telephoned {report.telephoned_to} on {when}.{theirs} This confirms the call in writing."
