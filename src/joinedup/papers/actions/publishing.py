"""A paper made public: what the check found is answered, a snapshot frozen, files kept; then
corrected by a new version, and what the meeting decided."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.audit.seals import last_seal, seal_now
from joinedup.documents.blocks import Report
from joinedup.files.actions import keep
from joinedup.papers.choices import Form, Found, Recommends, State, Verdict
from joinedup.papers.models import (
    CheckAnswer,
    Decision,
    Option,
    Paper,
    Publication,
    PublicationFile,
)
from joinedup.papers.queries.making import as_published, desk_of, found_in, reports_of
from joinedup.papers.rules.frozen import frozen, hash_of
from joinedup.papers.writing.desk import changed, held, in_work
from joinedup.papers.writing.files import WRITERS, file_name, made_file

__all__ = ["answer_check", "correct", "publish", "record_decision"]


@action
def answer_check(by: By, reference: str, kind: Found, found: str, verdict: Verdict) -> CheckAnswer:
    """Say of a name or a small count that it may be published, or have it taken out."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    said, _ = CheckAnswer.objects.update_or_create(
        paper=paper,
        kind=kind,
        found=found[:300],
        defaults={"answer": verdict, "said_by": by.user, "said_at": timezone.now()},
    )
    changed(paper, text=False)
    record(by, "papers.answer_check", paper.reference, kind=kind, verdict=verdict, number=said.pk)
    return said


@action
def publish(by: By, reference: str, *, today: dt.date, version: int = 0) -> Publication:
    """Publish a paper: freeze what it says, keep its files, print the seal of the audit record.

    Raises Problem naming the first thing that blocks it, for a name or count that nobody has
    answered, and where the paper has changed since `version` was looked at. An exempt part goes
    into files of its own, which other doors guard.
    """
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    if version and version != paper.version:
        raise Problem("The paper has changed since you opened this page. Look at it again.")
    desk = desk_of(paper, today)
    if desk.missing:
        raise Problem(f"{desk.missing[0].words}.", desk.missing[0].field)
    seal = seal_now() or last_seal()
    if seal is None:
        raise Problem("The audit record has no seal yet. Try again in a minute.")
    number = paper.published_version + 1
    made = reports_of(desk, by.user, today, seal, version=number)
    found = found_in(desk, made.public)
    open_ones = [one.finding.found for one in found if not one.said]
    if open_ones:
        raise Problem(f"Say of “{open_ones[0]}” that it may be published, or take it out.")
    public = as_published(desk, made.public, found)
    data, exempt = frozen(public), frozen(made.exempt) if made.exempt else {}
    done = Publication.objects.create(
        paper=paper,
        version=number,
        published_at=timezone.now(),
        published_by=by.user,
        as_at_on=desk.words.as_at,
        data=data,
        exempt=exempt,
        data_hash=hash_of({"public": data, "exempt": exempt}),
        rules=desk.rules.hashes(desk.kind),
        seal_number=seal.number,
        seal_digest=seal.digest,
        reason=paper.correcting,
    )
    for form in WRITERS:
        _keep(by, paper, done, form, public)
        if made.exempt is not None:
            _keep(by, paper, done, f"exempt-{form}", made.exempt)
    paper.state, paper.published_version, paper.correcting = State.PUBLISHED, number, ""
    changed(paper, text=False)
    record(
        by, "papers.publish", paper.reference,
        version=number, sha256=done.data_hash, seal=seal.number,
    )  # fmt: skip
    return done


def _keep(by: By, paper: Paper, done: Publication, form: str, report: Report) -> None:
    name = file_name(f"{paper.subject} - version {done.version}", form)
    kept = keep(by, name, made_file(form, report), paper.guard, paper.reference, May.PREPARE_PAPERS)
    PublicationFile.objects.create(publication=done, form=Form(form), file=kept, sha256=kept.sha256)


@action
def correct(by: By, reference: str, reason: str) -> Paper:
    """Open a published paper for a new version; the one that is out stays until that is published.
    Raises Problem without a reason, which the new version prints."""
    paper = held(by, May.PREPARE_PAPERS, reference)
    if paper.state != State.PUBLISHED:
        raise Problem("Only a published paper is corrected.")
    if not reason.strip():
        raise Problem("Say what is corrected.", "reason")
    paper.state, paper.correcting = State.DRAFT, reason.strip()[:500]
    changed(paper)
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
) -> Decision:
    """Keep what the meeting decided on a published paper, once: the words, the option (its number
    in the table of options), the day, the body, the minute. Raises Problem where one is missing."""
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
    if not body.strip() or not minute.strip():
        raise Problem("Say which body decided, and under which minute.", "minute")
    made = Decision.objects.create(
        paper=paper,
        option=chosen,
        words=told,
        decided_on=decided_on,
        body=body.strip()[:200],
        minute=minute.strip()[:200],
        recorded_at=timezone.now(),
        recorded_by=by.user,
    )
    changed(paper, text=False)
    record(by, "papers.decision", paper.reference, on=decided_on, option=option or 0)
    return made
