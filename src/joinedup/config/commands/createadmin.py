"""Open the first account: a system administrator, who can then open all others."""

from __future__ import annotations

import argparse
import getpass
import sys

from joinedup.config import ready

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--email", required=True, help="e-mail address to sign in with")
    parser.add_argument("--name", required=True, help="full name")
    parser.add_argument(
        "--password-stdin", action="store_true", help="read the password from standard input"
    )


def run(options: argparse.Namespace) -> int:
    ready.start()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from joinedup.access.actions.first import open_first_account
    from joinedup.access.problems import Problem
    from joinedup.audit.actor import system

    ready.migrate()
    if options.password_stdin:
        password = sys.stdin.readline().rstrip("\n")
    else:
        password = getpass.getpass("Password (at least 12 characters): ")
    try:
        validate_password(password)
        open_first_account(system("createadmin"), options.email, options.name, password)
    except ValidationError as error:
        print(" ".join(error.messages), file=sys.stderr)
        return 1
    except Problem as problem:
        print(str(problem), file=sys.stderr)
        return 1
    print(f"{options.email} can now sign in as system administrator.")
    return 0
