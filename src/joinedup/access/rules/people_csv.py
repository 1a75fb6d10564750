"""Reading a list of people: name, email, team, post, manager, agency. One row, one person."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["COLUMNS", "FileFault", "PersonRow", "decode", "read_people"]

COLUMNS = ("name", "email", "team", "post", "manager", "agency")
OTHER_NAMES: Mapping[str, str] = {
    "full name": "name",
    "e-mail": "email",
    "email address": "email",
    "e-mail address": "email",
    "department": "team",
    "service": "team",
    "job title": "post",
    "role": "post",
    "line manager": "manager",
    "organisation": "agency",
    "organization": "agency",
}
LONGEST = 200
MOST_ROWS = 10_000


class FileFault(ValueError):
    """The file can't be read as a list of people; the words say what to do."""


@dataclass(slots=True)
class PersonRow:
    """One row: its line in the file, what it says, and what is wrong with it."""

    line: int
    name: str = ""
    email: str = ""
    team: str = ""
    post: str = ""
    manager: str = ""
    agency: str = ""
    errors: list[str] = field(default_factory=list)


def decode(data: bytes) -> str:
    """The text of a file as spreadsheets save it: UTF-8 or Windows-1252."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_people(text: str, agencies: Sequence[str], home: str) -> list[PersonRow]:
    """The rows of a list, each checked by itself and against the others.

    `agencies` are the names known; an empty agency means `home`. Raises FileFault where there is
    no column "name", no row, or far too many.
    """
    reader = csv.reader(io.StringIO(text), dialect=_dialect(text))
    try:
        table = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error:
        raise FileFault("This is not a CSV file. Save the sheet as CSV and try again.") from None
    table = [(line, cells) for line, cells in table if any(cells)]
    if not table:
        raise FileFault("The file is empty.")
    columns = [OTHER_NAMES.get(cell.casefold(), cell.casefold()) for cell in table[0][1]]
    if "name" not in columns:
        raise FileFault(
            "The first row must name the columns: name, email, team, post, manager, agency. "
            "Only “name” is needed."
        )
    if len(table) - 1 > MOST_ROWS:
        raise FileFault(f"The file has more than {MOST_ROWS:,} rows. Split it.")
    rows = [_row(line, dict(zip(columns, cells, strict=False))) for line, cells in table[1:]]
    if not rows:
        raise FileFault("The file names the columns but has no rows beneath.")
    known = {name.casefold(): name for name in agencies}
    for row in rows:
        _settle_agency(row, known, home)
    _find_doubles(rows)
    return rows


def _dialect(text: str) -> type[csv.Dialect]:
    head = text.partition("\n")[0]

    class Found(csv.excel):
        delimiter = max((",", ";", "\t"), key=head.count)

    return Found


def _row(line: int, cells: Mapping[str, str]) -> PersonRow:
    row = PersonRow(line)
    for name in COLUMNS:
        setattr(row, name, cells.get(name, ""))
    row.email = row.email.lower()
    if not row.name:
        row.errors.append("The name is missing.")
    if row.email and (row.email.count("@") != 1 or " " in row.email or "." not in row.email):
        row.errors.append(f"“{row.email}” is not an e-mail address.")
    for name in COLUMNS:
        if len(getattr(row, name)) > LONGEST:
            row.errors.append(f"The {name} is longer than {LONGEST} characters.")
    return row


def _settle_agency(row: PersonRow, known: Mapping[str, str], home: str) -> None:
    if not row.agency:
        row.agency = home
    elif row.agency.casefold() in known:
        row.agency = known[row.agency.casefold()]
    else:
        row.errors.append(
            f"No agency is called “{row.agency}”. Mend the name, or add the agency first."
        )


def _find_doubles(rows: Sequence[PersonRow]) -> None:
    seen: dict[str, int] = {}
    for row in rows:
        key = row.email or f"{row.name.casefold()}|{row.agency.casefold()}"
        if key in seen:
            row.errors.append(f"The same person stands on line {seen[key]}.")
        elif row.name:
            seen[key] = row.line
