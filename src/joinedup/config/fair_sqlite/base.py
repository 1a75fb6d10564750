"""Django's SQLite, but nobody who waits to write is overtaken for long.

SQLite lets a writer that waits ask again after ever longer pauses, so newcomers overtake it: with
fifty writers one in twenty waited nearly four seconds. Here the pauses grow shorter with waiting.
"""

from __future__ import annotations

import sqlite3
import time

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

__all__ = ["DatabaseWrapper", "pause"]

LONGEST_SECONDS, SHORTEST_SECONDS, SHORTEST_AFTER_SECONDS = 0.06, 0.002, 0.8


def pause(waited: float) -> float:
    """Seconds until somebody who has `waited` so many seconds asks again: shorter as they wait."""
    left = max(0.0, 1 - waited / SHORTEST_AFTER_SECONDS)
    return SHORTEST_SECONDS + (LONGEST_SECONDS - SHORTEST_SECONDS) * left


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that waits for its turn to write, as long as the setting `timeout` allows."""

    def _start_transaction_under_autocommit(self) -> None:
        self.ensure_connection()
        patience = float(self.settings_dict["OPTIONS"].get("timeout", 5))
        self.connection.execute("PRAGMA busy_timeout = 0")
        try:
            self._begin(patience)
        finally:
            self.connection.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")

    def _begin(self, patience: float) -> None:
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
            return
        except OperationalError as busy:
            if not _is_busy(busy.__cause__):
                raise
        mode = self.settings_dict["OPTIONS"].get("transaction_mode") or ""
        began = time.monotonic()
        while True:
            waited = time.monotonic() - began
            time.sleep(pause(waited))
            with self.wrap_database_errors:
                try:
                    self.connection.execute(f"BEGIN {mode}")
                    return
                except sqlite3.OperationalError as busy:
                    if waited > patience or not _is_busy(busy):
                        raise


def _is_busy(fault: BaseException | None) -> bool:
    code = getattr(fault, "sqlite_errorcode", None)
    return code is not None and code & 0xFF == sqlite3.SQLITE_BUSY
