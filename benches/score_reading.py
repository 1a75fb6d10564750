"""How well documents are read: rows and fields against truth written by hand.

    PYTHONPATH=src:. python -m benches.score_reading FOLDER… [--wrong] [--json]

Each folder holds documents NAME.ext beside NAME.truth.json. Prints one line a document and the
totals; `--wrong` lists every value that differs, `--json` prints the figures as JSON. Rows are
paired by title and reference; a list is compared item by item; a value is "silent" when it is
wrong and its confidence is 0.8 or more, "flagged" when its confidence is lower.
"""

from __future__ import annotations

import argparse
import difflib
import html
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from joinedup.assurance.rules.reading import FLAG_BELOW, read_plans, to_json
from joinedup.documents.reading import read_document

Row = dict[str, Any]
DUE = ("due_text", "due_date", "due_start", "recurrence")
MEASURED = (
    *("ref", "section", "title", "actions", "owners", *DUE, "status", "priority"),
    *("progress_text", "progress_items", "review", "source_ref", "see"),
)
SURE_OF = {name: "due" for name in DUE} | {
    "progress_text": "progress",
    "progress_items": "progress",
}


def plain(value: Any) -> str:
    """A text as compared: no markup, one kind of quote and dash, single spaces, lower case."""
    text = html.unescape(re.sub(r"</?[a-zA-Z][^>]*>", " ", str(value or "")))
    for old, new in (("\u2019", "'"), ("\u2018", "'"), ("\u2013", "-"), ("\u2014", "-")):
        text = text.replace(old, new)
    return re.sub(r"\s+", " ", re.sub(r"[•▪●\uf0b7]", " ", text)).strip().casefold()


def words(value: Any) -> list[str]:
    """The words and numbers of a text, in lower case."""
    return re.findall(r"[a-z0-9]+", plain(value))


def alike(one: Any, two: Any) -> float:
    """0 to 1: how much two texts say the same words in the same order."""
    a, b = words(one), words(two)
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    bound = 2 * min(len(a), len(b)) / (len(a) + len(b))
    if bound < 0.4:
        return bound / 2
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()


def code(value: Any) -> str:
    """A reference or value without its punctuation."""
    return re.sub(r"[^a-z0-9]+", " ", plain(value)).strip()


def listed(value: Any) -> list[Any]:
    """A field's value as a list without empty items."""
    if isinstance(value, list):
        return [item for item in value if plain(item)]
    return [value] if value not in (None, "") else []


def measured(row: Row, name: str) -> Any:
    """The value of a measured field of a row."""
    if name in DUE:
        due = row.get("due") or {}
        return due.get(name.removeprefix("due_")) if isinstance(due, dict) else None
    if name in ("status", "priority"):
        value = row.get(name)
        return value.get("value") if isinstance(value, dict) else value
    if name == "progress_text":
        return " ".join(str(item) for item in listed(row.get("progress")))
    return row.get("progress" if name == "progress_items" else name)


def title_alike(read: Row, true: Row) -> float:
    """Titles compared as printed, and without the reference or label that may open them."""

    def bare(row: Row) -> str:
        text = plain(row.get("title"))
        for lead in (plain(true.get("ref")), plain(true.get("section"))):
            if lead and text.startswith(lead):
                text = text[len(lead) :].lstrip(" .:-)")
        return text

    return max(alike(read.get("title"), true.get("title")), alike(bare(read), bare(true)))


def pair_items(read: Any, true: Any, least: float) -> tuple[int, int, int]:
    """(right, too many, missing) for two lists of texts."""
    got, want = listed(read), listed(true)
    fits = sorted(
        ((alike(a, b), i, j) for i, a in enumerate(got) for j, b in enumerate(want)), reverse=True
    )
    left: set[int] = set()
    right: set[int] = set()
    for fit, i, j in fits:
        if fit >= least and i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left), len(got) - len(left), len(want) - len(right)


def compare(name: str, read: Row, true: Row) -> tuple[int, int, int]:
    """(right, wrong or too many, missing) for one field of a pair of rows."""
    got, want = measured(read, name), measured(true, name)
    if name in ("actions", "progress_items", "owners"):
        return pair_items(got, want, 0.999 if name == "owners" else 0.85)
    if name == "see":
        a, b = {code(x) for x in listed(got)}, {code(x) for x in listed(want)}
        return len(a & b), len(a - b), len(b - a)
    if not plain(got) or not plain(want):
        return 0, int(bool(plain(got))), int(bool(plain(want)))
    return (1, 0, 0) if _same(name, got, want, read, true) else (0, 1, 1)


