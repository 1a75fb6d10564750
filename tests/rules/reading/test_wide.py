"""Plans invented in many layouts, formats and words are read above the bars."""

from __future__ import annotations

from benches.score_reading import summary, together
from benches.widely import measure_layouts

DOCUMENTS = 60


def test_invented_layouts_are_read_above_the_bars():
    figures = measure_layouts(range(DOCUMENTS))
    for name, found in figures.items():
        assert summary(found)["kept"] == 1.0, f"{name}: {found.wrong}"
        assert (summary(found)["row_f1"] or 0) >= 0.9, f"{name}: {found.wrong}"
    whole = summary(together(figures))
    assert whole["row_f1"] >= 0.98 and whole["field_f1"] >= 0.97
    for name, bar in (("due_date", 0.97), ("due_start", 0.95), ("recurrence", 0.97),
                      ("status", 0.97), ("owners", 0.95)):  # fmt: skip
        assert whole["fields"][name] >= bar, name
    assert whole["invented"] == 0 and whole["silent"] <= 0.01 and whole["flagged"] <= 0.15
