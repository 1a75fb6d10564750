"""Concerns for tests, made by the same actions that people use."""

from __future__ import annotations

from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.audit.actor import By, public
from joinedup.concerns import actions
from joinedup.concerns.choices import Allegation, Door, PersonRole
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.signs import signs_left
from joinedup.concerns.rules.new import NewConcern, NewPerson, Raiser
from joinedup.referrals.models import Referral
from joinedup.referrals.rules.sharing import Sending
from tests.factories import assurance as make

WORDS = "She comes in hungry, without a coat, and will not go home."
VAN = "She gets into a silver van outside the flats most evenings."
"""Words that may point to exploitation."""


def duty(name: str = "") -> By:
    """A duty officer, as an actor."""
    return by_user(make.account(Role.DUTY_OFFICER, name=name or "Dot Duty"))


def child(age: str = "14", **given: object) -> NewPerson:
    """A child, as far as known."""
    return NewPerson(PersonRole.CHILD, **{"name": "Kayleigh", "age_words": age, **given})


def adult(age: str = "43", **given: object) -> NewPerson:
    """An adult at risk."""
    return NewPerson(PersonRole.ADULT, **{"name": "Ned Oakes", "age_words": age, **given})


def suspect(name: str = "", works_with: Allegation = Allegation.NONE, **given: object) -> NewPerson:
    """A person of concern."""
    return NewPerson(PersonRole.OF_CONCERN, name=name, works_with=works_with, **given)


def new(*people: NewPerson, types: tuple[str, ...] = (), **given: object) -> NewConcern:
    """A report by the staff form unless said otherwise."""
    given.setdefault("door", Door.STAFF)
    given.setdefault("words", WORDS)
    return NewConcern(types=types, people=people, **given)


def submitted(*people: NewPerson, by: By | None = None, **given: object) -> Concern:
    """A concern in the queue; the home council is there."""
    make.agency()
    made = actions.submit(by or public(), new(*people, **given))
    return now(made.reference)


def taken(*people: NewPerson, by: By, **given: object) -> Concern:
    """A concern that somebody has taken to decide."""
    concern = submitted(*people, **given)
    actions.take(by, concern.reference)
    return now(concern.reference)


def now(reference: str) -> Concern:
    """A concern as it stands in the database."""
    return Concern.objects.select_related("guard", "decider").get(reference=reference)


def answered(by: By, concern: Concern) -> Concern:
    """A concern of which somebody said that no sign in it is what it seems."""
    for one in signs_left(now(concern.reference), timezone.localdate()):
        actions.answer_sign(by, concern.reference, one.kind, "Her uncle fetches her from training")
    return now(concern.reference)


def raiser(name: str = "Pat Neighbour") -> Raiser:
    """Somebody who said who they are."""
    return Raiser(name=name, contact="01632 960 204", safe="Ring in the morning")


SAID = Sending(
    channel="portal", basis="basis.child_protection", told="not_told",
    why_not_told="It could put her in danger",
)  # fmt: skip


def sent(by: By, concern: Concern, receiver: str, place: str = "", **given: object) -> Referral:
    """The concern sent on to somebody."""
    said = given.pop("said", SAID)
    if receiver == "receiver.children_social_care":
        given.setdefault("copy_proof", "team@example.org")
    given.setdefault("receiver_name", "Saltby County Council")
    return actions.send_on(
        by, concern.reference, actions.NewSending(receiver, said, place, **given)
    )
