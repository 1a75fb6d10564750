"""Owners of pages, protocols and resources are asked to look at them, and answer without an account."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check_any
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.library.choices import ItemState
from joinedup.library.models import Item, Review
from joinedup.library.queries import address_of, items_to_ask, was_asked, whole_amount
from joinedup.library.rules.reviewing import asked_times
from joinedup.library.writing import keep_review
from joinedup.notices.actions.links import make_link, revoke_links, use_link
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link
from joinedup.notices.outbox import post
from joinedup.notices.writing import holder_of

__all__ = ["ask_owner", "ask_owners", "confirm_by_link"]

SUBJECT = "Please look at “{title}”: is it still right?"
BODY = """Hello,

you look after “{title}” ({kind}). Please look at it again, so that nobody works by what is out of date.

Is it still right? Tell us here, without an account:

{address}

You can answer by it once, until {until}. Opening it changes nothing.
"""


@action
def ask_owner(by: By, reference: str, site: str, key: str, *, today: dt.date) -> bool:
    """Write the owner of an item a mail with a link to answer; earlier links stop. Whether there was
    an address. `key` names this mail once and for all."""
    check_any(by, May.KEEP_LIBRARY)
    rows = Item.objects.select_related("agency").filter(reference=reference)
    row = rows.filter(state=ItemState.OPEN).first()
    if row is None:
        raise Refused("No such record.")
    address = address_of(row, today)
    # pressed twice, the link that is on its way stays good
    if address and not was_asked(key):
        revoke_links(by, May.KEEP_LIBRARY, purpose=Purpose.REVIEW, about=reference)
        _post(by, row, site, address, key, today)
    record(by, "library.ask_owner", reference, posted=bool(address))
    return bool(address)


def _post(by: By, row: Item, site: str, address: str, key: str, today: dt.date) -> None:
    days = whole_amount("library.answer_link", today).number
    until = timezone.now() + dt.timedelta(days=days)
    _, token = make_link(
        by, May.KEEP_LIBRARY, purpose=Purpose.REVIEW, about=row.reference, expires_at=until,
        recipient=address,
    )  # fmt: skip
    last = timezone.localtime(until)
    post(
        key=key,
        purpose=Purpose.REVIEW,
        recipient=address,
        subject=SUBJECT.format(title=row.title[:120]),
        body=BODY.format(
            title=row.title,
            kind=row.get_kind_display().lower(),
            address=site.rstrip("/") + reverse("library_answer", args=[token]),
            until=f"{last.day} {last:%B %Y}",
        ),
        about=row.reference,
    )


@action
def ask_owners(by: By, site: str, *, today: dt.date) -> int:
    """Ask the owners of everything whose review is overdue, and again from time to time until they
    have looked. How many mails were written. For the daily job; twice a day is once."""
    check_any(by, May.KEEP_LIBRARY)
    every = whole_amount("library.ask_again", today).number
    count = 0
    for line in items_to_ask(today):
        reference, times = line.item.reference, asked_times(line.due_on, today, every)
        key = f"library:{reference}:{line.due_on.isoformat()}:{times}"
        if address_of(line.item, today) and not was_asked(key):
            count += int(ask_owner(by, reference, site, key, today=today))
    record(by, "library.ask_owners", "daily", count=count)
    return count


@action
def confirm_by_link(link: Link, verdict: str, words: str, *, today: dt.date) -> Review:
    """Keep what the holder of a link found; the link is spent. Raises Refused where there is nothing
    to answer, Problem with the link still good."""
    by = holder_of(link, Purpose.REVIEW)
    row = Item.objects.select_for_update().filter(reference=link.about).first()
    if row is None or row.state != ItemState.OPEN:
        raise Refused("No such page.")
    use_link(by, link)
    made = keep_review(by, row, verdict, words, None, today)
    record(by, "library.confirm_by_link", row.reference, verdict=verdict, link=link.reference)
    return made
