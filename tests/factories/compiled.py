"""Page templates compiled once for all processes of one test session.

The folder is the session's own: what a template compiles to also hangs on filters, so nothing is
kept for a later session.
"""

from __future__ import annotations

import os
import tempfile
from typing import Any

from jinja2 import FileSystemBytecodeCache

__all__ = ["keep_compiled"]

PLACE = "JOINEDUP_TEST_COMPILED"


def keep_compiled(engines: list[dict[str, Any]]) -> None:
    """Give the Jinja engine of these settings the folder, which child processes inherit."""
    folder = os.environ.get(PLACE) or tempfile.mkdtemp(prefix="joinedup-test-compiled-")
    os.environ[PLACE] = folder
    engines[0]["OPTIONS"]["bytecode_cache"] = FileSystemBytecodeCache(folder)
