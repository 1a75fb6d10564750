"""Reports of strange words: what people paste, and what breaks writers."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import Any

from hypothesis import strategies as st

from joinedup.documents import blocks as b
from joinedup.documents.blockwords import Text, clean_words

__all__ = ["excel_keeps", "pdf_keeps", "reports", "word_keeps"]

AWKWARD = [
    "=SUM(A1:A9)", "+441632960001", "-1+1", "@cmd", "=HYPERLINK(\"http://x.example\",\"y\")",
    "vertical\x0btab", "null\x00byte", "bell\x07", "escape\x1b[31m", "del\x7f", "c1\x85next",
    "line\u2028separator", "cr\rlf\r\nend", "tab\tbed", "non\ufffecharacter", "lone\ud800half",
    "Lorem" * 60, "https://example.org/" + "a-very-long-path/" * 20, "_" * 300,
    "שלום עולם", "مرحبا بالعالم", "(عربي) mixed אבג words", "\u202eturned\u202c",
    "😀 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️", "漢字かな交じり文", "ไทย", "हिन्दी", "한국어",
    "e\u0301 n\u0303 Z\u0351\u036b", "a\u0300" * 40,
    "{{ title }}", "{% x %}", "#table[x]", "*bold* _it_ $x^2$ <label> @ref", "\\u{41} \\ //",
    "<script>alert(1)</script>", "&amp; &lt; &#0;", "]]>", "<w:p/>", "<!-- -->", "%s {0} ${x}",
    "fi ffi fl", "\u00a0\u2009\u200b\u2060\ufeff", "\u00ad soft\u00adhyphen", "«»“”‘’…–—", "½ ² ™ © €",
    " leading and trailing ", "", "\n", "a\n\n\nb", "\U0010fffd", "\ue000", "𝔘𝔫𝔦", "ﷺ", "Ⅷ ⑧ ㍿",
]  # fmt: skip
# marks that are not printed: joiners, soft hyphens, turns of direction, kinds of a sign
UNSEEN = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\U000e0000-\U000e0fff]"
)
# pdfium tells a hyphen at the end of a line so; brackets in words from right to left are mirrored
READ_BACK = str.maketrans("\ufffe\x02)]}>»›", "--([{<«‹")


def words(least: int = 0) -> st.SearchStrategy[str]:
    """Awkward words, any characters at all, and plain ones, mixed."""
    piece = st.one_of(
        st.sampled_from(AWKWARD),
        st.text(alphabet=st.characters(exclude_categories=()), max_size=30),
        st.sampled_from(["Training for reception staff", "31 August 2015", "Complete"]),
    )
    return st.lists(piece, min_size=least, max_size=3).map(" ".join)


def seen(fallback: str) -> st.SearchStrategy[str]:
    """Words of which something can be seen, as headings need."""
    return words(1).map(lambda held: held if clean_words(held).strip() else fallback)


def texts() -> st.SearchStrategy[Text]:
    run = st.builds(b.Run, words(), st.booleans(), st.booleans())
    return st.lists(run, max_size=3).map(tuple)


def lists() -> st.SearchStrategy[Any]:
    items = st.lists(texts(), min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(b.Bullets, items), st.builds(b.Numbered, items, st.integers(0, 2000))
    )


@st.composite
def tables(draw: st.DrawFn) -> b.Table:
    count = draw(st.integers(1, 9))
    columns = tuple(
        b.Column(
            draw(seen("Column")),
            draw(st.sampled_from(list(b.Kind))),
            draw(st.floats(0.2, 6, allow_nan=False)),
        )
        for _ in range(count)
    )
    plain = st.builds(b.Paragraph, texts())
    rows = []
    for _ in range(draw(st.integers(0, 4))):
        row = []
        for _ in range(count):
            inside = tuple(draw(st.lists(st.one_of(plain, lists()), max_size=2)))
            spoken = any(clean_words(held).strip() for part in inside for held in part.pieces())
            tone = draw(st.sampled_from(list(b.Tone))) if spoken else b.Tone.NONE
            row.append(b.Cell(inside, tone))
        rows.append(tuple(row))
    groups = frozenset(draw(st.lists(st.integers(0, 3), max_size=1)))
    return b.Table(draw(words()), columns, tuple(rows), groups)


def blocks() -> st.SearchStrategy[Any]:
    fields = st.builds(b.Field, words(), st.lists(texts(), max_size=2).map(tuple))
    return st.one_of(
        st.builds(b.Heading, st.integers(1, 4), seen("Heading"), st.booleans()),
        st.builds(b.Paragraph, texts(), st.sampled_from([0, 0, 2, 3, 4])),
        lists(),
        st.builds(b.Fields, st.lists(fields, max_size=3).map(tuple)),
        st.builds(b.Choice, words(), st.lists(words(), max_size=3).map(tuple)),
        tables(),
        st.builds(b.Note, st.lists(texts(), min_size=1, max_size=2).map(tuple)),
        st.just(b.PageBreak()),
    )


def reports() -> st.SearchStrategy[b.Report]:
    """Whole reports, each with up to four blocks and an annexe."""
    inside = st.lists(blocks(), max_size=4).map(tuple)
    annexe = st.builds(b.Annexe, seen("Annexe"), inside, st.booleans())
    whole = st.tuples(inside, st.lists(annexe, max_size=2).map(tuple)).map(
        lambda parts: parts[0] + parts[1]
    )
    return st.builds(
        b.Report,
        seen("Title"),
        whole,
        words(),
        words(),
        words(),
        words(),
        st.lists(words(), max_size=2).map(tuple),
        st.sampled_from(["#12566b", "#ffffff", "#000000", "#ffd700"]),
    )


def word_keeps(report: b.Report) -> bool:
    """Whether the Word file, read back, holds every sign of the report in order."""
    from joinedup.documents.writing import write_word
    from tests.documents.printed import word_pieces

    return _closed(word_pieces(write_word(report))) == _closed(b.pieces_of(report))


def pdf_keeps(report: b.Report) -> Counter[str]:
    """The signs that the PDF, read back, lacks: none where nothing is lost.

    Marks that nobody sees are left out. A sign is lost where two readers do not find it: pdfium
    leaves out a hyphen now and then, pdfplumber gets letters from right to left less well.
    """
    import pdfplumber
    import pypdfium2

    from joinedup.documents.writing import printed_words, write_pdf

    data = write_pdf(report)
    wanted = _signs("".join(printed_words(piece) for piece in b.pieces_of(report)))
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        found = "".join(page.get_textpage().get_text_range() for page in pdf)
    lost = wanted - _signs(found)
    if not lost:
        return lost
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        letters = "".join(letter["text"] for page in pdf.pages for letter in page.chars)
    return lost & (wanted - _signs(letters))


def excel_keeps(report: b.Report) -> bool:
    """Whether an Excel file of the report's words, read back, holds each of them, none a formula."""
    import openpyxl

    from joinedup.documents.sheetout import SheetTable, readable, write_xlsx

    pieces = [piece for block in report.blocks for piece in block.pieces()]
    data = write_xlsx([SheetTable(report.title, ["Words"], [[piece] for piece in pieces])])
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    cells = [row[0] for row in sheet.iter_rows(min_row=2, max_row=len(pieces) + 1)]
    back = ["" if cell.value is None else str(cell.value) for cell in cells][: len(pieces)]
    return back == [readable(piece) for piece in pieces] and all(
        cell.data_type != "f" for cell in cells
    )


def _closed(pieces: list[str]) -> str:
    return "".join("".join(pieces).split())


def _signs(words: str) -> Counter[str]:
    return Counter(UNSEEN.sub("", _closed([words])).translate(READ_BACK))
