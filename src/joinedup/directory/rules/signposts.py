"""Sign-posts: what somebody answered leads to help. The same rules online and by telephone.

The rule `signpost.rules` has rows; each says `when` (question → answers, all of them have to fit),
the `topics` of services it leads to, a `title` and `words`, and whether the answer asks how it is
safe to be in touch. Help is shown beside a report and never instead of it: a sign-post ends
nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from joinedup.rulebook import Entry, RuleBookError

__all__ = ["Answers", "Signpost", "age_fits", "signposts_for"]

Answers = Mapping[str, Collection[str]]
"""Question → the answers given: {"about": ["child"], "worries": ["domestic", "hurt"]}."""


@dataclass(frozen=True, slots=True)
class Signpost:
    """One row of the rule that fits: its key and words, and the topics it leads to."""

    key: str
    title: str
    words: str
    topics: tuple[str, ...]
    asks_safe_contact: bool


def signposts_for(entry: Entry, answers: Answers) -> tuple[Signpost, ...]:
    """The rows that fit these answers, in the order of the rule."""
    found = []
    for row in entry.rows("rows"):
        when = row.get("when", {})
        if not isinstance(when, Mapping):
            raise RuleBookError(f"{entry.code}: “when” names questions and their answers.")
        if all(_fits(wanted, answers.get(question, ())) for question, wanted in when.items()):
            topics = row.get("topics", ())
            found.append(
                Signpost(
                    str(row["key"]),
                    str(row["title"]),
                    str(row.get("words", "")),
                    tuple(str(one) for one in topics) if isinstance(topics, tuple) else (),
                    bool(row.get("asks_safe_contact", False)),
                )
            )
    return tuple(found)


def _fits(wanted: object, given: Collection[str]) -> bool:
    said = {given} if isinstance(given, str) else set(given)
    choices = wanted if isinstance(wanted, tuple) else (wanted,)
    return any(str(one) in said for one in choices)


def age_fits(
    from_age: int | None, to_age: int | None, about: Collection[str], adult_age: int
) -> bool:
    """Whether a service of these ages is for a child, an adult, or either where nobody knows.

    Ages are whole years, both ends included; `adult_age` is the first age of an adult.
    """
    said = {about} if isinstance(about, str) else set(about)
    if said == {"child"}:
        return from_age is None or from_age < adult_age
    if said == {"adult"}:
        return to_age is None or to_age >= adult_age
    return True
