"""What the forms of the front door and of triage let a reader choose from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from joinedup.access.models import Agency, Person, User
from joinedup.concerns.choices import Receiver
from joinedup.concerns.drafting import parts_of
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.queue import deciders
from joinedup.concerns.queries.rulebook import sources_on, types_on
from joinedup.concerns.rules.routing import needs, unmet
from joinedup.concerns.writing import facts_of, sent_of
from joinedup.language.guard import Flag, look_at
from joinedup.referrals.queries.rules import rules_on
from joinedup.referrals.rules.receivers import in_their_order
from joinedup.referrals.rules.sharing import place_of_basis

__all__ = [
    "DraftShown",
    "Offered",
    "agencies_named",
    "agency_numbered",
    "bases_for",
    "decider_named",
    "deciders_named",
    "draft_shown",
    "flags_in",
    "is_of_home",
    "kinds_to_name",
    "receivers_named",
    "receivers_offered",
    "sources_for",
    "staff_named",
]

Choices = list[tuple[str, str]]
GROUPS = {"exploitation": "Exploitation", "child": "Children", "adult": "Adults (Care Act)"}
"""Groups of kinds under their headings on a form; every other group stands under “Other”."""


def is_of_home(user: User) -> bool:
    """Whether somebody works for the council itself."""
    return user.person.agency.is_home


def sources_for(user: User, today: dt.date) -> Choices:
    """Where reports come from. The council's own people choose from all, their own services first,
    because they also write down what others told them; partners do not choose from those inside."""
    all_of_them = is_of_home(user)
    return [
        (one.code, one.title) for one in sources_on(today) if all_of_them or one.side != "inside"
    ]


def kinds_to_name(today: dt.date, named: list[str]) -> list[tuple[str, Choices]]:
    """The kinds of concern that are not named yet, by group: exploitation, children, adults under
    the Care Act, all others; in each by name."""
    left = sorted(
        (one for one in types_on(today) if one.code not in named), key=lambda one: one.title
    )
    found = [
        (words, [(one.code, one.title) for one in left if one.group == group])
        for group, words in GROUPS.items()
    ]
    rest = [(one.code, one.title) for one in left if one.group not in GROUPS]
    return [(words, kinds) for words, kinds in (*found, ("Other", rest)) if kinds]


def staff_named(today: dt.date) -> Choices:
    """Everybody of the staff list, by name with the organisation."""
    rows = Person.objects.filter(Q(left_on__isnull=True) | Q(left_on__gte=today))
    found = rows.select_related("agency").order_by("name", "pk")
    return [(one.reference, f"{one.name}, {one.agency}") for one in found]


def deciders_named(user: User, concern: Concern) -> Choices:
    """Everybody else who may decide a concern."""
    return [(one.reference, one.person.name) for one in deciders(user, concern)]


def decider_named(user: User, concern: Concern, reference: str) -> User | None:
    """One of those who may decide, by the reference of the account."""
    return next((one for one in deciders(user, concern) if one.reference == reference), None)


def receivers_named(today: dt.date) -> Choices:
    """Everybody whom a concern can go to. The exploitation team is not among them: it gets a
    copy."""
    return [
        (one.code, one.title)
        for one in rules_on(today).receivers()
        if one.code != Receiver.EXPLOITATION and not one.is_copy_only
    ]


@dataclass(frozen=True, slots=True)
class Offered:
    """Whom a concern can go to: those the routing rules demand and nobody has sent to yet, those
    usual for its kinds, and all others; each list by name but the first, which has the gravest
    need first."""

    demanded: Choices
    usual: Choices
    others: Choices


def receivers_offered(concern: Concern, today: dt.date) -> Offered:
    """The receivers of a concern in the order in which they are wanted."""
    every = dict(receivers_named(today))
    open_needs = unmet(needs(facts_of(concern, today)), sent_of(concern))
    wanted = dict.fromkeys(str(code) for need in open_needs for code in need.any_of)
    demanded = [(code, every[code]) for code in wanted if code in every]
    groups = {one for one in concern.type_groups.split("|") if one}
    usual = {one.code for one in rules_on(today).receivers() if groups & {*one.usual_for}}
    left = [(code, words) for code, words in every.items() if code not in wanted]
    return Offered(
        demanded,
        [one for one in left if one[0] in usual],
        [one for one in left if one[0] not in usual],
    )


def agencies_named(receiver: str, today: dt.date) -> Choices:
    """Organisations that are still there and can be this receiver, by name."""
    rows = Agency.objects.filter(to_on__isnull=True).order_by("name")
    known = rules_on(today).receiver(receiver)
    if known is not None and known.kinds:
        rows = rows.filter(kind__in=known.kinds)
    return [(one.reference, one.name) for one in rows]


def agency_numbered(reference: str) -> int | None:
    """The number of an organisation; None where none was chosen."""
    return Agency.objects.filter(reference=reference).values_list("pk", flat=True).first()


@dataclass(frozen=True, slots=True)
class DraftShown:
    """A referral as it would be written: to whom, and its words in the order of their form."""

    title: str
    by_place: bool
    parts: tuple[tuple[str, str, str], ...]


def draft_shown(concern: Concern, user: User, code: str, today: dt.date) -> DraftShown | None:
    """The words of a referral to a receiver, ready to copy; None for a code that is none."""
    rules = rules_on(today)
    receiver = rules.receiver(code)
    if receiver is None:
        return None
    titles = {one.code: one.title for one in types_on(today)}
    sender = f"{user.person.name}, {user.person.agency}"
    parts = parts_of(concern, sender, [titles.get(one, one) for one in concern.types])
    shown = in_their_order(receiver, parts, rules.words())
    return DraftShown(receiver.title, code == Receiver.CHILDREN, tuple(shown))


def bases_for(ages: Iterable[str], today: dt.date) -> Choices:
    """The legal grounds for sharing about people of these age groups, the most usual first."""
    rules = rules_on(today)
    found = {one.code: one for age in ages for one in rules.bases(age, "share")}
    return [(one.code, one.title) for one in sorted(found.values(), key=place_of_basis)]


def grounds_not_to_share(age: str, today: dt.date) -> Choices:
    """The grounds on which something about somebody of this age group may be kept back."""
    return [(one.code, one.title) for one in rules_on(today).bases(age, "keep")]


def flags_in(text: str) -> list[Flag]:
    """Words that blame somebody who is harmed, with what to write instead."""
    return look_at(text)
