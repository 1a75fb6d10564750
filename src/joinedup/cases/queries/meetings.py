"""Which organisations came to meetings about cases, counted. Names nobody."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from joinedup.access.choices import May
from joinedup.access.limits import own_rules
from joinedup.access.models import User
from joinedup.access.permission import Refused, visible
from joinedup.cases.choices import Came, MeetingKind
from joinedup.cases.models import Attendance, Case, CaseMeeting
from joinedup.pages.rules import number_asked
from joinedup.rulebook import Wording, rule, wording_of

__all__ = ["AttendanceRow", "Attendances", "asked_to", "attendances_of", "attended_at"]


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One organisation: to how many meetings it was asked, and how often it came."""

    agency: str
    asked: int
    came: int
    apologies: int
    absent: int

    @property
    def share(self) -> int:
        """How many in a hundred it came to."""
        return round(100 * self.came / self.asked) if self.asked else 0


@dataclass(frozen=True, slots=True)
class Attendances:
    """The page: `meetings` is kind → how many were held."""

    rows: tuple[AttendanceRow, ...]
    meetings: dict[str, int]
    kind: str
    wording: Wording


def attendances_of(
    user: User, from_on: dt.date, to_on: dt.date, today: dt.date, kind: str = ""
) -> Attendances:
    """Meetings held from a day to a day about cases that this reader may see; `kind` narrows them.
    An organisation that sent several people came once to each meeting where one of them came."""
    kind = kind if kind in MeetingKind.values else ""
    cases = visible(user, May.READ_CASES, Case.objects.all()).values("pk")
    held = CaseMeeting.objects.filter(case__in=cases, held_on__gte=from_on, held_on__lte=to_on)
    counts = dict(held.order_by().values_list("kind").annotate(n=Count("pk")))
    rows = Attendance.objects.filter(meeting__in=held.filter(kind=kind) if kind else held)
    return Attendances(
        rows=tuple(_rows(rows)),
        meetings={str(MeetingKind(one).label): n for one, n in sorted(counts.items())},
        kind=kind,
        wording=wording_of(rule("count.attendance", today, own_rules())),
    )


def _rows(rows: QuerySet[Attendance]) -> list[AttendanceRow]:
    answers: dict[str, dict[int, set[str]]] = {}
    for agency, meeting, came in rows.values_list("agency__name", "meeting", "came"):
        answers.setdefault(agency, {}).setdefault(meeting, set()).add(came)
    lines = []
    for agency, meetings in answers.items():
        came_to = sum(Came.ATTENDED in some for some in meetings.values())
        sorry = sum(
            Came.APOLOGIES in some and Came.ATTENDED not in some for some in meetings.values()
        )
        asked = len(meetings)
        lines.append(AttendanceRow(agency, asked, came_to, sorry, asked - came_to - sorry))
    return sorted(lines, key=lambda line: (-line.asked, line.agency))


def asked_to(case: Case) -> list[tuple[str, str]]:
    """(reference of the organisation, who) of everybody in the team of a case, the lead first: they
    are asked to its meetings."""
    lead = (case.lead_agency.reference, case.lead_person.name)
    rows = case.members.filter(to_on=None, agency__isnull=False).order_by("pk")
    team = list(rows.values_list("agency__reference", "name"))
    return list(dict.fromkeys([lead, *team]))


def attended_at(case: Case, number: str) -> list[tuple[str, str, str]]:
    """(reference of the organisation, who, answer) of everybody asked to a meeting of a case. Raises
    Refused where the number names none of its own."""
    rows = CaseMeeting.objects.filter(case=case)
    found = rows.filter(pk=number_asked(number)).first()
    if found is None:
        raise Refused("No such record.")
    kept = found.attendances.order_by("pk")
    return list(kept.values_list("agency__reference", "who", "came"))
