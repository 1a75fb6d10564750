"""What the register writes into a paper: each section's code made into blocks, as at a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence

from django.db.models import prefetch_related_objects

from joinedup.access.models import User
from joinedup.assurance.models import Plan
from joinedup.documents.blocks import Block
from joinedup.papers.contents.changes import what_changed
from joinedup.papers.contents.choosing import plans_for
from joinedup.papers.contents.exceptions import chase_list, exceptions
from joinedup.papers.contents.numbers import declared_figures, has_figures
from joinedup.papers.contents.plans import audit_actions, five_column, plan_table, section_11
from joinedup.papers.contents.positions import chosen_sources, grades, position_table
from joinedup.papers.contents.snapshot import Snapshot, snapshot
from joinedup.papers.contents.summary import plain_summary, worry_page
from joinedup.papers.contents.tracker import tracker
from joinedup.papers.contents.wording import paragraph

__all__ = ["FILLS", "Register", "build_section"]

FROM_ROWS: Mapping[str, Callable[[Snapshot], list[Block]]] = {
    "plan_table": plan_table,
    "audit_actions": audit_actions,
    "five_column": five_column,
    "exceptions": exceptions,
    "chase_list": chase_list,
    "plain_summary": plain_summary,
    "worry_page": worry_page,
}
NO_PLAN = "No plan of this paper belongs to this section."
FILLS = frozenset(
    {*FROM_ROWS, "section_11", "tracker", "what_changed", "position_table", "declared_figures"}
)
"""The codes of everything that the register writes."""


class Register:
    """The plans of one paper for one reader as at a day, read once for all its sections."""

    def __init__(
        self, plans: Sequence[Plan], as_at: dt.date, reader: User, since: dt.date | None = None
    ) -> None:
        self.plans, self.as_at, self.reader, self.since = list(plans), as_at, reader, since
        prefetch_related_objects(self.plans, "source")
        self._kept: dict[dt.date, Snapshot] = {}

    def at(self, on: dt.date) -> Snapshot:
        """Every plan of the paper at the end of a day."""
        if on not in self._kept:
            self._kept[on] = snapshot(self.reader, self.plans, on)
        return self._kept[on]

    def has_nothing(self, code: str, about: str = "") -> bool:
        """Whether the register has nothing at all for a section."""
        if code == "declared_figures":
            return not has_figures(self.reader, about, self.as_at)
        is_source = about.startswith("SO-")
        if code == "position_table" or (code == "section_11" and is_source):
            return not chosen_sources(self.reader, self.plans, about if is_source else "")
        return not plans_for(code, self.plans, about)

    def standing(self, references: Collection[str]) -> dict[str, str]:
        """What each of these actions is and how it stood, by reference; one that the reader may not
        see or that was not there yet is left out."""
        if not references:
            return {}
        rows = [one for row in self.at(self.as_at).rows for one in (row, *row.parts)]
        found = {one.reference: one for one in rows if one.reference in references}
        return {name: f"{one.name}: {one.standing}" for name, one in found.items()}

    def _section_11(self, about: str) -> list[Block]:
        """The grades of the standards that the plans answer, where they have been taken down, and
        then the plans that close the gaps."""
        chosen = plans_for("section_11", self.plans, about)
        if not chosen:
            return [paragraph(NO_PLAN)]
        graded = chosen_sources(self.reader, chosen)
        above = grades(self.reader, graded, self.as_at) if graded else []
        return [*above, *section_11(_only(self.at(self.as_at), chosen))]

    def section(self, code: str, about: str = "") -> list[Block]:
        """The blocks of one section. `about` narrows it to one plan, source or set of figures,
        by reference. Raises KeyError for a code that nobody knows."""
        if code == "declared_figures":
            return declared_figures(self.reader, about, self.as_at)
        is_source = about.startswith("SO-")
        if code == "position_table" or (code == "section_11" and is_source):
            found = chosen_sources(self.reader, self.plans, about if is_source else "")
            return (grades if code == "section_11" else position_table)(
                self.reader, found, self.as_at
            )
        if code == "section_11":
            return self._section_11(about)
        chosen = plans_for(code, self.plans, about)
        if not chosen:
            return [paragraph(NO_PLAN)]
        snap = _only(self.at(self.as_at), chosen)
        if code == "tracker":
            return tracker(snap, self.since)
        if code == "what_changed":
            return what_changed(snap, _only(self.at(self.since), chosen) if self.since else None)
        return FROM_ROWS[code](snap)


def _only(snap: Snapshot, plans: Sequence[Plan]) -> Snapshot:
    """A snapshot of some of its plans, in their order."""
    rows = tuple(row for plan in plans for row in snap.of(plan))
    return Snapshot(snap.on, tuple(plans), rows)


def build_section(
    code: str,
    plans: Sequence[Plan],
    as_at: dt.date,
    today: dt.date,
    reader: User,
    *,
    about: str = "",
    since: dt.date | None = None,
) -> list[Block]:
    """One section of a paper as the register knows it at the end of a day (never after today),
    for one reader. `since` is the day of the last published paper. For several sections of one
    paper make a `Register` once."""
    return Register(plans, min(as_at, today), reader, since).section(code, about)
