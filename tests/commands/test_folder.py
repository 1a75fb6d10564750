"""Commands and samples of the bench on a real data folder: backup, restore, kills, a crowd.

Each part of the bench runs in a process of its own, since it brings Django up on its own folder.
"""

import json
import subprocess
import sys

import pytest

from benches.folder import ROOT, environment, new_folder
from benches.restore import drill, prepared
from tests.factories.template import copy_template

SAMPLE = """
import json, sys
from benches.folder import django_here, new_folder
from benches import crowd, kill
from tests.factories.template import copy_template
home, folder = new_folder(), new_folder()
copy_template(home / "joinedup.sqlite3")
reference = kill.prepared(home)
found = {
    "writes": kill.writes(reference, folder, 6, longest=1.5),
    "imports": kill.imports(folder, 4),
    "backups": kill.backups(home, folder, 4),
}
references = [kill.fresh_row() for _ in range(6)]
together = crowd.crowd(new_folder(), references, 6, 2, 3)
print(json.dumps({
    **{name: [one.lost, one.torn, sorted(one.weak), one.acknowledged] for name, one in found.items()},
    "crowd": [together["lost"], together["faults"], together["errors"], together["written"]],
}))
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """What a small, seeded part of the bench showed."""
    home = tmp_path_factory.mktemp("sample")
    done = subprocess.run(
        [sys.executable, "-c", SAMPLE],
        env=environment(home),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("name", ["writes", "imports", "backups"])
def test_kill_9_loses_nothing_acknowledged_and_leaves_nothing_by_halves(sample, name):
    lost, torn, weak, _ = sample[name]
    assert (lost, torn, weak) == (0, [], [])


def test_updates_were_acknowledged_before_the_kills(sample):
    assert sample["writes"][3] > 0


def test_a_crowd_of_writers_and_readers_sees_no_error_and_loses_nothing(sample):
    assert sample["crowd"] == [0, [], 0, 18]


def test_a_backup_of_the_demo_comes_back_whole_and_people_can_sign_in():
    home = new_folder()
    copy_template(home / "joinedup.sqlite3")
    prepared(home)
    before, after, code, said, answer = drill(home)
    assert code == 0, said
    assert before == after
    assert before["assurance_action"] > 90
    assert answer == "302"
    again = subprocess.run(
        [sys.executable, "-m", "joinedup.config.command", "restore", str(home / "whole.tar")],
        env=environment(home),
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert again.returncode == 1
    assert "empty folder" in again.stderr
    assert len(again.stderr.strip().splitlines()) == 1
