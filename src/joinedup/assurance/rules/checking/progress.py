"""What is still open on the check page, and whether the plan may be confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from joinedup.assurance.rules.checking.steps import Step
from joinedup.assurance.rules.owners import (
    Candidate,
    Known,
    KnownBody,
    is_settled,
    match_owner,
    speaks_of_several,
)
from joinedup.assurance.rules.reading.model import (
    FLAG_BELOW,
    Account,
    FieldValue,
    Question,
    Reading,
    Row,
)

__all__ = ["Doubt", "OpenQuestion", "OwnerMatch", "Progress", "plan_choices", "progress"]


MOST_OFFERED = 12


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that a person should look at: which row and field, and why."""

    row: Row
    field: str
    value: FieldValue


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question with its key (stable while the document stays the same)."""

    key: str
    question: Question
    answer: str = ""


@dataclass(frozen=True, slots=True)
class OwnerMatch:
    """A printed owner, where it stands, and who it may be. `choice` is what a person decided, or
    what one sure match decides; empty while it is a question."""

    text: str
    rows: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    choice: str = ""
    is_decided_by_person: bool = False
    same_as: tuple[str, ...] = ()

    @property
    def several(self) -> tuple[Candidate, ...]:
        """The organisations that plural words ("District councils") may mean together."""
        bodies = tuple(one for one in self.candidates if one.kind == "agency")
        return bodies if len(bodies) > 1 and speaks_of_several(self.text) else ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the check is: what is open, what balances."""

    doubts: tuple[Doubt, ...]
    settled: int
    questions: tuple[OpenQuestion, ...]
    answered: tuple[OpenQuestion, ...]
    owners: tuple[OwnerMatch, ...]
    account: Account

    @property
    def open_owners(self) -> tuple[OwnerMatch, ...]:
        """Printed owners that nobody has said who they are."""
        return tuple(match for match in self.owners if not match.choice)

    @property
    def left(self) -> int:
        """How many things still wait for a person."""
        return len(self.doubts) + len(self.questions) + len(self.open_owners)

    @property
    def may_confirm(self) -> bool:
        """Every source cell is accounted for and nothing waits."""
        return self.account.balances and self.left == 0


def _accepted(steps: Iterable[Step], reading: Reading) -> set[tuple[str, str]]:
    table_of = {row.id: row.id.rpartition("r")[0] for row in reading.rows()}
    found: set[tuple[str, str]] = set()
    for step in steps:
        if step["do"] in {"accept", "field"}:
            found.add((str(step["at"]), str(step["field"])))
        elif step["do"] == "accept_column":
            found |= {(row, str(step["field"])) for row, at in table_of.items() if at == step["at"]}
        elif step["do"] == "accept_plan":
            found |= {
                (row.id, name)
                for number, plan in enumerate(reading.plans)
                if str(number) == str(step["at"])
                for row in plan.rows
                for name in (*row.fields, *row.other)
            }
    return found


def plan_choices(steps: Iterable[Step]) -> dict[str, dict[str, object]]:
    """What a person decided about each plan of the document: plan number → field → value."""
    chosen: dict[str, dict[str, object]] = {}
    for step in steps:
        if step["do"] == "plan":
            chosen.setdefault(str(step["at"]), {})[str(step["field"])] = step["to"]
    return chosen


def left_out(steps: Iterable[Step]) -> set[int]:
    """Numbers of the plans that a person chose not to take."""
    return {
        int(number)
        for number, fields in plan_choices(steps).items()
        if fields.get("takes") in (False, "no")
    }


def _questions(
    reading: Reading, steps: Sequence[Step], rows: set[str]
) -> tuple[list[OpenQuestion], list[OpenQuestion]]:
    answers = {str(step["at"]): str(step["to"]) for step in steps if step["do"] == "answer"}
    settled = {(str(s["at"]), str(s["field"])) for s in steps if s["do"] == "field"}
    waiting: list[OpenQuestion] = []
    done: list[OpenQuestion] = []
    known_rows = {row.id for row in reading.rows()}
    for question in reading.questions:
        if question.kind == "owner" or (question.about in known_rows - rows):
            continue
        key = f"{question.kind}:{question.about}:{question.field}"
        answer = answers.get(key, "")
        if not answer and (question.about, question.field) in settled:
            answer = "changed"
        (done if answer else waiting).append(OpenQuestion(key, question, answer))
    return waiting, done


def owner_matches(
    rows: Iterable[Row],
    steps: Iterable[Step],
    people: Sequence[Known],
    posts: Sequence[Known],
    bodies: Sequence[KnownBody] = (),
) -> tuple[OwnerMatch, ...]:
    """Each different printed owner once, with the rows it stands in and who it may be."""
    chosen = {str(step["at"]): str(step["to"]) for step in steps if step["do"] == "owner"}
    where: dict[str, list[str]] = {}
    for row in rows:
        for text in row.value("owners") or ():
            where.setdefault(str(text), []).append(row.id)
    found = []
    for text, places in where.items():
        candidates = match_owner(text, people, posts, bodies)
        choice = chosen.get(text, "")
        if not choice and is_settled(candidates):
            choice = f"{candidates[0].kind}:{candidates[0].key}"
        same = tuple(other for other in where if other != text and _may_be_same(text, other))
        found.append(
            OwnerMatch(text, tuple(places), candidates[:MOST_OFFERED], choice, text in chosen, same)
        )
    return tuple(found)


def _may_be_same(short: str, long: str) -> bool:
    """ "Ros" may be the "Ros Teller" of another row; a longer name is never the shorter one."""
    one, other = short.casefold().split(), long.casefold().split()
    return len(one) < len(other) and len(one) == 1 and other[0].startswith(one[0].rstrip("."))


def progress(
    reading: Reading,
    steps: Sequence[Step],
    people: Sequence[Known] = (),
    posts: Sequence[Known] = (),
    bodies: Sequence[KnownBody] = (),
) -> Progress:
    """Where the check stands. `people`, `posts` and `bodies` (organisations) are those known here;
    their keys are references."""
    out = left_out(steps)
    taken = [
        row for number, plan in enumerate(reading.plans) if number not in out for row in plan.rows
    ]
    accepted = _accepted(steps, reading)
    flagged = [
        Doubt(row, name, value)
        for row in taken
        for name, value in {**row.fields, **row.other}.items()
        if value.confidence < FLAG_BELOW
    ]
    doubts = [doubt for doubt in flagged if (doubt.row.id, doubt.field) not in accepted]
    waiting, done = _questions(reading, steps, {row.id for row in taken})
    return Progress(
        doubts=tuple(doubts),
        settled=len(flagged) - len(doubts),
        questions=tuple(waiting),
        answered=tuple(done),
        owners=owner_matches(taken, steps, people, posts, bodies),
        account=reading.account(),
    )
