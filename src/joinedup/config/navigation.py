"""What every page shows around its content: the council, the reader, the way to other pages."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from joinedup.access.choices import May
from joinedup.access.permission import holds

__all__ = ["MENU", "site"]

MENU: tuple[tuple[str, str, May], ...] = (
    ("Report a worry", "concern_report", May.REPORT_CONCERNS),
    ("Concerns", "triage", May.TRIAGE),
    ("My work", "my_work", May.READ_PLANS),
    ("Register", "register", May.READ_PLANS),
    ("Plans", "plans", May.READ_PLANS),
    ("Chase list", "chase_list", May.READ_PLANS),
    ("Questions", "questions", May.READ_PLANS),
    ("Findings", "sources", May.READ_PLANS),
    ("Cases", "cases", May.READ_CASES),
    ("Referrals", "referrals", May.READ_CASES),
    ("Papers", "papers", May.READ_PAPERS),
    ("Figures", "figures", May.READ_PLANS),
    ("Bring in a plan", "imports", May.IMPORT_PLANS),
    ("Telephone script", "phone_script", May.TRIAGE),
    ("Directory", "directory", May.KEEP_DIRECTORY),
    ("People", "people", May.MANAGE_PEOPLE),
    ("Accounts", "accounts", May.MANAGE_ACCOUNTS),
    ("Who may open what", "guards", May.SET_ACCESS),
    ("Audit record", "audit", May.READ_AUDIT),
    ("Keeping and erasing", "keeping", May.GOVERN_RECORDS),
    ("Requests for records", "access_requests", May.GOVERN_RECORDS),
    ("Emergency access", "emergency_begin", May.BREAK_GLASS),
    ("Council", "council_settings", May.MANAGE_COUNCIL),
    ("Who is known", "subject_find", May.FIND_PEOPLE),
    ("Records to compare", "subject_pairs", May.LINK_PEOPLE),
    ("Rule book", "rule_book", May.READ_PLANS),
)
"""(words, address name, permission) in the order shown."""


def site(request: HttpRequest) -> dict[str, Any]:
    """Context for layouts: `council_name`, `navigation`, `is_demo`, `signed_in_as`."""
    user: Any = getattr(request, "user", None)
    is_in = user is not None and user.is_authenticated
    menu = [
        {"text": words, "name": name, "may": may.value}
        for words, name, may in MENU
        if is_in and holds(user, may)
    ]
    return {
        "council_name": "Joined Up",
        "navigation": menu,
        "is_demo": settings.IS_DEMO,
        "signed_in_as": str(user) if is_in else "",
    }