def _same(name: str, got: Any, want: Any, read: Row, true: Row) -> bool:
    if name == "title":
        return title_alike(read, true) >= 0.85
    if name in ("due_date", "due_start"):
        return str(got).startswith(str(want))
    if name in ("recurrence", "status", "priority", "ref", "source_ref"):
        return code(got) == code(want)
    return alike(got, want) >= (0.9 if name == "progress_text" else 0.85)


def pair_rows(read: list[Row], true: list[Row]) -> list[tuple[int, int]]:
    """Pairs (index read, index true), best first, by title with help from the reference."""
    fits = []
    for j, want in enumerate(true):
        for i, got in enumerate(read):
            fit = title_alike(got, want)
            if any(
                want.get(n) and code(want[n]) == code(got.get(n)) for n in ("ref", "source_ref")
            ):
                fit += 0.3
            if fit >= 0.5:
                far = abs(j / max(1, len(true)) - i / max(1, len(read)))
                fits.append((fit, -far, i, j))
    pairs: list[tuple[int, int]] = []
    for _, _, i, j in sorted(fits, reverse=True):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def all_words(row: Row) -> Counter[str]:
    """Every word of a row, wherever it stands."""
    texts: list[Any] = [row.get(n) for n in ("ref", "title", "section", "source_ref", "review")]
    for name in ("due", "status", "priority"):
        value = row.get(name)
        texts.append(value.get("text") if isinstance(value, dict) else value)
    for name in ("actions", "owners", "progress"):
        texts += listed(row.get(name))
    texts += list((row.get("other") or {}).values())
    return Counter(word for text in texts for word in words(text))


@dataclass
class Figures:
    """What was counted for one document, or for several added up."""

    rows: Counter[str] = field(default_factory=Counter)
    fields: dict[str, Counter[str]] = field(
        default_factory=lambda: {name: Counter() for name in MEASURED}
    )
    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def add(self, more: Figures) -> None:
        """Take in the figures of another document."""
        self.rows.update(more.rows)
        self.counts.update(more.counts)
        for name in MEASURED:
            self.fields[name].update(more.fields[name])
        self.seconds = max(self.seconds, more.seconds)

    def ratio(self, name: str, of: str) -> float | None:
        """One count as a share of another, None where there is nothing to share."""
        return self.counts[name] / self.counts[of] if self.counts[of] else None

    def field_f1(self) -> float | None:
        """The F1 of all fields together."""
        total: Counter[str] = Counter()
        for count in self.fields.values():
            total.update(count)
        return f1(total)


def f1(count: Counter[str]) -> float | None:
    """The harmonic mean of precision and recall."""
    whole = 2 * count["right"] + count["extra"] + count["missing"]
    return 2 * count["right"] / whole if whole else None


def rows_in(document: dict[str, Any]) -> list[Row]:
    """All rows of all plans."""
    return [row for plan in document.get("plans") or [] for row in plan.get("rows") or []]


def score(read: dict[str, Any], truth: dict[str, Any]) -> Figures:
    """Compare one reading with its truth."""
    found = Figures()
    got, want = rows_in(read), rows_in(truth)
    pairs = pair_rows(got, want)
    found.rows.update(right=len(pairs), extra=len(got) - len(pairs), missing=len(want) - len(pairs))
    both = [(got[i], want[j]) for i, j in pairs]
    both += [({}, row) for j, row in enumerate(want) if all(j != b for _, b in pairs)]
    both += [(row, {}) for i, row in enumerate(got) if all(i != a for a, _ in pairs)]
    open_fields = set(truth.get("unscored") or [])
    for one, two in both:
        found.counts["perfect"] += _score_pair(found, one, two, open_fields)
    found.counts["rows"] = len(want)
    _score_words(found, read, got, want)
    return found


def _score_words(found: Figures, read: Row, got: list[Row], want: list[Row]) -> None:
    have: Counter[str] = Counter()
    for row in got:
        have += all_words(row)
    for plan in read.get("plans") or []:
        have += Counter(words(plan.get("title")))
    for item in read.get("unplaced") or []:
        have += Counter(words(item["text"] if isinstance(item, dict) else item))
    need: Counter[str] = Counter()
    for row in want:
        need += all_words(row)
    found.counts["words"] = sum(need.values())
    found.counts["kept"] = sum((need & have).values())
    found.wrong += [f"lost word: {word}" for word in sorted((need - have).elements())]


