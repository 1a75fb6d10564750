"""The register of erasures outside the database, in a file that is only ever added to. What it names
stays erased when an older backup comes back: it holds references and reasons, never what was said.

Each line carries the hash of the line before it, so that one taken out or changed is seen.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TextIO

from django.conf import settings
from django.db import transaction

from joinedup.audit.rules import FIRST

__all__ = ["NAME", "Erased", "add", "broken", "keep_outside", "not_held", "place", "read"]

NAME = "erasures.log"
MEND = (
    "Nothing was added to it. Put a copy that was kept elsewhere in its place. Where there is none, "
    "move it out of the data folder and keep it: the next start writes anew what the database knows, "
    "and whatever only the old one names has to be looked up there and erased again."
)


@dataclass(frozen=True, slots=True)
class Erased:
    """One erasure: `reference` is its own (a file's, where a file was destroyed), `about` the record
    that went or to which the file belonged. `asked_by` and `agreed_by` are references of accounts.
    `number`, `previous` and `digest` are given by the register."""

    reference: str
    kind: str
    about: str
    ground: str
    reason: str
    asked_by: str
    agreed_by: str
    asked_at: str
    at: str
    number: int = 0
    previous: str = ""
    digest: str = ""

    @property
    def asked(self) -> dt.datetime:
        """When it was asked for."""
        return dt.datetime.fromisoformat(self.asked_at)

    @property
    def moment(self) -> dt.datetime:
        """When it was erased."""
        return dt.datetime.fromisoformat(self.at)


def place() -> Path:
    """Where the register lies: in the data folder, beside the database and not in it."""
    return Path(settings.HOME) / NAME


def read(path: Path) -> list[Erased]:
    """Every line, in order; none where there is no file. A last line that a power cut left by halves
    is not one. Raises ValueError for any other line that can't be read."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as file:
        return _lines(file)


def _lines(file: TextIO) -> list[Erased]:
    lines = file.read().split("\n")
    found = []
    for number, line in enumerate(lines[:-1], start=1):
        try:
            found.append(Erased(**json.loads(line)))
        except (ValueError, TypeError) as error:
            raise ValueError(f"Line {number} of the register of erasures can't be read.") from error
    return found


def add(path: Path, erased: Iterable[Erased]) -> int:
    """Add what the register does not name yet, on the disk when this returns; how many were added.

    One process at a time writes: each line carries the hash of the one before. Raises ValueError, with
    what to do, where the register does not hold: a line added to it would hide that.
    """
    new = list(erased)
    if not new:
        return 0
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(handle, "r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        there = _lines(file)
        if wrong := _wrong(there):
            raise ValueError(f"{wrong[0]} {MEND}")
        lines = _following(there, not_held(there, new))
        _cut_what_is_by_halves(file)
        file.writelines(f"{_text(asdict(one))}\n" for one in lines)
        file.flush()
        os.fsync(file.fileno())
    return len(lines)


def keep_outside(erased: Iterable[Erased]) -> None:
    """Add to the register in the data folder as soon as the transaction around this holds. Where that
    can't be done then, the next start, the daily jobs or the next backup do it."""
    lines = list(erased)
    transaction.on_commit(lambda: _add_here(lines), robust=True)


def _add_here(lines: list[Erased]) -> None:
    add(place(), lines)


def _cut_what_is_by_halves(file: TextIO) -> None:
    """Stand after the last whole line."""
    file.seek(0)
    whole = file.read()
    file.seek(0)
    file.truncate(len(whole[: whole.rfind("\n") + 1].encode()))
    file.seek(0, os.SEEK_END)


def not_held(there: Iterable[Erased], wanted: Iterable[Erased]) -> list[Erased]:
    """Which of the wanted the register does not name, each once."""
    known = {one.reference for one in there}
    found: dict[str, Erased] = {}
    for one in wanted:
        if one.reference not in known:
            found.setdefault(one.reference, one)
    return list(found.values())


def _following(there: Sequence[Erased], new: Iterable[Erased]) -> list[Erased]:
    number, previous = (there[-1].number, there[-1].digest) if there else (0, FIRST)
    lines = []
    for one in new:
        number += 1
        line = replace(one, number=number, previous=previous, digest="")
        previous = _digest(line)
        lines.append(replace(line, digest=previous))
    return lines


def _digest(line: Erased) -> str:
    return hashlib.sha256(_text(asdict(replace(line, digest=""))).encode()).hexdigest()


def _text(of: dict[str, object]) -> str:
    return json.dumps(of, ensure_ascii=False, sort_keys=True)


def broken(path: Path) -> list[str]:
    """What does not hold in the register itself, in sentences; empty where it holds."""
    try:
        lines = read(path)
    except (OSError, ValueError) as fault:
        return [f"The register of erasures can't be read: {fault}"]
    return _wrong(lines)


def _wrong(lines: Iterable[Erased]) -> list[str]:
    wrong, number, previous = [], 0, FIRST
    for line in lines:
        if line.number != number + 1 or line.previous != previous:
            wrong.append(
                f"The register of erasures: something before line {line.number} is missing."
            )
        if line.digest != _digest(line):
            wrong.append(f"The register of erasures: line {line.number} was changed.")
        number, previous = line.number, line.digest
    return wrong
