"""What a document of the corpus is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from blind8_parts.notation import Table


@dataclass
class Doc:
    """A document: file name, blocks in order, how it looks, what nobody can settle in it."""

    name: str
    blocks: list[Any]
    landscape: bool = False
    running: str = ""
    stroke: str = "ruled"
    size: int = 9
    gap: int = 4
    word: bool = False
    unscored: tuple[str, ...] = ()
    layout: str = ""

    def truth(self) -> dict[str, Any]:
        """The truth file of the document."""
        plans: list[dict[str, Any]] = []
        for block in self.blocks:
            if isinstance(block, Table):
                if not plans or plans[-1]["title"] != block.plan:
                    plans.append({"title": block.plan, "rows": []})
                plans[-1]["rows"] += block.rows
        return {
            "document": self.name,
            "schema": 1,
            "plans": plans,
            "unscored": list(self.unscored),
            "layout": self.layout,
            "label": "wording invented on a usual layout; truth written together with the text",
        }
