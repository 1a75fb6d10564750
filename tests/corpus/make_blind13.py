"""Make the plans of `blind13` and their labels; run as `python tests/corpus/make_blind13.py`.

Twenty invented plans, written by somebody who has seen neither the reader nor its rules; cells and
labels stand together in `blind13_parts`, in the shorthand of `blind12_parts`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from blind13_parts import (  # noqa: E402
    d1_young,
    d2_public,
    d3_adults,
    p1_papers,
    p2_papers,
    t1_plain,
    w1_sites,
    x1_logs,
    x2_plans,
)

PLANS = (
    d1_young.justice,
    d1_young.home,
    d2_public.academy,
    d2_public.fire,
    d3_adults.board_year,
    d3_adults.hospice,
    x1_logs.force,
    x1_logs.council,
    x1_logs.schools,
    x2_plans.trust_log,
    x2_plans.violence,
    p1_papers.thematic,
    p1_papers.landlord,
    p2_papers.church,
    p2_papers.maternity,
    w1_sites.committee,
    w1_sites.intranet,
    t1_plain.challenge,
    t1_plain.network,
    t1_plain.email,
)


def main() -> None:
    """Write every plan and its label."""
    folder = HERE / "blind13"
    folder.mkdir(exist_ok=True)
    for make in PLANS:
        label = make(folder)
        stem = label["document"].rpartition(".")[0]
        text = json.dumps(label, ensure_ascii=False, indent=1)
        (folder / f"{stem}.truth.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
