"""What people do with items: add, change, review, withdraw; what a look at a link found."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from joinedup.access.choices import May
from joinedup.access.models import Agency, Post
from joinedup.access.permission import Refused, check_any, check_own
from joinedup.access.problems import Problem, Stale
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.recorder import action, record
from joinedup.library.choices import ItemKind, ItemState, LinkHealth
from joinedup.library.models import Item, Review
from joinedup.library.queries import may_review, processes
from joinedup.library.writing import keep_review
from joinedup.notices.actions.links import revoke_links
from joinedup.notices.choices import Purpose

__all__ = [
    "ItemFacts",
    "add_item",
    "edit_item",
    "note_link",
    "reopen_item",
    "review_item",
    "withdraw_item",
]


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What is said of an item. `owner` is the reference of a post or an organisation."""

    kind: str
    title: str
    owner: str
    words: str = ""
    url: str = ""
    must_say: str = ""
    contact_email: str = ""
    processes: tuple[str, ...] = field(default=())
    next_on: dt.date | None = None


def _held(by: By, reference: str) -> Item:
    check_any(by, May.KEEP_LIBRARY)
    row = Item.objects.select_for_update().filter(reference=reference).first()
    if row is None:
        raise Refused("No such record.")
    return row


def _fill(row: Item, facts: ItemFacts, today: dt.date) -> None:
    if facts.kind not in ItemKind.values:
        raise Problem("Choose what it is.", "kind")
    if not facts.title.strip():
        raise Problem("Give it a title.", "title")
    if facts.kind == ItemKind.PAGE and not facts.url.strip():
        raise Problem("Give the address of the page.", "url")
    if facts.kind == ItemKind.RESOURCE and not (facts.url.strip() or facts.words.strip()):
        raise Problem("Give its address, or write what it says.", "url")
    strange = set(facts.processes) - set(processes(today))
    if strange:
        raise Problem("Choose processes from the list.", "processes")
    if facts.kind == ItemKind.PROTOCOL and not facts.processes:
        raise Problem("Choose the process that it is the protocol of.", "processes")
    if facts.next_on is not None and facts.next_on <= (row.reviewed_on or today):
        raise Problem("The next review lies after the last one. Choose a later day.", "next_on")
    post = Post.objects.filter(reference=facts.owner, ended_on__isnull=True).first()
    agency = Agency.objects.filter(reference=facts.owner, to_on__isnull=True).first()
    if post is None and agency is None:
        raise Problem("Choose the post or the organisation that owns it.", "owner")
    if facts.url.strip() != row.url:
        row.link_health, row.link_fails = LinkHealth.UNCHECKED, 0
        row.link_fault, row.link_checked_at = "", None
    row.kind, row.title, row.words = facts.kind, facts.title.strip()[:200], facts.words.strip()
    row.url, row.must_say = facts.url.strip(), facts.must_say.strip()[:200]
    row.post, row.agency = post, None if post is not None else agency
    row.contact_email, row.next_on = facts.contact_email.strip(), facts.next_on
    row.processes = list(dict.fromkeys(facts.processes))


@action
def add_item(by: By, facts: ItemFacts, *, today: dt.date) -> Item:
    """Add a protocol, a published page or a resource; it counts as reviewed today. Raises Problem
    for facts that cannot be."""
    check_any(by, May.KEEP_LIBRARY)
    made = Item(reviewed_on=today)
    _fill(made, facts, today)
    made.save()
    record(by, "library.add", made.reference, sort=facts.kind)
    return made


@action
def edit_item(by: By, reference: str, facts: ItemFacts, version: int, *, today: dt.date) -> Item:
    """Change what is said of an item; that is no review. Raises Stale where somebody else saved
    first, Problem for facts that cannot be."""
    row = _held(by, reference)
    if row.version != version:
        raise Stale({"Title": row.title, "Address": row.url, "Words": row.words}, row.version)
    owner = (row.post_id, row.agency_id, row.contact_email)
    _fill(row, facts, today)
    row.version += 1
    row.save()
    if owner != (row.post_id, row.agency_id, row.contact_email):
        revoke_links(by, May.KEEP_LIBRARY, purpose=Purpose.REVIEW, about=reference)
    record(by, "library.edit", reference, version=row.version)
    return row


@action
def review_item(
    by: By,
    reference: str,
    verdict: str,
    words: str = "",
    *,
    today: dt.date,
    next_on: dt.date | None = None,
) -> Review:
    """Somebody who keeps the library, or holds the post that owns the item, looked at it. One that
    is not right keeps its old review day, and is flagged until it is. Raises Problem."""
    row = Item.objects.select_for_update().filter(reference=reference).first()
    if row is None:
        raise Refused("No such record.")
    if by.kind == ByKind.USER and may_review(by.user, row):
        check_own(by, by.user)
    else:
        check_any(by, May.KEEP_LIBRARY)
    made = keep_review(by, row, verdict, words, next_on, today)
    record(by, "library.review", reference, verdict=verdict)
    return made


@action
def withdraw_item(by: By, reference: str, reason: str) -> Item:
    """Take an item out of use; it stays to be read by those who keep the library. Raises Problem
    without a reason."""
    row = _held(by, reference)
    if not reason.strip():
        raise Problem("Say why it is no longer in use.", "reason")
    row.state, row.withdrawn_reason = ItemState.WITHDRAWN, reason.strip()[:300]
    row.version += 1
    row.save(update_fields=["state", "withdrawn_reason", "version"])
    revoke_links(by, May.KEEP_LIBRARY, purpose=Purpose.REVIEW, about=reference)
    record(by, "library.withdraw", reference)
    return row


@action
def reopen_item(by: By, reference: str) -> Item:
    """Take a withdrawn item into use again; it counts as reviewed when it last was."""
    row = _held(by, reference)
    row.state, row.withdrawn_reason = ItemState.OPEN, ""
    row.version += 1
    row.save(update_fields=["state", "withdrawn_reason", "version"])
    record(by, "library.reopen", reference)
    return row


@action
def note_link(
    by: By, reference: str, url: str, health: str, fails: int, fault: str, *, now: dt.datetime
) -> Item:
    """Note how the address of an item answered. Nothing is noted where it has another by now."""
    row = _held(by, reference)
    if row.url == url:
        row.link_health, row.link_fails, row.link_fault = health, fails, fault[:20]
        row.link_checked_at = now
        row.save(update_fields=["link_health", "link_fails", "link_fault", "link_checked_at"])
    record(by, "library.note_link", reference, health=str(health))
    return row
