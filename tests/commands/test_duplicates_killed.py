"""The nightly look for duplicates, killed with -9 in the middle of what it writes: nothing by halves,
and the next night does the whole."""

import signal
import subprocess
import sys

from benches.folder import ROOT, environment, new_folder
from tests.factories.template import copy_template

NIGHTS = """
import os, signal, sys
from pathlib import Path
from benches.folder import django_here
django_here(Path(sys.argv[1]))
from django.db import connection
from joinedup.audit.actor import system
from joinedup.intelligence import actions
from joinedup.intelligence.duplicates import Suggested
from joinedup.subjects.models import NightRun, Proposal, Subject
from tests.factories import assurance as make, subjects

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def after(real):
    def done(*given, **named):
        real(*given, **named)
        die()
    return done

def to_die(at):
    if at == "first":
        NightRun.objects.create = after(NightRun.objects.create)
    elif at == "rows":
        Proposal.objects.bulk_create = after(Proposal.objects.bulk_create)
    elif at == "record":
        actions.record = die

def night(at):
    connection.close()
    child = os.fork()
    if child == 0:
        to_die(at)
        actions.propose_duplicates(system("daily"), found, 0.1)
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(at, ended, NightRun.objects.count(), Proposal.objects.count())

make.agency()
lead = make.lead("Lee Lead")
names = ("Amira", "Amria", "Amirah", "Ameera")
numbers = [subjects.person(lead, name).pk for name in names]
found = [
    Suggested(one, other, 0.9, "possible", {"name": "close"})
    for one, other in zip(numbers, numbers[1:])
]
for at in ("first", "rows", "record", "never", "never"):
    night(at)
"""


def test_a_night_killed_anywhere_leaves_nothing_and_the_next_does_the_whole():
    home = new_folder()
    copy_template(home / "joinedup.sqlite3")
    done = subprocess.run(
        [sys.executable, "-c", NIGHTS, str(home)],
        env=environment(home), cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.splitlines() == [
        f"first {-signal.SIGKILL} 0 0",
        f"rows {-signal.SIGKILL} 0 0",
        f"record {-signal.SIGKILL} 0 0",
        "never 0 1 3",
        "never 0 2 3",
    ], done.stderr
