"""Owners that stand side by side with only spaces between: "Anna Paul Kate Heron"."""

import re
from collections.abc import Collection
from itertools import pairwise

from joinedup.assurance.rules.owners.kinds import BODY, PERSON, POST, kind_of, rank_at, title_length
from joinedup.assurance.rules.owners.lexicon import lexicon, words_of

# A piece that costs more than this shows no sign of being a name.
_NO_EVIDENCE = 0.85


def unstack(text: str, known: Collection[str]) -> tuple[list[str], float]:
    """The owners in a piece without separators, and how sure the cuts are."""
    pieces: list[str] = []
    ranked = _cut_before_ranks(text)
    sure = 1.0 if len(ranked) == 1 else 0.75
    for piece in ranked:
        two = _two_posts(piece)
        names, trust = (two, 0.7) if two else _cut_names(piece, known)
        pieces += names
        sure = min(sure, trust)
    return pieces, sure


def _cut_before_ranks(text: str) -> list[str]:
    """ "Marlow Vale Police Head of Safety": a new post begins where one owner is complete."""
    parts = text.split()
    lowered = [p.strip(".,;:()").casefold() for p in parts]
    cuts = [0]
    for i in range(1, len(parts)):
        alone = (
            lowered[i] in lexicon().offices and parts[i][0] != "(" and len(parts[:i]) - cuts[-1] > 1
        )
        if _inside_brackets(parts, i) or not (alone or rank_at(lowered, i)):
            continue
        if not alone and (rank_at(lowered, i) == 1 or i + rank_at(lowered, i) == len(parts)):
            continue
        before = " ".join(parts[cuts[-1] : i])
        begin = i
        while begin > cuts[-1] and _is_adjective(lowered, begin):
            begin -= 1
            before = " ".join(parts[cuts[-1] : begin])
        short = begin - cuts[-1] == 1 and before.isupper()  # "ICB Head of Safeguarding" is one
        if before and not short and _complete(before, parts[begin - 1]):
            cuts.append(begin)
    bounds = [*cuts, len(parts)]
    return [" ".join(parts[a:b]) for a, b in pairwise(bounds) if a < b]


def _two_posts(text: str) -> list[str]:
    """ "Participation Officer Commissioning Manager": a word that ends a post stands in the middle,
    and what follows is a post by itself; empty where that is not so."""
    parts = text.split()
    words = [part.strip(".,;:()").casefold() for part in parts]
    for i in range(1, len(parts) - 2):
        ends = words[i] in _ENDS_A_POST and parts[i][-1].isalpha()
        if not ends or _inside_brackets(parts, i) or not all(map(_like_a_name, parts)):
            continue
        left, right = " ".join(parts[: i + 1]), " ".join(parts[i + 1 :])
        if kind_of(left).name == kind_of(right).name == POST and not kind_of(right).open:
            return [left, right]
    return []


_ENDS_A_POST = {"manager", "officer", "coordinator", "co-ordinator", "administrator", "analyst",
                "adviser", "advisor", "director"}  # fmt: skip


def _is_adjective(words: list[str], begin: int) -> bool:
    """Whether the word before `begin` belongs to the rank and not to a body ("Fire Service")."""
    before = words[begin - 1]
    ends_a_body = begin > 1 and before in lexicon().bodies
    return before in lexicon().modifiers and not ends_a_body


def _inside_brackets(parts: list[str], i: int) -> bool:
    before = " ".join(parts[:i])
    return before.count("(") > before.count(")")


def _complete(before: str, last: str) -> bool:
    """Whether what stands before a rank is an owner by itself, and not the rank's own adjective."""
    if last.casefold() in ("of", "for", "the", "to", "&", "and", "-", "–", "on", "in", "by"):
        return False
    kind = kind_of(before)
    words = words_of(before)
    if kind.name == PERSON:
        return False
    if kind.name == POST:
        return not kind.open or (rank_at(words, 0) > 0 and len(words) > rank_at(words, 0))
    own = set(words) - lexicon().domains
    return kind.name == BODY and bool(own) and kind.sure >= 0.8


def _cut_names(text: str, known: Collection[str]) -> tuple[list[str], float]:
    """The cheapest cut of capitalised words into names; anything else stays whole."""
    parts = text.split()
    if len(parts) < 2 or not all(_like_a_name(p) for p in parts):
        return [text], 1.0
    if kind_of(text, known).name not in (PERSON, "unknown") or len(parts) > 12:
        return [text], 1.0
    lex = lexicon()
    words = words_of(text)
    about = set(words[title_length(words) :]) & (lex.domains | lex.heads | lex.bodies | lex.plurals)
    if about - lex.first_names - lex.titles:
        return [text], 0.6
    best: list[tuple[float, list[str]]] = [(0.0, [])]
    for end in range(1, len(parts) + 1):
        choices = []
        for start in range(max(0, end - 4), end):
            piece = parts[start:end]
            cost, before = best[start]
            choices.append((cost + _cost(piece, known), [*before, " ".join(piece)]))
        best.append(min(choices, key=lambda c: c[0]))
    cost, names = best[-1]
    if len(names) == 1:
        return names, 1.0
    if any(_cost(name.split(), known) > _NO_EVIDENCE for name in names):
        return [text], 0.6
    sure = cost / len(names)
    return names, 0.9 if sure <= 0.25 else 0.7 if sure <= 0.4 else 0.5


def _like_a_name(part: str) -> bool:
    return bool(re.match(r"^[A-Z][\w.'’-]*$", part)) and not any(c.isdigit() for c in part)


def _cost(piece: list[str], known: Collection[str]) -> float:
    lex = lexicon()
    words = [p.strip(".").casefold() for p in piece]
    joined = " ".join(words)
    if joined in known:
        return 0.0 if len(words) > 1 else 0.1
    if title := title_length(words):
        return 0.2 if 1 <= len(words) - title <= 2 else 2.0
    first = words[0] in lex.first_names
    if len(words) == 1:
        return 0.6 if first else 1.2
    surname_is_first = words[-1] in lex.first_names or words[-1] in known
    if len(words) == 2:
        if first:
            return 0.5 if surname_is_first else 0.3
        return 0.3 if len(words[0]) <= 2 else 0.9
    if len(words) == 3 and first:
        middle = words[1] in lex.first_names or len(words[1]) == 1
        return 0.6 if middle else 0.8
    return 1.6 + len(words) * 0.3
