"""The wheel holds everything that the product needs, and works from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from tests.house.places import ROOT, SOURCE


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it would be published, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the wheel as it would be installed, and a folder beside it."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    (folder / "elsewhere").mkdir()
    return folder


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a module of the unpacked wheel from another folder, knowing nothing of this one."""
    apart = ("PYTHONPATH", "JOINEDUP_", "DJANGO_", "DATABASE_URL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(apart)}
    around = {
        "PYTHONPATH": str(folder / "site"),
        "JOINEDUP_HOME": str(folder / "home"),
        "JOINEDUP_MODE": "test",
        "DJANGO_SETTINGS_MODULE": "joinedup.config.settings",
    }
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder / "elsewhere",
        env={**kept, **around},
        capture_output=True,
        text=True,
        check=False,
    )


def joinedup(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command of the unpacked wheel."""
    return run(folder, "joinedup.config.command", *words)


def test_the_wheel_holds_every_file_of_the_source(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    wanted = {
        str(path.relative_to(SOURCE.parent))
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {Path(name).suffix for name in wanted} >= {".py", ".html", ".toml", ".css", ".js"}
    assert wanted - inside == set()


def test_the_wheel_holds_nothing_but_the_product(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"joinedup"}


def test_the_command_of_the_wheel_tells_due_dates_from_any_folder(unpacked: Path):
    answer = joinedup(unpacked, "due", "End of August '15", "--json")
    assert answer.returncode == 0, answer.stderr
    assert json.loads(answer.stdout)["date"] == "2015-08-31"


def test_the_command_of_the_wheel_reads_a_plan_from_any_folder(unpacked: Path):
    (unpacked / "elsewhere" / "plan.csv").write_text(
        "Ref,Action,Lead,Timescale\nA1,Train reception staff,Head of Housing,End of June 2026\n"
        "A2,Review the policy,Head of Leisure,31 July 2026\n",
        encoding="utf-8",
    )
    answer = joinedup(unpacked, "read", "plan.csv")
    assert answer.returncode == 0, answer.stderr
    assert "Train reception staff" in answer.stdout


def test_every_command_of_the_wheel_says_what_it_does(unpacked: Path):
    answer = joinedup(unpacked, "--help")
    assert answer.returncode == 0, answer.stderr
    assert all(name in answer.stdout for name in ("demo", "serve", "setup", "backup", "verify"))


def test_the_wheel_brings_its_static_files_from_any_folder(unpacked: Path):
    answer = run(unpacked, "django", "collectstatic", "--noinput", "--skip-checks")
    assert answer.returncode == 0, answer.stderr
    assert list((unpacked / "home" / "static" / "joinedup").rglob("*.css"))
