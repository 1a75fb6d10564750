"""What the public answered becomes a report: nothing is left out, nothing is added."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from joinedup.concerns.choices import Allegation, Danger, Door, PersonRole
from joinedup.concerns.rules.ages import age_from, group_of
from joinedup.concerns.rules.contact import way_of
from joinedup.concerns.rules.new import NewConcern, NewPerson, Raiser
from joinedup.concerns.rules.questions import (
    Answers,
    Field,
    Question,
    is_about_me,
    said,
    shown,
)
from joinedup.referrals.choices import AgeGroup

__all__ = ["SOURCE", "danger_of", "later_words", "own_words", "report_from"]

SOURCE = "report_source.public"
OWN_COLUMNS = frozenset({
    "name", "age", "who_words", "lives", "where", "others_words", "works_with", "contact",
    "your_name", "phone", "email", "message", "safe_when", "who_sees", "happened", "you", "screen",
})  # fmt: skip
"""Answers that stand in a column of their own; all others go into the words of the report."""


def report_from(
    of: Sequence[Question], answers: Answers, door: Door, today: dt.date, once: str = ""
) -> NewConcern:
    """The report that these answers make. The person at risk is taken for a child where nobody is
    sure; who was called an adult without an age stays of unknown age; a person who does harm is a
    person of concern. `once` is the mark of the form."""
    return NewConcern(
        door=door,
        words=_words(of, answers),
        types=_types(of, answers),
        people=_people(answers, today),
        source=SOURCE,
        where=_one(answers, "where"),
        danger=danger_of(answers),
        raiser=_raiser(of, answers),
        once=once,
    )


def danger_of(answers: Answers) -> Danger:
    """Whether somebody is in danger now. Whoever is not sure is taken at their worry."""
    told = _one(answers, "danger")
    return Danger(told) if told in (Danger.YES, Danger.UNSURE) else Danger.NONE


def own_words(of: Sequence[Question], words: str) -> str:
    """What somebody said themselves, without the answers written beneath with our own questions and
    our own words."""
    asks = tuple(f"{one.label or question.ask} " for question in of for one in question.fields)
    return "\n".join(line for line in words.splitlines() if not line.startswith(asks))


def _one(answers: Answers, name: str) -> str:
    return "\n".join(said(answers, name))


def _words(of: Sequence[Question], answers: Answers) -> str:
    """What happened as it was written, and beneath it the other answers with their questions."""
    lines = [_one(answers, "happened"), ""]
    for question in of:
        for field in question.fields:
            told = shown(field, answers)
            if told and field.name not in OWN_COLUMNS:
                lines.append(f"{field.label or question.ask} {told}")
    return "\n".join(lines).strip()


def _types(of: Sequence[Question], answers: Answers) -> tuple[str, ...]:
    """Kinds of concern of what was ticked: those of a child, of an adult, or both where the age is
    not said."""
    about = "unsure" if is_about_me(answers) else _one(answers, "about")
    chosen = set(said(answers, "worries"))
    found: list[str] = []
    for one in _choices(of, "worries"):
        if one.value not in chosen:
            continue
        if about != "adult" and one.child:
            found.append(one.child)
        if about != "child" and one.adult:
            found.append(one.adult)
    return tuple(dict.fromkeys(found))


def _choices(of: Sequence[Question], name: str) -> list:  # type: ignore[type-arg]
    return [one for field in _fields(of) if field.name == name for one in field.choices]


def _fields(of: Sequence[Question]) -> list[Field]:
    return [field for question in of for field in question.fields]


def _people(answers: Answers, today: dt.date) -> tuple[NewPerson, ...]:
    about = _one(answers, "about")
    # a stranger's "an adult" is a guess at somebody's looks: only a told age makes anybody an adult
    age = _one(answers, "age") or ("child" if about == "child" else "")
    told = age_from(None, age, False, today)
    is_adult = about == "adult" or (about != "child" and group_of(told) == AgeGroup.ADULT)
    role = PersonRole.ADULT if is_adult else PersonRole.CHILD
    name = _one(answers, "name") or (_one(answers, "your_name") if about == "me" else "")
    found = [
        NewPerson(
            role=role,
            name=name[:200],
            words=_one(answers, "who_words")[:1000],
            age_words=age[:100],
            lives=_one(answers, "lives")[:300],
            found=_one(answers, "where")[:300],
            phone=_one(answers, "phone")[:60] if about == "me" else "",
        )
    ]
    works = set(said(answers, "works_with"))
    if _one(answers, "others_words") or works:
        found.append(
            NewPerson(
                role=PersonRole.OF_CONCERN,
                words=_one(answers, "others_words")[:1000],
                works_with=_allegation(works),
            )
        )
    return tuple(found)


def _allegation(works: set[str]) -> Allegation:
    if {"children", "adults"} <= works:
        return Allegation.BOTH
    if "children" in works:
        return Allegation.CHILDREN
    return Allegation.ADULTS if "adults" in works else Allegation.NONE


def _raiser(of: Sequence[Question], answers: Answers) -> Raiser:
    """Who reports and how it is safe to reach them; of somebody who said no only how they know of
    it. What tells of the reporter stands in none of the words that are sent on."""
    fields = {field.name: field for field in _fields(of)}
    knows = shown(fields["you"], answers)[:300] if "you" in fields else ""
    if "yes" not in said(answers, "contact"):
        return Raiser(knows=knows)
    ways = [_one(answers, "phone"), _one(answers, "email")]
    safe = [
        f"{fields[name].label.rstrip('?')}: {shown(fields[name], answers)}."
        for name in ("message", "safe_when", "who_sees", "screen")
        if name in fields and shown(fields[name], answers)
    ]
    contact = ", ".join(one for one in ways if one)[:300]
    others = _one(answers, "safe_when") + _one(answers, "who_sees")
    return Raiser(
        name=_one(answers, "your_name")[:200],
        contact=contact,
        mail=way_of(contact, _one(answers, "message"), _one(answers, "screen"), others),
        safe="\n".join(safe)[:500],
        knows=knows,
    )


def later_words(words: str, once: str = "") -> NewConcern:
    """What somebody adds later with their code; `once` is the mark of the form."""
    return NewConcern(door=Door.PUBLIC, words=words, source=SOURCE, once=once)
