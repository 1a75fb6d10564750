"""A look at the register: the filters, order and page that an address holds.

What an address says wrongly is left out and told, never an error page.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, urlencode

from joinedup.assurance.choices import Priority, Rag, Status
from joinedup.pages.rules import NotADate, typed_date

__all__ = [
    "DUE",
    "ORDERS",
    "SIZES",
    "WEEK",
    "Look",
    "address_of",
    "kept_address",
    "look_from",
    "recorded",
    "sort_of",
]

OPEN, CLOSED = "open", "closed"
DUE = {
    "overdue": "Overdue",
    "week": "Due this week",
    "30": "Due in the next 30 days",
    "month": "Due this month",
    "next_month": "Due next month",
    "none": "No date",
}
"""The ready-made choices of when something is due."""

ORDERS = {"due": "Due date", "code": "Code", "owner": "Owner", "updated": "Last update"}
"""What the register can be sorted by."""

SIZES = (20, 50, 100)
MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
REFERENCE = re.compile(r"[A-Z]{2}-\d{4}-[0-9A-Z]{7}\Z")
LONGEST = 200
FLAGS = (
    "no_review", "quiet", "declared", "ran_out", "stale", "doubted", "asked", "moved",
    "date_waits", "embedded", "with_body", "unapproved",
)  # fmt: skip

WEEK = dt.timedelta(days=6)
"""From today to the last day that is "this week": seven days with today."""


@dataclass(frozen=True, slots=True)
class Look:
    """One way of looking at the register. Empty fields do not narrow it; `status` empty means
    all that is still open."""

    q: str = ""
    plan: str = ""
    section: int | None = None
    owner: str = ""
    status: tuple[str, ...] = ()
    rag: tuple[str, ...] = ()
    due: str = ""
    due_from: dt.date | None = None
    due_to: dt.date | None = None
    theme: str = ""
    source: str = ""
    priority: str = ""
    agency: str = ""
    no_review: bool = False
    quiet: bool = False
    declared: bool = False
    ran_out: bool = False
    stale: bool = False
    doubted: bool = False
    asked: bool = False
    moved: bool = False
    date_waits: bool = False
    embedded: bool = False
    with_body: bool = False
    unapproved: bool = False
    sort: str = "due"
    is_down: bool = False
    size: int = 20
    page: int = 1
    problems: tuple[str, ...] = field(default=(), compare=False)

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses asked for; what is still open where nothing was said that closed actions
        could be wanted for."""
        if self.status:
            return self.status
        of_what_is_done = self.declared or self.ran_out or self.stale or self.embedded
        could_be_closed = set(self.rag) - {Rag.RED} or of_what_is_done or self.doubted or self.q
        return (OPEN, CLOSED) if could_be_closed else (OPEN,)


def look_from(values: Mapping[str, Sequence[str]]) -> Look:
    """The look that an address asks for. `values` gives the texts of each name, as
    `dict(request.GET.lists())` does."""
    problems: list[str] = []

    def one(name: str) -> str:
        said = values.get(name) or ("",)
        return said[-1].strip()[:LONGEST].replace("\x00", "")

    def reference(name: str, also: tuple[str, ...] = ()) -> str:
        said = one(name)
        return said if said in also or REFERENCE.match(said) else ""

    def many(name: str, allowed: Sequence[str]) -> tuple[str, ...]:
        said = values.get(name) or ()
        return tuple(word for word in allowed if word in said)

    def day(name: str) -> dt.date | None:
        said = one(name)
        try:
            return typed_date(said) if said else None
        except NotADate as problem:
            problems.append(f"“{said}” is not a date we can read. {problem}.")
            return None

    due_from, due_to = day("from"), day("to")
    if due_from and due_to and due_to < due_from:
        problems.append("The end date is before the start date, so we swapped them.")
        due_from, due_to = due_to, due_from
    due, order = one("due"), one("sort")
    return Look(
        q=one("q"),
        plan=reference("plan"),
        section=_number(one("section"), 1, 2**60),
        owner=reference("owner", ("me", "none")),
        status=many("status", (OPEN, CLOSED, *Status.values)),
        rag=many("rag", Rag.values),
        due=due if due in DUE or _is_month(due) else "",
        due_from=due_from,
        due_to=due_to,
        theme=one("theme")[:120],
        source=reference("source"),
        priority=one("priority") if one("priority") in Priority.values else "",
        agency=reference("agency"),
        **{name: name in (values.get("flag") or ()) for name in FLAGS},
        sort=order.lstrip("-") if order.lstrip("-") in ORDERS else "due",
        is_down=order.startswith("-"),
        size=_number(one("size"), *(SIZES[0], SIZES[-1])) or SIZES[0],
        page=_number(one("page"), 1, 10_000) or 1,
        problems=tuple(problems),
    )


def _number(text: str, least: int, most: int) -> int | None:
    """A whole number within bounds, else None."""
    if not (text.isascii() and text.isdigit()) or len(text) > 18:
        return None
    return int(text) if least <= int(text) <= most else None


def _is_month(text: str) -> bool:
    found = MONTH.match(text)
    return found is not None and 1900 <= int(found[1]) <= 2200 and 1 <= int(found[2]) <= 12


def address_of(look: Look, **changes: object) -> str:
    """The query string of a look, "?plan=…&sort=-due", with some fields changed; what is as usual
    is left out, so that one look has one address."""
    now = replace(look, **changes) if changes else look  # type: ignore[arg-type]
    said: dict[str, object] = {
        name: getattr(now, name)
        for name in ("q", "plan", "section", "owner", "status", "rag", "due")
    }
    said |= {"from": now.due_from, "to": now.due_to, "theme": now.theme, "source": now.source}
    said |= {"priority": now.priority, "agency": now.agency}
    said["flag"] = [name for name in FLAGS if getattr(now, name)]
    said["sort"] = sort_of(now)
    said["size"] = now.size if now.size != SIZES[0] else ""
    said["page"] = now.page if now.page != 1 else ""
    return "?" + urlencode({k: v for k, v in said.items() if v}, doseq=True)


def kept_address(query: str) -> str:
    """The query string of a look as a saved view keeps it: always from "?", never empty, in the
    one order that `address_of` writes, however it was given."""
    address = address_of(look_from(parse_qs(query.removeprefix("?"))), page=1)
    return address if address != "?" else "?status=open"


def sort_of(look: Look) -> str:
    """The order as an address says it; empty where it is as usual."""
    text = ("-" if look.is_down else "") + look.sort
    return "" if text == "due" else text


def recorded(look: Look) -> str:
    """What the audit record keeps of a look: codes and dates, never the words searched for."""
    bare = address_of(look, q="", theme="")[1:]
    words = [name for name in ("q", "theme") if getattr(look, name)]
    return "&".join([*([bare] if bare else []), *(f"{name}=*" for name in words)])
