"""The press: Typst in a process of its own, which gives its memory back when the page is set.

Typst remembers all it has set for as long as its process lives; a worker that printed many papers
would grow without end. This file is also what the process runs, and then it needs nothing but
Typst: `press` writes an order to its standard input, `main` answers it.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

__all__ = ["PressFailed", "main", "press"]

FONTS = Path(__file__).parent / "vendor"
MIB = 1024 * 1024
MEMORY = 3072 * MIB
CPU_SECONDS = 120
WALL_SECONDS = 180


class PressFailed(RuntimeError):
    """Typst could not set the page; the message is its own account of why."""


def press(sources: list[dict[str, Any]]) -> list[bytes]:
    """Set each order ({"source", "format", "inputs", "standards"?, "ppi"?, "name"?}), in turn.

    An order with a name is a picture that later ones may ask for by it. Gives the files in order;
    raises `PressFailed` with what Typst says, or when time or memory runs out.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-B", str(Path(__file__))],
            input=json.dumps(sources).encode(),
            capture_output=True,
            timeout=WALL_SECONDS,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "RAYON_NUM_THREADS": "2"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PressFailed("the page took too long to set") from error
    head, _, rest = done.stdout.partition(b"\n")
    try:
        answer = json.loads(head)
    except ValueError as error:
        raise PressFailed(f"the press stopped with {done.returncode}") from error
    if "error" in answer:
        raise PressFailed(answer["error"])
    files, at = [], 0
    for length in answer["lengths"]:
        files.append(rest[at : at + length])
        at += length
    return files


def _close_in() -> None:
    """Set the limits of this process. A system without one of them goes without it."""
    import resource

    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, CPU_SECONDS)):
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, most))


def main() -> int:
    """The inside of the press: read the orders, write the files."""
    import typst

    _close_in()
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
    files: list[bytes] = []
    try:
        with tempfile.TemporaryDirectory() as folder:
            for order in json.loads(sys.stdin.buffer.read()):
                made = typst.compile(
                    order["source"].encode(),
                    root=folder,
                    font_paths=fonts,
                    format=order["format"],
                    sys_inputs=order["inputs"],
                    pdf_standards=order.get("standards", []),
                    ppi=order.get("ppi"),
                )
                files.append(bytes(made))
                if "name" in order:
                    (Path(folder) / order["name"]).write_bytes(files[-1])
    except typst.TypstError as error:
        answer: dict[str, Any] = {"error": f"{error.message}\n{error.diagnostic}"}
    else:
        answer = {"lengths": [len(file) for file in files]}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + b"".join(files))
    return 0


if __name__ == "__main__":
    sys.exit(main())
