"""The report as the parts that a page shows: the template asks for nothing that is worked out here.

The words are those of Word and PDF, cleaned in the same way; numbers stand beside headings as the
PDF prints them.
"""

from __future__ import annotations

from dataclasses import dataclass

from joinedup.documents import blocks as b
from joinedup.documents.blockwords import Text, clean_words
from joinedup.documents.writing.pictures import safe_svg

__all__ = ["ShownPart", "ShownReport", "shown_on_page"]

# under the page's own h1 and the report's title
ABOVE = 2
LAST = 6
Lines = tuple[str, ...]
ShownRun = tuple[Lines, bool, bool]


@dataclass(frozen=True, slots=True)
class ShownPart:
    """One block for the template: its kind, the level of its heading tag, its number, its block.

    `picture` is the SVG of a chart, looked through, to be set as it is. `parts` are those of an
    annexe.
    """

    kind: str
    level: int
    label: str
    block: b.Block
    picture: str = ""
    parts: tuple[ShownPart, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownReport:
    """The head of a report and its parts, in reading order."""

    title: str
    subtitle: str
    organisation: str
    marking: str
    reference: str
    footer: Lines
    language: str
    parts: tuple[ShownPart, ...]

    @staticmethod
    def lines(words: str) -> Lines:
        """Words line by line, cleaned as every writer cleans them."""
        return tuple(clean_words(words).split("\n"))

    @staticmethod
    def runs(runs: Text) -> tuple[ShownRun, ...]:
        """Runs as their lines, and whether they are bold and italic."""
        return tuple(
            (tuple(clean_words(run.words).split("\n")), run.is_bold, run.is_italic) for run in runs
        )


def shown_on_page(report: b.Report) -> ShownReport:
    """The report for the preview (`pages/components/report.html`).

    Raises `UnsafePicture` for a chart that is more than a picture.
    """
    return ShownReport(
        clean_words(report.title),
        clean_words(report.subtitle),
        clean_words(report.organisation),
        clean_words(report.marking),
        clean_words(report.reference),
        tuple(clean_words(line) for line in report.footer),
        report.language,
        _parts(report.blocks, 0),
    )


def _parts(blocks: tuple[b.Block, ...], above: int) -> tuple[ShownPart, ...]:
    levels, labels = b.levels_of(blocks, above), b.labels_of(blocks)
    made = []
    for block, level, label in zip(blocks, levels, labels, strict=True):
        tag = min(level + ABOVE, LAST) if level else 0
        if isinstance(block, b.Annexe):
            inside = _parts(block.blocks, 1)
            made.append(ShownPart(block.kind, ABOVE + 1, label, block, parts=inside))
        elif isinstance(block, b.Chart):
            picture = safe_svg(block.svg)
            made.append(ShownPart(block.kind, tag, label, block, picture[picture.index("<svg") :]))
        else:
            made.append(ShownPart(block.kind, tag, label, block))
    return tuple(made)
