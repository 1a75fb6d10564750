"""What the boxes of the owners page mean: who is chosen, and which printed words stay with whom."""

from __future__ import annotations

from collections.abc import Sequence

from joinedup.assurance.rules.state import OwnerMark

__all__ = ["box_value", "marks_of"]

WORDS = "printed:"


def box_value(mark: OwnerMark) -> str:
    """What a box holds for an owner: the reference, or the printed words where that is all."""
    return mark.who or f"{WORDS}{mark.printed}"


def marks_of(chosen: Sequence[str], standing: Sequence[OwnerMark]) -> tuple[OwnerMark, ...]:
    """The owners that the boxes name, in their order. An owner who stays keeps the printed words;
    somebody new in the box of an owner who goes takes them over; empty boxes say nothing."""
    boxes = [box_value(one) for one in standing]
    by_value = dict(zip(reversed(boxes), reversed(standing), strict=True))
    found: list[OwnerMark] = []
    seen: set[str] = set()
    for place, value in enumerate(chosen):
        if place < len(boxes) and value == boxes[place]:
            mark = standing[place]
        elif not value or value in seen:
            continue
        elif value in by_value:
            mark = by_value[value]
        elif value.startswith(WORDS):
            mark = OwnerMark("", value.removeprefix(WORDS))
        else:
            is_replaced = place < len(boxes) and boxes[place] not in chosen
            mark = OwnerMark(value, standing[place].printed if is_replaced else "")
        seen.add(value)
        if mark not in found:
            found.append(mark)
    return tuple(found)
