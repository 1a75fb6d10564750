"""Makes Django ready for a command, and the database ready for the product."""

from __future__ import annotations

import hashlib
import os
from importlib.metadata import distributions
from pathlib import Path

from joinedup.config.home import home_folder

__all__ = [
    "bring_up_to_date",
    "demo_refused",
    "has_council",
    "is_empty",
    "migrate",
    "start",
    "was_up_to_date",
]

STAMP = "up-to-date"


def start() -> None:
    """Load Django. Commands that read only files never call this."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.config.settings")
    import django

    django.setup()


def migrate(verbosity: int = 0) -> None:
    """Bring tables, append-only triggers and static files up to date."""
    from django.conf import settings
    from django.core.management import call_command

    from joinedup.audit.triggers import install, lift
    from joinedup.config.new_database import lay_out

    lay_out()
    lift()
    call_command("migrate", interactive=False, verbosity=verbosity, skip_checks=True)
    install()
    if settings.MODE != "test":
        call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)
    (home_folder() / STAMP).write_text(_state_of_code(), encoding="ascii")


def bring_up_to_date() -> None:
    """The same, but only where the code has changed since, or a table or trigger is missing."""
    from django.db import DatabaseError

    from joinedup.audit.triggers import missing

    is_same = was_up_to_date()
    try:
        if is_same and not missing():
            is_empty()
            return
    except DatabaseError:
        is_same = False
    migrate()


def was_up_to_date() -> bool:
    """Whether this very code has brought this database up to date before. Needs no Django, so
    that the web server can be started while the rest is looked at."""
    stamp = home_folder() / STAMP
    return stamp.exists() and stamp.read_text(encoding="ascii") == _state_of_code()


def _state_of_code() -> str:
    """A digest of mode, database address, what is installed, and our migrations and static files."""
    seen = [os.environ.get(name, "") for name in ("JOINEDUP_MODE", "DATABASE_URL")]
    seen += sorted(f"{one.name} {one.version}" for one in distributions())
    package = Path(__file__).resolve().parents[1]
    for pattern in ("*/migrations/*.py", "*/static/**/*"):
        for path in sorted(package.glob(pattern)):
            if path.is_file():
                status = path.stat()
                seen.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(seen).encode()).hexdigest()


def is_empty() -> bool:
    """Whether nobody has an account here yet."""
    from joinedup.access.models import User

    return not User.objects.exists()


def demo_refused() -> str:
    """Why demo mode may not open this database, in one sentence; empty where it may."""
    from django.conf import settings

    from joinedup.access.queries import holds_real_accounts

    if not settings.IS_DEMO or not holds_real_accounts():
        return ""
    return (
        "This database holds accounts that are not the demo's, and the demo lets anybody in without "
        "a password. Start it with JOINEDUP_MODE=live, or give the demo another folder in "
        "JOINEDUP_HOME."
    )


def has_council() -> bool:
    """Whether the council itself has been set up."""
    from joinedup.access.models import Agency

    return Agency.objects.filter(is_home=True).exists()
