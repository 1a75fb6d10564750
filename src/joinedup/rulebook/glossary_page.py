"""Writes docs/glossary.md from the glossary data: `python -m joinedup.rulebook.glossary_page`."""

from __future__ import annotations

import sys
from pathlib import Path

from joinedup.rulebook.glossary import Word, glossary

__all__ = ["main", "page"]

HEAD = """# Glossary

The words of safeguarding, each in one plain sentence. This page is made from
`src/joinedup/rulebook/data/glossary.toml`; change it there and run
`python -m joinedup.rulebook.glossary_page`.
"""


def page() -> str:
    """The whole page as Markdown, ending in a line break."""
    parts = [HEAD]
    letter = ""
    for word in glossary():
        if word.term[0].upper() != letter:
            letter = word.term[0].upper()
            parts.append(f"\n## {letter}\n\n")
        parts.append(_line(word))
    return "".join(parts)


def _line(word: Word) -> str:
    name = f"**{word.term}**" + (f" ({word.short})" if word.short else "")
    also = f" Also called: {', '.join(word.also)}." if word.also else ""
    see = f" See also: {', '.join(word.see)}." if word.see else ""
    return f"- {name}: {word.meaning}{also}{see}\n"


def main(arguments: list[str]) -> int:
    """Writes the page to the path given, or to docs/glossary.md of the present folder."""
    path = Path(arguments[0]) if arguments else Path("docs/glossary.md")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
