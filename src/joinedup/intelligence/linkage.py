"""The one door to Splink and DuckDB: pairs of records that may be about one person.

The model is a versioned file, `data/linkage.json`. An address is one comparison, not four, because a
family shares all of its parts at once. What does not fit in the memory allowed stands meanwhile in a
folder of the caller's, which must be as private as the register and is the caller's to remove.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

__all__ = ["COLUMNS", "LaidOut", "Pair", "laid_out", "model_hash", "model_version", "pairs"]

COLUMNS = (
    "unique_id", "fore", "sur", "root", "dob", "house", "street", "town", "postcode", "phone",
    "online",
)  # fmt: skip
RULES = (
    "l.day = r.day and l.town = r.town",
    "l.day = r.day and substr(l.fore, 1, 1) = substr(r.fore, 1, 1)",
    "l.day = r.day and substr(l.sur, 1, 1) = substr(r.sur, 1, 1)",
    "l.root = r.root and l.sur = r.sur and substr(l.dob, 1, 4) = substr(r.dob, 1, 4)",
    "l.root = r.root and l.sur = r.sur and substr(l.dob, 5, 4) = substr(r.dob, 5, 4)",
    "l.root = r.root and l.sur = r.sur and l.town = r.town",
    "l.sur = r.fore and l.fore = r.sur",
    "l.code = r.code and l.root = r.root",
    "l.code = r.code and l.house = r.house",
    "l.code = r.code and l.sur = r.sur",
    "l.street = r.street and l.house = r.house",
    "l.street = r.street and l.root = r.root",
    "l.street = r.street and l.sur = r.sur and l.town = r.town",
    "l.street = r.street and l.postcode = r.postcode and substr(l.dob,1,4) = substr(r.dob,1,4)",
    "l.house = r.house and l.town = r.town and substr(l.sur, 1, 2) = substr(r.sur, 1, 2)",
    "l.line = r.line",
    "l.handle = r.handle",
)
"""Pairs that are compared at all: each survives some mistake. `day`, `code`, `line` and `handle` are
date of birth, postcode, telephone and online name where not too many share them."""
SHARED = {"day": ("dob", 500), "code": ("postcode", 2_000), "line": ("phone", 100),
          "handle": ("online", 100)}  # fmt: skip
"""A switchboard, a hostel, the first of January of those whose birthday nobody knows: how many may
share a value before it brings nobody together by itself."""
LIFETIMES, TIMES_USUAL = 36_525, 20
STREET_BEGINS = "substr(l.street, 1, 5) = substr(r.street, 1, 5)"
TOWN_BEGINS = "substr(l.town, 1, 4) = substr(r.town, 1, 4)"
SURNAME_BEGINS = "substr(l.sur, 1, 4) = substr(r.sur, 1, 4)"
MORE_RULES = (
    "l.dob = r.dob",
    f"{STREET_BEGINS} and {TOWN_BEGINS}",
    f"{STREET_BEGINS} and {SURNAME_BEGINS}",
    f"{STREET_BEGINS} and l.house = r.house",
    f"{STREET_BEGINS} and l.postcode = r.postcode",
    f"{SURNAME_BEGINS} and {TOWN_BEGINS}",
    f"{SURNAME_BEGINS} and l.root = r.root",
    f"l.root = r.root and {TOWN_BEGINS}",
    f"l.house = r.house and {TOWN_BEGINS}",
    "substr(l.fore, 1, 4) = substr(r.sur, 1, 4) and substr(r.fore, 1, 3) = substr(l.sur, 1, 3)",
    "l.fore = r.sur and l.town = r.town",
    "l.postcode = r.postcode and l.town = r.town",
)
"""Wider nets for registers of some thousands without families, where they cost little."""
Level = dict[str, Any]
MEMORY, PART = "1200MB", 20_000
WIDE_UP_TO = 50_000
FEWEST, SMALLEST, FEW_FAMILIES = 2, 2_000, 0.15
WITH_FAMILIES = ("fore", "sur", "dob", "home", "phone", "online")
WITHOUT_FAMILIES = ("fore", "sur", "dob", "house", "street", "town", "postcode", "phone", "online")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records and how probable it is that they are about one person."""

    one: int
    other: int
    probability: float
    bits: float


def model_version() -> str:
    """The version of the model in use."""
    return str(json.loads(_text())["version"])


def model_hash() -> str:
    """SHA-256 of the model in use."""
    return hashlib.sha256(_text().encode()).hexdigest()


