"""Real documents, where the folder of samples is at hand: no word of them is lost."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from joinedup.documents import read_document
from tests.documents.looking import words_of

SHARED = Path(__file__).resolve().parents[2] / "../shared/plans"
KINDS = {".docx", ".xlsx", ".pdf", ".html", ".csv", ".md", ".txt"}
SAMPLES = sorted(path for path in SHARED.glob("*") if path.suffix in KINDS)


def source_words(path: Path) -> Counter[str]:
    """The words of a file by another road than its reader."""
    data = path.read_bytes()
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            xml = archive.read("word/document.xml").decode()
        xml = re.sub("<w:(delText|instrText)[^>]*>[^<]*<", "<", xml)
        xml = re.sub(r"<w:sdt>(?:(?!</w:sdt>).)*showingPlcHdr.*?</w:sdt>", "", xml)
        text = html.unescape(re.sub("<[^>]+>", "", re.sub("</w:p>|<w:br/>|<w:tab/>", " ", xml)))
    elif path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [
                name for name in archive.namelist() if "sharedStrings" in name or "sheet" in name
            ]
            xml = "".join(archive.read(name).decode() for name in names if name[:3] == "xl/")
        xml = re.sub("<v>[^<]*</v>", " ", xml)  # numbers, and places in the shared words
        text = html.unescape(re.sub("<[^>]+>", " ", xml))
    elif path.suffix == ".pdf":
        from pdfminer.high_level import extract_text

        text = extract_text(io.BytesIO(data))
    else:
        text = data.decode("utf-8-sig")
        text = html.unescape(re.sub(r"</?\w+[^<>]*>", " ", text))
    return Counter(re.findall(r"\w+", text.lower()))


@pytest.mark.skipif(not SAMPLES, reason="the folder of samples is not here")
def test_every_word_of_every_sample_is_in_the_grid() -> None:
    lost = {}
    for path in SAMPLES:
        found = Counter(words_of(read_document(path.name, path.read_bytes())))
        missing = source_words(path) - found
        if missing:
            lost[path.name] = dict(missing)
    assert lost == {}
