"""What the forms of a person's file begin with and let the reader choose from."""

from __future__ import annotations

from typing import Any

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, visible
from joinedup.cases.choices import CaseState
from joinedup.cases.models import CaseSubject
from joinedup.pages.rules import number_asked
from joinedup.subjects.models import (
    Address,
    OnlineName,
    Phone,
    Place,
    Subject,
    SubjectName,
    Vehicle,
)
from joinedup.subjects.rules.fields import FIELDS

__all__ = ["facts_to_edit", "known_to_edit", "part_of", "untied_people"]

TABLES: dict[str, Any] = {
    "name": SubjectName,
    "address": Address,
    "phone": Phone,
    "online": OnlineName,
    "vehicle": Vehicle,
    "place": Place,
}
MOST = 200


def part_of(part: str) -> tuple[str, int]:
    """Kind and number of something known: "name:12". Raises Refused for what is none."""
    kind, _, text = part.partition(":")
    number = number_asked(text)
    if kind not in FIELDS or not number:
        raise Refused("No such page.")
    return kind, number


def known_to_edit(subject: Subject, part: str) -> tuple[str, dict[str, Any], str]:
    """(kind, the boxes as they read now, the words) of something known of a record that the reader
    has opened. Raises Refused."""
    kind, number = part_of(part)
    row = TABLES[kind].objects.filter(subject=subject, pk=number).first()
    if row is None:
        raise Refused("No such record.")
    return kind, {name: getattr(row, name) for name in FIELDS[kind]}, str(row)


def facts_to_edit(subject: Subject) -> dict[str, Any]:
    """Birth, age, sex and words of a record as they read now."""
    return {
        "born": subject.born_on or subject.born_text,
        "age": subject.age_text,
        "sex": subject.sex,
        "expected_on": subject.expected_on,
        "died_on": subject.died_on,
        "description": subject.description,
        "version": subject.version,
    }


def untied_people(user: User) -> list[tuple[str, str]]:
    """People of open cases that no record is tied to yet, of cases this reader works on: case and
    number ("CA-2026-AAAAAAA:12"), and words."""
    rows = CaseSubject.objects.filter(subject="").exclude(case__state=CaseState.CLOSED)
    mine = visible(user, May.WORK_CASES, rows, "case__guard", "case__reference")
    found = mine.select_related("case").order_by("name", "pk")[:MOST]
    return [
        (f"{one.case.reference}:{one.pk}", f"{one.name} ({one.case.reference})") for one in found
    ]
