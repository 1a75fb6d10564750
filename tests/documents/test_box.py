"""Preflight and the box: a hostile file breaks nothing and gets one plain sentence."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from benches import hostile_uploads
from benches.invented import page, pdf, repacked, separated, with_part, word, workbook
from joinedup.documents import Refused, from_json, preflight, read_boxed, read_document, to_json

FILES = [
    ("plan.docx", word()),
    ("plan.xlsx", workbook()),
    ("plan.pdf", pdf()),
    ("plan.html", page()),
    ("plan.csv", separated(",")),
]


@pytest.mark.parametrize(("name", "data"), FILES)
def test_the_box_gives_the_same_grid_as_reading_here(name: str, data: bytes) -> None:
    assert read_boxed(f"C:\\plans\\{name}", data) == read_document(name, data)


@pytest.mark.parametrize(("name", "data"), FILES)
def test_a_grid_survives_json(name: str, data: bytes) -> None:
    document = read_document(name, data)
    assert from_json(to_json(document)) == document


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"grid":2}', '{"grid":1,"name":3}'])
def test_other_json_is_no_grid(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(text)


def test_the_box_works_from_any_folder(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2] / "src"
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    (tmp_path / "plan.csv").write_bytes(separated(","))
    code = (
        f"import sys; sys.path[:] = [{str(root)!r}] + [p for p in sys.path if p];"
        "from joinedup.documents import read_boxed;"
        "print(len(read_boxed('plan.csv', open('plan.csv', 'rb').read()).tables()))"
    )
    done = subprocess.run(
        [sys.executable, "-E", "-P", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "1"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (bytes(26 * 1024 * 1024), "larger than 25 MB"),
        (with_part(word(), "word/media/big.bin", bytes(26 * 1024 * 1024)), "unpacks"),
        (with_part(word(), "word/vbaProject.bin", b"x"), "macros"),
        (word()[:-40], "damaged"),
        (with_part(word(), "word/document.xml", b"<a/>"), "damaged"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_preflight_refuses_bombs_macros_and_torn_packages(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        preflight("plan.docx", data)


def test_preflight_refuses_too_many_parts_and_too_much_in_all() -> None:
    import io
    import zipfile

    many, large = io.BytesIO(word()), io.BytesIO(word())
    with zipfile.ZipFile(many, "a") as archive:
        for number in range(2_000):
            archive.writestr(f"word/media/{number}", b"")
    with zipfile.ZipFile(large, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"word/media/{number}", bytes(21 * 1024 * 1024))
    for data in (many.getvalue(), large.getvalue()):
        with pytest.raises(Refused, match="unpacks"):
            preflight("plan.docx", data)


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_preflight_refuses_document_types_and_entities(code: str) -> None:
    bad = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode(code)
    data = repacked(word(), lambda name, part: bad if name == "word/document.xml" else part)
    with pytest.raises(Refused, match="instructions"):
        preflight("plan.docx", data)


def test_a_link_to_an_outside_template_is_noted_and_a_web_link_is_not() -> None:
    def linked(kind: str) -> bytes:
        link = (
            f'<Relationship Id="r99" Type="http://x.example/{kind}" TargetMode="External"'
            ' Target="http://x.example/t"/></Relationships>'
        ).encode()
        return repacked(
            word(),
            lambda name, part: (
                part.replace(b"</Relationships>", link) if "document.xml.rels" in name else part
            ),
        )

    assert any("elsewhere" in note for note in preflight("x.docx", linked("attachedTemplate")))
    assert preflight("x.docx", linked("hyperlink")) == ()


def test_a_merge_over_the_whole_sheet_is_refused_at_once() -> None:
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    data = repacked(workbook(), lambda name, part: part.replace(b"</sheetData>", merged))
    with pytest.raises(Refused, match="Unmerge"):
        read_boxed("plan.xlsx", data)


def test_a_sample_of_malformed_uploads_each_gets_a_plain_answer() -> None:
    outcome = hostile_uploads.run(25, seed=3)
    assert outcome.tried == 25
    assert outcome.broken == []
    assert outcome.slowest < 21
    assert outcome.peak_mib < 1024


@pytest.mark.parametrize("piece", [" ", "\t", "\n", "-", "|", "<", '"', "- ", "**", "x: "])
def test_looking_at_a_million_of_one_mark_takes_no_time(piece: str) -> None:
    started = time.process_time()
    preflight("plan.txt", b"a\tb\n" + piece.encode() * 1_000_000)
    assert time.process_time() - started < 1
