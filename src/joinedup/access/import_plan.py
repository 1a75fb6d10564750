"""What taking a list of people would do: who is new, who changes, who stays the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from joinedup.access.models import Person
from joinedup.access.rules.people_csv import PersonRow

__all__ = ["Change", "people_changes"]


@dataclass(slots=True)
class Change:
    """One row and what would come of it. `differs` maps what changes to (old, new)."""

    row: PersonRow
    kind: str
    person: Person | None = None
    manager: Person | None = None
    manager_line: int | None = None
    differs: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def people_changes(rows: Sequence[PersonRow]) -> list[Change]:
    """Set each row beside the people already there: by e-mail, else by name and agency.

    A manager is looked for in the file first, then among the people; one found nowhere, or of
    whom there are several, is an error of the row. Two statements, whatever the number of rows.
    """
    known = list(Person.objects.select_related("agency", "team", "manager"))
    by_email = {person.email.casefold(): person for person in known if person.email}
    by_name: dict[str, list[Person]] = {}
    for person in known:
        by_name.setdefault(person.name.casefold(), []).append(person)
    lines = {row.email: row.line for row in rows if row.email}
    named: dict[str, list[int]] = {}
    for row in rows:
        named.setdefault(row.name.casefold(), []).append(row.line)
    changes = []
    for row in rows:
        change = _beside(row, by_email, by_name)
        _find_manager(change, (by_email, by_name), (lines, named))
        changes.append(change)
    return changes


def _beside(
    row: PersonRow, by_email: Mapping[str, Person], by_name: Mapping[str, list[Person]]
) -> Change:
    found = by_email.get(row.email) if row.email else None
    if found is None:
        same = [
            person
            for person in by_name.get(row.name.casefold(), [])
            if person.agency.name == row.agency and not (row.email and person.email)
        ]
        if len(same) > 1:
            row.errors.append("Several people here have this name. Add the e-mail address.")
        found = same[0] if len(same) == 1 else None
    if found is None:
        return Change(row, "new")
    old = {
        "name": found.name,
        "email": found.email,
        "team": found.team.name if found.team else "",
        "agency": found.agency.name,
        "manager": found.manager.name if found.manager else "",
    }
    new = {name: getattr(row, name) for name in ("name", "email", "team", "agency")}
    differs = {
        name: (old[name], value) for name, value in new.items() if value and value != old[name]
    }
    return Change(row, "changed" if differs else "same", found, differs=differs)


def _find_manager(
    change: Change,
    known: tuple[Mapping[str, Person], Mapping[str, list[Person]]],
    listed: tuple[Mapping[str, int], Mapping[str, list[int]]],
) -> None:
    words = change.row.manager.casefold()
    if not words:
        return
    lines = [listed[0][words]] if words in listed[0] else listed[1].get(words, [])
    people = [known[0][words]] if words in known[0] else known[1].get(words, [])
    before = change.person.manager if change.person else None
    if change.person is not None and words not in (
        {before.name.casefold(), before.email.casefold()} if before else set()
    ):
        change.kind = "changed"
        old = before.name if before else ""
        change.differs = {**change.differs, "manager": (old, change.row.manager)}
    if len(lines) == 1:
        change.manager_line = lines[0]
    elif not lines and len(people) == 1:
        change.manager = people[0]
    elif lines or people:
        change.row.errors.append(
            f"Several people are called “{change.row.manager}”. Give the manager's e-mail address."
        )
    else:
        change.row.errors.append(
            f"The manager “{change.row.manager}” is neither in this list nor among the people."
        )
