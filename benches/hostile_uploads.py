"""Malformed uploads: mutants of invented files, each read in the box.

`python -m benches.hostile_uploads --mutants 2000` prints what came of them. Every mutant must be
read or refused in a plain sentence, within 20 seconds and 1 GiB, and never hurt this process.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import time
import zlib
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from benches import invented
from benches.figures import Figure, at_most
from joinedup.documents import Refused, read_boxed, read_mail

Mutant = Callable[[bytes, random.Random], bytes]
MIB = 1024 * 1024


@dataclass
class Outcome:
    """What came of a run: how many were read, refused (and in which words), and what went wrong."""

    tried: int = 0
    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    slowest: float = 0.0
    slowest_name: str = ""
    over_20_seconds: int = 0
    peak_mib: float = 0.0


def seed_files() -> list[tuple[str, bytes]]:
    """Thirty invented files of every kind."""
    rows = [invented.HEADINGS, *invented.ROWS]
    long = [*rows, *(list(row) for row in invented.ROWS * 20)]
    cells = ", ".join(f"[{text}]" for row in rows for text in row)
    files = [
        ("plan.docx", invented.word()),
        (
            "list.docx",
            invented.word(lambda d: [d.add_paragraph(r[1], "List Number") for r in rows]),
        ),
        ("long.docx", invented.word(lambda d: invented.word_table(d, long))),
        ("nested.docx", invented.word(_nested)),
        ("merged.docx", invented.word(_merged)),
        ("macro.docm", invented.with_part(invented.word(), "word/vbaProject.bin", b"x")),
        ("plan.xlsx", invented.workbook()),
        ("long.xlsx", invented.workbook(lambda b: [b.active.append(row) for row in long])),
        ("merged.xlsx", invented.workbook(_merged_sheet)),
        ("sheets.xlsx", invented.workbook(_sheets)),
        ("far.xlsx", invented.workbook(_far)),
        ("plan.pdf", invented.pdf()),
        ("open.pdf", invented.pdf(f"#table(columns: 5, stroke: none, {cells})")),
        ("prose.pdf", invented.pdf("= Heading\n#lorem(300)")),
        ("long.pdf", invented.pdf(f"#table(columns: 5, {', '.join([cells] * 8)})")),
        ("plan.html", invented.page()),
        ("long.html", invented.page(long)),
        ("list.html", b"<ul><li>one<ol><li>two</ol></ul><p>three" * 20),
        ("nested.html", b"<table><tr><td>" * 20 + b"x" + b"</td></tr></table>" * 20),
        ("plan.csv", invented.separated(",")),
        ("semicolon.csv", invented.separated(";")),
        ("wide.csv", invented.separated("\t", "utf-16")),
        ("latin.csv", invented.separated(",", "cp1252")),
        ("plan.md", invented.markdown()),
        ("list.md", b"# Plan\n\n- one\n  - two\n\n1. three\n" * 10),
        ("plan.txt", invented.separated("\t")),
        ("cells.txt", b"a\tb\n<p>x</p> <ul> one two\ty\n\n\tz\n" * 20),
        ("prose.txt", b"Recommendation 1: light it\nLead: Fen\nBy when: June\n\n" * 20),
        ("mail.eml", invented.message()),
        ("mail2.eml", invented.message().replace(b"Lanterns", b"=?utf-8?b?w6k=?=")),
    ]
    return files


def _nested(document: object) -> None:
    cell = document.add_table(1, 1).cell(0, 0)  # type: ignore[attr-defined]
    for _ in range(8):
        cell = invented.word_table(cell, [["a", "b"], ["c", "d"]]).cell(1, 1)


def _merged(document: object) -> None:
    table = invented.word_table(document, [invented.HEADINGS, *invented.ROWS])
    table.cell(1, 0).merge(table.cell(2, 1))


def _merged_sheet(book: object) -> None:
    sheet = book.active  # type: ignore[attr-defined]
    for row in [invented.HEADINGS, *invented.ROWS]:
        sheet.append(row)
    sheet.merge_cells("A2:B3")


def _sheets(book: object) -> None:
    for number in range(5):
        sheet = book.create_sheet(f"Part {number}")  # type: ignore[attr-defined]
        for row in invented.ROWS:
            sheet.append(row)


def _far(book: object) -> None:
    sheet = book.active  # type: ignore[attr-defined]
    sheet["A1"], sheet["XFD1048576"] = "near", "far"


# -- ways to spoil a file


def flip_bits(data: bytes, chance: random.Random) -> bytes:
    """Flip one to forty bits anywhere."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def cut(data: bytes, chance: random.Random) -> bytes:
    """Keep the beginning."""
    return data[: chance.randrange(len(data))]


