"""Which other records a conflict of interest reaches: asked from below through one named setting."""

from __future__ import annotations

from collections.abc import Collection

from joinedup.cases.models import Case, CaseConcern, CaseSubject
from joinedup.concerns.models import ConcernPerson
from joinedup.subjects.models import Subject

__all__ = ["guards_beside"]


def guards_beside(guards: Collection[int]) -> set[int]:
    """Ids of guards beside these: of the cases that a concern belongs to; of the cases and concerns
    about a person; of the records of the people whom a case is about. In six statements."""
    asked = list(guards)
    found = set(CaseConcern.objects.filter(guard__in=asked).values_list("case__guard", flat=True))
    people = Subject.objects.filter(guard__in=asked)
    about = CaseSubject.objects.filter(subject__in=people.values("reference"))
    found |= set(about.exclude(subject="").values_list("case__guard", flat=True))
    inside = ConcernPerson.objects.filter(subject__in=people.values("pk"))
    found |= set(inside.values_list("concern__guard", flat=True))
    cases = Case.objects.filter(guard__in=asked).values("pk")
    named = CaseSubject.objects.filter(case__in=cases).exclude(subject="").values("subject")
    found |= set(Subject.objects.filter(reference__in=named).values_list("guard", flat=True))
    return found - set(asked)
