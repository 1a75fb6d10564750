"""Reading in a box: a process of its own with little memory, little time and no surroundings.

A hostile file can only break this process. What comes back is JSON, checked field by field.
Run as `python -m joinedup.documents.box`, with a line of JSON and the file on standard input.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path, PurePath
from typing import Any

from joinedup.documents.encoding import from_json, to_json
from joinedup.documents.grid import Document
from joinedup.documents.preflight import preflight
from joinedup.documents.refusal import Refused

__all__ = ["main", "read_boxed", "run_boxed"]

MIB = 1024 * 1024
MEMORY = 768 * MIB
CPU_SECONDS = 15
WALL_SECONDS = 20
LARGEST_ANSWER = 96 * MIB
TOO_SLOW = (
    "This file takes too long to read. Save the pages with the plan as a file of their own and"
    " choose that."
)
TOO_COMPLEX = (
    "This file is too large or too complicated to read. Copy the plan into a new document, save it"
    " and choose that."
)
FAILED = (
    "This file could not be read. Open it in the program it was made with, save a fresh copy and"
    " choose that."
)
OUT_OF_MEMORY = 3


def read_boxed(name: str, data: bytes) -> Document:
    """Preflight, then read in the box. Every failure is `Refused` with a plain sentence."""
    notes = preflight(name, data)
    answer = run_boxed("document", name, data)
    try:
        document = from_json(answer["document"])
    except (KeyError, ValueError, TypeError) as error:
        raise Refused(FAILED) from error
    if not notes:
        return document
    return Document(
        document.name,
        document.kind,
        document.blocks,
        document.has_colour,
        (*document.notes, *notes),
    )


def run_boxed(task: str, name: str, data: bytes) -> dict[str, Any]:
    """Run one task ("document" or "mail") in the box and give its answer."""
    root = str(Path(__file__).resolve().parents[2])
    closed = {
        "PYTHONPATH": root,
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "1",
    }
    order = json.dumps({"task": task, "name": PurePath(name.replace("\\", "/")).name}) + "\n"
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as taken,
        tempfile.TemporaryDirectory() as folder,
    ):
        given.write(order.encode() + data)
        given.seek(0)
        process = subprocess.Popen(
            [sys.executable, "-P", "-B", "-m", "joinedup.documents.box"],
            stdin=given,
            stdout=taken,
            stderr=subprocess.DEVNULL,
            env=closed,
            cwd=folder,
            start_new_session=True,
        )
        try:
            code = process.wait(WALL_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise Refused(TOO_SLOW) from error
        finally:
            _end(process)
        taken.seek(0)
        return _answer(code, taken.read(LARGEST_ANSWER + 1))


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _answer(code: int, output: bytes) -> dict[str, Any]:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        raise Refused(TOO_SLOW)
    if code == OUT_OF_MEMORY or len(output) >= LARGEST_ANSWER:
        raise Refused(TOO_COMPLEX)
    try:
        answer = json.loads(output)
    except ValueError as error:
        raise Refused(TOO_COMPLEX if code == -signal.SIGSEGV else FAILED) from error
    if not isinstance(answer, dict):
        raise Refused(FAILED)
    if isinstance(answer.get("refused"), str):
        raise Refused(answer["refused"])
    return answer


def _close_in() -> None:
    """Set the limits of this process. A system without one of them goes without it."""
    import resource

    limits = [
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, LARGEST_ANSWER),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ]
    for kind, most in limits:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, most))


def _do(task: str, name: str, data: bytes) -> dict[str, Any]:
    if task == "mail":
        from joinedup.documents.mail import mail_as_json

        return {"mail": mail_as_json(name, data)}
    from joinedup.documents.reading import read_document

    return {"document": to_json(read_document(name, data))}


def main() -> int:
    """The inside of the box: read the order and the file, write the answer."""
    _close_in()
    order = json.loads(sys.stdin.buffer.readline())
    try:
        answer = _do(order["task"], order["name"], sys.stdin.buffer.read())
        text = json.dumps(answer)
    except Refused as refusal:
        text = json.dumps({"refused": str(refusal)})
    except MemoryError:
        return OUT_OF_MEMORY
    except Exception:
        text = json.dumps({"refused": FAILED})
    sys.stdout.write(text)
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
