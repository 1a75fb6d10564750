"""What sources say beside what organisations answer; standards beside their grades."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from joinedup.access.models import Agency, User
from joinedup.assurance.models import ResponseStatement, Source, Statement
from joinedup.assurance.queries import responses, sources
from joinedup.documents.blocks import Block, Cell, Column, Heading, Table, cell
from joinedup.papers.contents.wording import note, paragraph

__all__ = ["chosen_sources", "grades", "position_table"]

WAITING = "Not answered yet"
NOTHING = "No source is part of this section. Choose the one whose findings it answers."


def chosen_sources(user: User, plans: Sequence[object], about: str = "") -> list[Source]:
    """The source that the section is about; without one, those that the plans answer and of which
    something has been taken down."""
    rows = sources(user)
    if about:
        return list(rows.filter(reference=about))
    ids = {one.source_id for one in plans if getattr(one, "source_id", None)}  # type: ignore[attr-defined]
    return list(rows.filter(pk__in=ids, statements__isnull=False).distinct())


def _answers(user: User, of: Iterable[Statement], on: dt.date) -> list[ResponseStatement]:
    """Every answer given by the day that this reader may see, first to last."""
    seen = responses(user).order_by().values("pk")
    rows = ResponseStatement.objects.filter(statement__in=list(of), response__in=seen)
    told = rows.select_related("response__agency").order_by("response", "pk")
    return [one for one in told if not one.response.answered_on or one.response.answered_on <= on]


def _statements(found: Sequence[Source]) -> dict[int, list[Statement]]:
    said: dict[int, list[Statement]] = {one.pk: [] for one in found}
    for one in Statement.objects.filter(source__in=list(found)).order_by("position", "pk"):
        said[one.source_id].append(one)
    return said


def position_table(user: User, found: Sequence[Source], on: dt.date) -> list[Block]:
    """Each finding with the position of every organisation that answers, by theme, in the order of
    the source. A position that answers several findings stands once; the others point to it."""
    if not found:
        return [paragraph(NOTHING)]
    said = _statements(found)
    links = _answers(user, (one for rows in said.values() for one in rows), on)
    blocks: list[Block] = []
    shown = [one for one in found if said[one.pk]] or found[:1]
    for source in shown:
        if len(shown) > 1:
            blocks.append(Heading(2, source.title, is_numbered=False))
        own = {one.pk for one in said[source.pk]}
        caption = "" if len(shown) > 1 else source.title
        if not own:
            blocks.append(paragraph(f"No findings have been taken down from “{source.title}” yet."))
            continue
        blocks += _positions(caption, said[source.pk], [x for x in links if x.statement_id in own])
    return blocks


def _positions(
    caption: str, said: Sequence[Statement], links: Sequence[ResponseStatement]
) -> list[Block]:
    agencies = _who(links)
    words = _words(said, links)
    rows: list[tuple[Cell, ...]] = []
    bands: set[int] = set()
    theme = ""
    for one in said:
        if one.theme and one.theme != theme:
            theme = one.theme
            bands.add(len(rows))
            rows.append((cell(theme, bold=True), *[cell() for _ in range(1 + len(agencies))]))
        told = [cell(words.get((one.pk, agency.pk), WAITING)) for agency in agencies]
        rows.append((cell(_place(one)), cell(one.words), *told))
    columns = (
        Column("Page ref", width=1.0),
        Column("Identified issues and recommendations", width=2.4),
        *(Column(f"{agency.name} position", width=3.0) for agency in agencies),
    )
    silent = [one for one in said if not any(link.statement_id == one.pk for link in links)]
    blocks: list[Block] = [Table(caption, columns, tuple(rows), frozenset(bands))]
    if silent:
        blocks.append(note(f"{len(silent)} of {len(said)} have not been answered by anybody."))
    return blocks


def _place(one: Statement) -> str:
    return ", ".join(filter(None, [one.place, one.number]))


def _who(links: Sequence[ResponseStatement]) -> list[Agency]:
    """Who answers, the council itself last, so that its own position stands beside the others'."""
    found = {one.response.agency_id: one.response.agency for one in links}
    return sorted(found.values(), key=lambda one: (one.is_home, one.name.casefold()))


def _words(
    said: Sequence[Statement], links: Sequence[ResponseStatement]
) -> Mapping[tuple[int, int], str]:
    """(statement, organisation) → its position."""
    by_pair = {(one.statement_id, one.response.agency_id): one.response for one in links}
    first: dict[int, Statement] = {}
    told = {}
    for statement in said:
        for (pk, agency), response in by_pair.items():
            if pk != statement.pk or not response.position.strip():
                continue
            before = first.setdefault(response.pk, statement)
            place = _place(before)
            words = "\n\n".join(response.position.split("\n"))
            again = f"See above ({place})" if place else "See above"
            told[pk, agency] = words if before is statement else again
    return told


def grades(user: User, found: Sequence[Source], on: dt.date) -> list[Block]:
    """Each standard with the grade that the organisation gives itself and the moderated one."""
    if not found:
        return [paragraph(NOTHING)]
    said = _statements(found)
    links = _answers(user, (one for rows in said.values() for one in rows), on)
    blocks: list[Block] = []
    for source in found:
        titles = {one.pk: one for one in said[source.pk]}
        rows = tuple(
            (cell(_standard(titles[one.statement_id])), cell(one.response.agency.name),
             cell(one.response.self_grade or "Not graded"),
             cell(_moderated(one, on)), cell(one.response.position or WAITING))
            for one in sorted(links, key=lambda x: (titles[x.statement_id].position
                              if x.statement_id in titles else 0, x.pk))
            if one.statement_id in titles
        )  # fmt: skip
        columns = (Column("Standard", width=2.4), Column("Organisation", width=1.2),
                   Column("Own grade"), Column("Moderated grade"),
                   Column("Position", width=2.6))  # fmt: skip
        if rows:
            blocks.append(Table(source.title, columns, rows))
        else:
            blocks.append(paragraph(f"Nobody has graded “{source.title}” yet."))
    return blocks


def _standard(one: Statement) -> str:
    return ". ".join(filter(None, [one.number, one.words]))


def _moderated(one: ResponseStatement, on: dt.date) -> str:
    when = one.response.moderated_on
    return one.response.moderated_grade if when and when <= on else "Not moderated"
