"""The seen half of the corpus and the shared samples stay above the bars."""

from __future__ import annotations

from pathlib import Path

import pytest

from benches.score_reading import score_folder, summary, together

ROOT = Path(__file__).resolve().parents[3]
SEEN = ROOT / "tests" / "corpus" / "seen"
BLIND = ROOT / "tests" / "corpus" / "blind"
SHARED = ROOT / "../shared/plans"


def check(folder: Path, field_f1: float) -> None:
    """Hold a folder of documents against the bars."""
    figures = score_folder(folder)
    assert figures
    for name, found in figures.items():
        assert summary(found)["kept"] == 1.0, f"{name}: {found.wrong}"
        assert (summary(found)["row_f1"] or 0) >= 0.9, f"{name}: {found.wrong}"
    whole = summary(together(figures))
    assert whole["row_f1"] >= 0.98 and whole["field_f1"] >= field_f1
    for name, bar in (("due_date", 0.97), ("due_start", 0.95), ("recurrence", 0.97),
                      ("status", 0.97), ("owners", 0.95), ("see", 0.95)):  # fmt: skip
        assert whole["fields"][name] >= bar, name
    assert whole["invented"] == 0 and whole["silent"] <= 0.01 and whole["flagged"] <= 0.15


def test_the_seen_corpus_is_read_above_the_bars():
    check(SEEN, 0.97)


def test_the_shared_samples_are_read_above_the_bars():
    if not SHARED.is_dir():
        pytest.skip("the shared samples are not here")
    check(SHARED, 0.97)


def test_the_corpus_that_was_once_the_exam_is_read_above_the_bars():
    check(BLIND, 0.97)
