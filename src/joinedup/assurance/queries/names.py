"""Names behind references."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import F, Model

from joinedup.access.models import Agency, Person, Post

__all__ = ["agencies_of", "names_of"]


def names_of(references: Iterable[str]) -> dict[str, str]:
    """{reference: name} of people, posts and organisations; one statement, none for nothing."""
    wanted = sorted({one for one in references if one})
    if not wanted:
        return {}
    return _told(wanted, ((Person, "name"), (Post, "title"), (Agency, "name")))


def agencies_of(references: Iterable[str]) -> dict[str, str]:
    """{reference: name of the organisation} of people, posts and organisations; one statement, none
    for nothing."""
    wanted = sorted({one for one in references if one})
    if not wanted:
        return {}
    return _told(wanted, ((Person, "agency__name"), (Post, "agency__name"), (Agency, "name")))


def _told(wanted: Sequence[str], fields: Sequence[tuple[type[Model], str]]) -> dict[str, str]:
    parts = [
        model._default_manager.filter(reference__in=wanted)
        .order_by()
        .annotate(shown=F(name))
        .values_list("reference", "shown")
        for model, name in fields
    ]
    return dict(parts[0].union(*parts[1:], all=True))