def cut_out(data: bytes, chance: random.Random) -> bytes:
    """Take a piece out of the middle."""
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 400) :]


def repeat(data: bytes, chance: random.Random) -> bytes:
    """Say one piece very often."""
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(1, 60)]
    return data[:start] + piece * chance.choice([50, 5_000, 100_000]) + data[start:]


def strew(data: bytes, chance: random.Random) -> bytes:
    """Drop random bytes over a stretch."""
    start = chance.randrange(len(data))
    return data[:start] + chance.randbytes(chance.randrange(1, 300)) + data[start + 100 :]


def big_numbers(data: bytes, chance: random.Random) -> bytes:
    """Make numbers enormous, in the XML of packages or in the file itself."""
    huge = chance.choice([b"99999999", b"-1", b"2147483648", b"1048576", b"0", b"1e308"])
    often = chance.choice([0.02, 0.3, 1.0])

    def change(part: bytes) -> bytes:
        return re.sub(rb"\d+", lambda m: huge if chance.random() < often else m[0], part)

    return _in_parts(data, lambda name, part: change(part))


def nest(data: bytes, chance: random.Random) -> bytes:
    """Put elements inside elements, very deep."""
    deep = chance.choice([300, 20_000, 400_000])
    tag = chance.choice([b"w:tbl", b"w:p", b"div", b"table", b"span", b"ul", b"c"])
    opened = b"<%s>" % tag * deep
    return _in_parts(
        data,
        lambda name, part: (
            part.replace(b"<w:body>", b"<w:body>" + opened)
            .replace(b"<sheetData>", b"<sheetData>" + opened)
            .replace(b"<body>", b"<body>" + opened)
        ),
        also_plain=lambda part: opened + part,
    )


def huge_cell(data: bytes, chance: random.Random) -> bytes:
    """Words without end in one cell."""
    words = chance.choice([b"lamp ", b"x", b"- a\n", b"\t", b'"', b"|", b"**a** "])
    words *= chance.choice([10_000, 1_000_000])
    return _in_parts(
        data,
        lambda name, part: re.sub(
            rb"(<(?:w:)?t[^>]*>)[^<]*", lambda m: m[1] + words, part, count=1
        ),
        also_plain=lambda part: part + b"\n" + words,
    )


def declare(data: bytes, chance: random.Random) -> bytes:
    """Entities that grow, or that fetch a file."""
    lines = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 9))
    kinds = [
        b'<!DOCTYPE x [<!ENTITY l0 "lol">' + lines + b"]>",
        b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>',
    ]
    text = chance.choice(kinds)
    return _in_parts(
        data,
        lambda name, part: part.replace(b"?>", b"?>" + text, 1),
        also_plain=lambda part: text + part,
    )


