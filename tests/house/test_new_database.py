"""A database laid out at once is the one that walking through every migration makes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import ConnectionHandler

from joinedup.config import new_database

ROOT = Path(__file__).resolve().parents[2]
ALWAYS_FILLED = {"django_migrations", "django_content_type", "auth_permission"}
POSTGRES = (
    "SELECT table_name, column_name, udt_name, character_maximum_length, is_nullable,"
    " column_default, is_identity FROM information_schema.columns"
    " WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace",
    "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT sequence_name, data_type FROM information_schema.sequences"
    " WHERE sequence_schema = 'public'",
)
WALK = (
    # Rendering models leaves much to collect; looking for it less often saves a quarter of the time.
    "import functools, gc; gc.set_threshold(100_000, 50, 50);"
    "import django; django.setup();"
    # Each rendering forgets which model stands for which setting, also of the models in use, where
    # it never changes: an eighth of the time.
    "from django.apps import apps;"
    "apps.get_swappable_settings_name = functools.cache(apps.get_swappable_settings_name);"
    # After each operation Django renders every model that stands near the changed one again, eighteen
    # thousand in all; what an operation does to tables hangs on the changed model alone, and what
    # runs code is still given all models new. Two thirds of the time.
    "from django.db.migrations.state import ProjectState;"
    "near = lambda self, app, model, delay=False: setattr(self, 'is_delayed', True) or {(app, model)};"
    "ProjectState._find_reload_model = near;"
    "from django.core.management import execute_from_command_line as run;"
    "run(['', 'migrate', '--verbosity', '0', '--skip-checks'])"
)
SQLITE = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type <> 'trigger'"


def fetched(database, query):
    with database.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def parts_of(definition):
    """What stands between the commas of a table's definition, whatever its order: SQLite gives a
    table that was altered another order of columns."""
    depth, parts = 0, [""]
    for letter in re.sub(r"\s+", " ", (definition or "").replace('"', "")):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and depth == 1:
            parts.append("")
        else:
            parts[-1] += letter
    head, _, first = parts[0].partition("(")
    parts[-1] = parts[-1].removesuffix(")") if first else parts[-1]
    return (head.strip(), *sorted(part.strip() for part in (first, *parts[1:])))


def described(database):
    """Every column, constraint and index of a database."""
    if database.vendor == "postgresql":
        return {row for query in POSTGRES for row in fetched(database, query)}
    return {(*row[:3], parts_of(row[3])) for row in fetched(database, SQLITE)}


def rows_of(database):
    """How many rows stand in each table; and which migrations are recorded."""
    tables = database.introspection.table_names()
    counts = {one: fetched(database, f'SELECT count(*) FROM "{one}"')[0][0] for one in tables}
    filled = {
        name for name, count in counts.items() if count and not name.startswith("assurance_search_")
    }
    recorded = set(fetched(database, "SELECT app, name FROM django_migrations"))
    kinds = set(fetched(database, "SELECT app_label, model FROM django_content_type"))
    allowed = set(fetched(database, "SELECT codename, name FROM auth_permission"))
    return filled, recorded, kinds, allowed


@pytest.fixture
def walked(db, tmp_path):
    """A second database, made by Django's own command through every migration."""
    settings = {**connection.settings_dict, "TEST": {}}
    name = str(tmp_path / "walked.sqlite3")
    address = f"sqlite:///{name}"
    if connection.vendor == "postgresql":
        name = f"walked_{os.getpid()}"
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        address = re.sub(r"/[^/]*$", f"/{name}", os.environ["DATABASE_URL"])
    environment = {
        **os.environ,
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
    }
    subprocess.run(
        [sys.executable, "-c", WALK], env=environment, check=True, cwd=tmp_path, timeout=600
    )
    other = ConnectionHandler({"default": {**settings, "NAME": name}})["default"]
    yield other
    other.close()
    if connection.vendor == "postgresql":
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name}")


@pytest.mark.postgres
def test_a_new_database_is_the_one_that_every_migration_makes(walked):
    at_once, one_by_one = described(connection), described(walked)
    assert sorted(map(str, at_once ^ one_by_one)) == []
    assert len(at_once) > 500
    assert rows_of(connection) == rows_of(walked)
    assert rows_of(walked)[0] == ALWAYS_FILLED


@pytest.mark.django_db
def test_every_migration_that_runs_code_is_judged_for_a_new_database():
    """One that only changes rows or names that stand joins CHANGES_WHAT_STANDS; one that makes
    what no model describes joins MAKES_TABLES. Until then every start from nothing is slow."""
    assert new_database.not_judged(MigrationExecutor(connection)) == []


@pytest.mark.django_db
def test_every_judged_migration_is_there_and_runs_code():
    nodes = MigrationExecutor(connection).loader.graph.nodes
    judged = new_database.CHANGES_WHAT_STANDS | new_database.MAKES_TABLES
    assert {key for key, one in nodes.items() if new_database._code(one)} == judged


@pytest.mark.django_db
def test_a_database_that_holds_a_table_is_never_laid_out():
    before = described(connection)
    assert new_database.lay_out() is False
    assert described(connection) == before


@pytest.mark.django_db
def test_a_migration_nobody_judged_sends_a_new_database_the_ordinary_way(monkeypatch, tmp_path):
    handler = ConnectionHandler(
        {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "new.sqlite3"}}
    )
    monkeypatch.setattr(new_database, "connection", handler["default"])
    monkeypatch.setattr(new_database, "CHANGES_WHAT_STANDS", frozenset())
    assert new_database.lay_out() is False
    assert handler["default"].introspection.table_names() == []
    handler["default"].close()


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_database_waits_in_turn_or_compiles_nothing():
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SHOW jit")
            assert cursor.fetchone() == ("off",)
    else:
        assert connection.settings_dict["ENGINE"] == "joinedup.config.fair_sqlite"
