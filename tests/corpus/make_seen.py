"""Make the seen half of the corpus: invented plans with hand-written truth.

PYTHONPATH=. python -m tests.corpus.make_seen
"""

from __future__ import annotations

from tests.corpus.seen_parts import pdfs, sheets, texts, words, words_more

PARTS = (words, words_more, sheets, texts, pdfs)


def main() -> None:
    """Write every document and its truth into tests/corpus/seen."""
    for part in PARTS:
        for make in part.ALL:
            make()


if __name__ == "__main__":
    main()
