"""Parts of a paper on the desk: one section, one implication, what a section can be about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, visible
from joinedup.assurance.choices import WITH_A_BODY
from joinedup.assurance.models import Action
from joinedup.figures.models import FigureSet
from joinedup.papers.models import (
    BackgroundPaper,
    Consultation,
    Implication,
    Option,
    Paper,
    PaperPlan,
    PaperSection,
    Risk,
    RiskAction,
)
from joinedup.papers.queries.kinds import IMPLICATIONS, RuleSet
from joinedup.papers.queries.one import plans_of

__all__ = [
    "PIECE_TITLES",
    "ImplicationHeld",
    "abouts_of",
    "actions_for",
    "fills_of",
    "implication_of",
    "options_of",
    "pieces_of_paper",
    "put_to_the_body_by",
    "risk_of",
    "section_of",
]

Choices = list[tuple[str, str]]
FILLS: Choices = [
    ("plan_table:annexe", "The register: a plan as an annexe"),
    ("five_column:annexe", "The register: recommendations and actions as an annexe"),
    ("position_table:annexe", "The register: position on findings as an annexe"),
    ("audit_actions", "The register: what an audit asked for"),
    ("section_11", "The register: Section 11 audit"),
    ("declared_figures", "Figures"),
    ("what_changed", "The register: what has changed"),
    ("exceptions", "The register: exceptions"),
    ("tracker", "The register: tracker"),
    ("worry_page", "The register: what should worry you"),
]
PIECE_TITLES = {
    "option": "Options",
    "consultation": "Who was asked",
    "background": "Background papers",
    "risk": "Risks",
}
TABLES: dict[str, Any] = {
    "option": Option,
    "consultation": Consultation,
    "background": BackgroundPaper,
    "risk": Risk,
}
MOST = 1_000
SOURCED = ("position_table", "section_11")


@dataclass(frozen=True, slots=True)
class ImplicationHeld:
    """An implication and the words it is headed by."""

    row: Implication
    heading: str


def section_of(paper: Paper, code: str) -> PaperSection:
    """A section of a paper that the reader has opened. Raises Refused where there is none."""
    found = PaperSection.objects.filter(paper=paper, code=code).first()
    if found is None:
        raise Refused("No such section.")
    return found


def implication_of(paper: Paper, kind: str, rules: RuleSet) -> ImplicationHeld:
    """An implication of a paper that the reader has opened. Raises Refused where not asked."""
    row = Implication.objects.filter(paper=paper, kind=kind)
    found = row.select_related("owner", "said_by__person").first()
    if found is None:
        raise Refused("No such implication.")
    return ImplicationHeld(found, rules.words(IMPLICATIONS).get(kind, kind))


def abouts_of(user: User, paper: Paper, section: PaperSection) -> Choices:
    """(reference, title) of what a section can be about: a plan of the paper, the source of one,
    a set of figures."""
    if not section.fill:
        return []
    if section.fill == "declared_figures":
        sets = visible(user, May.READ_PLANS, FigureSet.objects.order_by("-to_on", "-pk"))
        return [(one.reference, one.title) for one in sets]
    plans = plans_of(paper)
    found = [(one.reference, one.title) for one in plans]
    if section.fill in SOURCED:
        ids = {one.source_id for one in plans if one.source_id}
        sources = {one.source for one in plans if one.source_id in ids}
        found += [(one.reference, one.title) for one in sources if one]
    return found


def fills_of() -> Choices:
    """What can write a section that an officer adds."""
    return FILLS


def pieces_of_paper(user: User, paper: Paper, piece: str) -> list[Any]:
    """The options, consultations, background papers or risks of a paper, a risk with the actions
    named for it that the reader may see. Raises Refused for any other sort."""
    table = TABLES.get(piece)
    if table is None:
        raise Refused("No such part.")
    rows = table.objects.filter(paper=paper).order_by("position", "pk")
    if piece == "risk":
        seen = visible(user, May.READ_PLANS, Action.objects.all()).values("pk")
        links = RiskAction.objects.filter(action__in=seen).select_related("action")
        links = links.order_by("position", "pk")
        rows = rows.prefetch_related(Prefetch("action_links", links, to_attr="named"))
    return list(rows)


def risk_of(paper: Paper, number: int) -> Risk:
    """A risk of a paper that the reader has opened. Raises Refused where there is none."""
    found = Risk.objects.filter(paper=paper, pk=number).first()
    if found is None:
        raise Refused("No such risk.")
    return found


def actions_for(user: User, paper: Paper, risk: Risk) -> tuple[list[Action], Choices]:
    """The actions named for a risk, and (reference, number and words) of those that could be."""
    rows = Action.objects.filter(plan__in=PaperPlan.objects.filter(paper=paper).values("plan"))
    shown = visible(user, May.READ_PLANS, rows).order_by("plan", "position", "pk")[:MOST]
    named = {one.action_id for one in risk.action_links.all()}
    own = Action.objects.filter(pk__in=named).select_related("plan")
    mine = list(visible(user, May.READ_PLANS, own).order_by("pk"))
    free = [
        (one.reference, f"{one.code} {one.title}".strip()[:150])
        for one in shown
        if one.pk not in named
    ]
    return mine, free


def put_to_the_body_by(paper: Paper) -> list[str]:
    """The titles of the plans that a paper has put to its body and that wait for the decision."""
    links = PaperPlan.objects.filter(paper=paper, version__state__in=WITH_A_BODY)
    return list(links.order_by("position", "pk").values_list("plan__title", flat=True))


def options_of(paper: Paper) -> Choices:
    """(number, words) of the options, for choosing the one decided on."""
    rows = Option.objects.filter(paper=paper).order_by("position", "pk")
    return [
        (str(one.pk), f"Option {number}: {one.words[:150]}")
        for number, one in enumerate(rows, start=1)
    ]
