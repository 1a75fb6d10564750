"""A paper made public: what the check found is answered, what was made is kept; then corrected by a
new version, and what the meeting decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.assurance.choices import WITH_A_BODY
from joinedup.assurance.rules.deciding import refuse_day
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.deciding import needs_body
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.files.actions import keep
from joinedup.papers.choices import Form, Found, MakingState, OnPlans, Recommends, State, Verdict
from joinedup.papers.models import (
    CheckAnswer,
    Decision,
    Option,
    Paper,
    Publication,
    PublicationFile,
    PublicationJob,
)
from joinedup.papers.queries.days import known_from
from joinedup.papers.queries.jobs import LOST_AFTER, UNDER_WAY
from joinedup.papers.queries.making import desk_of
from joinedup.papers.queries.press import Made
from joinedup.papers.queries.withheld import earlier_versions
from joinedup.papers.rules.frozen import hash_of
from joinedup.papers.tasks import make_paper
from joinedup.papers.writing.approval import put_to_the_body, settle_versions
from joinedup.papers.writing.desk import changed, held, in_work
from joinedup.papers.writing.files import file_name
from joinedup.papers.writing.timing import set_clocks

__all__ = [
    "answer_check",
    "begin_publishing",
    "correct",
    "publish",
    "record_decision",
    "stop_publishing",
]

CHANGED = "The paper has changed since you opened this page. Look at it again."


@action
def answer_check(
    by: By, reference: str, kind: Found, found: str, verdict: Verdict, reason: str = ""
) -> CheckAnswer:
    """Say of a name, a small count or the like that it may be published and why, or have it taken
    out. Raises Problem where it may be published without a reason."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    if verdict == Verdict.FINE and not reason.strip():
        raise Problem("Say why it may be published.", "reason")
    said, _ = CheckAnswer.objects.update_or_create(
        paper=paper,
        kind=kind,
        found=found[:300],
        defaults={
            "answer": verdict,
            "reason": reason.strip()[:300],
            "said_by": by.user,
            "said_at": timezone.now(),
        },
    )
    changed(paper, text=False)
    record(by, "papers.answer_check", paper.reference, kind=kind, verdict=verdict, number=said.pk)
    return said


@action
def begin_publishing(
    by: By,
    reference: str,
    *,
    today: dt.date,
    version: int = 0,
    stay: Collection[int] = (),
) -> PublicationJob:
    """Ask for the files of a paper to be made and the paper to be published. The worker does it.

    Raises Problem naming what blocks it, where the paper has changed since `version` was looked
    at, or while it is being made already; and where an earlier version shows everybody what is
    exempt now, unless it is withheld or one of those said to `stay`. A job without a sign of life
    gives way to the new one.
    """
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    if version and version != paper.version:
        raise Problem(CHANGED)
    desk = desk_of(paper, today)
    if desk.missing:
        raise Problem(f"{desk.missing[0].words}.", desk.missing[0].field)
    if by.user is None:
        raise Problem("A paper is published by a person.")
    for earlier in earlier_versions(paper, desk.words):
        if earlier.shows and earlier.version not in stay:
            raise Problem(
                f"Version {earlier.version} shows everybody what is exempt now: "
                f"“{earlier.shows[0]}”. Withhold it, or say that it may stay."
            )
    now = timezone.now()
    busy = PublicationJob.objects.filter(paper=paper, state__in=UNDER_WAY)
    lost = busy.filter(beat_at__lt=now - LOST_AFTER)
    lost.update(state=MakingState.FAILED, problem="It stopped half-way. Nothing was published.")
    if busy.exists():
        raise Problem("The files of this paper are being made already.")
    job = PublicationJob.objects.create(
        paper=paper, text=paper.version, on=today, started_at=now, started_by=by.user, beat_at=now
    )
    record(by, "papers.begin_publishing", paper.reference, number=job.pk, stay=sorted(stay))
    make_paper.enqueue(job.pk)
    return job


@action
def stop_publishing(by: By, reference: str) -> int:
    """Stop the making of a paper's files; nothing is published. How many were stopped."""
    paper = held(by, May.PREPARE_PAPERS, reference)
    busy = PublicationJob.objects.filter(paper=paper, state__in=UNDER_WAY)
    number = busy.update(state=MakingState.STOPPED)
    record(by, "papers.stop_publishing", paper.reference, count=number)
    return number


