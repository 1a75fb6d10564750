"""Mutants of the one decision on who may: each small change of permission.py, opening.py, standing.py,
seals.py, roles.py or door.py must make a test of access fail."""

from __future__ import annotations

import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benches.figures import Figure, at_least

__all__ = ["Mutant", "is_killed", "measure", "mutants"]

ROOT = Path(__file__).resolve().parents[1]
ACCESS = Path("src/joinedup/access")
FILES = ("permission.py", "opening.py", "standing.py", "seals.py", "roles.py", "door.py")
TESTS = (
    "tests/actions/test_policy.py", "tests/actions/test_core.py",
    "tests/actions/test_governance.py", "tests/actions/test_emergencies.py",
)  # fmt: skip
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.Lt: ast.GtE, ast.And: ast.Or, ast.Or: ast.And,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
CALLS = {"exclude": "exclude", "passes_seal": "seal"}
SEED = 20
SPARED = {
    "kept", "KEPT", "made", "post_ids", "closed", "more", "rows",
}  # fmt: skip
"""Names whose lines only keep or speed up what was found: a change there alters no answer."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed source: the file, the line, what was changed."""

    file: str
    line: int
    words: str
    source: str


def mutants() -> list[Mutant]:
    """Every change that the operators below can make, in order of file and line."""
    return [one for name in FILES for one in _of(name)]


def _of(name: str) -> Iterator[Mutant]:
    text = (ROOT / ACCESS / name).read_text(encoding="utf-8")
    lines = text.splitlines()
    count = sum(1 for _ in _sites(ast.parse(text)))
    for number in range(count):
        tree = ast.parse(text)
        line, words = next(_change(one) for at, one in enumerate(_sites(tree)) if at == number)
        if not words or any(name in lines[line - 1] for name in SPARED):
            continue
        yield Mutant(name, line, words, ast.unparse(ast.fix_missing_locations(tree)))


def _sites(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Places that can be changed: (node, how)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPS:
            yield node, "compare"
        elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in SWAPS:
            if not _is_type(node):
                yield node, "join"
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.Invert):
            yield node, "negation"
        elif isinstance(node, ast.AugAssign) and isinstance(node.op, ast.BitOr):
            yield node, "widening"
        elif isinstance(node, ast.Raise):
            yield node, "raise"
        elif isinstance(node, ast.Call) and _called(node) in CALLS:
            yield node, CALLS[_called(node)]
        elif isinstance(node, ast.Dict) and node.keys and _is_policy(node):
            yield node, "grant"


def _is_type(node: ast.AST) -> bool:
    """Whether a `|` only joins types."""
    return isinstance(node, ast.BinOp) and isinstance(node.right, ast.Constant)


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _is_policy(node: ast.Dict) -> bool:
    return all(isinstance(key, ast.Attribute) for key in node.keys) and isinstance(
        node.values[0], ast.Name
    )


def _change(site: tuple[ast.AST, str]) -> tuple[int, str]:
    """Change the node in place; (line, what was done)."""
    node, how = site
    line = getattr(node, "lineno", 0)
    if how == "compare":
        assert isinstance(node, ast.Compare)
        node.ops[0] = SWAPS[type(node.ops[0])]()  # type: ignore[assignment]
    elif how == "join":
        node.op = SWAPS[type(node.op)]()  # type: ignore[attr-defined]
    elif how == "negation":
        assert isinstance(node, ast.UnaryOp)
        node.op = ast.Not() if isinstance(node.op, ast.Invert) else ast.UAdd()
        if isinstance(node.op, ast.UAdd):
            node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
    elif how == "widening":
        assert isinstance(node, ast.AugAssign)
        node.op = ast.BitAnd()
    elif how == "raise":
        assert isinstance(node, ast.Raise)
        node.exc = ast.Name("RuntimeError", ast.Load())
    elif how == "exclude":
        node.func.attr = "filter"  # type: ignore[attr-defined]
    elif how == "seal":
        # a post goes through every seal
        assert isinstance(node, ast.Call)
        node.func, node.args = ast.Name("Q", ast.Load()), []
    else:
        assert isinstance(node, ast.Dict)
        node.keys, node.values = node.keys[:-1], node.values[:-1]
    return line, how


def is_killed(mutant: Mutant, tests: tuple[str, ...] = TESTS) -> bool:
    """Whether a test fails when the product runs with this change. Works on a copy."""
    with tempfile.TemporaryDirectory(prefix="joinedup-mutant-") as folder:
        copy = Path(folder)
        # with what is compiled: a copy keeps its dates, so only the changed file is compiled again
        shutil.copytree(ROOT / "src", copy / "src")
        shutil.copytree(ROOT / "tests", copy / "tests", ignore=shutil.ignore_patterns("corpus"))
        shutil.copy(ROOT / "pyproject.toml", copy)
        (copy / ACCESS / mutant.file).write_text(mutant.source, encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": f"{copy / 'src'}:{copy}"}
        environment.pop("JOINEDUP_HOME", None)
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "--tb=no", *tests]
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=600)
    return done.returncode == 1


def measure(quick: bool) -> list[Figure]:
    """Try every mutant, or a seeded tenth; each survivor is named."""
    every = mutants()
    chosen = random.Random(SEED).sample(every, max(6, len(every) // 10)) if quick else every
    survivors = [one for one in chosen if not is_killed(one)]
    for one in survivors:
        print(f"   survived: {one.file}:{one.line} {one.words}")
    killed = len(chosen) - len(survivors)
    return [
        at_least("mutants", "mutants of the access module tried", len(chosen), 6 if quick else 50),
        at_least("mutants", "of these killed by the tests of access", killed, len(chosen)),
    ]
