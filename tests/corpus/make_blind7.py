"""Make the documents of the seventh blind corpus and their truth files again.

Run from anywhere: python tests/corpus/make_blind7.py [NAME ...]
Fails when a labelled word is absent from the text of its document.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import blind7_parts  # noqa: E402
from blind_parts.check import absent  # noqa: E402


def make(only: list[str]) -> int:
    """Write each document and its truth; 1 when a label names an absent word."""
    failed = 0
    for part in sorted(m.name for m in pkgutil.iter_modules(blind7_parts.__path__)):
        module = importlib.import_module(f"blind7_parts.{part}")
        name, layout, build = getattr(module, "DOCUMENT", ("", "", None))
        if build is None or (only and not any(name.startswith(o) for o in only)):
            continue
        path = HERE / "blind7" / name
        truth = {
            "document": name,
            "schema": 1,
            "plans": build(path),
            "unscored": [],
            "layout": layout,
            "label": "invented wording; truth labelled by hand together with the text",
        }
        written = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
        path.with_suffix(".truth.json").write_text(written, encoding="utf-8")
        lost = absent(path, truth)
        failed |= bool(lost)
        rows = sum(len(p["rows"]) for p in truth["plans"])
        sys.stdout.write(f"{name}: {rows} rows{f', ABSENT {lost}' if lost else ''}\n")
    return failed


if __name__ == "__main__":
    sys.exit(make(sys.argv[1:]))
