"""Make the documents of the blind corpus and their truth files again.

Run from anywhere: python tests/corpus/make_blind.py [NAME ...]
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import blind_parts  # noqa: E402

TOOLS = {"notation", "labels", "word", "sheets", "pages", "plain", "check"}


def make(parts: ModuleType, folder: Path, wanted: list[str]) -> int:
    """Make all documents of a package of parts, or those whose names begin with a wanted word."""
    from blind_parts.check import absent
    from blind_parts.labels import truth

    folder.mkdir(exist_ok=True)
    wrong = 0
    for found in sorted(pkgutil.iter_modules(parts.__path__), key=lambda m: m.name):
        if found.name in TOOLS:
            continue
        part = importlib.import_module(f"{parts.__name__}.{found.name}")
        if wanted and not any(part.NAME.startswith(w) for w in wanted):
            continue
        path = folder / part.NAME
        part.write(path)
        label = truth(part.NAME, part.PLANS, part.LAYOUT, getattr(part, "UNSCORED", []))
        words = json.dumps(label, ensure_ascii=False, indent=1)
        (folder / f"{path.stem}.truth.json").write_text(words + "\n", encoding="utf-8")
        missing = absent(path, label)
        count = sum(len(p["rows"]) for p in label["plans"])
        sys.stdout.write(
            f"{part.NAME}: {count} rows{'; ABSENT ' + str(missing) if missing else ''}\n"
        )
        wrong += bool(missing)
    return wrong


if __name__ == "__main__":
    sys.exit(make(blind_parts, HERE / "blind", sys.argv[1:]))
