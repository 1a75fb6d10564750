"""Which tables make one plan, and which headings over them are its title or its sections."""

from __future__ import annotations

from dataclasses import dataclass

from .lexicon import opens_heading
from .surroundings import Over
from .tables import Analysis, title_of

__all__ = ["Group", "Member", "group_tables"]


@dataclass(frozen=True)
class Member:
    """A table of a plan with the section that its heading gives ("" for none)."""

    analysis: Analysis
    section: str
    section_ids: tuple[str, ...]
    keeps_section: bool


@dataclass(frozen=True)
class Group:
    """One plan: its title, where the title stands, its tables, headings near it."""

    title: str
    title_ids: tuple[str, ...]
    members: tuple[Member, ...]
    near: tuple[str, ...]


def _same_layout(one: Analysis, two: Analysis) -> bool:
    return two.goes_on or one.fingerprint == two.fingerprint


def _sheet(analysis: Analysis) -> str:
    return analysis.view.table.place.sheet or ""


def group_tables(tables: list[tuple[Analysis, list[Over]]]) -> list[Group]:
    """Put plan tables that follow each other in one layout together."""
    runs: list[list[tuple[Analysis, list[Over]]]] = []
    for analysis, over in tables:
        if runs and _joins_run(runs[-1], analysis, over):
            runs[-1].append((analysis, over))
        else:
            runs.append([(analysis, over)])
    return [_group(run) for run in runs]


def _joins_run(
    run: list[tuple[Analysis, list[Over]]], analysis: Analysis, over: list[Over]
) -> bool:
    last = run[-1][0]
    if not _same_layout(last, analysis) or _sheet(last) != _sheet(analysis):
        return False
    if not over:
        return not title_of(analysis)[0] or title_of(analysis)[0] == title_of(run[0][0])[0]
    return _is_section(run[0][1], over)


def _is_section(first: list[Over], over: list[Over]) -> bool:
    """True where the heading over a table is a part of the plan that began earlier."""
    if opens_heading(over[0].text):
        return True
    if over[0].level and first and first[0].level:
        return over[0].level > 1 and (len(first) > 1 or over[0].level > first[0].level)
    return len(first) > 1


def _group(run: list[tuple[Analysis, list[Over]]]) -> Group:
    first, over = run[0]
    printed, ids = title_of(first)
    many = len([1 for _, heads in run if heads]) > 1
    own_section = (
        bool(over)
        and (many or opens_heading(over[0].text))
        and (len(over) > 1 or bool(printed) or opens_heading(over[0].text))
    )
    marked = next((head for head in over if head.level), None)
    higher = _higher(over) if own_section else (marked or (over[0] if over else None))
    if printed:
        title, title_ids = printed, ids
    elif higher is not None:
        title, title_ids = higher.text, (f"b{higher.index}",)
    else:
        title, title_ids = first.view.table.title or _sheet(first), ()
    members = []
    for n, (analysis, heads) in enumerate(run):
        has = bool(heads) and (own_section if n == 0 else True)
        members.append(
            Member(
                analysis,
                heads[0].text if has else "",
                (f"b{heads[0].index}",) if has else (),
                keeps_section=not heads and n > 0,
            )
        )
    near = tuple([title, *(head.text for head in over[:6])])
    return Group(title, title_ids, tuple(members), near)


def _higher(over: list[Over]) -> Over | None:
    """The heading above the nearest one: a level up where levels are marked."""
    for head in over[1:]:
        if not over[0].level or not head.level or head.level < over[0].level:
            return head
    return None
