"""Make the documents and truth files of `blind10/` again: python tests/corpus/make_blind10.py"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

from blind8_parts.check import missing
from blind10_parts import (
    d1_council,
    d2_reviews,
    d3_standards,
    p1_partners,
    p2_police,
    s1_trackers,
    s2_care,
    s3_charity,
    w1_web,
    w2_lists,
    w3_text,
)
from blind10_parts.check import faults
from blind10_parts.labels import truth_of
from blind10_parts.write_docx import write_docx, write_pdf
from blind10_parts.write_text import write_csv, write_html, write_md, write_txt
from blind10_parts.write_xlsx import write_xlsx

HERE = Path(__file__).resolve().parent
PARTS = [
    d1_council,
    d2_reviews,
    d3_standards,
    s1_trackers,
    s2_care,
    s3_charity,
    p1_partners,
    p2_police,
    w1_web,
    w2_lists,
    w3_text,
]
WRITERS: dict[str, Any] = {
    ".docx": write_docx,
    ".xlsx": write_xlsx,
    ".pdf": write_pdf,
    ".txt": write_txt,
    ".html": write_html,
    ".csv": write_csv,
    ".md": write_md,
}
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def same_bytes(path: Path) -> None:
    """Take the time of making out of a Word or Excel file."""
    with zipfile.ZipFile(path) as old:
        held = [(x.filename, old.read(x)) for x in old.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in held:
            if name == "docProps/core.xml":
                data = STAMP.sub(rb"\g<1>2024-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def main() -> int:
    """Write all documents, or those named; 1 when a label is wrong or its words are absent."""
    out = HERE / "blind10"
    out.mkdir(exist_ok=True)
    lost: list[str] = []
    told: list[str] = []
    rows = 0
    for doc in (doc for part in PARTS for doc in part.DOCS):
        path = out / doc.name
        if not sys.argv[1:] or doc.name in sys.argv[1:]:
            WRITERS[path.suffix](path, doc)
            if path.suffix in (".docx", ".xlsx"):
                same_bytes(path)
        truth = truth_of(doc)
        text = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
        path.with_suffix(".truth.json").write_text(text, encoding="utf-8")
        lost += missing(path, truth) + faults(truth)
        count = sum(len(p["rows"]) for p in truth["plans"])
        rows += count
        told.append(f"{count:4} {doc.name}")
    told.append(f"{rows:4} rows in all")
    sys.stdout.write("\n".join([*told, *lost]) + "\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
