"""Django's PostgreSQL, but statements are run as they are and not compiled first.

Each statement asks who may see what, so the server thinks it large and compiles it: at 200,000
actions that took seconds where running took a tenth of one.
"""

from __future__ import annotations

from django.db.backends.postgresql import base

__all__ = ["DatabaseWrapper"]


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that compiles nothing. Said once connected: a pooler in between may refuse
    options on the way in."""

    def init_connection_state(self) -> None:
        super().init_connection_state()
        with self.connection.cursor() as cursor:
            cursor.execute("SET jit = off")