def bomb(data: bytes, chance: random.Random) -> bytes:
    """A part, or a PDF stream, that unpacks to hundreds of megabytes."""
    size = chance.choice([30, 120, 300]) * MIB
    if data.startswith(b"PK"):
        return invented.with_part(data, f"word/media/{chance.random()}.bin", bytes(size))
    if data.startswith(b"%PDF"):
        packed = zlib.compress(chance.choice([b"0", b"q ", b"(a) Tj "]) * (size // 4))
        stream = b"stream\n" + packed + b"\nendstream"
        return re.sub(rb"stream\r?\n.*?endstream", lambda m: stream, data, flags=re.S)
    return data + bytes([chance.choice(b" \n,\t<-#|")]) * (size // 20)


def swap(data: bytes, chance: random.Random) -> bytes:
    """Parts of one package under the names of others; lines of other files in another order."""
    if data.startswith(b"PK"):
        parts: dict[str, bytes] = {}
        invented.repacked(data, lambda name, part: parts.setdefault(name, part))
        bodies = list(parts.values())
        chance.shuffle(bodies)
        mixed = dict(zip(parts, bodies, strict=True))
        wild = chance.random() < 0.3
        return invented.repacked(
            data, lambda name, part: mixed[name] if wild or chance.random() < 0.3 else part
        )
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def lose(data: bytes, chance: random.Random) -> bytes:
    """Parts, or lines, left out."""
    if data.startswith(b"PK"):
        return invented.repacked(data, lambda name, part: None if chance.random() < 0.2 else part)
    return b"\n".join(line for line in data.split(b"\n") if chance.random() > 0.2)


def merge_all(data: bytes, chance: random.Random) -> bytes:
    """Spans over the whole of a sheet or table."""
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    wide = b'<w:tcPr><w:gridSpan w:val="%d"/>' % chance.choice([1_000, 99_999, 10**9])
    span = b'<td colspan="99999" rowspan="99999">'
    return _in_parts(
        data,
        lambda name, part: part.replace(b"</sheetData>", merged).replace(b"<w:tcPr>", wide),
        also_plain=lambda part: part.replace(b"<td>", span),
    )


def _in_parts(
    data: bytes,
    change: Callable[[str, bytes], bytes],
    also_plain: Callable[[bytes], bytes] | None = None,
) -> bytes:
    if not data.startswith(b"PK"):
        return (also_plain or (lambda part: change("", part)))(data)
    return invented.repacked(
        data,
        lambda name, part: change(name, part) if re.search("document|sheet1", name) else part,
    )


WAYS: list[Mutant] = [
    flip_bits, cut, cut_out, repeat, strew, big_numbers, nest, huge_cell, declare, bomb, swap, lose,
    merge_all,
]  # fmt: skip


def one(name: str, data: bytes) -> tuple[str, float, str]:
    """Read one file in the box: "read", "refused" or "broken", the seconds, and the words."""
    started = time.monotonic()
    try:
        if name.endswith(".eml"):
            read_mail(name, data)
        else:
            read_boxed(name, data)
        return "read", time.monotonic() - started, ""
    except Refused as refusal:
        return "refused", time.monotonic() - started, str(refusal)
    except Exception as error:
        return "broken", time.monotonic() - started, f"{type(error).__name__}: {error}"


def is_plain(words: str) -> bool:
    """One or two sentences that begin with a capital and name no program error."""
    return bool(re.fullmatch(r"[A-Z“][^\n]{20,260}\.", words)) and not re.search(
        r"Error|Exception|Traceback|0x|\bNone\b|errno", words
    )


def run(mutants: int, seed: int = 1, at_once: int = 2) -> Outcome:
    """Spoil the thirty files in `mutants` ways, drawn by `seed`, and read each."""
    files = seed_files()
    outcome = Outcome()

    def attempt(number: int) -> tuple[str, str, float, str]:
        chance = random.Random(seed * 1_000_003 + number)
        name, data = files[number % len(files)]
        way = WAYS[(number // len(files) + chance.randrange(len(WAYS))) % len(WAYS)]
        spoilt = way(data, chance)
        return (f"{number} {name} {way.__name__}", *one(name, spoilt))

    with ThreadPoolExecutor(at_once) as pool:
        for label, kind, seconds, words in pool.map(attempt, range(mutants)):
            outcome.tried += 1
            outcome.read += kind == "read"
            if kind == "refused":
                outcome.refused[words] += 1
            if kind == "broken" or (kind == "refused" and not is_plain(words)):
                outcome.broken.append(f"{label}: {words}")
            outcome.over_20_seconds += seconds > 20.5
            if seconds > outcome.slowest:
                outcome.slowest, outcome.slowest_name = seconds, label
    outcome.peak_mib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return outcome


def measure(quick: bool) -> list[Figure]:
    """The figures for ./bench."""
    outcome = run(200 if quick else 2_000)
    part = "hostile"
    return [
        Figure(part, "malformed uploads tried", outcome.tried),
        Figure(part, "of these read all the same", outcome.read),
        at_most(part, "without a plain answer, or felt outside", len(outcome.broken), 0, ""),
        at_most(part, "slowest answer", outcome.slowest, 20.5, "s"),
        at_most(part, "most memory of a reader", outcome.peak_mib, 1024, "MiB"),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mutants", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    outcome = run(options.mutants, options.seed)
    print(f"tried {outcome.tried}, read {outcome.read}, refused {outcome.refused.total()}")
    for words, count in outcome.refused.most_common():
        print(f"{count:6} {words}")
    print(f"slowest {outcome.slowest:.1f} s ({outcome.slowest_name})")
    print(f"over 20 seconds {outcome.over_20_seconds}")
    print(f"most memory of a reader {outcome.peak_mib:.0f} MiB")
    print(f"broken {len(outcome.broken)}")
    for line in outcome.broken[:40]:
        print("  " + line)


if __name__ == "__main__":
    main()
