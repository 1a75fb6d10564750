"""The blind corpus is whole: each plan has its truth, and no label names a word that is absent."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
sys.path.insert(0, str(CORPUS))

from blind_parts.check import absent  # noqa: E402

TRUTHS = sorted((CORPUS / "blind").glob("*.truth.json"))


def test_the_corpus_holds_twenty_four_plans_and_a_truth_file_for_each() -> None:
    documents = {p.stem for p in (CORPUS / "blind").iterdir() if ".truth" not in p.name}
    assert documents == {t.name.removesuffix(".truth.json") for t in TRUTHS}
    assert len(documents) == 24


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda t: t.name.removesuffix(".truth.json"))
def test_every_labelled_word_is_in_its_document(truth: Path) -> None:
    label = json.loads(truth.read_text(encoding="utf-8"))
    assert absent(CORPUS / "blind" / label["document"], label) == []
