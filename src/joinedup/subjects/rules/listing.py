"""A list of people in a CSV file: its columns, and what can't be read said in one sentence."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from joinedup.subjects.rules.described import COLUMNS

__all__ = ["BadList", "read_list"]

LONGEST_FIELD = 100_000


class BadList(ValueError):
    """A list that can't be read; the words say what is wrong with it and what to do."""


def read_list(path: Path, name_column: str) -> Iterator[dict[str, str]]:
    """The rows of a list, one dict each, with every column of ours (empty where the file lacks it).

    `name_column` is the first column: record_id or query_id. Raises BadList.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            csv.field_size_limit(LONGEST_FIELD)
            reader = csv.reader(file)
            heads = [head.strip().casefold().replace(" ", "_") for head in next(reader, [])]
            _check(path, heads, name_column)
            wanted = (name_column, *COLUMNS)
            places = [(one, heads.index(one)) for one in wanted if one in heads]
            empty = dict.fromkeys(wanted, "")
            for line in reader:
                if not any(line):
                    continue
                if len(line) > len(heads) and any(line[len(heads) :]):
                    raise BadList(
                        f"{path.name}, line {reader.line_num}: there are more values than "
                        "columns. Put quotation marks around values that hold a comma."
                    )
                row = {**empty, **{k: line[n].strip() for k, n in places if n < len(line)}}
                if not row[name_column]:
                    raise BadList(
                        f"{path.name}, line {reader.line_num}: the column {name_column} is empty. "
                        "Each row needs a name of its own there."
                    )
                yield row
    except OSError:
        raise BadList(f"{path.name}: there is no file of this name that can be opened.") from None
    except UnicodeDecodeError:
        raise BadList(f"{path.name}: this is not text in UTF-8. Save it as CSV UTF-8.") from None
    except csv.Error as fault:
        raise BadList(f"{path.name}: this is not a CSV file that can be read ({fault}).") from None


def _check(path: Path, heads: list[str], name_column: str) -> None:
    if not any(heads):
        raise BadList(f"{path.name}: the file is empty. Its first line must name the columns.")
    if name_column not in heads:
        raise BadList(
            f"{path.name}: the first line must name the column {name_column}. It may name "
            f"{', '.join(COLUMNS)} as well."
        )
    if not set(heads) & set(COLUMNS):
        raise BadList(f"{path.name}: name at least one of the columns {', '.join(COLUMNS)}.")
    twice = {head for head in heads if head and heads.count(head) > 1}
    if twice & {name_column, *COLUMNS}:
        raise BadList(f"{path.name}: the column {sorted(twice)[0]} stands there twice.")
