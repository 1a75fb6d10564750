"""Writes that the database itself refuses, whoever makes them: what a rule of one row can't hold."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Refusal"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """An update that a trigger refuses: its name, the columns that set it off, the condition in SQL
    that SQLite and PostgreSQL both read (`NEW` and `OLD` are the row), and what it says. Conditions
    ask one thing of an index, because every such update pays for them."""

    name: str
    columns: tuple[str, ...]
    when: str
    says: str
