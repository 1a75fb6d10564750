"""The blind corpus is whole: each plan has its truth, and no label names a word that is absent."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
sys.path.insert(0, str(CORPUS))

from blind8_parts.check import missing  # noqa: E402
from blind_parts.check import absent  # noqa: E402

SIZES = {
    "blind": 24,
    "blind2": 18,
    "blind3": 20,
    "blind4": 20,
    "blind5": 6,
    "blind6": 6,
    "blind7": 6,
    "blind8": 24,
    "blind9": 5,
    "blind10": 24,
    "blind11": 24,
    "blind12": 20,
    "blind13": 20,
    "mini_study": 80,
    "mini_exam": 80,
}
NEWER = ("blind8", "blind9", "blind10", "blind11", "blind12", "blind13")
SMALL = ("mini_study", "mini_exam")
TRUTHS = sorted(t for name in SIZES for t in (CORPUS / name).glob("*.truth.json"))
LARGE = [truth for truth in TRUTHS if truth.parent.name not in SMALL]


@pytest.mark.parametrize("name", SIZES)
def test_each_corpus_holds_all_its_plans_and_a_truth_file_for_each(name: str) -> None:
    documents = {p.stem for p in (CORPUS / name).iterdir() if ".truth" not in p.name}
    truths = {t.name.removesuffix(".truth.json") for t in TRUTHS if t.parent.name == name}
    assert documents == truths
    assert len(documents) == SIZES[name]


@pytest.mark.parametrize("truth", LARGE, ids=lambda t: t.name.removesuffix(".truth.json"))
def test_every_labelled_word_is_in_its_document(truth: Path) -> None:
    label = json.loads(truth.read_text(encoding="utf-8"))
    document = truth.parent / label["document"]
    found = missing(document, label) if truth.parent.name in NEWER else absent(document, label)
    assert found == []


@pytest.mark.parametrize("name", SMALL)
def test_every_labelled_word_of_the_small_tables_is_in_its_document(name: str) -> None:
    for truth in TRUTHS:
        if truth.parent.name == name:
            label = json.loads(truth.read_text(encoding="utf-8"))
            assert missing(truth.parent / label["document"], label) == []
