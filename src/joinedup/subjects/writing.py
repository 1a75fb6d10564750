"""What several actions on records of people need: the record held, a reason, the change noted."""

from __future__ import annotations

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.pages.dates import long_date
from joinedup.subjects.choices import ChangeDeed, KnownKind
from joinedup.subjects.models import KnownChange, Subject

__all__ = ["facts_of", "held", "in_words", "note_change", "user_of"]


def user_of(by: By) -> User | None:
    """The user who acts, where there is one."""
    return by.user if by.kind == ByKind.USER else None


def held(by: By, reference: str, may: May) -> Subject:
    """A record, locked, for somebody who may do this to it. Raises Refused."""
    found = Subject.objects.select_for_update(of=("self",)).filter(reference=reference).first()
    if found is None:
        raise Refused("No such record.")
    check(by, may, found.guard_id, found.reference)
    return found


def in_words(words: str, missing: str, field: str, most: int = 500) -> str:
    """What was written, trimmed. Raises Problem where nothing was."""
    if not words.strip():
        raise Problem(missing, field)
    return words.strip()[:most]


def note_change(
    by: By, subject: Subject, what: KnownKind, deed: ChangeDeed, was: str, now: str, why: str
) -> KnownChange:
    """Keep how something read before and after, and why it was changed. Raises Problem without a
    reason."""
    return KnownChange.objects.create(
        subject=subject, what=what, deed=deed, was=was, now=now, by=user_of(by),
        why=in_words(why, "Say why. Whoever reads this later needs it.", "why"),
    )  # fmt: skip


def facts_of(subject: Subject) -> dict[str, str]:
    """The facts of a record in words, by their labels."""
    return {
        "Words": subject.description,
        "Date of birth": long_date(subject.born_on) or subject.born_text,
        "Expected": long_date(subject.expected_on),
        "Died": long_date(subject.died_on),
        "Age as said": subject.age_text,
        "Sex": str(subject.get_sex_display()) if subject.sex else "",
    }
