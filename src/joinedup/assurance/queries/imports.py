"""Imports for one reader, and a document read afresh with the steps that were done to it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Count, QuerySet

from joinedup.access.choices import May
from joinedup.access.models import Agency, Person, Post, User
from joinedup.access.permission import Refused, open_record, visible
from joinedup.assurance.models.imports import ImportState, PlanImport
from joinedup.assurance.models.plans import Plan
from joinedup.assurance.models.register import Action
from joinedup.assurance.rules.checking import Progress, corrections_of, progress
from joinedup.assurance.rules.checking.balance import with_lost_cells
from joinedup.assurance.rules.checking.own_text import with_marked_text
from joinedup.assurance.rules.checking.paint import Paint, paint_of
from joinedup.assurance.rules.checking.steps import SHAPING, roles_by_column, with_typed_fields
from joinedup.assurance.rules.owners import Known, KnownBody
from joinedup.assurance.rules.reading import read_plans
from joinedup.assurance.rules.reading.model import Reading
from joinedup.audit.actor import By
from joinedup.documents import Document, from_json

__all__ = [
    "Checked",
    "being_checked",
    "check_of",
    "everybody",
    "import_to_check",
    "is_closed_to",
    "lately_ended",
    "look_alikes",
    "paint_in",
    "plans_to_update",
]


@dataclass(frozen=True, slots=True)
class Checked:
    """A document as read with every step so far, what is still open, and the people, posts and
    organisations that are known here."""

    reading: Reading
    progress: Progress
    people: Sequence[Known] = ()
    posts: Sequence[Known] = ()
    bodies: Sequence[KnownBody] = ()


def being_checked(user: User) -> QuerySet[PlanImport]:
    """Documents on the check page, newest first, without their words."""
    rows = PlanImport.objects.filter(state=ImportState.CHECKING)
    return (
        visible(user, May.IMPORT_PLANS, rows)
        .select_related("opened_by__person")
        .defer("document", "steps", "remembered")
        .order_by("-opened_at")
    )


def _behind_all(user: User, rows: QuerySet[PlanImport]) -> QuerySet[PlanImport]:
    """Imports of which every plan opens to this reader: the document of several plans holds the
    words of each, so a seal on one closes it."""
    seen = visible(user, May.IMPORT_PLANS, Plan.objects.all())
    return rows.exclude(plans__in=Plan.objects.exclude(pk__in=seen.values("pk")))


def is_closed_to(user: User, reference: str) -> bool:
    """Whether a plan that came of this import does not open to the reader."""
    rows = PlanImport.objects.filter(reference=reference)
    return rows.exists() and not _behind_all(user, rows).exists()


def lately_ended(user: User) -> QuerySet[PlanImport]:
    """The last imports that were confirmed or set aside."""
    rows = PlanImport.objects.exclude(state=ImportState.CHECKING)
    return (
        visible(user, May.IMPORT_PLANS, _behind_all(user, rows))
        .select_related("ended_by__person")
        .defer("document", "steps", "remembered")
        .order_by("-ended_at")[:10]
    )


def import_to_check(by: By, reference: str) -> PlanImport:
    """One import for this reader, recorded as seen. Raises Refused where absent or not theirs.

    The document itself is left out: it is loaded only when it has to be read afresh.
    """
    rows = PlanImport.objects.select_related(
        "file", "against", "ended_by__person", "guard__agency"
    ).defer("document")
    found: PlanImport = open_record(by, May.IMPORT_PLANS, rows, {"reference": reference})
    if found.state != ImportState.CHECKING and is_closed_to(by.user, reference):
        raise Refused("No such import.")
    return found


def known_people() -> list[Known]:
    """People who have not left, by the name they are called."""
    rows = Person.objects.filter(left_on__isnull=True).order_by("name")
    return [Known(reference, name) for reference, name in rows.values_list("reference", "name")]


def known_posts() -> list[Known]:
    """Posts in being."""
    rows = Post.objects.filter(ended_on__isnull=True).order_by("title")
    return [Known(reference, title) for reference, title in rows.values_list("reference", "title")]


def known_bodies() -> list[KnownBody]:
    """Organisations that still exist."""
    rows = Agency.objects.filter(to_on__isnull=True).order_by("name")
    return [
        KnownBody(*values) for values in rows.values_list("reference", "name", "short_name", "kind")
    ]


@lru_cache(maxsize=8)
def _document(reference: str) -> Document:
    """The kept grid of an import. It never changes."""
    return from_json(PlanImport.objects.values_list("document", flat=True).get(reference=reference))


@lru_cache(maxsize=64)
def paint_in(reference: str) -> Paint:
    """The colours of an import's document, in words."""
    return paint_of(_document(reference))


@lru_cache(maxsize=64)
def _read(reference: str, how: str, people: tuple[str, ...], posts: tuple[str, ...]) -> Reading:
    """A reading, kept for the next request: the document never changes, `how` says the rest."""
    said = json.loads(how)
    document = _document(reference)
    reading = read_plans(
        document,
        year=said["year"],
        known_people=people,
        known_posts=posts,
        remembered=roles_by_column(said["remembered"]),
        corrections=corrections_of(said["steps"]),
    )
    return with_lost_cells(reading, document)


def check_of(found: PlanImport) -> Checked:
    """Read the kept grid with every step applied. Three statements, four where it is read
    afresh."""
    people, posts, bodies = known_people(), known_posts(), known_bodies()
    shape = [step for step in found.steps if step["do"] in SHAPING]
    how = {"year": found.year, "remembered": found.remembered, "steps": shape}
    reading = _read(
        found.reference,
        json.dumps(how, sort_keys=True),
        tuple(one.name for one in people),
        tuple(one.name for one in posts),
    )
    reading = with_typed_fields(with_marked_text(reading, found.steps), found.steps)
    done = progress(reading, found.steps, people, posts, bodies)
    return Checked(reading, done, people, posts, bodies)


def everybody(checked: Checked) -> list[tuple[str, str]]:
    """(choice, name) of all people, posts and organisations that a printed owner can be."""
    found = [(f"person:{one.key}", one.name) for one in checked.people]
    found += [(f"post:{one.key}", one.name) for one in checked.posts]
    return found + [(f"agency:{one.key}", one.name) for one in checked.bodies]


def look_alikes(user: User, checked: Checked) -> list[dict[str, Any]]:
    """Plans of the register that hold half or more of the rows of this document already: the same
    words of the action. One statement."""
    titles = {str(row.value("title")) for row in checked.reading.rows() if row.value("title")}
    if not titles:
        return []
    rows = Action.objects.filter(parent__isnull=True, plan__ended_on__isnull=True, title__in=titles)
    counted = (
        visible(user, May.READ_PLANS, rows)
        .values("plan__reference", "plan__title")
        .annotate(same=Count("title", distinct=True))
        .order_by("-same")
    )
    sizes = [len({str(row.value("title")) for row in plan.rows}) for plan in checked.reading.plans]
    least = max(2, min((size for size in sizes if size), default=1) // 2)
    return [
        {"reference": one["plan__reference"], "title": one["plan__title"], "same": one["same"]}
        for one in counted
        if one["same"] >= least
    ]


def plans_to_update(user: User) -> QuerySet[Plan]:
    """Plans that a newer version can be taken into."""
    rows = Plan.objects.filter(ended_on__isnull=True)
    return visible(user, May.EDIT_PLANS, rows).order_by("title")
