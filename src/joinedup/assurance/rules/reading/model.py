"""What a reading is made of: the records that the check page shows and corrects.

The way of a word: source cell → column role and row kind → row → field. Each step is kept here,
so that a person can see why a word stands where it stands, and can change the step, not only the
outcome. All records are frozen; a corrected reading is a new reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from joinedup.documents.grid import Place

__all__ = [
    "FLAG_BELOW",
    "Account",
    "CellUse",
    "Column",
    "FieldValue",
    "KeyEntry",
    "Plan",
    "Question",
    "Reading",
    "Row",
    "RowKind",
    "TableReading",
    "Unplaced",
]

NOWHERE = Place()
FLAG_BELOW = 0.8
"""A value with less confidence than this is shown to the person who checks."""

FIELDS = (
    "ref",
    "section",
    "title",
    "actions",
    "owners",
    "due",
    "status",
    "priority",
    "progress",
    "review",
    "source_ref",
    "see",
)
"""The fields of a row in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One field as read. `value` is a string, a list of strings or a dict as in the JSON output.

    `printed` is the text of the source cells; `cells` are their ids; `why` says what is doubtful.
    """

    value: Any
    printed: str = ""
    cells: tuple[str, ...] = ()
    confidence: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One action, issue or recommendation. `id` is the id of the first source row ("t2r5")."""

    id: str
    fields: dict[str, FieldValue]
    other: dict[str, FieldValue] = field(default_factory=dict)
    source_rows: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    place: Place = NOWHERE

    def value(self, name: str) -> Any:
        """The value of a field, or None where the row has none."""
        found = self.fields.get(name)
        return found.value if found else None


@dataclass(frozen=True, slots=True)
class Question:
    """Something only a person can settle, in plain words. `about` is a row id or a table id."""

    kind: str
    about: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column with the role that its heading, contents and order speak for."""

    index: int
    heading: str
    role: str
    confidence: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class RowKind:
    """What a source row is: header, repeated_header, title, heading, guidance, legend, action,
    continuation (belongs to the row above), more (a further action of it), note, empty."""

    id: str
    kind: str
    confidence: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class TableReading:
    """One table of the document: what it is, its columns and its rows."""

    id: str
    is_plan: bool
    why: str
    columns: tuple[Column, ...]
    rows: tuple[RowKind, ...]
    fingerprint: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class CellUse:
    """Where a source cell or paragraph went: in which row and field, or as what else."""

    id: str
    use: str
    text: str
    place: Place
    row: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Text that is in no row, with its place in words."""

    text: str
    where: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A line of a key: a letter, number, colour or initials, and what the document says it means."""

    symbol: str
    meaning: str
    cell: str = ""
    fill: str = ""
    """The colour of the cell that is explained, six hex digits; "none" for one without colour."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan of the document."""

    title: str
    rows: tuple[Row, ...]
    tables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """The count of source cells. It balances when every cell that holds words went somewhere."""

    total: int
    uses: dict[str, int]

    @property
    def balances(self) -> bool:
        """True when the uses add up to the total and none is "lost"."""
        return sum(self.uses.values()) == self.total and not self.uses.get("lost")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read: plans, tables, every source cell and its use, questions, notes."""

    document: str
    plans: tuple[Plan, ...]
    tables: tuple[TableReading, ...]
    cells: tuple[CellUse, ...]
    unplaced: tuple[Unplaced, ...]
    questions: tuple[Question, ...]
    notes: tuple[str, ...]
    keys: tuple[KeyEntry, ...] = ()
    year: int | None = None

    def rows(self) -> list[Row]:
        """All rows of all plans, in order."""
        return [row for plan in self.plans for row in plan.rows]

    def account(self) -> Account:
        """How many source cells went where. Blocks the confirm button unless it balances."""
        uses: dict[str, int] = {}
        for cell in self.cells:
            uses[cell.use] = uses.get(cell.use, 0) + 1
        return Account(total=len(self.cells), uses=uses)
