"""Where things stand in the repository."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType

import joinedup

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "joinedup"
PACKAGES = sorted(path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists())


def modules(ending: str = "") -> Iterator[ModuleType]:
    """Every module of the product whose dotted name has the part `ending` in it."""
    for info in pkgutil.walk_packages(joinedup.__path__, "joinedup."):
        parts = info.name.split(".")
        if "migrations" in parts or info.name.endswith("__main__"):
            continue
        if not ending or ending in parts[2:]:
            yield importlib.import_module(info.name)


def own_functions(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    """Public functions that the module itself defines."""
    for name, value in vars(module).items():
        if name.startswith("_") or not inspect.isfunction(value):
            continue
        if inspect.unwrap(value).__module__ == module.__name__:
            yield name, value
