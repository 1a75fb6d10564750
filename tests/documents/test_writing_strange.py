"""Strange words through the writers: no crash, and nothing lost without a mark (a seeded sample)."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from benches.strange import AWKWARD, excel_keeps, pdf_keeps, reports, word_keeps
from joinedup.documents import blocks as b

SAMPLE = settings(
    deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


def everything_awkward() -> b.Report:
    """One report with each awkward string as a heading, a paragraph, a point and a cell."""
    rows = tuple((b.cell(words), b.cell(words)) for words in AWKWARD)
    spoken = [words for words in AWKWARD if b.clean_words(words).strip()]
    return b.Report(
        "Awkward",
        (
            *(b.Heading(2, words) for words in spoken),
            *(b.Paragraph(b.text(words, italic=True)) for words in AWKWARD),
            b.Bullets(tuple(b.text(words, bold=True) for words in AWKWARD)),
            b.Table("Both", (b.Column("One"), b.Column("Two", width=0.3)), rows),
        ),
    )


def test_each_awkward_string_is_kept_by_every_writer():
    report = everything_awkward()
    assert word_keeps(report)
    assert excel_keeps(report)
    assert not pdf_keeps(report)


@settings(SAMPLE, max_examples=15)
@given(reports())
def test_word_and_excel_keep_whatever_they_are_given(report: b.Report):
    assert word_keeps(report)
    assert excel_keeps(report)


@settings(SAMPLE, max_examples=5)
@given(reports())
def test_the_pdf_keeps_whatever_it_is_given(report: b.Report):
    assert not pdf_keeps(report)
