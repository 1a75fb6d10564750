"""One recommendation printed again beside each of its actions is one row with several actions."""

from __future__ import annotations

from dataclasses import replace

from .assemble import Draft, pile
from .cells import words_of
from .model import RowKind

__all__ = ["same_recommendation"]


def _name(draft: Draft) -> tuple[str, str]:
    ref = pile(draft.members[0], "ref", set()).text.strip().casefold()
    title = " ".join(words_of(pile(draft.members[0], "title", set()).text))
    return ref, title


def _has_actions(draft: Draft) -> bool:
    return bool(pile(draft.members[0], "actions", set()).lines)


def same_recommendation(drafts: list[Draft]) -> list[Draft]:
    """Drafts that repeat the title (and the reference, if any) of the one above, made one."""
    done: list[Draft] = []
    for draft in drafts:
        ref, title = _name(draft)
        if done and title and (ref, title) == _name(done[-1]) and _has_actions(draft):
            last = done[-1]
            kind = RowKind(draft.id, "more", 0.85, "The recommendation above is printed again")
            done[-1] = replace(
                last, members=[*last.members, *draft.members], kinds=[*last.kinds, kind]
            )
        else:
            done.append(draft)
    return done
