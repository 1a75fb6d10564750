"""The shape of the house: sizes, files, docstrings, actions."""

import ast
import re

import pytest

from joinedup.audit.recorder import is_action
from tests.house.places import PACKAGES, ROOT, SOURCE, modules, own_functions

FORBIDDEN_NAMES = {"utils.py", "helpers.py", "common.py", "misc.py", "signals.py", "admin.py"}
SOURCES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
ALL_PYTHON = sorted(
    path
    for folder in ("src", "tests", "benches", "tools")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)


def test_no_file_is_longer_than_400_lines():
    too_long = {
        str(path.relative_to(ROOT)): lines
        for path in ALL_PYTHON
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert too_long == {}


def test_no_file_has_a_name_that_says_nothing():
    assert [path.name for path in SOURCES if path.name in FORBIDDEN_NAMES] == []


def test_every_public_function_in_actions_is_an_action():
    loose = [
        f"{module.__name__}.{name}"
        for module in modules("actions")
        for name, function in own_functions(module)
        if not is_action(function)
    ]
    assert loose == []


def test_every_module_class_and_public_function_says_what_it_is_for():
    silent = []
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if path.name != "__init__.py" and not ast.get_docstring(tree):
            silent.append(f"{path.relative_to(SOURCE)}")
        for node in tree.body:
            is_public = isinstance(
                node, ast.FunctionDef | ast.ClassDef
            ) and not node.name.startswith("_")
            told = is_public and ast.get_docstring(node)
            if is_public and not told and path.name not in {"models.py"} and not _is_obvious(node):
                silent.append(f"{path.relative_to(SOURCE)}:{node.name}")
    assert silent == []


def _is_obvious(node):
    return isinstance(node, ast.FunctionDef) and node.name in {"arguments", "run"}


@pytest.mark.parametrize(
    "words",
    [r"\bTODO\b", r"\bFIXME\b", r"\bXXX\b", r"raise NotImplementedError", r"pytest\.mark\.xfail"],
)
def test_nothing_is_left_half_done(words):
    here = [
        str(path.relative_to(ROOT))
        for path in ALL_PYTHON
        if path.name != "test_shape.py" and re.search(words, path.read_text(encoding="utf-8"))
    ]
    assert here == []


def test_no_path_of_a_work_place_stands_in_the_project():
    pattern = re.compile(r"(?<![\w.])/(?:work|root|farm)/")
    here = [
        str(path.relative_to(ROOT))
        for path in [*ALL_PYTHON, *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        if path.name != "test_shape.py" and pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert here == []


def test_every_dependency_says_why():
    bare = []
    is_inside = False
    for line in (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines():
        if re.match(r"(dependencies|test) = \[", line):
            is_inside = True
        elif line.startswith("]"):
            is_inside = False
        elif is_inside and line.strip().startswith('"') and "#" not in line:
            bare.append(line.strip())
    assert bare == []


def test_the_packages_are_those_of_the_design():
    assert set(PACKAGES) == {
        "access", "assurance", "audit", "casefile", "cases", "clocks", "concerns", "config", "council",
        "directory", "documents", "figures", "files", "intelligence", "language", "library", "notices",
        "pages", "papers", "referrals", "rulebook", "subjects",
    }  # fmt: skip
