"""Make the documents and truth files of `blind9/` again: python tests/corpus/make_blind9.py"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from blind8_parts.check import missing
from blind9_parts.documents import QUARRY, TEXTS, quarry, truth_of
from make_blind8 import same_bytes

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Write all documents; 1 when a labelled word is in no document."""
    out = HERE / "blind9"
    out.mkdir(exist_ok=True)
    lost: list[str] = []
    made = {name: plan for name, (_, plan) in TEXTS.items()}
    for name, (text, _) in TEXTS.items():
        (out / name).write_text(text, encoding="utf-8")
    book = out / "quarry-hill-joint-plan.xlsx"
    quarry(book)
    same_bytes(book)
    for name, plan in {**made, book.name: QUARRY}.items():
        truth = truth_of(name, plan)
        path = out / name
        text = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
        path.with_suffix(".truth.json").write_text(text, encoding="utf-8")
        lost += missing(path, truth)
    sys.stdout.write("\n".join([f"{len(made) + 1} documents", *lost]) + "\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
