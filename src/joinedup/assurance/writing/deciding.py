"""Who decided, as actions ask for it."""

from __future__ import annotations

from joinedup.access.models import Person
from joinedup.assurance.rules.deciding import refuse_person

__all__ = ["needs_body"]


def needs_body(text: str, field: str) -> None:
    """Raise Problem where one person is named and a body is meant: somebody on the list of people,
    or a name that reads like one."""
    is_known = Person.objects.filter(name__iexact=text.strip()).exists()
    refuse_person(text, field, is_known=is_known)
