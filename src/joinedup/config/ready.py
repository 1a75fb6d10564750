"""Makes Django ready for a command, and the database ready for the product."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

__all__ = ["bring_up_to_date", "demo_refused", "has_council", "is_empty", "migrate", "start"]

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

    from joinedup.audit.triggers import install

    call_command("migrate", interactive=False, verbosity=verbosity, skip_checks=True)
    install()
    if settings.MODE != "test":
        call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)
    (settings.HOME / STAMP).write_text(_state_of_code(), encoding="ascii")


def bring_up_to_date() -> None:
    """The same, but only where the code has changed since, or a table or trigger is missing."""
    from django.conf import settings
    from django.db import DatabaseError

    from joinedup.audit.triggers import missing

    stamp = settings.HOME / STAMP
    is_same = stamp.exists() and stamp.read_text(encoding="ascii") == _state_of_code()
    try:
        if is_same and not missing():
            is_empty()
            return
    except DatabaseError:
        is_same = False
    migrate()


def _state_of_code() -> str:
    """A digest of the database's address and of every migration and static file of all packages."""
    from django.apps import apps
    from django.conf import settings

    database = settings.DATABASES["default"]
    seen = [settings.MODE, str(database["NAME"]), str(database.get("HOST", ""))]
    for app in apps.get_app_configs():
        for folder, pattern in (("migrations", "*.py"), ("static", "**/*")):
            for path in sorted((Path(app.path) / folder).glob(pattern)):
                if path.is_file():
                    status = path.stat()
                    seen.append(f"{app.label}/{path.name} {status.st_size} {status.st_mtime_ns}")
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
