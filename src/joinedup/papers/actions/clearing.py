"""Who answers for what in a paper, and who signs it. Silence is not consent."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.models import Person
from joinedup.access.permission import Refused, may_touch
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.papers.choices import State
from joinedup.papers.models import Clearance, Implication, Paper
from joinedup.papers.writing.desk import changed, in_work, settle_readers
from joinedup.papers.writing.telling import tell_asked
from joinedup.papers.writing.timing import set_clocks

__all__ = [
    "ask_clearance",
    "assign_implication",
    "name_clearer",
    "remove_clearer",
    "say_implication",
    "sign",
    "take_back",
]


def _implication(paper: Paper, kind: str) -> Implication:
    found = Implication.objects.filter(paper=paper, kind=kind).first()
    if found is None:
        raise Refused("No such record.")
    return found


@action
def assign_implication(
    by: By, reference: str, kind: str, owner: Person, *, today: dt.date
) -> Implication:
    """Name who answers for an implication. What another owner had said no longer counts."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    one = _implication(paper, kind)
    if one.owner_id != owner.pk:
        one.owner, one.said_on, one.said_by, one.said_how = owner, None, None, ""
        one.save()
        settle_readers(paper, today)
        changed(paper, text=False)
        set_clocks(by, paper, today)
    record(by, "papers.assign_implication", paper.reference, kind=kind, owner=owner.reference)
    return one


@action
def say_implication(
    by: By,
    reference: str,
    kind: str,
    words: str,
    *,
    today: dt.date,
    is_none: bool = False,
    said_how: str = "",
) -> Implication:
    """Say an implication, in words or as "none". Its owner signs with it. Who prepares the paper
    may propose words, which the owner still has to sign, or note what the owner said elsewhere
    (`said_how`: "by e-mail of 3 July"). Raises Problem where nothing is said or nobody owns it,
    Refused for anybody else."""
    paper = in_work(by, May.CLEAR_PAPERS, reference)
    one = _implication(paper, kind)
    is_owner = by.user is not None and one.owner_id == by.user.person_id
    prepares = by.user is None or may_touch(
        by.user, May.PREPARE_PAPERS, paper.guard_id, paper.reference
    )
    if not is_owner and not prepares:
        raise Refused("No such record.")
    if one.owner_id is None:
        raise Problem("Name who answers for this implication first.", "owner")
    if not words.strip() and not is_none:
        raise Problem("Write the implication, or tick that there is none.", "words")
    one.words, one.is_none = words.strip(), is_none
    signed = is_owner or bool(said_how.strip())
    one.said_on = today if signed else None
    one.said_by = by.user if signed else None
    one.said_how = "" if is_owner else said_how.strip()[:200]
    one.save()
    changed(paper, text=False)
    set_clocks(by, paper, today, May.CLEAR_PAPERS)
    record(by, "papers.say_implication", paper.reference, kind=kind, none=is_none, signed=signed)
    return one


@action
def name_clearer(
    by: By, reference: str, person: Person, *, today: dt.date, part: str = ""
) -> Clearance:
    """Name somebody who has to sign before the paper goes out; `part` says as what ("finance").
    Raises Problem where they are named already."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    if Clearance.objects.filter(paper=paper, person=person).exists():
        raise Problem(f"{person.name} is named already.", "person")
    made = Clearance.objects.create(
        paper=paper,
        position=paper.clearances.count(),
        person=person,
        part=part.strip()[:200],
        asked_on=today if paper.state == State.CLEARING else None,
    )
    settle_readers(paper, today)
    changed(paper, text=False)
    set_clocks(by, paper, today)
    record(by, "papers.name_clearer", paper.reference, person=person.reference)
    return made


@action
def remove_clearer(by: By, reference: str, person: str, *, today: dt.date) -> None:
    """Somebody no longer has to sign. `person` is a reference. What they signed is taken back
    with it; the audit record keeps both."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    found = Clearance.objects.filter(paper=paper, person__reference=person).first()
    if found is None:
        raise Refused("No such record.")
    was_signed = found.signed_on is not None
    found.delete()
    settle_readers(paper, today)
    changed(paper, text=False)
    set_clocks(by, paper, today)
    record(by, "papers.remove_clearer", paper.reference, person=person, signed=was_signed)


@action
def ask_clearance(by: By, reference: str, *, today: dt.date, site: str = "") -> Paper:
    """Send the paper to those who clear it, all of them or again those who signed an earlier text.
    They, and those with something to say in it, get a mail with a link to `site`, the address of
    this Joined Up; without one, none. Raises Problem where nobody is named."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    rows = Clearance.objects.filter(paper=paper)
    if not rows.exists():
        raise Problem("Name who has to clear the paper first.", "person")
    stale = rows.filter(signed_on__isnull=False, text_version__lt=paper.text_version)
    stale.update(signed_on=None, signed_by=None, words="", asked_on=today)
    rows.filter(asked_on__isnull=True).update(asked_on=today)
    paper.state = State.CLEARING
    changed(paper, text=False)
    set_clocks(by, paper, today)
    told = tell_asked(paper, site, today) if site else 0
    record(by, "papers.ask_clearance", paper.reference, asked=rows.count(), told=told)
    return paper


@action
def sign(
    by: By, reference: str, words: str = "", *, today: dt.date, text_version: int = 0
) -> Clearance:
    """Sign a paper as one of those named. `text_version` is the text that was read; raises Problem
    where it has changed since or the paper is not with them, Refused for somebody not named."""
    paper = in_work(by, May.CLEAR_PAPERS, reference)
    person = by.user.person_id if by.user is not None else None
    mine = Clearance.objects.filter(paper=paper, person=person).first()
    if mine is None:
        raise Refused("No such record.")
    if paper.state != State.CLEARING:
        raise Problem("This paper has not been sent to those who clear it.")
    if text_version and text_version != paper.text_version:
        raise Problem("The paper has changed since you opened it. Read it again before you sign.")
    mine.signed_on, mine.signed_by, mine.words = today, by.user, words.strip()
    mine.text_version = paper.text_version
    mine.save()
    changed(paper, text=False)
    set_clocks(by, paper, today, May.CLEAR_PAPERS)
    record(by, "papers.sign", paper.reference, text=paper.text_version)
    return mine


@action
def take_back(by: By, reference: str) -> Paper:
    """Take a paper back from those who clear it, to work on it. Signatures stay, and count as long
    as the text does. Raises Problem where it is not with them."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    if paper.state != State.CLEARING:
        raise Problem("This paper is not with those who clear it.")
    paper.state = State.DRAFT
    changed(paper, text=False)
    record(by, "papers.take_back", paper.reference)
    return paper
