"""What every page shows around its content: the council, the reader, the way to other pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from joinedup.access.choices import May
from joinedup.access.permission import holds

__all__ = ["MENU", "Group", "Page", "site"]

MOST_IN_ONE_ROW = 8


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the menu: its words, the name of its address, who may open it, and the first
    parts of other addresses that belong to it."""

    words: str
    name: str
    may: May
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that stand together under one word of the menu."""

    words: str
    pages: tuple[Page, ...]


MENU: tuple[Page | Group, ...] = (
    Page("My work", "my_work", May.READ_PLANS),
    Page("Report a worry", "concern_report", May.REPORT_CONCERNS),
    Group(
        "Actions",
        (
            Page("Register", "register", May.READ_PLANS, ("actions",)),
            Page("Plans", "plans", May.READ_PLANS, ("doubts",)),
            Page("Chase list", "chase_list", May.READ_PLANS),
            Page("Questions", "questions", May.READ_PLANS),
            Page("Findings", "sources", May.READ_PLANS, ("statements", "responses")),
            Page("Bring in a plan", "imports", May.IMPORT_PLANS),
        ),
    ),
    Group(
        "Papers",
        (
            Page("Papers", "papers", May.READ_PAPERS, ("paper-layouts",)),
            Page("Figures", "figures", May.READ_PLANS, ("figure",)),
        ),
    ),
    Group(
        "Concerns and cases",
        (
            Page("Concerns", "triage", May.TRIAGE),
            Page("Cases", "cases", May.READ_CASES, ("ties",)),
            Page("Referrals", "referrals", May.READ_CASES, ("challenges", "alerts")),
            Page("Who is known", "subject_find", May.FIND_PEOPLE, ("subjects",)),
            Page("Records to compare", "subject_pairs", May.LINK_PEOPLE),
            Page("Telephone script", "phone_script", May.TRIAGE),
            Page("Protocols and resources", "library", May.REPORT_CONCERNS),
        ),
    ),
    Group(
        "Records",
        (
            Page("Audit record", "audit", May.READ_AUDIT, ("records",)),
            Page("Keeping and erasing", "keeping", May.GOVERN_RECORDS, ("erasures",)),
            Page("Requests for records", "access_requests", May.GOVERN_RECORDS),
            Page("Emergency access", "emergency_begin", May.BREAK_GLASS, ("emergencies",)),
        ),
    ),
    Group(
        "Settings",
        (
            Page("People", "people", May.MANAGE_PEOPLE, ("posts", "agencies")),
            Page("Accounts", "accounts", May.MANAGE_ACCOUNTS),
            Page("Mail", "outbox", May.MANAGE_MAIL),
            Page("Who may open what", "guards", May.SET_ACCESS),
            Page("Council", "council_settings", May.MANAGE_COUNCIL),
            Page("Directory", "directory", May.KEEP_DIRECTORY, ("help-numbers",)),
            Page("Rule book", "rule_book", May.READ_PLANS),
        ),
    ),
)
"""In the order shown. Whoever may open few pages sees them in one row, without groups."""


def site(request: HttpRequest) -> dict[str, Any]:
    """Context for layouts: `council_name`, `navigation`, `is_demo`, `signed_in_as`,
    and whether the reader keeps the directory."""
    user: Any = getattr(request, "user", None)
    is_in = user is not None and user.is_authenticated
    return {
        "council_name": "Joined Up",
        "navigation": _menu(user, request.path) if is_in else [],
        "is_demo": settings.IS_DEMO,
        "signed_in_as": str(user) if is_in else "",
        "keeps_directory": is_in and holds(user, May.KEEP_DIRECTORY),
    }


def _menu(user: Any, here: str) -> list[dict[str, Any]]:
    groups = [(one.words, [page for page in _pages(one) if holds(user, page.may)]) for one in MENU]
    groups = [(words, pages) for words, pages in groups if pages]
    shown = [page for _, pages in groups for page in pages]
    hrefs = {page.name: reverse(page.name) for page in shown}
    current = _current(shown, hrefs, here)
    if len(shown) <= MOST_IN_ONE_ROW:
        return [_entry(page, hrefs, current) for page in shown]
    return [
        _entry(pages[0], hrefs, current)
        if len(pages) == 1
        else {
            "text": words,
            "href": hrefs[pages[0].name],
            "current": "true" if current[0] in pages else "",
            "pages": [_entry(page, hrefs, current) for page in pages],
        }
        for words, pages in groups
    ]


def _pages(one: Page | Group) -> tuple[Page, ...]:
    return one.pages if isinstance(one, Group) else (one,)


def _entry(page: Page, hrefs: dict[str, str], current: tuple[Page | None, str]) -> dict[str, Any]:
    return {
        "text": page.words,
        "name": page.name,
        "may": page.may.value,
        "href": hrefs[page.name],
        "current": current[1] if page is current[0] else "",
    }


def _current(shown: list[Page], hrefs: dict[str, str], here: str) -> tuple[Page | None, str]:
    """The page of the menu that `here` is, or belongs to; and what to say of it."""
    within = [page for page in shown if here.startswith(hrefs[page.name])]
    if within:
        page = max(within, key=lambda one: len(hrefs[one.name]))
        return page, "page" if here == hrefs[page.name] else "true"
    first = here.strip("/").split("/")[0]
    return next((page for page in shown if first in page.also), None), "true"