def _text() -> str:
    return files("joinedup.intelligence").joinpath("data/linkage.json").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The register as a table of the model: how many records, whether families stand in it."""

    connection: Any
    count: int
    has_families: bool


@contextmanager
def laid_out(rows: Iterable[Sequence[object]], folder: Path) -> Iterator[LaidOut]:
    """Rows (values in the order of COLUMNS, None for what is not known) as a table. They are taken
    part by part, so that they never stand in memory all at once; `folder` takes what does not fit."""
    import duckdb

    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY,
        "threads": 2,
        "temp_directory": str(folder),
    }
    connection = duckdb.connect(str(folder / "register.duckdb"), config=config)
    try:
        kinds = ", ".join(
            f"{name} {'BIGINT' if name == 'unique_id' else 'VARCHAR'}" for name in COLUMNS
        )
        connection.execute(f"CREATE TABLE given ({kinds})")
        source, count = iter(rows), 0
        while part := list(islice(source, PART)):
            _add(connection, part)
            count += len(part)
        _leave_out_what_many_share(connection, count)
        yield LaidOut(connection, count, _has_families(connection))
    finally:
        connection.close()


def _add(connection: Any, part: Sequence[Sequence[object]]) -> None:
    import pyarrow

    kinds = [pyarrow.int64() if name == "unique_id" else pyarrow.string() for name in COLUMNS]
    arrays = [
        pyarrow.array(column, type=kind)
        for column, kind in zip(zip(*part, strict=True), kinds, strict=True)
    ]
    connection.register("part", pyarrow.table(dict(zip(COLUMNS, arrays, strict=True))))
    connection.execute("INSERT INTO given SELECT * FROM part")
    connection.unregister("part")


def _leave_out_what_many_share(connection: Any, count: int) -> None:
    """The table `records`, with a column for each of SHARED that is empty where too many share it."""
    columns, joins = [], []
    for name, (column, most) in SHARED.items():
        allowed = max(most, count * TIMES_USUAL // LIFETIMES) if name == "day" else most
        columns.append(f"CASE WHEN {name}_of.shared IS NULL THEN {column} END AS {name}")
        joins.append(
            f"LEFT JOIN (SELECT {column} AS shared FROM given GROUP BY {column}"  # noqa: S608 - our columns # nosec B608
            f" HAVING count(*) > {allowed}) {name}_of ON given.{column} = {name}_of.shared"
        )
    connection.execute(
        f"CREATE TABLE records AS SELECT given.*, {', '.join(columns)} FROM given {' '.join(joins)}"  # noqa: S608 - our columns # nosec B608
    )
    connection.execute("DROP TABLE given")


def pairs(table: LaidOut, least: float = 0.5) -> list[Pair]:
    """Pairs of records whose probability is at least `least`, surest first."""
    if table.count < FEWEST:
        return []
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    model = json.loads(_text())
    fields = WITH_FAMILIES if table.has_families else WITHOUT_FAMILIES
    api = DuckDBAPI(connection=table.connection)
    settings = _settings(model, table.count, fields)
    linker: Any = Linker(api.register("records"), settings, log_level=logging.ERROR)
    found = linker.inference.predict(threshold_match_probability=least)
    wanted = ("unique_id_l", "unique_id_r", "match_probability", "match_weight")
    answer = found.as_pyarrow_table().select(wanted)
    columns = [answer.column(name).to_pylist() for name in wanted]
    made = [
        Pair(min(one, other), max(one, other), chance, bits)
        for one, other, chance, bits in zip(*columns, strict=True)
    ]
    return sorted(made, key=lambda one: -one.bits)


def _settings(model: dict[str, Any], records: int, fields: Sequence[str]) -> dict[str, Any]:
    """The model as Splink wants it, for a register of this size."""
    from splink import SettingsCreator

    size = max(records, SMALLEST)
    is_wide = "home" not in fields and records <= WIDE_UP_TO
    shapes = {
        "fore": _name_levels("fore", "sur", root="root"),
        "sur": _name_levels("sur", "fore"),
        "dob": DOB,
        "home": HOME,
        "house": [_missing("house"), *_slips("house")],
        "street": [_missing("street"), *_closeness("street")],
        "town": [_missing("town"), *_closeness("town")],
        "postcode": [_missing("postcode"), *_slips("postcode")],
        "phone": [_missing("phone"), *_slips("phone")],
        "online": [_missing("online"), *_slips("online")],
    }
    comparisons: Any = [
        _comparison(name, [_weighed(level, model["levels"][name], size) for level in levels])
        for name, levels in shapes.items()
        if name in fields
    ]
    rules: Any = [*RULES, *(MORE_RULES if is_wide else ())]
    made: dict[str, Any] = SettingsCreator(
        link_type="dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=rules,
        probability_two_random_records_match=min(0.1, model["pairs_per_record"] * 2 / records),
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    ).create_settings_dict("duckdb")
    return made


def _weighed(level: Level, weights: dict[str, list[float]], records: int) -> Level:
    """A level with its two shares."""
    if level.get("is_null_level"):
        return level
    same, other, *shared = weights[level["label_for_charts"]]
    return {
        **level,
        "m_probability": same,
        "u_probability": min(other + sum(shared) / records, 0.999),
    }


def _comparison(name: str, levels: list[Level]) -> dict[str, Any]:
    return {"output_column_name": name, "comparison_levels": levels}


def _level(words: str, sql: str, **more: Any) -> Level:
    return {"sql_condition": sql, "label_for_charts": words, **more}


def _missing(column: str) -> Level:
    return _level("missing", f"{column}_l IS NULL OR {column}_r IS NULL", is_null_level=True)


def _name_levels(column: str, other: str, root: str = "") -> list[Level]:
    near = f"jaro_winkler_similarity({column}_l, {column}_r)"
    exact = {"tf_adjustment_column": column, "tf_adjustment_weight": 1.0}
    levels = [_missing(column), _level("same", f"{column}_l = {column}_r", **exact)]
    if root:
        levels.append(_level("another form", f"{root}_l = {root}_r"))
    return [
        *levels,
        _level("swapped", f"{column}_l = {other}_r OR {column}_r = {other}_l"),
        _level("one slip", f"damerau_levenshtein({column}_l, {column}_r) <= 1"),
        _level("close", f"{near} >= 0.88"),
        _level("somewhat close", f"{near} >= 0.78"),
        _level("different", "ELSE"),
    ]


DOB = [
    _missing("dob"),
    _level("same", "dob_l = dob_r"),
    _level("one slip", "damerau_levenshtein(dob_l, dob_r) <= 1"),
    _level("day and month swapped",
           "substr(dob_l, 1, 4) = substr(dob_r, 1, 4) AND substr(dob_l, 5, 2) = substr(dob_r, 7, 2)"
           " AND substr(dob_l, 7, 2) = substr(dob_r, 5, 2)"),
    _level("two slips", "damerau_levenshtein(dob_l, dob_r) <= 2"),
    _level("same year", "substr(dob_l, 1, 4) = substr(dob_r, 1, 4)"),
    _level("different", "ELSE"),
]  # fmt: skip
STREET = "jaro_winkler_similarity(street_l, street_r) >= 0.88"
TOWN = "jaro_winkler_similarity(town_l, town_r) >= 0.88"
CODE = "damerau_levenshtein(postcode_l, postcode_r) <= 1"
HOUSE = "house_l = house_r"
HOME = [
    _level("missing", "(postcode_l IS NULL OR postcode_r IS NULL) AND (street_l IS NULL OR"
           " street_r IS NULL) AND (town_l IS NULL OR town_r IS NULL)", is_null_level=True),
    _level("same", f"{HOUSE} AND {STREET} AND (postcode_l = postcode_r OR {TOWN})"),
    _level("nearly the same", f"{HOUSE} AND ({STREET} OR ({CODE} AND {TOWN}))"
           f" OR ({STREET} AND {CODE} AND {TOWN})"),
    _level("house and postcode", f"{HOUSE} AND {CODE}"),
    _level("same street", f"{STREET} AND ({CODE} OR {TOWN})"),
    _level("postcode and town", f"{CODE} AND {TOWN}"),
    _level("house and town", f"{HOUSE} AND {TOWN}"),
    _level("postcode or street", f"postcode_l = postcode_r OR {STREET}"),
    _level("town", TOWN),
    _level("different", "ELSE"),
]  # fmt: skip


def _slips(column: str) -> list[Level]:
    return [
        _level("same", f"{column}_l = {column}_r"),
        _level("one slip", f"damerau_levenshtein({column}_l, {column}_r) <= 1"),
        _level("different", "ELSE"),
    ]


def _closeness(column: str) -> list[Level]:
    near = f"jaro_winkler_similarity({column}_l, {column}_r)"
    return [
        _level("same", f"{column}_l = {column}_r", tf_adjustment_column=column,
               tf_adjustment_weight=1.0),
        _level("close", f"{near} >= 0.9"),
        _level("somewhat close", f"{near} >= 0.75"),
        _level("different", "ELSE"),
    ]  # fmt: skip


FAMILIES = """
WITH own AS (
  SELECT sur, house, coalesce(street, '') AS street, coalesce(postcode, '') AS postcode,
    substr(fore, 1, 2) AS fore, dob,
    row_number() OVER (PARTITION BY sur, house, street, postcode ORDER BY unique_id) AS place
  FROM records
  WHERE fore IS NOT NULL AND dob IS NOT NULL AND sur IS NOT NULL AND house IS NOT NULL
    AND (street IS NOT NULL OR postcode IS NOT NULL)
) SELECT count(*), count(*) FILTER (WHERE l.fore <> r.fore AND l.dob <> r.dob)
FROM own l JOIN own r USING (sur, house, street, postcode)
WHERE l.place < r.place AND r.place <= 6
"""


def _has_families(connection: Any) -> bool:
    """Whether families stand in the register: among records of one surname at one address, many
    with another forename and another date of birth. Lists of adults from one service have few; a
    small register cannot tell, and is taken for one with families, so that no twin is passed by."""
    ((records,),) = connection.execute("SELECT count(*) FROM records").fetchall()
    ((count, kin),) = connection.execute(FAMILIES).fetchall()
    return bool(records < SMALLEST or kin > count * FEW_FAMILIES)