@action
def publish(by: By, reference: str, made: Made, *, today: dt.date, job: int = 0) -> Publication:
    """Publish a paper whose files have been made (`press.publish` makes them and calls this): keep
    them with the data they were made from, under the seal that they print.

    Short, because nobody else can write meanwhile. Raises Problem naming the first thing that
    blocks it, or where the paper has changed since its files were made or somebody stopped it. An
    exempt part is kept in files of its own, which other doors guard.
    """
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    if made.text != paper.version:
        raise Problem(CHANGED)
    desk = desk_of(paper, today)
    if desk.missing:
        raise Problem(f"{desk.missing[0].words}.", desk.missing[0].field)
    jobs = PublicationJob.objects.filter(pk=job, state=MakingState.WORKING)
    if job and not jobs.update(state=MakingState.DONE):
        raise Problem("Somebody has stopped this. Nothing was published.")
    number = paper.published_version + 1
    done = Publication.objects.create(
        paper=paper,
        version=number,
        published_at=timezone.now(),
        published_by=by.user,
        as_at_on=made.as_at,
        data=made.data,
        exempt=made.exempt,
        data_hash=hash_of({"public": made.data, "exempt": made.exempt}),
        rules=made.rules,
        seal_number=made.seal_number,
        seal_digest=made.seal_digest,
        reason=paper.correcting,
    )
    for form, data in made.files:
        name = file_name(f"{paper.subject} - version {number}", form)
        kept = keep(by, name, data, paper.guard, paper.reference, May.PREPARE_PAPERS)
        PublicationFile.objects.create(
            publication=done, form=Form(form), file=kept, sha256=kept.sha256
        )
    paper.state, paper.published_version, paper.correcting = State.PUBLISHED, number, ""
    put_to_the_body(by, paper, today)
    changed(paper, text=False)
    set_clocks(by, paper, today)
    record(
        by, "papers.publish", paper.reference,
        version=number, sha256=done.data_hash, seal=made.seal_number,
    )  # fmt: skip
    return done


@action
def correct(by: By, reference: str, reason: str, *, today: dt.date) -> Paper:
    """Open a published paper for a new version; the one that is out stays until that is published.
    Who signed has to sign again, and the clock of that begins. Raises Problem without a reason,
    which the new version prints."""
    paper = held(by, May.PREPARE_PAPERS, reference)
    if paper.state != State.PUBLISHED:
        raise Problem("Only a published paper is corrected.")
    if not reason.strip():
        raise Problem("Say what is corrected.", "reason")
    paper.state, paper.correcting = State.DRAFT, reason.strip()[:500]
    changed(paper)
    set_clocks(by, paper, today)
    record(by, "papers.correct", paper.reference, version=paper.published_version)
    return paper


@action
def record_decision(
    by: By,
    reference: str,
    words: str,
    *,
    decided_on: dt.date,
    body: str,
    minute: str,
    today: dt.date,
    option: int | None = None,
    outcome: str = "",
) -> Decision:
    """Keep what the meeting decided on a published paper, once: the words, the option (its number
    in the table of options), the day, the body, the minute. `outcome` is what became of the plans
    that the paper put to it: only here are they approved. Raises Problem where one is missing, for a
    person in place of the body, and for a day before what it decided on stood anywhere."""
    paper = held(by, May.PREPARE_PAPERS, reference)
    if paper.state != State.PUBLISHED:
        raise Problem("A decision is taken on a published paper. Publish it first.")
    if Decision.objects.filter(paper=paper).exists():
        raise Problem("What was decided has been recorded already.")
    chosen = Option.objects.filter(paper=paper, pk=option).first() if option else None
    if option and chosen is None:
        raise Refused("No such record.")
    if paper.recommends == Recommends.DECIDE and chosen is None and not words.strip():
        raise Problem("Say which option was chosen, or what was decided instead.", "option")
    told = words.strip() or (chosen.words if chosen else "")
    if not told:
        raise Problem("Write what was decided.", "words")
    if decided_on > today:
        raise Problem("The meeting has not taken place yet.", "decided_on")
    first = known_from(paper)
    refuse_day(decided_on, first, today, "The paper says what was known", "decided_on")
    if not body.strip() or not minute.strip():
        raise Problem("Say which body decided, and under which minute.", "minute")
    needs_body(body, "body")
    carried = paper.plan_links.filter(version__state__in=WITH_A_BODY).exists()
    if carried and outcome not in OnPlans.values:
        raise Problem("Say what became of the plans that the paper put to the body.", "outcome")
    try:
        settled = settle_versions(by, paper, outcome, told, decided_on, minute.strip(), today)
    except Problem as problem:
        problem.field = "decided_on" if problem.field == "on" else problem.field
        raise
    made = Decision.objects.create(
        paper=paper,
        option=chosen,
        outcome=outcome if settled else "",
        words=told,
        decided_on=decided_on,
        body=body.strip()[:200],
        minute=minute.strip()[:200],
        recorded_at=timezone.now(),
        recorded_by=by.user,
    )
    changed(paper, text=False)
    record(
        by, "papers.decision", paper.reference,
        on=decided_on, option=option or 0, outcome=made.outcome, versions=settled,
    )  # fmt: skip
    return made
