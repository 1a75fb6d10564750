"""References of sealed records tried in every place, and their words looked for everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from benches.figures import Figure, at_most

__all__ = ["measure"]

ROOT = Path(__file__).resolve().parents[1]
TRIES = 20_000


def measure(quick: bool) -> list[Figure]:
    """Run tests/house/test_leaks.py with many tries; a leak is named in what it prints."""
    tries = TRIES // 10 if quick else TRIES
    environment = {**os.environ, "JOINEDUP_TRIES": str(tries), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", "tests/house/test_leaks.py"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout[-4000:])
    return [
        Figure("leaks", "tries to reach a sealed record", tries),
        at_most("leaks", "tests of leaks that failed", float(done.returncode != 0), 0, ""),
    ]
