"""What the journeys of casework need beside the partnership: run as a module, it adds to the
database of JOINEDUP_HOME and prints as JSON who can sign in and what there is to open."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.utils import timezone  # noqa: E402

from joinedup.access.choices import AgencyKind, Role  # noqa: E402
from joinedup.access.models import Agency, Conflict, Grant, Guard, Involvement, Team, User  # noqa: E402
from joinedup.access.permission import by_user  # noqa: E402
from joinedup.audit.actor import By, system  # noqa: E402
from joinedup.cases import actions as casework  # noqa: E402
from joinedup.cases.actions import NewCase, NewPerson  # noqa: E402
from joinedup.cases.models import Case  # noqa: E402
from joinedup.referrals import actions as onward  # noqa: E402
from joinedup.referrals.actions import NewReferral  # noqa: E402
from joinedup.referrals.rules.sharing import Sending  # noqa: E402
from joinedup.subjects.actions import add_by_hand, add_subject  # noqa: E402
from joinedup.subjects.rules.given import Given, GivenAddress, GivenName  # noqa: E402
from tests.factories import assurance as make  # noqa: E402
from tests.factories import cases as hand  # noqa: E402

DAY = dt.timedelta(days=1)
ROLES = {
    "housing": (Role.ACTION_OWNER, "Hal Housing"),
    "duty": (Role.DUTY_OFFICER, "Dot Duty"),
    "worker": (Role.CASEWORKER, "Cas Worker"),
    "next": (Role.CASEWORKER, "Nan Next"),
    "boss": (Role.CASE_MANAGER, "Mag Manager"),
    "aunt": (Role.CASE_MANAGER, "Con Aunt"),
    "governance": (Role.INFORMATION_GOVERNANCE, "Ina Governance"),
}
SAID = Sending(
    "portal", "basis.child_protection", "not_told", why_not_told="It could put her in danger"
)


def session_of(user: User) -> str:
    """A session whose password was given just now, for as long as the journeys take."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time() + 3_600, "reauthenticated": True}
    ]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return str(session.session_key)


def build() -> dict[str, object]:
    """Everything; what can be opened."""
    today = timezone.localdate()
    council = Agency.objects.get(is_home=True)
    county = make.agency(
        "Saltby County Council", kind=AgencyKind.COUNCIL, is_home=False,
        contact_email="front.door@saltby.example.org",
    )  # fmt: skip
    team, _ = Team.objects.get_or_create(agency=council, name="Vulnerability")
    users = {}
    for name, (role, who) in ROLES.items():
        person = make.person(who, council)
        if role in (Role.CASEWORKER, Role.CASE_MANAGER):
            person.team = team
            person.save()
        users[name] = User.objects.create(email=f"{name}@casework.example.org", person=person)
        Grant.objects.create(user=users[name], role=role, from_on=today - 900 * DAY)
    boss, duty = by_user(users["boss"]), by_user(users["duty"])

    def twin(name: str) -> str:
        given = Given(
            names=(GivenName(name, "", "Thorne"),), born="4 May 2011",
            addresses=(GivenAddress("7", "Sluice Row", "Pelling", "ZZ9 4QT"),),
        )  # fmt: skip
        return str(add_subject(duty, given, today=today).reference)

    def case(name: str, record: str = "", age: str = "child", **given: object) -> Case:
        new = NewCase(
            "child_in_need", council.pk, users["worker"].person_id, "Older men wait for her",
            [NewPerson(name, age, None if age == "adult" else today - 14 * 365 * DAY, record)],
            team_id=team.pk, worker_id=users["worker"].person_id, **given,
        )  # fmt: skip
        return casework.open_case(boss, new, today=today - 100 * DAY)

    keeley = Given(
        names=(GivenName("Keeley", "", "Stroud"),), phones=("07700 900461",),
        born="4 May 2011", addresses=(GivenAddress("", "9 Lock View", "Pelling", "ZZ9 4QT"),),
    )  # fmt: skip
    known = add_by_hand(boss, keeley, today=today).reference
    early = case("Keeley Stroud", known)
    casework.write_note(
        boss, early.reference, "visit", "She rang from 07700 900461 at six.", today=today
    )
    casework.add_item(
        boss, early.reference, "Counselling", "Willow House", today + 20 * DAY, today=today,
        is_support=True,
    )  # fmt: skip
    refused = onward.refer(
        boss, early.guard, early.reference,
        NewReferral("receiver.children_social_care", "child", {"worry": "Older men"}, county.pk),
        today=today - 3 * DAY,
    )  # fmt: skip
    onward.send(boss, refused.reference, SAID, today=today - 3 * DAY)
    onward.decline(boss, refused.reference, "Does not meet the threshold", today=today)
    family = case("Farrier family")
    Conflict.objects.create(guard=family.guard, person=users["aunt"].person, reason="Her niece")
    sealed = case("Sealed Sister")
    Guard.objects.filter(pk=sealed.guard_id).update(is_sealed=True)
    Involvement.objects.filter(guard=sealed.guard_id, person=users["worker"].person).update(
        to_on=today - DAY
    )
    casework.write_note(
        duty_of(sealed), sealed.reference, "note", "Placed out of area", today=today
    )
    return {
        "known": known, "over": over(boss, by_user(users["aunt"]), case("Ned Oakes", age="adult")),
        "cookies": {name: session_of(user) for name, user in users.items()},
        "early": early.reference, "refused": refused.reference, "family": family.reference,
        "sealed": sealed.reference, "county": county.name,
        "twins": {name: twin(name) for name in ("Amelia", "Amber")},
    }  # fmt: skip


def over(boss: By, second: By, adult: Case) -> str:
    """The reference of this case of an adult, whose time of keeping is over."""
    on = timezone.localdate()
    closed = hand.closed(boss, second, hand.supervised(boss, adult, on), on)
    Case.objects.filter(pk=closed.pk).update(closed_on=dt.date(2010, 1, 1), route="section_42")
    return adult.reference


def duty_of(case: Case) -> By:
    """The system, for a note in a case that is sealed to everybody here."""
    return system(f"note-{case.pk}")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(build()))
