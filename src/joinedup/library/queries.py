"""The library as pages and the daily job ask for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from joinedup.access.by_link import seen_by_link
from joinedup.access.choices import HoldingKind, May
from joinedup.access.limits import own_rules
from joinedup.access.models import Agency, Holding, Post, User
from joinedup.access.permission import Refused, holds
from joinedup.access.standing import standing
from joinedup.library.choices import Duty, ItemKind, ItemState, LinkHealth
from joinedup.library.models import Item, ProcessDuty
from joinedup.library.rules.reviewing import is_hidden, review_due
from joinedup.notices.models import Link, Notice
from joinedup.notices.queries import by_link
from joinedup.rulebook import Amount, Entry, Kind, Wording, all_entries, history, rule, wording_of

__all__ = [
    "SHOWS",
    "DefinitionShown",
    "ItemLine",
    "ProcessLine",
    "address_of",
    "definitions",
    "holders_to_choose",
    "item_behind",
    "item_lines",
    "item_to",
    "items_to_ask",
    "links_to_try",
    "may_review",
    "process_lines",
    "processes",
    "was_asked",
    "whole_amount",
]

SHOWS = ("", "due", "broken", "withdrawn")
BAD_LINKS = (LinkHealth.BROKEN, LinkHealth.OTHER_WORDS)


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item with what has to be seen of it at once."""

    item: Item
    owner: str
    due_on: dt.date
    is_overdue: bool
    has_bad_link: bool
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class DutyShown:
    """Who does something in a process, and the number of that row."""

    pk: int
    who: str


@dataclass(frozen=True, slots=True)
class ProcessLine:
    """A process: its protocols, and who has which duty in it (leads, does, asked, told)."""

    key: str
    words: str
    protocols: tuple[ItemLine, ...]
    duties: dict[str, tuple[DutyShown, ...]]


@dataclass(frozen=True, slots=True)
class DefinitionShown:
    """A definition with its wordings, the newest first; `forms` are the kinds that are forms of it."""

    title: str
    code: str
    wordings: tuple[Wording, ...]
    now: Wording | None
    forms: tuple[str, ...]


def whole_amount(code: str, today: dt.date) -> Amount:
    """A limit of the library. Raises NoRuleHeld."""
    return rule(code, today, own_rules()).amount("limit")


def processes(today: dt.date) -> dict[str, str]:
    """Processes that need a protocol and a lead: key → words."""
    rows = rule("library.processes", today, own_rules()).rows("rows")
    return {str(row["key"]): str(row["words"]) for row in rows}


def _items() -> QuerySet[Item]:
    return Item.objects.select_related("post__agency", "agency").order_by("title", "pk")


def _owner(item: Item) -> str:
    if item.post is not None:
        return f"{item.post}, {item.post.agency}"
    return str(item.agency)


def _lines(items: Iterable[Item], today: dt.date) -> list[ItemLine]:
    limits = {kind: whole_amount(f"library.review_{kind}", today) for kind in ItemKind.values}
    found = []
    for item in items:
        due = review_due(item.reviewed_on, limits[item.kind], item.next_on)
        found.append(
            ItemLine(
                item=item,
                owner=_owner(item),
                due_on=due,
                is_overdue=due < today,
                has_bad_link=item.link_health in BAD_LINKS,
                is_hidden=is_hidden(item.kind, due, today, item.is_wrong),
            )
        )
    return found


def may_review(user: User, item: Item) -> bool:
    """Whether somebody keeps the library, or holds the post that owns the item."""
    return holds(user, May.KEEP_LIBRARY) or item.post_id in standing(user).post_ids


def item_lines(user: User, today: dt.date, kind: str = "", show: str = "") -> list[ItemLine]:
    """Items by title. `show` is "due" (to be reviewed, or said to be wrong), "broken", "withdrawn"
    or empty for all in use. What is hidden is listed for those alone who may review it."""
    state = ItemState.WITHDRAWN if show == "withdrawn" else ItemState.OPEN
    rows = _items().filter(state=state)
    rows = rows.filter(kind=kind) if kind in ItemKind.values else rows
    found = [one for one in _lines(rows, today) if not one.is_hidden or may_review(user, one.item)]
    if show == "due":
        return [one for one in found if one.is_overdue or one.item.is_wrong]
    return [one for one in found if one.has_bad_link] if show == "broken" else found


