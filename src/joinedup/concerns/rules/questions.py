"""The questions of the public door, as the rule `door.questions` has them: which are asked of whom,
in which order, and what is still needed. The same for the pages and for the telephone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from joinedup.rulebook import Entry

__all__ = [
    "Answers",
    "Choice",
    "Field",
    "Question",
    "after",
    "asked",
    "before",
    "first_open",
    "for_signposts",
    "is_about_me",
    "questions",
    "said",
    "shown",
]

Answers = Mapping[str, str | Sequence[str]]
"""Name of a field → what was typed, chosen or ticked."""

ONE, SEVERAL = "one", "several"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose; `child` and `adult` are the kinds of concern that it tells of."""

    value: str
    words: str
    hint: str = ""
    child: str = ""
    adult: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is asked. `kind`: one, several, line, text, phone or email; `needed` is what
    to say where it stays empty, and empty for what may."""

    name: str
    kind: str
    label: str
    label_me: str
    hint: str
    hint_me: str
    needed: str
    most: int
    lines: int
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One page: its words on the screen (`ask`, for somebody about themselves `ask_me`) and on the
    telephone (`say`)."""

    key: str
    ask: str
    ask_me: str
    say: str
    hint: str
    hint_me: str
    fields: tuple[Field, ...]
    only_when_unsafe: bool
    only_when_contact: bool
    not_when_me: bool


def questions(entry: Entry) -> tuple[Question, ...]:
    """The questions in the order of the rule."""
    return tuple(_question(row) for row in entry.rows("rows"))


def _question(row: Mapping[str, object]) -> Question:
    return Question(
        key=str(row["key"]),
        ask=str(row["ask"]),
        ask_me=str(row.get("ask_me", row["ask"])),
        say=str(row["say"]),
        hint=str(row.get("hint", "")),
        hint_me=str(row.get("hint_me", row.get("hint", ""))),
        fields=tuple(_field(one) for one in _rows(row["fields"])),
        only_when_unsafe=row.get("only_when_unsafe") is True,
        only_when_contact=row.get("only_when_contact") is True,
        not_when_me=row.get("not_when_me") is True,
    )


def _field(row: Mapping[str, object]) -> Field:
    return Field(
        name=str(row["name"]),
        kind=str(row["kind"]),
        label=str(row.get("label", "")),
        label_me=str(row.get("label_me", row.get("label", ""))),
        hint=str(row.get("hint", "")),
        hint_me=str(row.get("hint_me", row.get("hint", ""))),
        needed=str(row.get("needed", "")),
        most=int(str(row.get("most", 200))),
        lines=int(str(row.get("lines", 3))),
        choices=tuple(
            Choice(
                str(one["value"]),
                str(one["words"]),
                str(one.get("hint", "")),
                str(one.get("child", "")),
                str(one.get("adult", "")),
            )
            for one in _rows(row.get("choices", ()))
        ),
    )


def _rows(value: object) -> tuple[Mapping[str, object], ...]:
    found = value if isinstance(value, tuple) else ()
    return tuple(one for one in found if isinstance(one, Mapping))


def said(answers: Answers, name: str) -> tuple[str, ...]:
    """What was answered in a field, empty answers left out."""
    value = answers.get(name, ())
    values = (value,) if isinstance(value, str) else tuple(value)
    return tuple(one.strip() for one in values if one.strip())


def is_about_me(answers: Answers) -> bool:
    """Whether somebody reports about themselves."""
    return "me" in said(answers, "about")


def asked(
    of: Sequence[Question], answers: Answers, asks_safe_contact: bool
) -> tuple[Question, ...]:
    """The questions for whoever gave these answers. `asks_safe_contact` is what the sign-posts say:
    where somebody at home may do harm, who can see the screen is asked."""
    contact = "yes" in said(answers, "contact")
    return tuple(
        one
        for one in of
        if (asks_safe_contact or is_about_me(answers) or not one.only_when_unsafe)
        and (contact or not one.only_when_contact)
        and not (one.not_when_me and is_about_me(answers))
    )


def after(key: str, order: Sequence[Question]) -> str:
    """The key of the question that follows; empty after the last."""
    keys = [one.key for one in order]
    place = keys.index(key) + 1 if key in keys else 0
    return keys[place] if place < len(keys) else ""


def before(key: str, order: Sequence[Question]) -> str:
    """The key of the question before; empty for the first."""
    keys = [one.key for one in order]
    place = keys.index(key) if key in keys else len(keys)
    return keys[place - 1] if place else ""


def first_open(order: Sequence[Question], answers: Answers) -> str:
    """The first question that needs an answer and has none; empty where all is said. Somebody who
    may be reached has to leave a number or an address."""
    for question in order:
        if any(field.needed and not said(answers, field.name) for field in question.fields):
            return question.key
        names = {field.name for field in question.fields}
        if {"phone", "email"} <= names and not (said(answers, "phone") or said(answers, "email")):
            return question.key
    return ""


def for_signposts(answers: Answers) -> dict[str, tuple[str, ...]]:
    """The answers as the sign-posts read them: somebody who reports about themselves may be of any
    age."""
    about = "unsure" if is_about_me(answers) else "".join(said(answers, "about")) or "unsure"
    return {"about": (about,), "worries": said(answers, "worries")}


def shown(field: Field, answers: Answers) -> str:
    """What was answered in words; choices by their words, several between semicolons."""
    words = {one.value: one.words for one in field.choices}
    if field.kind in (ONE, SEVERAL):
        return "; ".join(words[one] for one in said(answers, field.name) if one in words)
    return "\n".join(said(answers, field.name))
