"""What is looked at before a file is opened: size, zip bombs, DTDs, macros, links outside."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from joinedup.documents.reading import SAVE_AS, kind_of
from joinedup.documents.refusal import Refused

__all__ = ["LARGEST_FILE", "preflight"]

MIB = 1024 * 1024
LARGEST_FILE = 25 * MIB
LARGEST_PART = 25 * MIB
LARGEST_WHOLE = 60 * MIB
MOST_ENTRIES = 2_000
CHUNK = 256 * 1024
XML_NAMES = (".xml", ".rels", ".vml", ".xhtml")
DECLARATIONS = [
    word.encode(code)
    for word in ("<!DOCTYPE", "<!ENTITY", "<!doctype", "<!entity")
    for code in ("ascii", "utf-16-le", "utf-16-be")
]
LOADED_FROM_OUTSIDE = re.compile(
    rb'<Relationship\b(?=[^>]{0,1000}TargetMode="External")'
    rb'(?=[^>]{0,1000}Type="[^"]{0,300}/(attachedTemplate|oleObject|frame|externalLinkPath|image|subDocument)")'
)
TOO_LARGE = (
    "This file is larger than 25 MB. Take the pictures out, or save the plan alone in a new file,"
    " and choose that."
)
TOO_LARGE_INSIDE = (
    "This file unpacks to far more than a plan needs, so it was not opened. Copy the plan into a"
    " new document, save it and choose that."
)
MACROS = (
    "This file holds macros (small programs), so it was not opened. Save it as a document without"
    " macros (.docx or .xlsx) and choose that."
)
DECLARED = (
    "This file holds hidden instructions that no word processor writes, so it was not opened. Copy"
    " the plan into a new document, save it and choose that."
)


def preflight(name: str, data: bytes) -> tuple[str, ...]:
    """Look at a file without opening it; give notes for the person.

    Raises `Refused` where the file is too large (bytes really unpacked are counted, whatever the
    file says of itself), holds macros or XML declarations, or is of a kind that cannot be read.
    """
    if len(data) > LARGEST_FILE:
        raise Refused(TOO_LARGE)
    kind = kind_of(name, data)
    if kind in SAVE_AS and kind != "mail":
        raise Refused(SAVE_AS[kind])
    if kind in ("docx", "xlsx"):
        try:
            return _package(data)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise Refused(SAVE_AS["broken"]) from error
        except (NotImplementedError, RuntimeError) as error:  # a password, an odd compression
            raise Refused(SAVE_AS["locked"]) from error
    return ()


def _package(data: bytes) -> tuple[str, ...]:
    notes: list[str] = []
    whole = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_ENTRIES:
            raise Refused(TOO_LARGE_INSIDE)
        names = [entry.filename for entry in entries]
        if len(set(names)) != len(names):
            raise Refused(SAVE_AS["broken"])
        for entry in entries:
            if entry.flag_bits & 1:
                raise Refused(SAVE_AS["locked"])
            if re.search("vbaProject|vbaData|macrosheets/", entry.filename, re.I):
                raise Refused(MACROS)
        for entry in entries:
            size, links_outside = _part(archive, entry, LARGEST_WHOLE - whole)
            whole += size
            if links_outside and not notes:
                notes.append("This file points to files elsewhere; those were not fetched.")
    return tuple(notes)


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> tuple[int, bool]:
    """Unpack one part in pieces, counting; returns its size and whether it loads from outside."""
    is_xml = entry.filename.lower().endswith(XML_NAMES)
    size, tail, outside = 0, b"", False
    with archive.open(entry) as stream:
        while piece := stream.read(CHUNK):
            size += len(piece)
            if size > LARGEST_PART or size > room:
                raise Refused(TOO_LARGE_INSIDE)
            if is_xml:
                seen = tail + piece
                if any(word in seen for word in DECLARATIONS):
                    raise Refused(DECLARED)
                if entry.filename.endswith(".rels"):
                    outside = outside or bool(LOADED_FROM_OUTSIDE.search(seen))
                elif b"macroEnabled" in seen and "Content_Types" in entry.filename:
                    raise Refused(MACROS)
                tail = piece[-40:]
    return size, outside
