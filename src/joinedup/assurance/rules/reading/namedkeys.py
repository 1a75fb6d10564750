"""Keys without signs between: initials beside the names of people, shapes drawn in colours."""

from __future__ import annotations

import re

from joinedup.assurance.rules.owners.kinds import PERSON, kind_of
from joinedup.documents.grid import Para

from .cells import clean, colour_name
from .model import KeyEntry

__all__ = ["key_of_names", "key_of_shapes"]

_NAMED_FIRST = re.compile(r"((?:[A-Z][\w'’-]+\s+){1,3}[A-Z][\w'’-]+)\s*[(\[]([A-Z]{2,4})[)\]]")
_SHORT_FIRST = re.compile(
    r"(?:^|[\s:;,.|(])([A-Z]{2,4})\s+((?:[A-Z][\w'’-]+\s+){1,3}?[A-Z][\w'’-]+)(?=\s*(?:$|[,;.|(]))"
    r"(\s*\([^()]*\))?"
)


def key_of_names(text: str, spot: str = "") -> list[KeyEntry]:
    """The initials that stand beside the names of people: "Kirsty Malin (KM)" wherever it is said,
    "AO Adaeze Obi (Police), BW Bryn Wardle" where two or more stand in a row."""
    text = clean(text)
    found = [
        KeyEntry(short, name, spot)
        for name, short in _NAMED_FIRST.findall(text)
        if _is_short_for(short, name) and kind_of(name).name == PERSON
    ]
    listed = [
        KeyEntry(short, clean(name + beside), spot)
        for short, name, beside in _SHORT_FIRST.findall(text)
        if _is_short_for(short, name)
    ]
    return [*found, *(listed if len(listed) >= 2 else [])]


def _is_short_for(short: str, name: str) -> bool:
    return short == "".join(word[0] for word in re.split(r"[\s-]+", name) if word[0].isupper())


_SHAPES = re.compile(r"[\s■●▪◼⬤⚫◆▲▼★⬛⏺\uf06c\uf06e]*[■●▪◼⬤⚫◆▲▼★⬛⏺\uf06c\uf06e]\s*")


def key_of_shapes(para: Para, spot: str = "") -> list[KeyEntry]:
    """The entries of a key of drawn shapes, each in the colour that it explains; two at least."""
    found: list[KeyEntry] = []
    colour = ""
    for run in para.runs:
        if _SHAPES.fullmatch(run.text):
            colour = run.colour or "000000"
        elif colour and (meaning := clean(run.text).strip(" =:-–.;,*|")):
            found.append(KeyEntry(colour_name(colour), meaning, spot, colour))
            colour = ""
    return found if len({entry.fill for entry in found}) >= 2 else []
