"""Which other records a conflict of interest reaches, and an emergency: asked from below through named
settings."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from joinedup.cases.choices import NewConcernVerdict
from joinedup.cases.models import Case, CaseConcern, CaseSubject
from joinedup.concerns.models import ConcernPerson
from joinedup.subjects.models import Subject
from joinedup.subjects.queries.linked import records_of_persons

OURS = ("", NewConcernVerdict.REOPEN)
"""What was answered to concerns that belong to a case."""
__all__ = ["guards_along", "guards_beside"]


def guards_beside(guards: Collection[int]) -> set[int]:
    """Ids of guards beside these: of the cases that a concern belongs to; of the cases and concerns
    about a person; of the concerns of a case and the records of the people it is about. In seven
    statements."""
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
    led = CaseConcern.objects.filter(case__in=cases)
    found |= set(led.values_list("guard", flat=True))
    return found - set(asked)


def guards_along(guards: Collection[int]) -> set[int]:
    """Ids of guards that open along with these in an emergency: of the people whom a case is about
    and of its concerns; of the people named in a concern; of the other records of a person. No other
    case or concern about them: each of these has a seal and a reason of its own."""
    asked = list(guards)
    cases = Case.objects.filter(guard__in=asked).values("pk")
    ours = CaseConcern.objects.filter(case__in=cases, verdict__in=OURS)
    found = set(ours.values_list("guard", flat=True))
    named = CaseSubject.objects.filter(case__in=cases).exclude(subject="").values("subject")
    inside = ConcernPerson.objects.filter(concern__guard__in=asked, subject__isnull=False)
    wanted = Q(reference__in=named) | Q(pk__in=inside.values("subject")) | Q(guard__in=asked)
    people = list(Subject.objects.filter(wanted).values_list("pk", flat=True))
    whole = records_of_persons(people) if people else ()
    found |= set(Subject.objects.filter(pk__in=whole).values_list("guard", flat=True))
    return found - set(asked)
