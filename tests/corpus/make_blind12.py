"""Make the plans of `blind12` and their labels; run as `python tests/corpus/make_blind12.py`.

Twenty invented plans written by someone who has not seen the reader. The parts stand in
`blind12_parts`: each row is written once, with its label and with what its cells say.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from blind12_parts import (  # noqa: E402
    d1_children,
    d2_adults,
    d3_partners,
    p1_reviews,
    p2_inspections,
    t1_exports,
    t2_texts,
    w1_pages,
    x1_trackers,
    x2_registers,
)

PLANS = (
    d1_children.improvement,
    d1_children.practice_review,
    d2_adults.adult_review,
    d2_adults.school,
    d3_partners.conference,
    d3_partners.charity,
    x1_trackers.audit_tracker,
    x1_trackers.section_eleven,
    x2_registers.risk_register,
    x2_registers.landlord,
    p1_reviews.homicide,
    p1_reviews.scrutiny,
    p2_inspections.police,
    p2_inspections.trust,
    w1_pages.answer,
    w1_pages.minutes,
    t1_exports.export,
    t1_exports.diocese,
    t2_texts.strategy,
    t2_texts.joint,
)


def main() -> None:
    """Write every plan and its label."""
    folder = HERE / "blind12"
    folder.mkdir(exist_ok=True)
    for make in PLANS:
        label = make(folder)
        stem = label["document"].rpartition(".")[0]
        text = json.dumps(label, ensure_ascii=False, indent=1)
        (folder / f"{stem}.truth.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
