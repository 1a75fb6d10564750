"""What a person changed on the check page. Kept as data, applied again on every reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .lexicon import ROLES

__all__ = ["ROW_KINDS", "Corrections", "from_json", "to_json"]

ROW_KINDS = (
    "action",
    "more",
    "continuation",
    "heading",
    "header",
    "repeated_header",
    "guidance",
    "legend",
    "title",
    "note",
)


@dataclass(frozen=True)
class Corrections:
    """`roles`: column id ("t2c3") → role. `rows`: row id ("t2r5") → kind; joining a row to the one
    above is "continuation" or "more", splitting it off is "action". `tables`: table id → True for
    a plan. `fields`: row id → field → value as in the JSON output. `blocks`: block id ("b7") →
    "heading", "note" or "action" for plans without tables."""

    roles: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, bool] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    blocks: Mapping[str, str] = field(default_factory=dict)

    def roles_of(self, table: str) -> dict[int, str]:
        """The corrected roles of one table, by column index."""
        return {
            int(key.rpartition("c")[2]): role
            for key, role in self.roles.items()
            if key.rpartition("c")[0] == table
        }

    def rows_of(self, table: str) -> dict[int, str]:
        """The corrected row kinds of one table, by row index."""
        return {
            int(key.rpartition("r")[2]): kind
            for key, kind in self.rows.items()
            if key.rpartition("r")[0] == table
        }


def to_json(corrections: Corrections) -> dict[str, Any]:
    """As plain data, for keeping."""
    return {
        "roles": dict(corrections.roles),
        "rows": dict(corrections.rows),
        "tables": dict(corrections.tables),
        "fields": {row: dict(values) for row, values in corrections.fields.items()},
        "blocks": dict(corrections.blocks),
    }


def from_json(data: Mapping[str, Any]) -> Corrections:
    """From kept data. Roles and kinds that are not known here are left out."""
    known = {*ROLES, "tick", "due_tick", "owner_tick", "label"}
    return Corrections(
        roles={k: v for k, v in (data.get("roles") or {}).items() if v in known},
        rows={k: v for k, v in (data.get("rows") or {}).items() if v in ROW_KINDS},
        tables={k: bool(v) for k, v in (data.get("tables") or {}).items()},
        fields={k: dict(v) for k, v in (data.get("fields") or {}).items()},
        blocks={k: str(v) for k, v in (data.get("blocks") or {}).items()},
    )
