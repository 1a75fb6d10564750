"""Makes Django ready for a command, and the database ready for the product."""

from __future__ import annotations

import os

__all__ = ["has_council", "is_empty", "migrate", "start"]


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

    call_command("migrate", interactive=False, verbosity=verbosity)
    install()
    if settings.MODE != "test":
        call_command("collectstatic", interactive=False, verbosity=0)


def is_empty() -> bool:
    """Whether nobody has an account here yet."""
    from joinedup.access.models import User

    return not User.objects.exists()


def has_council() -> bool:
    """Whether the council itself has been set up."""
    from joinedup.access.models import Agency

    return Agency.objects.filter(is_home=True).exists()