def item_to(user: User, reference: str, today: dt.date) -> ItemLine:
    """One item. Raises Refused (404) where there is none, or it is hidden from this reader."""
    row = _items().filter(reference=reference).first()
    if row is None:
        raise Refused("No such record.")
    line = _lines([row], today)[0]
    if (line.is_hidden or row.state == ItemState.WITHDRAWN) and not may_review(user, row):
        raise Refused("No such record.")
    return line


def process_lines(today: dt.date) -> list[ProcessLine]:
    """Every process with its protocols and who does what, in the order of the rule."""
    protocols = _lines(_items().filter(kind=ItemKind.PROTOCOL, state=ItemState.OPEN), today)
    rows = ProcessDuty.objects.filter(to_on__isnull=True, from_on__lte=today).order_by("pk")
    duties: dict[tuple[str, str], list[DutyShown]] = {}
    for row in rows.select_related("post__agency", "agency"):
        who = f"{row.post}, {row.post.agency}" if row.post is not None else str(row.agency)
        duties.setdefault((row.process, row.duty), []).append(DutyShown(row.pk, who))
    return [
        ProcessLine(
            key=key,
            words=words,
            protocols=tuple(one for one in protocols if key in one.item.processes),
            duties={duty: tuple(duties.get((key, duty), ())) for duty in Duty.values},
        )
        for key, words in processes(today).items()
    ]


def holders_to_choose() -> list[tuple[str, str]]:
    """Posts and organisations that can own an item or have a duty: (reference, words)."""
    posts = Post.objects.filter(ended_on__isnull=True).select_related("agency").order_by("title")
    agencies = Agency.objects.filter(to_on__isnull=True).order_by("name")
    found = [(one.reference, f"{one.title}, {one.agency}") for one in posts]
    return [*found, *((one.reference, one.name) for one in agencies)]


def address_of(item: Item, today: dt.date) -> str:
    """Where the owner of an item is asked: the address kept with it, the organisation's contact, or
    whoever holds the post. Empty where there is none."""
    if item.contact_email or item.agency is not None:
        return item.contact_email or (item.agency.contact_email if item.agency else "")
    held = Q(to_on__isnull=True) | Q(to_on__gte=today)
    rows = Holding.objects.filter(held, post=item.post_id, kind=HoldingKind.LEAD)
    holder = rows.filter(from_on__lte=today).select_related("person").first()
    return holder.person.email if holder is not None else ""


def items_to_ask(today: dt.date) -> list[ItemLine]:
    """Items in use whose review is overdue."""
    return [one for one in _lines(_items().filter(state=ItemState.OPEN), today) if one.is_overdue]


def was_asked(key: str) -> bool:
    """Whether this very mail was written already."""
    return Notice.objects.filter(key=key).exists()


def links_to_try(most: int) -> list[Item]:
    """Items in use with an address, those first that were tried longest ago."""
    rows = Item.objects.filter(state=ItemState.OPEN).exclude(url="")
    never = list(rows.filter(link_checked_at__isnull=True).order_by("pk")[:most])
    tried = rows.filter(link_checked_at__isnull=False).order_by("link_checked_at", "pk")
    return [*never, *tried[: most - len(never)]]


def item_behind(link: Link) -> Item | None:
    """The item that a good link opens, recorded as seen; None where it is withdrawn."""
    row = _items().filter(reference=link.about, state=ItemState.OPEN).first()
    if row is not None:
        seen_by_link(by_link(link), row.reference)
    return row


def definitions(today: dt.date) -> list[DefinitionShown]:
    """What words mean when casework is counted: each with its dated wordings, by title."""
    own = own_rules()
    codes = {one.code for one in (*all_entries(), *own) if _is_definition(one)}
    found = []
    for code in codes:
        entries = history(code, own)
        held = [one for one in entries if one.holds_on(today)]
        forms = held[-1].strings("forms") if held else ()
        titles = tuple(past[-1].title for past in (history(one, own) for one in forms) if past)
        found.append(
            DefinitionShown(
                title=(held or list(entries))[-1].title,
                code=code,
                wordings=tuple(wording_of(one) for one in reversed(entries)),
                now=wording_of(held[-1]) if held else None,
                forms=titles,
            )
        )
    return sorted(found, key=lambda one: (not one.code.startswith("definition."), one.title))


def _is_definition(entry: Entry) -> bool:
    return entry.kind is Kind.DEFINITION and entry.code.startswith(("definition.", "count."))
