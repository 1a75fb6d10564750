"""The small parts of a case, in one statement: team, harm outside the home, lists, handovers, who
speaks for the person, files, closings that wait."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Exists, F, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat, TruncDate

from joinedup.cases.choices import (
    Came,
    CaseState,
    CloseReason,
    ContextKind,
    MeetingKind,
    SpeaksFor,
    TransferState,
)
from joinedup.cases.models import Attendance, Case
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import running
from joinedup.files.models import StoredFile

__all__ = ["SORTS", "Part", "small_parts"]

SORTS = (
    "members", "contexts", "listings", "transfers", "unread", "advocacy", "files", "waiting",
    "others", "outside", "meetings", "came",
)  # fmt: skip
LABELS = {
    "contexts": dict(ContextKind.choices),
    "advocacy": dict(SpeaksFor.choices),
    "waiting": dict(CloseReason.choices),
    "outside": dict(TransferState.choices),
    "meetings": dict(MeetingKind.choices),
    "came": dict(Came.choices),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One small part: `first`, `second` and `third` are its texts, in the order in which
    `small_parts` says them; `label` is the word for a kind or state among them."""

    sort: str
    pk: int
    first: str
    second: str
    third: str
    on: dt.date
    label: str = ""


def small_parts(case: Case) -> dict[str, list[Part]]:
    """Sort → its parts: members (name, part, agency), contexts (kind, name, words), listings
    (panel, why, reference), transfers (from, to, summary; newest first), unread (the newest
    handover, while whoever works on it owes its signature: to, number of the person, summary),
    advocacy (state, name, words; the newest alone), files (name, reference), waiting (reason, who
    asked, listing), others (who may be harmed too: name, words, reference; by their day), outside
    (state, body and person, reference), meetings (kind, what came of it, words; newest first), came
    (answer, organisation and who, number of the meeting)."""
    files = StoredFile.objects.filter(about=case.reference, purged_at__isnull=True)
    transfers = case.transfers.all()
    rows = _columns(
        "members", case.members.filter(to_on=None), "name", "part", "agency__name", "from_on"
    )
    others = [
        _columns("contexts", case.contexts.filter(ended_on=None), "kind", "name", "words", "noted_on"),
        _columns("listings", case.listings.filter(removed_on=None), "panel", "why", "reference", "added_on"),
        _columns("transfers", transfers, "from_person__name", "to_person__name", "summary", "on"),
        _columns("advocacy", case.advocacy.all(), "state", "name", "words", "noted_on"),
        _columns("files", files, "original_name", "reference", "content_type", TruncDate("added_at")),
        _columns(
            "waiting", case.closings.filter(answered_on=None), "reason", "asked_by__person__name",
            "listing__reference", "asked_on",
        ),
        _columns("unread", _unread(case), "to_person__name", "to_person", "summary", "on"),
        _columns("others", case.follow_ups.filter(ended_on=None), "name", "words", "reference", "due_on"),
        _columns(
            "outside", case.transfers_out.annotate(whom=Concat("body", Value(": "), "person")),
            "state", "whom", "reference", Coalesce("answered_on", "accept_by"),
        ),
        _columns("meetings", case.meetings.all(), "kind", "result", "words", "held_on"),
        _columns(
            "came", _came(case), "came", "whom", "meeting", "meeting__held_on",
        ),
    ]  # fmt: skip
    found: dict[str, list[Part]] = {sort: [] for sort in SORTS}
    for sort, pk, first, second, third, on in sorted(rows.union(*others, all=True)):
        label = LABELS.get(sort, {}).get(first, "")
        found[sort].append(Part(sort, pk, first or "", second or "", third or "", on, label))
    found["transfers"].reverse()
    found["meetings"].sort(key=lambda one: (one.on, one.pk), reverse=True)
    found["advocacy"] = found["advocacy"][-1:]
    return found


def _came(case: Case) -> QuerySet[Any]:
    rows = Attendance.objects.filter(meeting__case=case)
    return rows.annotate(whom=Concat("agency__name", Value(": "), "who"))


def _unread(case: Case) -> QuerySet[Any]:
    """The newest handover, where the worker of the case has not signed it and a clock runs for that:
    one from before handovers were signed has none."""
    newest = case.transfers.order_by("-pk").values("pk")[:1]
    owed = running().filter(kind=ClockKind.HANDOVER, about=case.reference)
    rows = case.transfers.filter(pk=Subquery(newest), to_person=case.worker_id or 0, read_at=None)
    return rows.filter(Exists(owed)).exclude(case__state=CaseState.CLOSED)


def _columns(sort: str, rows: QuerySet[Any], *names: Any) -> QuerySet[Any]:
    texts = {f"part_{place}": Cast(F(name), CharField()) for place, name in enumerate(names[:3])}
    found: QuerySet[Any] = (
        rows.order_by()
        .annotate(part_sort=Value(sort, CharField()), part_pk=F("pk"), **texts)
        .annotate(part_on=F(names[3]) if isinstance(names[3], str) else names[3])
        .values_list("part_sort", "part_pk", "part_0", "part_1", "part_2", "part_on")
    )
    return found
