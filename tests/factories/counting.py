"""How many SQL statements something takes, BEGIN and SAVEPOINT apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

APART = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT")


@contextmanager
def at_most(most: int) -> Iterator[None]:
    """Fail, showing the statements, where there are more than `most`."""
    with CaptureQueriesContext(connection) as caught:
        yield
    told = [one["sql"] for one in caught.captured_queries]
    counted = [sql for sql in told if not sql.lstrip().upper().startswith(APART)]
    assert len(counted) <= most, "\n".join([f"{len(counted)} statements", *counted])
