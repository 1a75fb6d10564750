"""`joinedup`: the one command. Each sub-command is a small module that is loaded when asked for."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

__all__ = ["main"]

WORDS = "Joined Up: the safeguarding system of a council and its partners."
MORE = (
    "To try it: joinedup demo --serve. For a council: joinedup setup, then joinedup serve. "
    "joinedup COMMAND --help says more about each. Data lives in one folder, JOINEDUP_HOME."
)
COMMANDS: dict[str, tuple[str, str]] = {
    name: (f"joinedup.config.commands.{module}", line)
    for name, module, line in (
        ("demo", "demo", "load an invented partnership and try Joined Up"),
        ("serve", "serve", "serve Joined Up"),
        ("read", "read", "read action plans and print what was understood"),
        ("due", "due", "say what a due date as people write it means"),
        ("people", "people", "load lists of people, say who is known, look for duplicates"),
        ("language", "language", "warn of words that blame somebody who is being harmed"),
        ("concerns", "concerns", "take in concerns of an older system"),
        ("import", "import_plan", "put a plan on the check page, ready to confirm"),
        ("setup", "setup", "set up an empty council: name, colour, departments, people"),
        ("createadmin", "createadmin", "open the first account"),
        ("migrate", "migrate", "bring the database up to date"),
        ("daily", "daily", "do what is due today: clocks, notices, clearing up"),
        ("backup", "backup", "write everything to one file"),
        ("restore", "restore", "put a backup into an empty folder"),
        ("verify", "verify", "check that nothing was changed or lost"),
    )
}
"""name → (module with `arguments(parser)` and `run(options) -> int`, one line of help)."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one sub-command; the answer is the exit code (0 = done)."""
    words = list(sys.argv[1:] if argv is None else argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.config.settings")
    parser = argparse.ArgumentParser(prog="joinedup", description=WORDS, epilog=MORE)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (module_name, line) in COMMANDS.items():
        part = commands.add_parser(name, help=line, description=line)
        if words[:1] == [name]:
            module = importlib.import_module(module_name)
            module.arguments(part)
            part.set_defaults(run=module.run)
    options = parser.parse_args(words)
    return int(options.run(options))


if __name__ == "__main__":
    sys.exit(main())
