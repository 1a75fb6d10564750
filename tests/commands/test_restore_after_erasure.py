"""A backup from before an erasure is restored: the erasure is done again before anybody is let in."""

import subprocess
import sys

from benches.folder import ROOT, command, environment, new_folder
from joinedup.audit import erased
from tests.factories.template import copy_template

CANARY = "Zwolinkitty"
ERASED_SINCE = f"""
import sys
from pathlib import Path
from benches.folder import django_here
home = Path(sys.argv[1])
django_here(home)
from django.conf import settings
from django.utils import timezone
from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.casefile import actions
from joinedup.config.command import main
from tests.factories import assurance as make, subjects
make.agency()
officer = by_user(make.account(Role.INFORMATION_GOVERNANCE, name="Io Governs"))
lead = make.lead("Lee Lead")
person = subjects.person(lead, "{CANARY}")
assert main(["backup", str(home / "before.tar")]) == 0
today = timezone.localdate()
asked = actions.ask_erasure(officer, person.reference, "error", "Made twice", today=today)
actions.agree_erasure(lead, asked.reference, today=today)
print(person.reference)
"""


def test_what_was_erased_after_the_backup_is_erased_again_and_leaves_no_trace():
    home, other = new_folder(), new_folder()
    copy_template(home / "joinedup.sqlite3")
    made = subprocess.run(
        [sys.executable, "-c", ERASED_SINCE, str(home)],
        env=environment(home), cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    reference = made.stdout.split()[-1]
    assert CANARY.encode() in (home / "before.tar").read_bytes()
    (other / erased.NAME).write_bytes((home / erased.NAME).read_bytes())
    restored = command(other, "restore", str(home / "before.tar"))
    assert restored.returncode == 0, restored.stdout + restored.stderr
    assert "Erased again, as the register of erasures asks: 1." in restored.stdout
    assert reference in restored.stdout and "nothing erased is back" in restored.stdout
    left = [
        one for one in other.rglob("*") if one.is_file() and CANARY.encode() in one.read_bytes()
    ]
    assert left == []
