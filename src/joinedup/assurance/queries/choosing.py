"""What the forms of the register offer to choose from."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from joinedup.access.choices import May
from joinedup.access.limits import own_rules
from joinedup.access.models import Agency, Person, Post, User
from joinedup.access.permission import visible
from joinedup.assurance.models import Action, Section
from joinedup.rulebook import Kind, of_kind

__all__ = [
    "agencies_to_choose",
    "agency_called",
    "colour_rules",
    "other_actions",
    "owners_to_choose",
    "people_to_choose",
    "person_called",
    "section_titles",
]

Choices = list[tuple[str, str]]
Groups = list[tuple[str, Choices]]


def people_to_choose(today: dt.date) -> Choices:
    """(reference, name and organisation) of everybody who has not left."""
    here = Q(left_on__isnull=True) | Q(left_on__gt=today)
    people = Person.objects.filter(here).select_related("agency").order_by("name")
    return [(one.reference, f"{one.name}, {one.agency}") for one in people]


def owners_to_choose(today: dt.date) -> Groups:
    """Posts, people and organisations that can own an action, in groups."""
    posts = Post.objects.filter(ended_on__isnull=True).select_related("agency").order_by("title")
    return [
        ("Posts", [(one.reference, f"{one.title}, {one.agency}") for one in posts]),
        ("People", people_to_choose(today)),
        ("Organisations", agencies_to_choose()),
    ]


def agencies_to_choose() -> Choices:
    """Organisations that exist today, the council itself first."""
    rows = Agency.objects.filter(to_on__isnull=True).order_by("-is_home", "name")
    return [(one.reference, one.name) for one in rows]


def agency_called(reference: str) -> Agency | None:
    """One organisation."""
    return Agency.objects.filter(reference=reference).first()


def person_called(reference: str) -> Person | None:
    """One person."""
    return Person.objects.filter(reference=reference).first()


def section_titles(plan_id: int) -> list[str]:
    """The headings of a plan in their order."""
    rows = Section.objects.filter(plan=plan_id).order_by("position", "pk")
    return list(rows.values_list("title", flat=True))


def other_actions(user: User, plan_id: int, but: str) -> Choices:
    """(reference, number and words) of the other actions of a plan that this reader sees."""
    rows = visible(user, May.READ_PLANS, Action.objects.filter(plan=plan_id))
    rows = rows.exclude(reference=but).order_by("position", "pk")
    found = rows.values_list("reference", "code", "title")[:1000]
    return [(ref, f"{code} {title}".strip()[:120]) for ref, code, title in found]


def colour_rules(today: dt.date) -> Choices:
    """(code, title) of the colour rules that hold today."""
    return [(one.code, one.title) for one in of_kind(Kind.RAG, today, own_rules())]
