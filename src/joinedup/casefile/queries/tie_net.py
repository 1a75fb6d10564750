"""The ties of a record and of the records that these lead to, as one reader meets them, to be drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.access.models import User
from joinedup.casefile.choices import TieVerdict
from joinedup.casefile.queries.ties import TieShown, ties_of_each
from joinedup.casefile.rules.tie_picture import NetLine, Picture, drawn, things_of
from joinedup.cases.models import Case

__all__ = ["TieNet", "net_of"]

MOST_FOLLOWED = 8
"""How many records are followed from the one that is looked at; the page says where there are more."""
RESTRICTED = "Restricted"


@dataclass(frozen=True, slots=True)
class NetRow:
    """One tie in words, for the list beneath the picture."""

    first: str
    second: str
    why: str
    standing: str


@dataclass(frozen=True, slots=True)
class TieNet:
    """The picture, the same in words, and the references shown."""

    picture: Picture
    rows: tuple[NetRow, ...]
    references: tuple[str, ...]
    is_cut: bool


def net_of(user: User, reference: str, found: Sequence[TieShown], today: dt.date) -> TieNet | None:
    """The net around a record whose own ties were `found`; None where it has none that hold. Each
    record that they lead to is asked for its ties as this reader may see them, all in a few statements."""
    own = [one for one in found if _holds(one)]
    if not own:
        return None
    far = list(dict.fromkeys(one.there.about for one in own if one.there is not None))
    beyond = ties_of_each(user, far[:MOST_FOLLOWED], today)
    net = _Net()
    for about, ties in {**beyond, reference: found}.items():
        for one in ties:
            net.take(about, one)
    held = [line for line in net.lines.values() if not line.is_other]
    records = {end[0] for line in held for end in (line.one, line.other)}
    names = Case.objects.filter(reference__in=records).values_list("reference", "name")
    labels = {one: "Concern" for one in records if one.startswith("CO")}
    labels |= dict(names) | net.restricted
    return TieNet(
        picture=drawn(reference, things_of(net.lines.values()), labels, net.words),
        rows=tuple(net.rows.values()),
        references=tuple(sorted(records - set(net.restricted))),
        is_cut=len(far) > MOST_FOLLOWED,
    )


def _holds(one: TieShown) -> bool:
    is_other = one.decision is not None and one.decision.verdict == TieVerdict.NOT_SAME
    return one.here is not None and not is_other


class _Net:
    """What is gathered: each tie once, whichever of its records it was met from."""

    def __init__(self) -> None:
        self.lines: dict[str, NetLine] = {}
        self.rows: dict[str, NetRow] = {}
        self.words: dict[tuple[str, str], str] = {}
        self.restricted: dict[str, str] = {}

    def take(self, about: str, tie: TieShown) -> None:
        """Add one tie of a record."""
        if tie.reference in self.lines or tie.here is None:
            return
        here = (about, tie.here.part)
        self.words[here] = tie.here.words
        if tie.there is not None:
            there = (tie.there.about, tie.there.part)
            self.words[there] = tie.there.words
            second = f"{tie.there.about}: {tie.there.words}"
        else:
            there = (f"{RESTRICTED} {len(self.restricted) + 1}", "")
            second = self.restricted[there[0]] = f"{RESTRICTED}: speak to {tie.speak_to}"
        is_decided = tie.decision is not None and tie.decision.verdict == TieVerdict.SAME
        why, is_hidden = ", ".join(tie.why), tie.there is None
        line = NetLine(here, there, why, is_decided, not _holds(tie), is_hidden)
        self.lines[tie.reference] = line
        if line.is_other:
            return
        standing = "Decided: the same" if is_decided else "To be decided"
        standing = RESTRICTED if is_hidden else standing
        self.rows[tie.reference] = NetRow(f"{about}: {tie.here.words}", second, why, standing)