def _score_pair(found: Figures, read: Row, true: Row, open_fields: set[str]) -> int:
    faults = 0
    skipped = open_fields | set(true.get("unscored") or ())
    skipped |= {"see"} if true.get("see_unscored") else set()
    sure = read.get("confidence") or {}
    for name in MEASURED:
        if name in skipped:
            continue
        right, extra, missing = compare(name, read, true)
        found.fields[name].update(right=right, extra=extra, missing=missing)
        faults += extra + missing
        trust = sure.get(name, sure.get(SURE_OF.get(name, name)))
        doubted = trust is not None and trust < FLAG_BELOW
        if right + extra:
            found.counts["values"] += 1
            found.counts["flagged"] += doubted
            found.counts["silent"] += bool(extra) and not doubted
        if extra or missing:
            label = true.get("ref") or read.get("ref") or ((true or read).get("title") or "")[:40]
            mark = " (flagged)" if doubted else ""
            found.wrong.append(
                f"{label}: {name}{mark}: read {measured(read, name)!r} for {measured(true, name)!r}"
            )
        if name == "due_date" and extra and not plain(measured(true, "due_date")):
            found.counts["invented"] += 1
    return int(bool(read) and bool(true) and not faults)


def documents_in(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Each document of a folder with its truth."""
    for truth in sorted(folder.glob("*.truth.json")):
        name = truth.name.removesuffix(".truth.json")
        for path in sorted(folder.glob(f"{name}.*")):
            if path != truth and path.suffix not in (".json", ".py"):
                yield path, truth


def score_file(path: Path, truth: Path) -> Figures:
    """Read one document, timed, and compare it with its truth."""
    begun = time.perf_counter()
    reading = to_json(read_plans(read_document(path.name, path.read_bytes())))
    spent = time.perf_counter() - begun
    found = score(reading, json.loads(truth.read_text(encoding="utf-8")))
    found.seconds = spent
    return found


def score_folder(folder: Path) -> dict[str, Figures]:
    """The figures of every document of a folder, by file name."""
    return {path.name: score_file(path, truth) for path, truth in documents_in(folder)}


def together(figures: dict[str, Figures]) -> Figures:
    """The figures of several documents added up."""
    total = Figures()
    for found in figures.values():
        total.add(found)
    return total


def summary(found: Figures) -> dict[str, Any]:
    """The figures as numbers with names."""
    return {
        "rows": found.counts["rows"],
        "row_f1": f1(found.rows),
        "field_f1": found.field_f1(),
        "perfect": found.ratio("perfect", "rows"),
        "kept": found.ratio("kept", "words"),
        "silent": found.ratio("silent", "values"),
        "flagged": found.ratio("flagged", "values"),
        "invented": found.counts["invented"],
        "seconds": round(found.seconds, 2),
        "fields": {name: f1(count) for name, count in found.fields.items()},
    }


def _show(value: float | None) -> str:
    return "  -  " if value is None else f"{value:.3f}"


def print_table(figures: dict[str, Figures], with_wrong: bool) -> None:
    """One line a document, the totals, and each field."""
    print(f"{'document':40} rows row F fieldF perf. kept  silent flag. inv   s")
    for name, found in figures.items():
        _print_line(name, found)
        for line in found.wrong if with_wrong else ():
            print(f"      {line}")
    total = together(figures)
    _print_line("all together (seconds: the slowest)", total)
    print("\n" + "\n".join(f"{n:16} {_show(f1(c))}" for n, c in total.fields.items()))


def _print_line(name: str, found: Figures) -> None:
    s = summary(found)
    measures = ("row_f1", "field_f1", "perfect", "kept", "silent", "flagged")
    shown = " ".join(_show(s[measure]) for measure in measures)
    print(f"{name[:40]:40} {s['rows']:4} {shown} {s['invented']:3} {s['seconds']:5.2f}")


def main(arguments: list[str] | None = None) -> int:
    """Score the folders named on the command line."""
    parser = argparse.ArgumentParser(description="Score the reading of plans against truth.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list every value that differs")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    chosen = parser.parse_args(arguments)
    figures: dict[str, Figures] = {}
    for folder in chosen.folders:
        figures.update(score_folder(folder))
    if chosen.json:
        json.dump({name: summary(found) for name, found in figures.items()}, sys.stdout, indent=1)
    else:
        print_table(figures, chosen.wrong)
    return 0


if __name__ == "__main__":
    sys.exit(main())
