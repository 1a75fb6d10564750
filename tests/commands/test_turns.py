"""Writers who wait for each other on SQLite: longest first, and not for ever."""

import threading
import time

import pytest
from django.db import OperationalError, connection, connections
from django.db.utils import ConnectionHandler

from joinedup.config.fair_sqlite.base import DatabaseWrapper, pause

pytestmark = pytest.mark.django_db


def two(place, timeout=20.0):
    """Two connections to one file, for whichever thread uses them."""
    options = {"timeout": timeout, "transaction_mode": "IMMEDIATE"}
    made = {
        "ENGINE": "joinedup.config.fair_sqlite",
        "NAME": place,
        "OPTIONS": {**options, "check_same_thread": False},
    }
    handler = ConnectionHandler({"default": made, "other": made})
    for one in handler.all():
        one.inc_thread_sharing()
    with handler["default"].cursor() as cursor:
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("CREATE TABLE said (words TEXT)")
    return handler


def test_whoever_has_waited_longer_asks_sooner_again():
    pauses = [pause(waited) for waited in (0, 0.2, 0.5, 0.8, 5)]
    assert pauses == sorted(pauses, reverse=True)
    assert pauses[0] > 10 * pauses[-1] > 0


def test_a_writer_gets_a_turn_when_the_other_has_ended(tmp_path):
    handler = two(tmp_path / "turns.sqlite3")
    first, second = handler["default"], handler["other"]
    first._start_transaction_under_autocommit()
    ended = threading.Timer(0.2, lambda: first.connection.execute("COMMIT"))
    ended.start()
    began = time.monotonic()
    second._start_transaction_under_autocommit()
    waited = time.monotonic() - began
    second.connection.execute("INSERT INTO said VALUES ('second')")
    second.connection.execute("COMMIT")
    ended.join()
    assert waited >= 0.19
    assert second.connection.execute("SELECT words FROM said").fetchall() == [("second",)]
    assert second.connection.execute("PRAGMA busy_timeout").fetchone() == (20_000,)
    handler.close_all()


def test_nobody_waits_longer_than_the_setting_allows(tmp_path):
    handler = two(tmp_path / "turns.sqlite3", timeout=0.1)
    first, second = handler["default"], handler["other"]
    first._start_transaction_under_autocommit()
    with pytest.raises(OperationalError, match="locked"):
        second._start_transaction_under_autocommit()
    assert not second.connection.in_transaction
    first.connection.execute("ROLLBACK")
    second._start_transaction_under_autocommit()
    second.connection.execute("ROLLBACK")
    handler.close_all()


def test_the_product_waits_this_way():
    assert connection.vendor != "sqlite" or type(connections["default"]) is DatabaseWrapper
