"""The plan in sentences that a councillor understands, and the one page of what should worry."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from joinedup.assurance.choices import Priority, Rag, Status
from joinedup.assurance.rules.standing import needs_evidence
from joinedup.documents.blocks import Block, Numbered, Run, Text
from joinedup.documents.blocks import text as run
from joinedup.pages.dates import dated, long_date, plural, times
from joinedup.papers.contents.charts import Bar, bar_chart
from joinedup.papers.contents.exceptions import due_soon, overdue, silent
from joinedup.papers.contents.snapshot import Row, Snapshot
from joinedup.papers.contents.wording import colour_words, days_of, number_of, paragraph

__all__ = ["Worry", "plain_summary", "worries", "worry_page"]

ORDER = (Rag.RED, Rag.AMBER, Rag.GREEN, Rag.BLUE, Rag.GREY)
WEIGHT = {Priority.HIGH: 40, Priority.MEDIUM: 15}
OFTEN = 2
LONGEST, LONGEST_OWNER, MOST_OWNERS = 160, 60, 3
"""Letters of a title and of an owner, and owners named, so that the worst fit on one page."""


def plain_summary(snap: Snapshot) -> list[Block]:
    """How many actions there are, how they stand, what is late; then the colours as a chart."""
    rows = snap.rows
    if not rows:
        return [paragraph("There is nothing in these plans yet.")]
    colours = Counter(one.colour for one in rows)
    said = colour_words(snap.on)
    bars = [
        Bar(said.get(one, one.capitalize()), colours[one], str(colours[one]), one) for one in ORDER
    ]
    return [
        *(paragraph(one) for one in _sentences(snap)),
        bar_chart("How the actions stand", "Colour and what it means", "Actions", bars),
    ]


def _sentences(snap: Snapshot) -> list[str]:
    rows, late = snap.rows, overdue(snap)
    done = [one for one in rows if one.state.status == Status.COMPLETE]
    proved = [one for one in done if not needs_evidence(one.state, snap.on)]
    duties = [one for one in rows if one.state.recurrence and one.is_open]
    nobody = [one for one in rows if one.is_open and not one.owners]
    titles = " and ".join(filter(None, [", ".join(one.title for one in snap.plans[:-1]),
                                        snap.plans[-1].title]))  # fmt: skip
    first = (
        f"This paper speaks of {plural(len(rows), 'action')} in {titles}, as known on "
        f"{long_date(snap.on)}. {_part(len(done), len(rows))} said to be complete"
        f"{f'; evidence shows it for {len(proved)}' if done else ''}."
    )
    told = [first]
    if late:
        worst = max(late, key=lambda one: one.late)
        told.append(
            f"{_part(len(late), len(rows))} overdue. The longest is “{_short(worst.name)}”: "
            f"{plural(worst.late, 'day')}."
        )
    else:
        told.append("Nothing is overdue.")
    soon, quiet = due_soon(snap), silent(snap)
    ahead, back = (days_of(f"limit.{one}", snap.on).days for one in ("due_soon", "no_update"))
    silence = (
        f"On {plural(len(quiet), 'action')} nobody has reported for {back} days or more."
        if quiet
        else f"Every open action has been reported on within {back} days."
    )
    told.append(f"{_part(len(soon), len(rows))} due in the next {ahead} days. {silence}")
    if duties:
        told.append(
            f"{plural(len(duties), 'duty', 'duties')} come back again and again, so they are never "
            "finished; what counts is when each was last met."
        )
    if nobody:
        told.append(f"{_part(len(nobody), len(rows))} without an owner.")
    return told


def _short(name: str) -> str:
    """As much of a long title as a sentence can hold, cut between words."""
    return shorten(name, LONGEST, placeholder=" …")


def _part(number: int, whole: int) -> str:
    """ "3 of 22 are", "1 of 22 is", "None of 22 is"."""
    return f"{number or 'None'} of {whole} {'are' if number > 1 else 'is'}"


@dataclass(frozen=True, slots=True)
class Worry:
    """A row with everything about it that should worry, the gravest first."""

    row: Row
    weight: int
    reasons: tuple[str, ...]


def worries(snap: Snapshot) -> list[Worry]:
    """Rows with a reason to worry, the worst first: late, moved again and again, silent, nobody's,
    or called complete by word alone. High priority weighs more."""
    quiet = {one.pk for one in silent(snap)}
    found = [_worry(one, snap.on, one.pk in quiet) for one in snap.rows]
    told = [one for one in found if one.reasons]
    return sorted(told, key=lambda one: (-one.weight, one.row.pk))


def _worry(row: Row, on: dt.date, is_quiet: bool) -> Worry:
    reasons: list[tuple[int, str]] = []
    state = row.state
    if row.late:
        weight = 50 + min(row.late, 365)
        reasons.append((weight, f"It is {plural(row.late, 'day')} late."))
    if row.is_open and not row.owners:
        reasons.append((60, "Nobody owns it."))
    if row.is_open and len(row.moves) >= OFTEN:
        reasons.append((20 * len(row.moves), f"Its date has been moved {times(len(row.moves))}."))
    if is_quiet:
        said = long_date(state.updated_on)
        reasons.append((30, f"Nobody has reported since {said}." if said else "Nobody reported."))
    if state.status == Status.COMPLETE and needs_evidence(state, on):
        reasons.append((25, "It is said to be complete, and nothing shows it."))
    if row.is_open and row.colour == Rag.RED and not row.late:
        reasons.append((45, f"It is red: {_within(row)}"))
    if not reasons:
        return Worry(row, 0, ())
    if state.priority in WEIGHT:
        label = Priority(state.priority).label.lower()
        reasons.append((WEIGHT[Priority(state.priority)], f"Its priority is {label}."))
    reasons.sort(key=lambda one: -one[0])
    return Worry(row, sum(one for one, _ in reasons), tuple(words for _, words in reasons))


def _within(row: Row) -> str:
    """Why a row has its colour, to go on in a sentence; the lead's own words stay as typed."""
    if row.state.rag_set_reason:
        return row.reason
    return row.reason[:1].lower() + row.reason[1:]


