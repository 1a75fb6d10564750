"""Whether a piece of an owner cell is a person, a post or a body, and whether it is whole."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from joinedup.assurance.rules.owners.lexicon import lexicon, words_of

PERSON, POST, BODY, UNKNOWN = "person", "post", "body", "unknown"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a piece is. `open` says that a post may go on to the right ("Head of Housing" …)."""

    name: str
    sure: float
    open: bool = False


def rank_at(words: list[str], i: int) -> int:
    """How many words of a rank ("head of", "assistant director") begin at `i`; 0 if none."""
    for rank in lexicon().ranks:
        if tuple(words[i : i + len(rank)]) == rank:
            return len(rank)
    return 0


def kind_of(text: str, known: Collection[str] = ()) -> Kind:
    """The kind of one piece; `known` are names, in lower case, that stand alone elsewhere."""
    if "@" in text:
        return Kind(PERSON, 0.95)
    bare = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", text).strip()
    first = re.split(r",|\s[-–—]\s", bare, maxsplit=1)[0]
    if first != bare and (lead := kind_of(first, known)).name == PERSON:
        return lead
    words = words_of(bare or text)
    if not words:
        return Kind(UNKNOWN, 0.0)
    lex = lexicon()
    if " ".join(words) in lex.everyone or words[0] in ("all", "any", "every", "each"):
        return Kind(BODY, 0.95)
    if titled(words) and len(words) > title_length(words):
        after = words[title_length(words) :]
        if not rank_at(words, 0) or not set(after) & (lex.domains | lex.bodies | {"of", "for"}):
            return Kind(PERSON, 0.95)
    return _post(words) or _body(words) or _person(bare or text, words, known)


def titled(words: list[str]) -> bool:
    """Whether a title such as Cllr, Dr or DCI opens these words."""
    return title_length(words) > 0


def title_length(words: list[str]) -> int:
    """How many words of a title open these words."""
    for size in (3, 2, 1):
        if " ".join(words[:size]) in lexicon().titles and len(words) >= size:
            return size
    return 0


def _post(words: list[str]) -> Kind | None:
    lex = lexicon()
    heads = lex.heads | lex.plurals
    start = 0
    while start < len(words) - 1 and words[start] in lex.modifiers and not rank_at(words, start):
        start += 1
    size = rank_at(words, start)
    if size:
        closed = len(words) == start + size
        return Kind(POST, 0.95, open=not closed or words[-1] in ("of", "for"))
    for i, word in enumerate(words[:-1]):
        following = words[i + 1]
        if i and word in heads and following in ("of", "for", "to", "with", "on", "in", "at"):
            return Kind(POST, 0.9, open=True)
    if words[-1] in heads:
        return Kind(POST, 0.95)
    if words[0] in lex.heads and not set(words[1:]) & lex.first_names:
        if words[-1] in lex.bodies and words[-1] not in lex.domains and len(words) < 3:
            return None
        return Kind(POST, 0.8, open=True)
    inner = [w for w in words[1:-1] if w in lex.heads]
    if inner and words[-1] in lex.domains:
        return Kind(POST, 0.75, open=True)
    return None


@cache
def _body_endings() -> tuple[str, ...]:
    return tuple(f" {body}" for body in lexicon().bodies)


def _body(words: list[str]) -> Kind | None:
    lex = lexicon()
    joined = " ".join(words)
    ends = joined.endswith(_body_endings())
    if joined in lex.bodies or ends:
        return Kind(BODY, 0.95)
    if any(w in lex.bodies and w not in lex.domains for w in words):
        return Kind(BODY, 0.85)
    if all(w in lex.domains or w in lex.bodies or w in ("of", "for", "the", "in") for w in words):
        return Kind(BODY, 0.6, open=True)
    return None


_INITIALS = re.compile(r"^(?:[A-Z]\.?\s?){1,3}$")
_SHORT = re.compile(r"^[A-Z][A-Za-z]?[A-Z]{1,2}$|^[A-Z]{2,3}$")


def _person(text: str, words: list[str], known: Collection[str]) -> Kind:
    lex = lexicon()
    joined = " ".join(words)
    bare = re.sub(r"\s*[(\[].*?[)\]]", "", text).strip()
    if joined in known:
        return Kind(PERSON, 0.97)
    parts = bare.split()
    if len(parts) == 1:
        if words[0] in lex.first_names:
            return Kind(PERSON, 0.95)
        if _SHORT.match(bare):
            return Kind(UNKNOWN, 0.85)
        return Kind(UNKNOWN, 0.6)
    if words[0] in lex.first_names or words[0] in known:
        return Kind(PERSON, 0.95 if len(parts) <= 3 else 0.7)
    if _INITIALS.match(" ".join(parts[:-1])) and parts[-1][:1].isupper():
        return Kind(PERSON, 0.95)
    if len(parts) == 2 and _INITIALS.match(parts[-1]):
        return Kind(PERSON, 0.85)
    if set(words) & lex.domains:
        return Kind(UNKNOWN, 0.6)
    if 2 <= len(parts) <= 3 and all(p[:1].isupper() and p.isalpha() for p in parts):
        return Kind(PERSON, 0.75)
    return Kind(UNKNOWN, 0.55)
