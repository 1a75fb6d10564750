"""Set up an empty council: name and colour, departments, people, first account, checks.

Give everything as flags, or answer the questions. Run it again to go on where it stopped: what is
there is kept.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from pathlib import Path

from joinedup.config import ready

__all__ = ["arguments", "run"]

COLOUR = "#1d5c8c"
NAME, ITS_COLOUR = "The council's name", "Its colour"
ADDRESS, OWNER = "E-mail of the first account", "Full name of its owner"
ANSWERED = {"name": NAME, "colour": ITS_COLOUR, "admin_email": ADDRESS, "admin_name": OWNER}


class Stopped(Exception):
    """A step that could not be done; the words say what to do."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words that may follow `joinedup setup`."""
    parser.add_argument("--name", help="the council's name")
    parser.add_argument("--short-name", default="", help="a short name for narrow places")
    parser.add_argument("--colour", help=f"its colour, such as {COLOUR}")
    parser.add_argument("--help-email", default="", help="where staff ask for help")
    parser.add_argument(
        "--department", action="append", default=[], help="a department or team (several times)"
    )
    parser.add_argument(
        "--people", metavar="CSV", help="a list: name, email, team, post, manager, agency"
    )
    parser.add_argument("--admin-email", help="e-mail of the first account (system administrator)")
    parser.add_argument("--admin-name", help="full name of its owner")
    parser.add_argument(
        "--password-stdin", action="store_true", help="read its password from standard input"
    )
    parser.add_argument("--invite", action="store_true", help="send an invitation, no password")
    parser.add_argument(
        "--site", default="http://localhost:8000", help="the address people will open"
    )
    parser.add_argument("--no-questions", action="store_true", help="ask nothing; use the flags")
    parser.add_argument("--preview", action="store_true", help="only look at --people, take nobody")


def run(options: argparse.Namespace) -> int:
    """0 when the council is set up; 1 when a step could not be done, with a sentence."""
    ready.start()
    ready.migrate()
    options.before = {}
    from django.core.exceptions import ValidationError

    from joinedup.access.problems import Problem
    from joinedup.config.backup import BackupFault

    try:
        _until_right(_council, options)
        _departments(options)
        if options.people:
            _people(options)
        if not options.preview:
            _until_right(_account, options)
            _checks()
    except ValidationError as fault:
        print(" ".join(fault.messages), file=sys.stderr)
    except (Stopped, Problem, BackupFault) as fault:
        print(str(fault), file=sys.stderr)
    else:
        print("Ready. Start with: joinedup serve")
        return 0
    print("Run “joinedup setup” again to go on from here.", file=sys.stderr)
    return 1


def _asks(options: argparse.Namespace) -> bool:
    return not options.no_questions and sys.stdin.isatty()


def _said(options: argparse.Namespace, given: str | None, question: str, usual: str = "") -> str:
    """What was given as a flag, else answered, else usual. Raises Stopped where there is nothing."""
    if given:
        return given
    answer = ""
    if _asks(options):
        usual = options.before.get(question, usual)
        answer = input(f"{question}{f' [{usual}]' if usual else ''}: ").strip()
        while not (answer or usual):
            answer = input(f"Nothing was typed. {question}: ").strip()
        options.before[question] = answer or usual
    if not (answer or usual):
        raise Stopped(
            f"{question} is missing. Give it as a flag; “joinedup setup --help” says how."
        )
    return answer or usual


def _until_right(step: Callable[[argparse.Namespace], None], options: argparse.Namespace) -> None:
    """Do a step; where somebody answers, say what was wrong and ask its questions again.
    Raises what the step does where that changes nothing: what is wrong was given as a flag."""
    from django.core.exceptions import ValidationError

    from joinedup.access.problems import Problem

    before: list[str] = []
    while True:
        try:
            return step(options)
        except (ValidationError, Problem) as fault:
            words = fault.messages if isinstance(fault, ValidationError) else [str(fault)]
            if not _asks(options) or options.password_stdin or words == before:
                raise
            before = words
            print(*words, "Please answer again.", file=sys.stderr)
            given = {question: getattr(options, name) for name, question in ANSWERED.items()}
            options = argparse.Namespace(**vars(options) | dict.fromkeys(ANSWERED))
            options.before |= {question: said for question, said in given.items() if said}


def _council(options: argparse.Namespace) -> None:
    from joinedup.config.setup_steps import name_council
    from joinedup.council.queries import profile

    now = profile()
    name = _said(options, options.name, NAME, now.name if now else "")
    colour = _said(options, options.colour, ITS_COLOUR, now.colour if now else COLOUR)
    short = options.short_name or (now.short_name if now else "")
    mail = options.help_email or (now.help_email if now else "")
    print(name_council(name, short, colour, mail))


def _departments(options: argparse.Namespace) -> None:
    from joinedup.config.setup_steps import teams_added

    names = list(options.department)
    if not names and _asks(options):
        names = input("Departments, with commas between (Enter for none): ").split(",")
    print(f"Departments added: {teams_added(names)}.")


def _people(options: argparse.Namespace) -> None:
    from joinedup.access.rules.people_csv import FileFault
    from joinedup.config.setup_steps import read_list, take_list

    path = Path(options.people)
    try:
        people = read_list(path.read_bytes())
    except OSError:
        raise Stopped(f"{path.name}: there is no file of this name that can be opened.") from None
    except FileFault as fault:
        raise Stopped(f"{path.name}: {fault}") from None
    if people.errors:
        print("\n".join(people.errors), file=sys.stderr)
        raise Stopped(f"Nobody was taken from {path.name}. Mend these rows and try again.")
    counts = people.counts
    print(
        f"{path.name}: {counts['new']} new, {counts['changed']} changed, {counts['same']} the same."
    )
    if not options.preview:
        take_list(people)
        print("They are on the list.")


def _account(options: argparse.Namespace) -> None:
    from joinedup.config.setup_steps import first_account, has_administrator

    if has_administrator():
        print("There is a system administrator already.")
        return
    email = _said(options, options.admin_email, ADDRESS)
    name = _said(options, options.admin_name, OWNER)
    password = None
    if options.password_stdin:
        password = sys.stdin.readline().rstrip("\n")
    elif not options.invite:
        if not _asks(options):
            raise Stopped("Say how the first account begins: --password-stdin or --invite.")
        password = getpass.getpass("Password, at least 12 characters (Enter to invite): ") or None
    print(first_account(email, name, password, options.site))


def _checks() -> None:
    from django.conf import settings

    from joinedup.config.setup_steps import check_backup, check_mail, sign_in_words

    print(sign_in_words())
    print(check_mail())
    print(check_backup(settings.HOME, settings.DATABASES["default"]))