def worry_page(snap: Snapshot) -> list[Block]:
    """One page: the worst first, each with its reasons and who can mend it."""
    most = number_of("papers.worries", snap.on)
    found = worries(snap)
    if not found:
        return [paragraph("Nothing in these plans gives a reason to worry today.")]
    first = f"{plural(len(found), 'action')} of {len(snap.rows)} "
    first += "gives" if len(found) == 1 else "give"
    first += " a reason to worry."
    if len(found) > most:
        first += f" These are the {most} worst."
    return [paragraph(first), Numbered(tuple(_told(one) for one in found[:most]))]


def _told(worry: Worry) -> Text:
    row = worry.row
    owners, said = _few(row.owners), " ".join(worry.reasons)
    # a bare number after the number of the line reads like one: "4. 6. Take leavers off"
    title = f"Action {row.name}" if row.state.code[:1].isdigit() else row.name
    name = Run(shorten(title.rstrip("."), LONGEST, placeholder=" …") + ". ", is_bold=True)
    if not row.is_open:
        return (name, *run(f"{said} Ask {owners or 'who did it'} for evidence."))
    ask = f"Ask {owners}." if owners else "Ask who will take it."
    day = row.state.next_on
    first = "Next due" if row.state.recurrence else "Due"
    due = f"{first} {dated(day, row.state.due_precision or 'day')}." if day else f"{row.due}."
    return (name, *run(f"{said} {due} {ask}"))


def _few(owners: Sequence[str]) -> str:
    """The first owners by name, the others as a number: the page stays one page."""
    shown = [shorten(one, LONGEST_OWNER, placeholder=" …") for one in owners[:MOST_OWNERS]]
    more = len(owners) - len(shown)
    return ", ".join(shown) + (f" and {plural(more, 'other')}" if more else "")
