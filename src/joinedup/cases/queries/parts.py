"""The small parts of a case, in one statement: team, harm outside the home, lists, handovers, who
speaks for the person, files, closings that wait, concerns, and how often what was tried."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, Exists, F, Max, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat, TruncDate

from joinedup.access.prepared import rows
from joinedup.cases.choices import (
    Came,
    CaseState,
    CloseReason,
    ContextKind,
    MeetingKind,
    NewConcernVerdict,
    NoteKind,
    SpeaksFor,
    TransferState,
)
from joinedup.cases.models import (
    Advocacy,
    Attendance,
    Case,
    CaseConcern,
    CaseMeeting,
    CaseMember,
    Closing,
    Context,
    FollowUp,
    Note,
    PanelListing,
    Transfer,
    TransferOut,
)
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import running
from joinedup.files.models import StoredFile

__all__ = ["ALONE", "SORTS", "VISIT", "Part", "small_parts"]

SORTS = (
    "members",
    "contexts",
    "listings",
    "transfers",
    "unread",
    "advocacy",
    "files",
    "waiting",
    "others",
    "outside",
    "meetings",
    "came",
    "concerns",
    "tried",
    "seen",
    "askers",
)
EFFORTS = (NoteKind.DIRECT, NoteKind.WITH_CARER, NoteKind.TRIED)
VISIT, ALONE = "visit", "alone"  # fmt: skip
LABELS = {
    "contexts": dict(ContextKind.choices),
    "advocacy": dict(SpeaksFor.choices),
    "waiting": dict(CloseReason.choices),
    "outside": dict(TransferState.choices),
    "meetings": dict(MeetingKind.choices),
    "came": dict(Came.choices),
    "concerns": dict(NewConcernVerdict.choices),
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
    (answer, organisation and who, number of the meeting), concerns (verdict, reason, reference),
    tried (kind of note; `pk` is how often, `on` the last time), seen (`VISIT` or `ALONE`; `on` the
    last time), askers (closings that wait, by `pk`: number of whoever asked)."""
    found: dict[str, list[Part]] = {sort: [] for sort in SORTS}
    asked = (case.pk, case.reference, case.worker_id or 0)
    for sort, pk, first, second, third, on in sorted(rows(_every_part, None, asked), key=_order):
        label = str(LABELS.get(sort, {}).get(first, ""))
        found[sort].append(Part(sort, pk, first or "", second or "", third or "", on, label))
    found["transfers"].reverse()
    found["meetings"].sort(key=lambda one: (one.on, one.pk), reverse=True)
    found["advocacy"] = found["advocacy"][-1:]
    return found


def _order(row: Sequence[Any]) -> tuple[str, int]:
    return row[0], row[1]


def _every_part(_user: None, case: int, reference: str, worker: int) -> QuerySet[Any]:
    files = StoredFile.objects.filter(about=reference, purged_at__isnull=True)
    notes = Note.objects.filter(case=case)
    out = TransferOut.objects.filter(case=case).annotate(whom=Concat("body", Value(": "), "person"))
    first, *others = (
        _columns(
            "members", CaseMember.objects.filter(case=case, to_on=None),
            "name", "part", "agency__name", "from_on",
        ),
        _columns(
            "contexts", Context.objects.filter(case=case, ended_on=None),
            "kind", "name", "words", "noted_on",
        ),
        _columns(
            "listings", PanelListing.objects.filter(case=case, removed_on=None),
            "panel", "why", "reference", "added_on",
        ),
        _columns(
            "transfers", Transfer.objects.filter(case=case),
            "from_person__name", "to_person__name", "summary", "on",
        ),
        _columns("advocacy", Advocacy.objects.filter(case=case), "state", "name", "words", "noted_on"),
        _columns("files", files, "original_name", "reference", "content_type", TruncDate("added_at")),
        _columns(
            "waiting", Closing.objects.filter(case=case, answered_on=None), "reason",
            "asked_by__person__name", "listing__reference", "asked_on",
        ),
        _columns(
            "askers", Closing.objects.filter(case=case, answered_on=None), "asked_by",
            "listing__reference", "reason", "asked_on",
        ),
        _columns(
            "unread", _unread(case, reference, worker),
            "to_person__name", "to_person", "summary", "on",
        ),
        _columns(
            "others", FollowUp.objects.filter(case=case, ended_on=None),
            "name", "words", "reference", "due_on",
        ),
        _columns("outside", out, "state", "whom", "reference", Coalesce("answered_on", "accept_by")),
        _columns(
            "meetings", CaseMeeting.objects.filter(case=case),
            "kind", "result", "words", "held_on",
        ),
        _columns("came", _came(case), "came", "whom", "meeting", "meeting__held_on"),
        _columns(
            "concerns", CaseConcern.objects.filter(case=case),
            "verdict", "reason", "concern", "decided_on",
        ),
        *(_last("tried", kind, notes.filter(kind=kind)) for kind in EFFORTS),
        _last("seen", VISIT, notes.filter(kind=NoteKind.VISIT)),
        _last("seen", ALONE, notes.filter(is_seen_alone=True)),
    )  # fmt: skip
    return first.union(*others, all=True)


def _last(sort: str, what: str, notes: QuerySet[Note]) -> QuerySet[Any]:
    """How many notes there are and the day of the newest; no row where there is none."""
    return (
        notes.order_by()
        .values("case")
        .annotate(
            part_sort=Value(sort, CharField()),
            part_pk=Count("pk"),
            part_0=Value(what, CharField()),
            part_1=Value("", CharField()),
            part_2=Value("", CharField()),
            part_on=Max("happened_on"),
        )
        .values_list("part_sort", "part_pk", "part_0", "part_1", "part_2", "part_on")
    )


def _came(case: int) -> QuerySet[Any]:
    return Attendance.objects.filter(meeting__case=case).annotate(
        whom=Concat("agency__name", Value(": "), "who")
    )


def _unread(case: int, reference: str, worker: int) -> QuerySet[Any]:
    """The newest handover, where the worker of the case has not signed it and a clock runs for that:
    one from before handovers were signed has none."""
    newest = Transfer.objects.filter(case=case).order_by("-pk").values("pk")[:1]
    owed = running().filter(kind=ClockKind.HANDOVER, about=reference)
    found = Transfer.objects.filter(pk=Subquery(newest), to_person=worker, read_at=None)
    return found.filter(Exists(owed)).exclude(case__state=CaseState.CLOSED)


def _columns(sort: str, wanted: QuerySet[Any], *names: Any) -> QuerySet[Any]:
    texts = {f"part_{place}": Cast(F(name), CharField()) for place, name in enumerate(names[:3])}
    found: QuerySet[Any] = (
        wanted.order_by()
        .annotate(part_sort=Value(sort, CharField()), part_pk=F("pk"), **texts)
        .annotate(part_on=F(names[3]) if isinstance(names[3], str) else names[3])
        .values_list("part_sort", "part_pk", "part_0", "part_1", "part_2", "part_on")
    )
    return found
