"""What somebody who reported may see: their own report and what they were told, nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.limits import own_rules
from joinedup.access.models import User
from joinedup.access.permission import holds, open_record, visible
from joinedup.audit.actor import By
from joinedup.concerns.choices import TellKind
from joinedup.concerns.codes import code_hash
from joinedup.concerns.models import Report, Telling
from joinedup.concerns.queries.one import files_of
from joinedup.notices.rules import News, NewsSort
from joinedup.pages.dates import long_date
from joinedup.rulebook import rule

__all__ = ["Raised", "Told", "my_reports", "news_of_reports", "report_to", "told_by_code"]

SHOWN = "news.report"


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that the reporter was told."""

    kind: str
    words: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Raised:
    """A report as its reporter sees it; `files` are the names of those that came with it. `words`
    are empty for a return code, which others may find: it opens what was told, and `added_at`, when
    something was added, and no more; the same holds for `gave`, whom they reported about as they
    wrote it, and `said`, whether that person knows."""

    reference: str
    words: str
    received_at: dt.datetime
    told: tuple[Told, ...]
    files: tuple[str, ...] = ()
    added_at: tuple[dt.datetime, ...] = ()
    gave: tuple[Mapping[str, str], ...] = ()
    said: str = ""
    call: str = ""
    call_at: dt.datetime | None = None

    @property
    def latest(self) -> str:
        """How far it has come: received, read or decided."""
        order = [str(one) for one in (TellKind.RECEIVED, TellKind.READ, TellKind.DECIDED)]
        kinds = [one.kind for one in self.told if one.kind in order]
        return max(kinds, key=order.index, default=str(TellKind.RECEIVED))


def _told(reports: list[Report]) -> dict[int, list[Told]]:
    found: dict[int, list[Told]] = {}
    for one in Telling.objects.filter(report__in=reports).order_by("told_at", "pk"):
        found.setdefault(one.report_id, []).append(Told(one.kind, one.words, one.told_at))
    return found


def _raised(report: Report, told: list[Told], words: str) -> Raised:
    return Raised(report.reference, words, report.received_at, tuple(told))


def my_reports(user: User) -> list[Raised]:
    """The reports that somebody made themselves, newest first."""
    rows = visible(user, May.REPORT_CONCERNS, Report.objects.filter(entered_by=user))
    reports = list(rows.order_by("-received_at", "-pk")[:200])
    told = _told(reports)
    return [_raised(one, told.get(one.pk, []), one.words) for one in reports]


def report_to(by: By, reference: str) -> Raised:
    """One's own report; recorded as seen. Raises Refused for anybody else's."""
    rows = Report.objects.filter(entered_by=by.user)
    report = open_record(by, May.REPORT_CONCERNS, rows, {"reference": reference})
    shown = _raised(report, _told([report]).get(report.pk, []), report.words)
    came = files_of([report]).get(report.reference, [])
    return replace(
        shown, files=tuple(one.original_name for one in came), gave=tuple(report.gave),
        said=report.told, call=report.telephoned_to, call_at=report.telephoned_at,
    )  # fmt: skip


def news_of_reports(user: User, today: dt.date) -> list[News]:
    """What the reader was told of their own reports in the last days, the latest of each: for their
    first page. One statement."""
    if not holds(user, May.REPORT_CONCERNS):
        return []
    days = rule(SHOWN, today, own_rules()).amount("limit").number
    since = today - dt.timedelta(days=days)
    mine = visible(user, May.REPORT_CONCERNS, Report.objects.filter(entered_by=user))
    rows = Telling.objects.filter(report__in=mine, told_at__date__gte=since)
    last: dict[str, Telling] = {}
    for one in rows.select_related("report").order_by("told_at", "pk"):
        last[one.report.reference] = one
    return [_news(one) for one in last.values()]


def _news(one: Telling) -> News:
    came = long_date(timezone.localdate(one.report.received_at))
    return News(
        one.report.reference, f"Your report of {came}: {one.get_kind_display().lower()}", one.words,
        None, "", timezone.localdate(one.told_at), reverse("my_report", args=[one.report.reference]),
        sort=NewsSort.REPORTS,
    )  # fmt: skip


def told_by_code(code: str) -> Raised | None:
    """What was told about the report of a return code, without its words; None for a code that is
    none. The caller limits how often somebody may try."""
    wanted = code_hash(code)
    report = Report.objects.filter(code_hash=wanted).first() if wanted else None
    if report is None:
        return None
    found = _raised(report, _told([report]).get(report.pk, []), "")
    later = report.added.order_by("received_at", "pk").values_list("received_at", flat=True)
    return replace(found, added_at=tuple(later))
