"""Names behind references."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F

from joinedup.access.models import Agency, Person, Post

__all__ = ["names_of"]


def names_of(references: Iterable[str]) -> dict[str, str]:
    """{reference: name} of people, posts and organisations; one statement, none for nothing."""
    wanted = sorted({one for one in references if one})
    if not wanted:
        return {}
    parts = [
        model.objects.filter(reference__in=wanted)
        .order_by()
        .annotate(shown=F(name))
        .values_list("reference", "shown")
        for model, name in ((Person, "name"), (Post, "title"), (Agency, "name"))
    ]
    return dict(parts[0].union(*parts[1:], all=True))
