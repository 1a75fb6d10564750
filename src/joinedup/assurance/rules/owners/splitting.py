"""From an owner cell to its owners: one entry for each person, post or body."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from joinedup.assurance.rules.owners.cutting import Cut, cut, restore
from joinedup.assurance.rules.owners.kinds import (
    BODY,
    PERSON,
    UNKNOWN,
    kind_of,
    title_length,
    titled,
)
from joinedup.assurance.rules.owners.lexicon import lexicon, words_of
from joinedup.assurance.rules.owners.stacked import unstack

KnownNames = Collection[str]


@dataclass(frozen=True, slots=True)
class Owner:
    """One owner as printed: `kind` is person, post, body or unknown.

    `confidence` below 0.8 asks for a look; `why` then says why.
    """

    text: str
    kind: str
    confidence: float = 0.95
    why: str = ""


def split_owners(
    lines: Sequence[str] | str,
    known: KnownNames = (),
    key: Mapping[str, str] | None = None,
) -> tuple[Owner, ...]:
    """The owners in a cell, in order, each once.

    `known` are names of people that stand alone elsewhere in the document or are known to the
    council, see `standing_alone`; `key` is the document's key from initials to names. Nobody is
    put in for an empty cell, "TBC" or "Vacant".
    """
    names = frozenset(" ".join(k.casefold().split()) for k in known)
    initials = {k.strip(". ").casefold(): v for k, v in (key or {}).items()}
    owners: dict[str, Owner] = {}
    for line, joined in _whole_lines([lines] if isinstance(lines, str) else list(lines)):
        for piece in [] if _nobody(line) else cut(line, names):
            if joined < piece.sure:
                piece = replace(piece, sure=joined, why=_JOINED if joined < 0.8 else piece.why)
            for owner in _owners(piece, names, initials):
                owners.setdefault(owner.text.casefold(), owner)
    return tuple(owners.values())


_JOINED = "Two lines were taken as one name here: they may be two owners."


def _whole_lines(lines: Sequence[str]) -> list[tuple[str, float]]:
    """The lines of a cell, with those joined that are one text broken by the width of a column,
    and how sure it is that they are one."""
    out: list[tuple[str, float]] = []
    for line in (part for text in lines for part in re.split(r"[\r\n\v]+", text)):
        text = line.strip()
        if not text:
            continue
        sure = _goes_on(out[-1][0], text) if out else 0.0
        if sure:
            out[-1] = f"{out[-1][0]} {text}", min(out[-1][1], sure)
        else:
            out.append((text, 1.0))
    return out


def _goes_on(before: str, text: str) -> float:
    """How sure it is that a line goes on with the one before; 0 where it does not."""
    last = before.split()[-1].casefold()
    if last in ("&", "and", "of", "for", "the", "to", "in", "on", "-", "–") or before[-1] in "&/,+":
        return 1.0
    first = text.split()[0]
    joins = first.casefold() in ("&", "and", "of", "for") or first[0] in "(&/,+"
    words = words_of(before)
    bare_rank = words and words[-1] in ("deputy", "assistant", "cabinet", "portfolio", "chief")
    if titled(words) and len(words) == title_length(words) + 1 and _is_surname(text):
        return 0.7
    if text.casefold() in _ENDS and words and words[-1] not in lexicon().bodies:
        kind = kind_of(before)
        if kind.name != PERSON:
            return 1.0
        return 0.0 if kind.sure >= 0.9 else 0.7
    if text.casefold() in _ENDS_OF_POSTS and words[0] in ("deputy", "assistant", "senior", "chief"):
        return float(words[-1] not in lexicon().heads)
    return float(joins or bool(bare_rank) or before.count("(") > before.count(")"))


def _is_surname(text: str) -> bool:
    """One word in capitals that is nothing else: the end of "PC Dale" / "Orchard"."""
    return len(text.split()) == 1 and text[:1].isupper() and kind_of(text).name == UNKNOWN


_ENDS = {"committee", "council", "team", "service", "services", "board", "unit", "partnership",
         "group", "forum", "panel", "department", "authority", "constabulary"}  # fmt: skip
"""One of these alone on a line is the end of the name on the line before."""
_ENDS_OF_POSTS = {"clerk", "manager", "officer", "lead", "director", "nurse", "worker", "commissioner",
                  "coordinator", "co-ordinator", "adviser", "advisor"}  # fmt: skip


def _owners(piece: Cut, known: KnownNames, key: Mapping[str, str]) -> Iterable[Owner]:
    text = restore(piece.text)
    if not text or _nobody(text):
        return
    names = _through_key(text, key)
    if names:
        yield from (Owner(name, PERSON, 0.95) for name in names)
        return
    halves = [half.strip() for half in text.split("/")]
    if key and len(halves) > 1 and any(half.casefold() in key for half in halves):
        for half in halves:
            yield from _owners(Cut(half, piece.sure, piece.why), known, key)
        return
    texts, sure = unstack(text, known)
    for one in texts:
        one = re.sub(r"^the\s+(?=[A-Z])", "", one)
        one = one.strip(" .,;:") if not re.search(r"\b[A-Z]\.$", one) else one
        if not one or _nobody(one):
            continue
        kind = kind_of(one, known)
        trust = min(piece.sure, sure, kind.sure)
        yield Owner(one, kind.name, round(trust, 2), _why(trust, sure, kind.name, piece.why))


def _why(trust: float, sure: float, kind: str, why: str) -> str:
    if trust >= 0.8:
        return ""
    if sure < 0.8:
        return "Names stand side by side here and can be cut in more than one way."
    if why:
        return why
    return (
        "This is no name, post or body that is known."
        if kind == UNKNOWN
        else ("It is not sure that this is one owner.")
    )


def _nobody(text: str) -> bool:
    plain = " ".join(words_of(text)).strip("-–—?. ")
    bare = re.sub(r"[\W_]+", "", text)
    return not bare or not plain or plain in lexicon().nobody or text.casefold() in lexicon().nobody


def _through_key(text: str, key: Mapping[str, str]) -> list[str]:
    if not key:
        return []
    whole = key.get(text.strip(". ").casefold())
    if whole:
        return [whole]
    parts = text.split()
    if all(p.strip(".,").casefold() in key for p in parts):
        return [key[p.strip(".,").casefold()] for p in parts]
    return []


def standing_alone(cells: Iterable[Sequence[str] | str]) -> frozenset[str]:
    """Names of people that stand alone in the owner cells of a document, for `known`.

    "Paul & Anna" gives Paul and Anna; from a cell without separators only a lone name counts.
    """
    found: set[str] = set()
    for cell in cells:
        for line, sure in _whole_lines([cell] if isinstance(cell, str) else list(cell)):
            found |= _alone_in(line) if sure >= 0.8 else frozenset()
    return frozenset(found)


@lru_cache(maxsize=4096)
def _alone_in(line: str) -> frozenset[str]:
    found: set[str] = set()
    for piece in cut(line, frozenset()):
        text = restore(piece.text)
        words = text.split()
        titles = title_length(words_of(text))
        if not 1 <= len(words) - titles <= 2 or _nobody(text):
            continue
        kind = kind_of(text)
        whole = text == line.strip() and len(words) == 2
        person = kind.name == PERSON and (kind.sure >= 0.9 or whole)
        body = kind.name == BODY and kind.sure >= 0.8 and text == line.strip()
        if person or body:
            found.add(text)
    return frozenset(found)


def is_everyone(owner: Owner) -> bool:
    """Whether an entry means everybody ("ALL", "All partners") and so nobody in particular."""
    return owner.kind == BODY and " ".join(words_of(owner.text)) in lexicon().everyone
