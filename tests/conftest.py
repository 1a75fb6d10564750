"""What every test gets: the append-only triggers stand in the test database, as they do in life."""

import contextlib
import gc
import os
import sqlite3

import pytest
from hypothesis import settings

from tests.factories.template import as_template, templates

# A slow moment of the machine is no fault of the rule under test. The same inputs each time, so
# that a red run can be repeated; HYPOTHESIS_PROFILE=searching looks for new ones.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

LONG = ("tests/journeys/", "tests/commands/", "tests/house/", "tests/rules/reading/")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, request):
    """Lay the database out as the product does; on SQLite, copy the one that another process
    made, where there is one, and else keep it for the next."""
    from django.core import management
    from django.db import connection

    from joinedup.config.new_database import lay_out

    if any(map(request.config.getvalue, ("reuse_db", "nomigrations"))):
        return
    call = management.call_command

    def migrate_or_copy(name, *words, **options):
        if name != "migrate":
            return call(name, *words, **options)
        management.call_command = call
        if connection.vendor != "sqlite":
            lay_out()
            return call(name, *words, **options)
        with templates() as place:
            if not place.exists():
                lay_out()
                call(name, *words, **options)
                connection.ensure_connection()
                as_template(place, connection.connection)
                return None
            connection.ensure_connection()
            with contextlib.closing(sqlite3.connect(place)) as made:
                made.backup(connection.connection)
        return None

    management.call_command = migrate_or_copy


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    from joinedup.audit.triggers import install

    with django_db_blocker.unblock():
        install()


@pytest.fixture(autouse=True)
def no_rules_of_another_test(monkeypatch):
    """A council's own rules are kept for a minute in a process; those of the test before are gone."""
    from joinedup.access import limits

    limits.forget_limits()
    # a slow machine must not see them run out between two counts of statements
    monkeypatch.setattr(limits, "KEPT_SECONDS", 3600)


def pytest_configure(config):
    config.addinivalue_line("markers", "postgres: also runs on PostgreSQL")


def pytest_collection_modifyitems(items):
    """Long files first, so that both processes end together (with `--no-loadscope-reorder`); last
    on PostgreSQL, where one process works beside those two, so that fewer browsers meet."""
    is_beside = "DATABASE_URL" in os.environ
    items.sort(key=lambda item: item.nodeid.startswith(LONG) is is_beside)


def pytest_collection_finish(session):
    """What is loaded by now stays to the end: looking through it for garbage again and again took
    a twentieth of all time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
