"""Taking a list of people: same people are found again, so running it twice adds nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from joinedup.access.choices import HoldingKind, May
from joinedup.access.import_plan import Change, people_changes
from joinedup.access.models import Agency, Holding, Person, Post, Team
from joinedup.access.permission import check_any
from joinedup.access.problems import Problem
from joinedup.access.queries import in_force
from joinedup.access.rules.people_csv import PersonRow
from joinedup.access.telling import tell_of_name
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["import_people"]


@action
def import_people(by: By, rows: Sequence[PersonRow], today: dt.date) -> dict[str, int]:
    """Take a checked list: add and change people, their teams and posts.

    An empty cell changes nothing. A post in the list that nobody holds is given to the person
    from today. Raises Problem where any row has an error or would give whoever takes the list a post
    that is there already: all are taken or none. Gives counts ("new", "changed", "same").
    """
    check_any(by, May.MANAGE_PEOPLE)
    changes = people_changes(rows)
    if any(change.row.errors for change in changes):
        raise Problem("Some rows have errors. Mend the file and choose it again.", "file")
    taken: dict[int, Person] = {}
    for change in changes:
        taken[change.row.line] = _take(change)
    _set_managers(changes, taken)
    for change in changes:
        person = taken[change.row.line]
        has_post = _take_post(by, change.row, person, today)
        if change.kind != "same" or has_post:
            tell_of_name(person.reference, person.name)
            record(by, f"person.import_{change.kind}", person.reference)
    kinds = [change.kind for change in changes]
    counts = {kind: kinds.count(kind) for kind in ("new", "changed", "same")}
    record(by, "person.import", "people", counts=counts)
    return counts


def _take(change: Change) -> Person:
    row = change.row
    agency = Agency.objects.get(name=row.agency)
    person = change.person or Person(agency=agency)
    if change.kind == "same":
        return person
    person.name, person.agency = row.name, agency
    person.email = row.email or person.email
    if row.team:
        person.team, _ = Team.objects.get_or_create(agency=agency, name=row.team)
    elif person.team is not None and person.team.agency_id != agency.pk:
        person.team = None
    if change.person is not None:
        person.version += 1
    person.save()
    return person


def _set_managers(changes: Sequence[Change], taken: dict[int, Person]) -> None:
    by_line = {change.row.line: change for change in changes}
    for line, person in taken.items():
        change = by_line[line]
        manager = taken.get(change.manager_line) if change.manager_line else change.manager
        if manager is not None and manager.pk != person.manager_id and manager.pk != person.pk:
            person.manager = manager
            person.save(update_fields=["manager"])


def _take_post(by: By, row: PersonRow, person: Person, today: dt.date) -> bool:
    """Whether the person was given the post of the row just now."""
    if not row.post:
        return False
    post = Post.objects.filter(agency=person.agency, title__iexact=row.post).first()
    is_new = post is None
    if post is None:
        post = Post.objects.create(title=row.post, agency=person.agency, team=person.team)
    held = Holding.objects.filter(in_force(today), post=post)
    if held.filter(person=person).exists() or held.filter(kind=HoldingKind.LEAD).exists():
        return False
    if by.user is not None and by.user.person_id == person.pk and not is_new:
        raise Problem(
            f"Somebody else must say that you hold the post {post.title}. Leave it out of your row.",
            "file",
        )
    Holding.objects.create(post=post, person=person, from_on=today)
    return True
