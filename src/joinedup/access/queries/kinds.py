"""Which tables hold records that have a reference and a guard, so that a bare reference is enough."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet

from joinedup.access.casework import reading
from joinedup.access.models import Guard, User
from joinedup.access.permission import visible

__all__ = ["Kind", "guards_about", "kind_of", "kinds", "parts_of", "readable"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A table of guarded records: the path to their guard, and to the reference of the item that
    an involvement names. `is_public` says that a record without a guard is open to all readers."""

    model: type[models.Model]
    guard: str
    item: str
    is_public: bool

    @property
    def rows(self) -> QuerySet[Any]:
        """All of them, not narrowed to anybody."""
        return self.model._default_manager.all()


@cache
def kinds() -> dict[str, Kind]:
    """The first letters of a reference ("AC") → the table of such records."""
    found = {}
    for model in apps.get_models():
        names = {field.name for field in model._meta.get_fields()}
        path = _guard_path(model)
        if "reference" in names and path is not None:
            column: Any = model._meta.get_field("reference")
            prefix = str(column.get_default()).split("-")[0]
            last = path.removesuffix("guard")
            item = f"{last}reference" if "about" not in names else "about"
            found[prefix] = Kind(model, path, item, _is_nullable(model, path))
    return found


def _guard_path(model: type[models.Model]) -> str | None:
    if any(field.name == "guard" for field in model._meta.get_fields()):
        return "guard"
    through = getattr(model, "guarded_through", None)
    if through is None:
        return None
    parent = model
    for part in through.split("__"):
        parent = parent._meta.get_field(part).related_model  # type: ignore[assignment]
    above = _guard_path(parent)
    return f"{through}__{above}" if above else None


def _is_nullable(model: type[models.Model], path: str) -> bool:
    field: Any = None
    for part in path.split("__"):
        field = model._meta.get_field(part)
        model = field.related_model
    return bool(field.null)


def kind_of(reference: str) -> Kind | None:
    """The table that a reference belongs to; None for people, accounts and what is no reference."""
    return kinds().get(reference.split("-")[0])


def readable(user: User, reference: str) -> bool:
    """Whether there is such a record and this user may read it."""
    kind = kind_of(reference)
    if kind is None:
        return False
    rows = kind.rows.filter(reference=reference)
    if kind.is_public and rows.filter(Q(**{f"{kind.guard}__isnull": True})).exists():
        return True
    return visible(user, reading(reference), rows, kind.guard, kind.item).exists()


def guards_about(reference: str) -> QuerySet[Guard]:
    """The guards that stand before a record: named by its reference or by their own."""
    wanted = Q(reference=reference) | Q(about=reference)
    kind = kind_of(reference)
    if kind is not None:
        held = kind.rows.filter(reference=reference, **{f"{kind.guard}__isnull": False})
        wanted |= Q(pk__in=held.values(kind.guard))
    return Guard.objects.filter(wanted)


def parts_of(user: User, reference: str) -> list[str]:
    """References of the files and the like that belong to a record and that the user may read."""
    found: list[str] = []
    for kind in kinds().values():
        if kind.item == "about":
            rows = visible(user, reading(reference), kind.rows, kind.guard, kind.item)
            found += rows.filter(about=reference).values_list("reference", flat=True)
    return found
