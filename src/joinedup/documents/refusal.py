"""The one way a reader says no: a plain sentence for the person who uploaded the file."""

from __future__ import annotations

__all__ = ["Refused"]


class Refused(Exception):
    """A file that is not read. The message says what is wrong and what to do about it."""
