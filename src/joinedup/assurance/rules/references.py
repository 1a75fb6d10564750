"""Numbers as printed: sorting them as people do, and finding them where rows speak of rows."""

import re
from collections.abc import Iterable

_WIDTH = 10
LONGEST_NAME = 200


def sort_key(ref: str) -> str:
    """A text that sorts references as people do: A2 before A10, 1.9 before 1.10.

    Numbers are padded with noughts and everything else is made plain lower-case ASCII with one
    mark between parts, so that SQLite and PostgreSQL order it alike.
    """
    parts: list[str] = []
    for part in re.findall(r"\d+|[^\W\d_]+", ref.casefold()):
        if part.isdecimal():
            digits = str(int(part))
            parts.append(digits.rjust(_WIDTH, "0")[-_WIDTH:] if len(digits) <= _WIDTH else digits)
        else:
            parts.append("".join(c if c.isascii() else f"z{ord(c):06x}" for c in part))
    return ".".join(parts)


def owner_key(name: str, reference: str) -> str:
    """A text that sorts owners by name, and two of one name each by itself; `reference` is empty
    for somebody who stands only in print."""
    return f"{sort_key(name)[:LONGEST_NAME]} {reference}".rstrip()


def find_references(text: str, refs: Iterable[str]) -> list[str]:
    """The references of `refs` that the text names, in the order of the text, each once.

    A plain number counts only after a word that says so ("see action 3", "recommendation 12").
    """
    found: list[tuple[int, str]] = []
    for ref in dict.fromkeys(refs):
        pattern = _pattern(ref)
        if pattern and (hit := re.search(pattern, text, re.IGNORECASE)):
            found.append((hit.start("ref"), ref))
    return [ref for _, ref in sorted(found)]


_SAYS_SO = (
    r"(?:actions?|recommendations?|recs?\.?|items?|points?|rows?|see(?:\s+also)?|links? (?:to|with)|linked to"
    r"|uses?|using"
    r"|no\.?|numbers?|refs?\.?|refer to|as per|standards?|findings?|objectives?|priorit(?:y|ies)"
    r"|links?|issues?|lessons?|promises?|commitments?|pledges?|tasks?|themes?|outcomes?|areas?|questions?|steps?|requirements?"
    r"|as (?:in|for|with|at|under|per)|same (?:\w+ )?as|depend(?:s|ent|ing)? (?:up)?on|relates? to"
    r"|covered (?:by|in|under|at)|part of|together with|combined with|merged (?:with|into)|duplicates?"
    r"|cross[- ]ref(?:erence)?s?(?: to| with)?|linked with|linking (?:to|with)|cf\.?|tied to|follows"
    r"|wait(?:s|ing) (?:for|on|until)|awaits|builds on|under|joined (?:with|to))"
)


def _pattern(ref: str) -> str | None:
    pieces = re.findall(r"\d+|[^\W\d_]+", ref)
    if not pieces:
        return None
    body = r"[\s./\-]*".join(re.escape(p) for p in pieces)
    edge = r"(?![\w]|[./]\d)"
    if any(c.isalpha() for c in ref) and any(c.isdigit() for c in ref):
        return rf"(?<![\w./])(?P<ref>{body}){edge}"
    if not any(c.isdigit() for c in ref):
        return rf"\b{_SAYS_SO}\s+\(?(?P<ref>{body}){edge}" if len(ref) <= 4 else None
    dotted = r"(?:in|from|of|by|at)" if "." in ref else None
    if dotted and re.fullmatch(r"\d+(?:\.\d+)+", ref):
        says = rf"(?:{_SAYS_SO}|{dotted})"
        return (
            rf"\b{says}\s*:?\s*\(?(?P<ref>(?<![\d.]){body})(?![\w%]|[./]\d|\s*(?:per|m\b|million))"
        )
    listed = r"(?:[\d.]+\s*(?:,|&|and|to|/|-)\s*)*"
    return rf"\b{_SAYS_SO}\s*:?\s*\(?{listed}(?P<ref>(?<![\d.]){body}){edge}"


_ABOVE = re.compile(
    r"^\W*(?:(?:please\s+)?(?:see|as|refer to)\s+above|ditto|as\s+previous)\b", re.I
)


def speaks_of_row_above(text: str) -> bool:
    """Whether the text stands for the row above: "As above", "See above", "Ditto"."""
    return bool(_ABOVE.match(text))
