"""Options, consultations, background papers and risks of a paper: added and removed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from joinedup.access.choices import May
from joinedup.access.permission import Refused, visible
from joinedup.assurance.models import Action
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.papers.models import (
    BackgroundPaper,
    Consultation,
    Option,
    Paper,
    Risk,
    RiskAction,
)
from joinedup.papers.writing.desk import in_work
from joinedup.papers.writing.timing import rewritten

__all__ = [
    "add_background",
    "add_consultation",
    "add_option",
    "add_risk",
    "free_risk",
    "name_for_risk",
    "remove_part",
]

TABLES: dict[str, Any] = {
    "option": Option,
    "consultation": Consultation,
    "background": BackgroundPaper,
    "risk": Risk,
}


def _next(table: Any, paper: Paper) -> int:
    last = table.objects.filter(paper=paper).order_by("-position").first()
    return last.position + 1 if last else 0


@action
def add_option(by: By, reference: str, words: str, is_recommended: bool = False) -> Option:
    """Put an option before the committee. One alone is recommended: the newest one said to be.
    Raises Problem without words."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    if not words.strip():
        raise Problem("Write what the option is.", "words")
    if is_recommended:
        paper.options.update(is_recommended=False)
    made = Option.objects.create(
        paper=paper, position=_next(Option, paper), words=words.strip(),
        is_recommended=is_recommended,
    )  # fmt: skip
    rewritten(by, paper)
    record(by, "papers.add_option", paper.reference, number=made.pk, recommended=is_recommended)
    return made


@action
def add_consultation(
    by: By, reference: str, body: str, view: str, *, held_on: dt.date | None, change: str = ""
) -> Consultation:
    """Keep who was asked or has considered the paper, what they said, and what changed. Raises
    Problem without body or view."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    if not body.strip():
        raise Problem("Say who was asked.", "body")
    if not view.strip():
        raise Problem("Write what they said.", "view")
    made = Consultation.objects.create(
        paper=paper, position=_next(Consultation, paper), body=body.strip()[:200],
        held_on=held_on, view=view.strip(), change=change.strip(),
    )  # fmt: skip
    rewritten(by, paper)
    record(by, "papers.add_consultation", paper.reference, number=made.pk)
    return made


@action
def add_background(
    by: By, reference: str, title: str, *, place: str = "", minute: str = "", link: str = ""
) -> BackgroundPaper:
    """List a background paper. Raises Problem without a title."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    if not title.strip():
        raise Problem("Give the background paper its title.", "title")
    made = BackgroundPaper.objects.create(
        paper=paper, position=_next(BackgroundPaper, paper), title=title.strip()[:300],
        place=place.strip()[:300], minute=minute.strip()[:200], link=link,
    )  # fmt: skip
    paper.has_no_background = False
    rewritten(by, paper)
    record(by, "papers.add_background", paper.reference, number=made.pk)
    return made


@action
def add_risk(
    by: By,
    reference: str,
    words: str,
    *,
    owner: str,
    likelihood: int,
    impact: int,
    mitigation: str = "",
) -> Risk:
    """Add a risk; likelihood and impact are 1 to 5. Raises Problem without words or owner."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    if not words.strip():
        raise Problem("Write what the risk is.", "words")
    if not owner.strip():
        raise Problem("Say whose risk it is.", "owner")
    if not (1 <= likelihood <= 5 and 1 <= impact <= 5):
        raise Problem("Likelihood and impact go from 1 to 5.", "likelihood")
    made = Risk.objects.create(
        paper=paper, position=_next(Risk, paper), words=words.strip(), owner=owner.strip()[:200],
        likelihood=likelihood, impact=impact, mitigation=mitigation.strip(),
    )  # fmt: skip
    rewritten(by, paper)
    record(by, "papers.add_risk", paper.reference, number=made.pk, score=likelihood * impact)
    return made


def _risk(paper: Paper, number: int) -> Risk:
    found = Risk.objects.filter(paper=paper, pk=number).first()
    if found is None:
        raise Refused("No such record.")
    return found


@action
def name_for_risk(by: By, reference: str, number: int, action: str) -> RiskAction:
    """Name an action of the paper's plans as what is done about a risk; `number` is the risk's own,
    `action` a reference. Raises Problem for another action, or one that is named already."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    risk = _risk(paper, number)
    rows = Action.objects.filter(plan__in=paper.plan_links.values("plan"), reference=action)
    if by.user is not None:
        rows = visible(by.user, May.READ_PLANS, rows)
    row = rows.first()
    if row is None:
        raise Problem("Choose an action from the plans that the paper reports on.", "action")
    if risk.action_links.filter(action=row).exists():
        raise Problem("This action is named already.", "action")
    made = RiskAction.objects.create(risk=risk, action=row, position=risk.action_links.count())
    rewritten(by, paper)
    record(by, "papers.name_for_risk", paper.reference, number=number, action=row.reference)
    return made


@action
def free_risk(by: By, reference: str, number: int, action: str) -> None:
    """An action is no longer named for a risk. Raises Refused where it is not."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    found = _risk(paper, number).action_links.filter(action__reference=action).first()
    if found is None:
        raise Refused("No such record.")
    found.delete()
    rewritten(by, paper)
    record(by, "papers.free_risk", paper.reference, number=number, action=action)


@action
def remove_part(by: By, reference: str, piece: str, number: int) -> None:
    """Take an option, consultation, background paper or risk out of a paper in work. `number` is
    its own; raises Refused where it is not there."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    table = TABLES.get(piece)
    found = table.objects.filter(paper=paper, pk=number).first() if table else None
    if found is None:
        raise Refused("No such record.")
    if piece == "risk":
        RiskAction.objects.filter(risk=found).delete()
    found.delete()
    rewritten(by, paper)
    record(by, "papers.remove_part", paper.reference, piece=piece, number=number)
