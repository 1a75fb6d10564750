"""References as printed ("A1", "Recommendation 3", "SS/09") and short labels inside a title."""

from __future__ import annotations

import re

from .cells import clean

__all__ = ["label_of_title", "ref_of_cell", "split_ref"]

_WORD = (
    r"(?:recommendation|rec|action point|action|item|objective|standard|finding|issue|ref|no|"
    r"number|task|point|priority|lesson|learning point|commitment|promise|question|requirement|"
    r"criterion|section)s?"
)
_CODE = (
    r"(?:[A-Z]{1,5}[\s/\-.]?\d{1,4}(?:[./\-]\d{1,4})*[a-z]?|\d{1,3}(?:\.\d{1,3})+[a-z]?|"
    r"\d{1,3}\s?\(?[a-z]\)|\d{1,3}[a-z]?|[A-Z]{1,5}(?:[/\-][A-Z0-9]{1,6})+)"
)
_LED = re.compile(
    rf"^\s*{_WORD}\.?\s*(?:no\.?\s*|number\s*)?[#:]?\s*(?P<ref>{_CODE}|[ivxIVX]{{1,5}}\b)\s*"
    r"(?:[.):\]\-–—]+\s*|\s+|$)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_STRONG = re.compile(
    r"^\s*[\[(]?(?P<ref>[A-Z]{1,5}[\-/.]?\d{1,4}(?:[./\-]\d{1,4})*[a-z]?|"
    r"\d{1,2}[a-z](?=\s+[A-Z])|[A-Z]{2,5}\s\d{1,3}(?:\.\d+)*|[A-Z]{1,5}(?:[/\-][A-Z0-9]{1,6})*[/\-]\d{1,4}|"
    r"\d{1,3}(?:\.\d{1,3})+[a-z]?)[\])]?(?:\s*[.):\-–—]+\s*|\s+)(?P<rest>\S.*)$",
    re.DOTALL,
)
_PLAIN = re.compile(
    r"^\s*(?:(?P<ref>\d{1,3}[a-z]?|[A-Z])\s*[.):/]|\((?P<ref2>\d{1,3}[a-z]?|[a-zA-Z]|[ivx]{1,4})\)|"
    r"(?P<ref3>[a-z]|[ivx]{1,4})[.)])\s*(?P<rest>\S.*)$",
    re.DOTALL,
)


def ref_of_cell(text: str) -> str:
    """The reference in a cell of a reference column: no lead word, no final dot, no brackets."""
    text = clean(text)
    led = _LED.match(text)
    if led and not led.group("rest").strip():
        text = led.group("ref")
    text = text.strip().rstrip(".:;,").strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    elif text.endswith(")") and "(" not in text:
        text = text[:-1]
    elif text.startswith("[") and text.endswith("]"):
        text = text[1:-1]
    return text.rstrip(".").strip()


def split_ref(title: str) -> tuple[str, str]:
    """("A1", "Training for staff") from "A1. Training for staff"; an empty ref where none is printed.

    A bare capitalised word and number that belong to the sentence ("Year 5 pupils") are left alone.
    """
    title = title.strip()
    led = _LED.match(title)
    if led and not re.search(r"\d|^[A-Z]+$|^[ivx]+$", led.group("ref")):
        led = None
    if led and led.group("rest").strip() and re.match(r"[\s.):\]\-–—]*\S", led.group("rest")):
        return ref_of_cell(led.group("ref")), led.group("rest").strip()
    strong = _STRONG.match(title)
    if strong and not re.match(r"(?i)(covid|section|s|co|g|year|ks|q)[\-. ]?\d", title):
        return ref_of_cell(strong.group("ref")), strong.group("rest").strip()
    plain = _PLAIN.match(title)
    if plain:
        ref = plain.group("ref") or plain.group("ref2") or plain.group("ref3")
        return ref, plain.group("rest").strip()
    return "", title


def label_of_title(lines: list[str]) -> str:
    """A short label over the words of a recommendation ("Licensing" over "That the council …").

    A lettered label ("(b) Social media") names a part of the label above it and gives none.
    """
    text = lines[0] if lines else ""
    if split_ref(f"{text} x")[0] and not re.match(r"\d{1,2}[.)]?\s*[A-Z]", text):
        return ""
    if len(lines) >= 2:
        if len(text.split()) > 6 or re.search(r"[.;:,?]$", text) or re.match(r"\(?[a-z]\)", text):
            return ""
        if len(" ".join(lines[1:]).split()) < 8:
            return ""
        return re.sub(r"^\(?\d{1,2}[.)/]\s*", "", text).strip()
    led = re.match(
        r"^(?:\d{1,2}[.)]\s*)?(?P<label>[A-Z][\w&'’]*(?:\s(?!That\b)[A-Za-z&][\w'’]*){0,3})\s+"
        r"(?:(?:\(?[a-z]\)|[A-Z0-9]{1,2}[/.])\s+(?:[A-Z][\w&]*\s+){0,5}?)?That\s+(?:the|all|consideration|"
        r"each|a|an|every|schools?|councils?|partners?|members?|[A-Z]\w+)\b",
        text,
    )
    return led.group("label") if led else ""
