"""The people, posts and organisations of the demo, put in by the actions that people use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from joinedup.access.actions.accounts import open_account
from joinedup.access.actions.agencies import AgencyDetails, add_agency, add_team
from joinedup.access.actions.people import PersonDetails, add_person
from joinedup.access.actions.posts import add_post, end_holding, fill_post
from joinedup.access.choices import AgencyKind, HoldingKind, Role
from joinedup.access.models import Agency, Person, Post, Team, User
from joinedup.access.permission import by_user
from joinedup.assurance.rules.state import OwnerMark
from joinedup.audit.actor import By, system
from joinedup.config.demo.material import material
from joinedup.config.demo.story import Deed, Story
from joinedup.council.actions.settings import CouncilDetails, set_council

__all__ = ["Cast", "bring_in", "stand_ins"]

LOADER = system("demo")


@dataclass(slots=True)
class Cast:
    """Everybody, by the short keys of the data files."""

    agencies: dict[str, Agency] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    posts: dict[tuple[str, str], Post] = field(default_factory=dict)
    holders: dict[str, str] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)

    def by(self, key: str) -> By:
        """Somebody with an account, as an actor."""
        return by_user(self.users[key])

    def mark(self, key: str) -> OwnerMark:
        """An owner: a person's key, "@post title" or "#agency", with the words as printed."""
        if key.startswith("#"):
            agency = self.agencies[key[1:]]
            return OwnerMark(agency.reference, agency.short_name or agency.name)
        if key.startswith("@"):
            post = next(one for (_, title), one in self.posts.items() if title == key[1:])
            return OwnerMark(post.reference, post.title)
        return OwnerMark(self.people[key].reference, self.people[key].name)

    def marks(self, keys: str) -> tuple[OwnerMark, ...]:
        """Several owners, their keys between commas."""
        return tuple(self.mark(key) for key in keys.split(","))

    def person_of(self, keys: str) -> str:
        """The key of the person who speaks for the first owner: the holder of a post."""
        first = keys.split(",")[0]
        if first.startswith("@"):
            return self.holders.get(first[1:], "callum")
        return "wendy" if first.startswith("#") else first


def bring_in(day: dt.date) -> Cast:
    """Set the council up and bring in everybody who is there from the first day."""
    data = material("partnership")
    cast = Cast()
    for key, name, short, kind in data["agencies"]["rows"]:
        details = AgencyDetails(
            name=name,
            kind=AgencyKind(kind),
            short_name=short,
            contact_email=data["contacts"].get(key, ""),
        )
        cast.agencies[key] = add_agency(LOADER, details)
    set_council(LOADER, CouncilDetails(**data["council"]), 0)
    teams = {
        (key, name): add_team(LOADER, cast.agencies[key], name)
        for key, names in data["teams"].items()
        for name in names
    }
    for row in data["people"]["rows"]:
        _person(cast, teams, row, day)
    for title, agency, team, key, _until in data["vacancies"]["rows"]:
        post = add_post(LOADER, title, cast.agencies[agency], teams.get((agency, team)))
        cast.posts[agency, title] = post
        cast.holders[title] = key
        fill_post(LOADER, post, cast.people[key], HoldingKind.LEAD, day)
    for key, role in data["accounts"]["rows"]:
        _account(cast, key, [Role(role)], day)
    return cast


def _person(cast: Cast, teams: dict[tuple[str, str], Team], row: list[str], day: dt.date) -> None:
    key, name, agency, team, title, manager = row
    where = cast.agencies[agency]
    plain = name.removeprefix("Councillor ").removeprefix("Dr ").split(" ")
    details = PersonDetails(
        name=name,
        agency=where,
        email=f"{key}@example.org",
        initials="".join(word[0] for word in plain[-2:]),
        team=teams.get((agency, team)),
        manager=cast.people.get(manager),
    )
    person = add_person(LOADER, details)
    cast.people[key] = person
    if title:
        post = add_post(LOADER, title, where, teams.get((agency, team)))
        cast.posts[agency, title] = post
        cast.holders[title] = key
        fill_post(LOADER, post, person, HoldingKind.LEAD, day)


def _account(cast: Cast, key: str, roles: Iterable[Role], day: dt.date) -> None:
    person = cast.people[key]
    made = open_account(
        LOADER,
        name=person.name,
        email=person.email,
        agency=person.agency,
        roles=roles,
        from_on=day,
    )
    cast.users[key] = User.objects.select_related("person__agency", "person__team").get(pk=made.pk)


def stand_ins(cast: Cast, story: Story) -> None:
    """Deputies, cover and the post that fell vacant."""
    data = material("partnership")

    def stand_in(title: str, agency: str, key: str, kind: str) -> Deed:
        post, person = cast.posts[agency, title], cast.people[key]
        return lambda day: fill_post(LOADER, post, person, HoldingKind(kind), day)

    def vacate(title: str, agency: str) -> Deed:
        post = cast.posts[agency, title]
        return lambda day: end_holding(LOADER, post.holdings.get(to_on__isnull=True), day)

    for title, agency, key, kind, day in data["stand_ins"]["rows"]:
        story.add(day, stand_in(title, agency, key, kind))
    for title, agency, _team, _key, until in data["vacancies"]["rows"]:
        story.add(until, vacate(title, agency))
