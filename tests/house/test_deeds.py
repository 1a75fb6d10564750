"""Every verb that the source records has plain words in `access.deeds`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from joinedup.access.deeds import DEEDS, MADE_UP
from tests.house.places import SOURCE


def recorded() -> Iterator[tuple[str, str]]:
    """(verb, place) of every call of the recorder; parts put in while it runs stand as {}."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or len(node.args) < 2:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            if name in {"record", "record_list"}:
                for verb in _verbs(node.args[1], path):
                    yield verb, f"{path.relative_to(SOURCE)}:{node.lineno}"


def _verbs(verb: ast.expr, path: Path) -> list[str]:
    if isinstance(verb, ast.Constant):
        return [str(verb.value)]
    if isinstance(verb, ast.IfExp):
        return [*_verbs(verb.body, path), *_verbs(verb.orelse, path)]
    if isinstance(verb, ast.JoinedStr):
        parts = (str(p.value) if isinstance(p, ast.Constant) else "{}" for p in verb.values)
        return ["".join(parts)]
    return [ast.unparse(verb)] if path.name not in {"permission.py", "recorder.py"} else []


def test_every_recorded_verb_has_plain_words():
    silent = sorted(
        f"{verb} ({place})"
        for verb, place in recorded()
        if verb not in DEEDS and verb not in MADE_UP
    )
    assert silent == [], (
        "Add these verbs to DEEDS in src/joinedup/access/deeds.py, as what stands after a name: "
        "“opened it”. Verbs put together from parts also go to MADE_UP."
    )


def test_verbs_put_together_from_parts_have_words_too():
    assert {one for made in MADE_UP.values() for one in made} <= set(DEEDS)


def test_the_words_follow_a_name():
    odd = [words for words in DEEDS.values() if not words[0].islower() or words.endswith(".")]
    assert odd == []
