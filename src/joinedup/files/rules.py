"""What a stored file may be called and served as."""

from __future__ import annotations

import mimetypes
import re
import unicodedata

__all__ = ["LONGEST_NAME", "content_type_of", "plain_name"]

LONGEST_NAME = 200
UNKNOWN = "application/octet-stream"
NEVER_AS_SUCH = ("text/html", "application/xhtml+xml", "image/svg+xml", "text/xml")


def plain_name(name: str) -> str:
    """A file name without folders, control or direction characters, at most 200 long."""
    last = re.split(r"[\\/]", name)[-1]
    kept = "".join(one for one in last if unicodedata.category(one)[0] != "C")
    kept = re.sub(r"\s+", " ", kept).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if dot and len(kept) > LONGEST_NAME:
        kept = f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"
    return kept[:LONGEST_NAME] or "file"


def content_type_of(name: str) -> str:
    """The type a file is sent as, judged by its name; what a browser might run is plain bytes."""
    guessed = mimetypes.guess_type(name)[0] or UNKNOWN
    return UNKNOWN if guessed in NEVER_AS_SUCH or "script" in guessed else guessed
