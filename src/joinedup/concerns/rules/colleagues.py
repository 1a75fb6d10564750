"""Which people of the staff list a concern may be about, from what somebody called them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from joinedup.subjects.rules.names import Alike, alike, split_whole
from joinedup.subjects.rules.words import listed, tokens

__all__ = ["may_be_named"]

TITLES = frozenset(listed("mr mrs miss ms mx dr sir lady rev prof cllr councillor pc sgt nurse"))
FULL = 12
"""Words up to which a text is taken for a name with little beside it: slips of the pen count too."""
BESIDE = 2
"""How far first name and surname stand apart: "Duty, Ms Dot"."""


def may_be_named(texts: Sequence[str], staff: Iterable[tuple[int, str]]) -> tuple[int, ...]:
    """Those of the staff, given as (number, name), whom these texts may name: in any order, with a
    title, in another form of the first name or with a slip of the pen. A surname alone is enough
    where it stands alone or behind a title.

    Far too many is the right mistake here: a concern is better hidden from a namesake than open to
    whom it is about.
    """
    told = [(words, frozenset(words)) for words in map(tokens, texts) if words]
    found = []
    for number, name in staff:
        made = split_whole(name)
        sur = made.sur[-1:] or made.fore[-1:]
        fore = made.fore[:1] if made.sur else ()
        if sur and any(_names(words, held, sur[0], fore) for words, held in told):
            found.append(number)
    return tuple(found)


def _names(words: list[str], held: frozenset[str], sur: str, fore: tuple[str, ...]) -> bool:
    if len(words) <= FULL:
        places = [n for n, word in enumerate(words) if alike(word, sur, True) >= Alike.CLOSE]
    elif sur in held:
        places = [n for n, word in enumerate(words) if word == sur]
    else:
        return False
    return any(_is_meant(words, n, sur, fore) for n in places)


def _is_meant(words: list[str], place: int, sur: str, fore: tuple[str, ...]) -> bool:
    alone = [word for word in words if word not in TITLES]
    is_exact = words[place] == sur
    if is_exact and (len(alone) == 1 or (place > 0 and words[place - 1] in TITLES)):
        return True
    beside = words[max(place - BESIDE, 0) : place] + words[place + 1 : place + 1 + BESIDE]
    return bool(fore) and any(alike(word, fore[0]) >= Alike.INITIAL for word in beside)
