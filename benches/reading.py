"""The plan reader against truth written by hand: figures for each folder, and seconds."""

from __future__ import annotations

import time
from pathlib import Path

from benches.figures import Figure, at_least, at_most
from benches.score_reading import Figures, documents_in, score_folder, summary, together
from joinedup.assurance.rules.reading import Corrections, read_plans
from joinedup.documents.reading import read_document

ROOT = Path(__file__).resolve().parents[1]
CORPORA = (
    *("seen", "blind", *(f"blind{number}" for number in range(2, 12))),
    *("mini_study", "mini_exam"),
)
FOLDERS = {name: ROOT / "tests" / "corpus" / name for name in CORPORA}
FOLDERS["samples"] = ROOT / ".." / "shared" / "plans"
BARS = {"row_f1": 0.98, "field_f1": 0.95}
FIELD_BARS = {
    "due_date": 0.97,
    "due_start": 0.95,
    "recurrence": 0.97,
    "status": 0.97,
    "owners": 0.95,
    "see": 0.95,
}


def measure(quick: bool) -> list[Figure]:
    """Every folder that is there; `quick` leaves the samples out."""
    found: list[Figure] = []
    for name, folder in FOLDERS.items():
        if not folder.is_dir() or (quick and name == "samples"):
            continue
        figures = score_folder(folder)
        if figures:
            found += _folder_figures(name, figures)
    found.append(_again())
    return found


def _folder_figures(name: str, figures: dict[str, Figures]) -> list[Figure]:
    whole = summary(together(figures))
    each = [summary(found) for found in figures.values()]
    part = "reading"
    told = [
        Figure(part, f"{name}: documents", len(figures)),
        Figure(part, f"{name}: rows", whole["rows"]),
    ]
    told += [at_least(part, f"{name}: {m}", whole[m] or 0.0, bar) for m, bar in BARS.items()]
    told += [
        at_least(part, f"{name}: {field}", whole["fields"][field], bar)
        for field, bar in FIELD_BARS.items()
        if whole["fields"][field] is not None
    ]
    told += [
        at_least(
            part, f"{name}: words kept, worst document", min(s["kept"] or 0.0 for s in each), 1.0
        ),
        at_least(
            part, f"{name}: row F1, worst document", min(s["row_f1"] or 0.0 for s in each), 0.9
        ),
        at_least(part, f"{name}: perfect rows", whole["perfect"] or 0.0, 0.8),
        at_most(part, f"{name}: invented dates", whole["invented"], 0, ""),
        at_most(part, f"{name}: silent errors", whole["silent"] or 0.0, 0.01, ""),
        at_most(part, f"{name}: flagged for a look", whole["flagged"] or 0.0, 0.15, ""),
        at_most(part, f"{name}: slowest document", whole["seconds"], 5, "s"),
    ]
    return told


def _again() -> Figure:
    """Reading the longest seen document again with a correction, as the check page does."""
    paths = [path for path, _ in documents_in(FOLDERS["seen"])]
    longest = max(paths, key=lambda path: path.stat().st_size)
    document = read_document(longest.name, longest.read_bytes())
    read_plans(document)
    spent = []
    for turn in range(7):
        begun = time.perf_counter()
        read_plans(document, corrections=Corrections(fields={"t1r1": {"ref": str(turn)}}))
        spent.append((time.perf_counter() - begun) * 1000)
    return at_most("reading", "read again with a correction", sorted(spent)[3], 50, "ms")
