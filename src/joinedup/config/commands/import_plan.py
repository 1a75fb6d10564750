"""Read a plan and put it on the check page. Nothing is in the register until a person confirms."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from joinedup.config import ready

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words that may follow `joinedup import`."""
    parser.add_argument("file", metavar="FILE", help="docx, xlsx, pdf, html, csv, md, txt")
    parser.add_argument("--year", type=int, help="the year of the plan, for dates without one")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--site", default="http://localhost:8000", help="where this Joined Up is served"
    )


def run(options: argparse.Namespace) -> int:
    """0 when the plan waits on the check page; 1 when it could not be read, with a sentence."""
    from joinedup.documents import Refused, read_boxed

    path = Path(options.file)
    try:
        data = path.read_bytes()
        document = read_boxed(path.name, data)
    except OSError:
        print(f"{path.name}: there is no file of this name that can be opened.", file=sys.stderr)
        return 1
    except Refused as refused:
        print(f"{path.name}: {refused}", file=sys.stderr)
        return 1
    ready.start()
    ready.migrate()
    from django.urls import reverse

    from joinedup.assurance.actions.imports import open_import
    from joinedup.assurance.queries.imports import check_of
    from joinedup.audit.actor import system

    if not ready.has_council():
        print("No council is set up here yet. Run “joinedup setup” first.", file=sys.stderr)
        return 1
    found = open_import(system("import"), path.name, data, document, options.year)
    address = options.site.rstrip("/") + reverse("check", args=[found.reference])
    checked = check_of(found)
    counts = {
        "rows": sum(len(plan.rows) for plan in checked.reading.plans),
        "doubts": len(checked.progress.doubts),
        "questions": len(checked.progress.questions),
    }
    if options.json:
        print(json.dumps({"reference": found.reference, "address": address, **counts}))
        return 0
    print(
        f"{path.name} waits on the check page: {address}\n"
        f"{counts['rows']} rows, {counts['doubts']} cells in doubt, "
        f"{counts['questions']} questions. Nothing is in the register until a person confirms."
    )
    return 0
