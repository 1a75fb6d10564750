"""Who is meant by a printed owner, among the people, posts and organisations known here."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from joinedup.assurance.rules.owners.bodies import KnownBody, match_body
from joinedup.assurance.rules.owners.candidate import Candidate
from joinedup.assurance.rules.owners.lexicon import lexicon

# Bands: at or above SURE alone, nothing is asked; below ASK nobody is proposed.
SURE, ASK = 0.9, 0.55
_NEAR_POST, _NEAR_NAME = 90.0, 88.0


@dataclass(frozen=True, slots=True)
class Known:
    """A person or post of the register: `key` is the caller's own, `name` as shown."""

    key: str
    name: str


def match_owner(
    text: str,
    people: Iterable[Known],
    posts: Iterable[Known],
    bodies: Iterable[KnownBody] = (),
) -> tuple[Candidate, ...]:
    """Everyone who may be meant by the printed owner, likeliest first.

    A first name, surname or initials that fit more than one person are never decided here: each
    candidate then stays below `SURE`, so that the reader asks.
    """
    bare, beside = _without_brackets(text)
    persons = [c for p in people if (c := _person(bare, p))]
    found = _share(persons) + [c for p in posts if (c := _post(bare, p))]
    if not found and beside:
        found = [c for p in posts if (c := _post(beside, p))]
    found += match_body(bare, bodies)
    best: dict[tuple[str, str], Candidate] = {}
    for one in sorted(found, key=lambda c: (-c.confidence, c.name)):
        best.setdefault((one.kind, one.key), one)
    return tuple(best.values())


def is_settled(candidates: Sequence[Candidate]) -> bool:
    """Whether one candidate alone is sure enough that nobody need be asked."""
    sure = [c for c in candidates if c.confidence >= SURE]
    return len(sure) == 1


def _without_brackets(text: str) -> tuple[str, str]:
    text = " ".join(text.split())
    if "(" in text:
        before, _, after = text.partition("(")
        return before.strip(), after.strip(" )")
    if "," in text:
        before, _, after = text.partition(",")
        if before.split() and before.split()[0].casefold() in lexicon().first_names:
            return before.strip(), after.strip()
    return text, ""


def _parts(name: str) -> list[str]:
    words = [w.strip(".,") for w in name.replace("’", "'").casefold().split()]
    return [w for w in words if w and w not in lexicon().titles]


def _person(text: str, person: Known) -> Candidate | None:
    said, name = _parts(text), _parts(person.name)
    if not said or not name:
        return None
    found = _same_name(said, name, text)
    if not found:
        return None
    confidence, why = found
    return Candidate(person.key, person.name, "person", confidence, why)


def _same_name(said: list[str], name: list[str], text: str) -> tuple[float, str] | None:
    if said == name:
        return 1.0, "The same name."
    if len(said) == 1:
        return _one_word(said[0], name, text)
    if said[-1] == name[-1]:
        if said[0][0] == name[0][0] and (len(said[0]) <= 2 or len(name[0]) == 1):
            return 0.92, "The same initial and surname."
        if said[0] == name[0]:
            return 0.95, "The same first name and surname."
        if name[0].startswith(said[0]) or said[0].startswith(name[0]):
            return 0.88, "The same surname and a short form of the first name."
    if said[0] == name[-1] and said[-1] == name[0]:
        return 0.93, "The same name, surname first."
    likeness = fuzz.ratio(" ".join(said), " ".join(name))
    if likeness >= _NEAR_NAME:
        return 0.75, "Almost the same name."
    return None


def _one_word(said: str, name: list[str], text: str) -> tuple[float, str] | None:
    if said == name[0]:
        # one person of that name here may not be the one meant: always asked, this one first
        return 0.89, "The first name."
    if said == name[-1]:
        return 0.86, "The surname."
    letters = "".join(w[0] for w in name)
    if text.replace(".", "").replace(" ", "").isupper() and said == letters and len(said) > 1:
        return 0.85, "The initials."
    if len(said) >= 3 and name[0].startswith(said):
        return 0.7, "The beginning of the first name."
    return None


def _share(persons: list[Candidate]) -> list[Candidate]:
    """Where several people fit a name that is not whole, none of them is sure."""
    whole = [c for c in persons if c.confidence >= 0.92]
    if len(whole) == 1 or len(persons) < 2:
        return persons
    reason = "Several people have this name: "
    return [
        Candidate(
            c.key, c.name, c.kind, min(c.confidence, 0.6), reason + c.why[:1].lower() + c.why[1:]
        )
        for c in persons
    ]


def _post(text: str, post: Known) -> Candidate | None:
    said, name = _plain_post(text), _plain_post(post.name)
    if not said or not name:
        return None
    if said == name:
        return Candidate(post.key, post.name, "post", 1.0, "The same post.")
    letters = "".join(w[0] for w in name.split() if w not in ("of", "and", "the", "for"))
    if said.replace(" ", "") == letters and len(letters) > 1 and text.strip().isupper():
        return Candidate(post.key, post.name, "post", 0.85, "The short form of the post.")
    likeness = fuzz.token_sort_ratio(said, name)
    differ = set(said.split()) ^ set(name.split())
    if likeness >= _NEAR_POST and not differ & lexicon().modifiers:
        return Candidate(post.key, post.name, "post", 0.8, "Almost the same post.")
    return None


def _plain_post(text: str) -> str:
    words = default_process(re.sub(r"['’]", "", text).replace("&", " and ")).split()
    return " ".join(w for w in words if w not in ("the",))
