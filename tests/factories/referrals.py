"""Referrals for tests, made by the same actions that people use."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.models import Agency, Guard, Team
from joinedup.access.permission import by_user
from joinedup.access.references import new_reference
from joinedup.audit.actor import By
from joinedup.referrals import actions
from joinedup.referrals.choices import CHILDREN, AgeGroup
from joinedup.referrals.models import Referral
from joinedup.referrals.rules.going_out import Going
from joinedup.referrals.rules.sharing import Sending
from tests.factories import assurance as make

TODAY = dt.date(2026, 6, 15)
PARTS = {
    "person": "Girl called Kay", "worry": "Picked up by older men after school",
    "own_words": "“He says I’m his.”", "sender": "Duty desk",
}  # fmt: skip
SAID = Sending("portal", "basis.child_protection", "told", agreed="no", proof="Form 118")


def rung(on: dt.date) -> Going:
    """A challenge made by telephone on a day, for receivers without a mail address."""
    return Going("telephone", "Their manager", spoken_to="Ann Lee, team manager", on=on)


def guard(about: str = "", **given: object) -> Guard:
    """A guard of the home council before a record."""
    reference = about or new_reference("CO")
    return Guard.objects.create(about=reference, agency=make.agency(), **given)


def county(email: str = "front.door@example.org") -> Agency:
    """The agency that has children's social care."""
    return make.agency("Saltby County Council", kind=AgencyKind.COUNCIL, contact_email=email)


def worker(role: Role = Role.DUTY_OFFICER, name: str = "Dot Duty") -> By:
    """Somebody who triages and works on cases of the whole council."""
    return by_user(make.account(role, name=name))


def in_team(by: By, name: str) -> Team:
    """A team of the home council with this person in it."""
    team, _ = Team.objects.get_or_create(agency=make.agency(), name=name)
    by.user.person.team = team
    by.user.person.save()
    by.user.__dict__.pop("_standing", None)
    return team


def drafted(by: By, before: Guard | None = None, **given: object) -> Referral:
    """A referral that is not sent: a child's to children's social care unless said otherwise."""
    before = before or guard()
    new = {
        "receiver": CHILDREN, "age": AgeGroup.CHILD, "parts": PARTS, "signs": True, **given,
    }  # fmt: skip
    if new["receiver"] != "receiver.police":
        new.setdefault("agency_id", county().pk)
    return actions.refer(by, before, before.about, actions.NewReferral(**new), today=TODAY)


def sent(
    by: By,
    before: Guard | None = None,
    said: Sending = SAID,
    today: dt.date = TODAY,
    **given: object,
) -> Referral:
    """A referral that was sent on a day."""
    return actions.send(by, drafted(by, before, **given).reference, said, today=today)


def declined(by: By, before: Guard | None = None, **given: object) -> Referral:
    """A referral that was sent and declined the same day."""
    row = sent(by, before, **given)
    return actions.decline(by, row.reference, "Does not meet the threshold", today=TODAY)


def again(row: Referral) -> Referral:
    """The referral as it stands in the database."""
    return Referral.objects.get(pk=row.pk)
