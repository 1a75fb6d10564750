"""The messages that reminders are put into: one for each address, whatever there is to say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from joinedup.assurance.queries.chase_due import ChaseBook, Due
from joinedup.assurance.rules.chase_mail import MailLine, mail_body, mail_subject
from joinedup.assurance.rules.chasing import Somebody, Told, answers

__all__ = ["Letter", "LetterItem", "letters_of", "unreached", "written"]


@dataclass(frozen=True, slots=True)
class LetterItem:
    """One action in a message, and as what its reader is told of it."""

    due: Due
    told: Told


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one address. `left_out` actions did not fit and come in the next."""

    who: Somebody
    items: tuple[LetterItem, ...]
    left_out: int
    has_account: bool

    @property
    def count(self) -> int:
        """How many actions it speaks of."""
        return len({item.due.action.pk for item in self.items})


def letters_of(book: ChaseBook, dues: Iterable[Due], most: int) -> list[Letter]:
    """One message an address, each with at most `most` actions, the longest overdue first."""
    items: dict[str, list[LetterItem]] = {}
    for due in dues:
        for told in book.told(due):
            items.setdefault(told.who.address.casefold(), []).append(LetterItem(due, told))
    return [
        Letter(
            who=found[0].told.who,
            items=tuple(found[:most]),
            left_out=max(len(found) - most, 0),
            has_account=any(one.told.who.person_id in book.people.with_account for one in found),
        )
        for found in items.values()
    ]


def unreached(book: ChaseBook, dues: Sequence[Due]) -> list[Due]:
    """What nobody at all can be asked about."""
    return [one for one in dues if not book.told(one)]


def written(
    letter: Letter,
    tokens: Mapping[str, str],
    site: str,
    *,
    today: dt.date,
    until: dt.date,
    shown: str = "",
) -> tuple[str, str]:
    """Subject and words of a message. `tokens` are its links by action; for a preview there are
    none, and `shown` stands in their place."""
    home = site.rstrip("/")
    lines = []
    for item in letter.items:
        reference = item.due.action.reference
        token = tokens.get(reference, shown if answers(item.told) else "")
        page = (
            reverse("answer_by_link", args=[token])
            if token
            else reverse("action", args=[reference])
        )
        lines.append(
            MailLine(
                reference=reference,
                due_on=item.due.due_on,
                chased_as=item.told.chased_as,
                address=home + page,
                trouble=item.told.trouble,
                promise=item.due.promise.name,
            )
        )
    has_links = any(answers(item.told) for item in letter.items)
    body = mail_body(
        lines,
        today=today,
        until=until if has_links else None,
        work=home + reverse("my_work") if letter.has_account else "",
        left_out=letter.left_out,
    )
    return mail_subject(lines, letter.left_out), body
