"""What a start does not load: it would make every start slower for all who never need it."""

import json
import subprocess
import sys

import pytest

from benches.folder import environment

SAY = "import json, sys; print(json.dumps(sorted({one.split('.')[0] for one in sys.modules})))"
FOR_FILES = {"openpyxl", "pdfplumber", "pikepdf", "pypdfium2", "typst", "oxmsg"}
FOR_NIGHTS = {"splink", "duckdb", "pyarrow", "pandas", "numpy", "sqlglot"}


def loaded_by(module, home):
    """The packages that stand in memory once a module has been imported by a new process."""
    done = subprocess.run(
        [sys.executable, "-c", f"import {module}; {SAY}"],
        env=environment(home),
        cwd=home,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("module", ["joinedup.config.command", "joinedup.config.commands.demo"])
def test_a_command_says_its_help_without_loading_django(module, tmp_path):
    loaded = loaded_by(module, tmp_path)
    assert "joinedup" in loaded
    assert loaded & ({"django", "jinja2", "docx", "lxml"} | FOR_FILES | FOR_NIGHTS) == set()


def test_the_web_server_starts_without_what_only_files_and_nights_need(tmp_path):
    loaded = loaded_by("joinedup.config.wsgi", tmp_path)
    assert "django" in loaded
    assert loaded & (FOR_FILES | FOR_NIGHTS) == set()
