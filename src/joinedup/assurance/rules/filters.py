"""What the register may be narrowed and sorted by, as it stands in an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlencode

__all__ = ["DUE_CHOICES", "SORTS", "Filters", "as_query", "filters_from"]

DUE_CHOICES = {
    "overdue": "Overdue",
    "today": "Today",
    "week": "In the next 7 days",
    "month": "In the next 30 days",
    "later": "Later than 30 days",
    "none": "No date",
}

SORTS = {
    "due": "Due date",
    "code": "Number",
    "plan": "Order in the plan",
    "status": "Status",
    "priority": "Priority",
    "updated": "Last update",
    "title": "Action",
}
"""Every sort; with a minus sign before it, the other way round."""


@dataclass(frozen=True, slots=True)
class Filters:
    """How the register is narrowed; an empty field does not narrow. Plans, sources, owners and
    organisations are given by reference, a section and a theme by their words."""

    plan: str = ""
    section: str = ""
    owner: str = ""
    agency: str = ""
    status: str = ""
    rag: str = ""
    due: str = ""
    theme: str = ""
    source: str = ""
    priority: str = ""
    proof: str = ""
    words: str = ""
    no_review: bool = False
    quiet: bool = False
    unowned: bool = False
    with_parts: bool = False


FLAGS = frozenset(one.name for one in fields(Filters) if one.type == "bool")
LONGEST = 300


def filters_from(query: Mapping[str, str]) -> Filters:
    """The filters that an address says; what it says beyond them is left aside."""
    values: dict[str, str | bool] = {}
    for one in fields(Filters):
        said = str(query.get(one.name, "")).strip()[:LONGEST]
        values[one.name] = said in ("1", "yes", "on", "true") if one.name in FLAGS else said
    return Filters(**values)  # type: ignore[arg-type]


def as_query(filters: Filters, sort: str = "", page: int = 1) -> str:
    """The same as an address says it, empty fields left out."""
    said = {
        one.name: "1" if one.name in FLAGS else getattr(filters, one.name)
        for one in fields(Filters)
        if getattr(filters, one.name)
    }
    if sort:
        said["sort"] = sort
    if page > 1:
        said["page"] = str(page)
    return urlencode(said)
