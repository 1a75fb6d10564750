"""The steps of setting up an empty council. Each can be done again: what is there is kept."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from joinedup.audit.actor import system

__all__ = [
    "PeopleList",
    "check_backup",
    "check_mail",
    "first_account",
    "has_administrator",
    "name_council",
    "read_list",
    "sign_in_words",
    "take_list",
    "teams_added",
]

BY = system("setup")
OIDC = ("JOINEDUP_OIDC_URL", "JOINEDUP_OIDC_CLIENT", "JOINEDUP_OIDC_SECRET")


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A list of people as read: what it would do, and a sentence for each row that is wrong."""

    rows: Sequence[object]
    counts: Mapping[str, int]
    errors: Sequence[str]


@transaction.atomic
def name_council(name: str, short_name: str, colour: str, help_email: str) -> str:
    """Name the council, or keep the name it has. Raises Problem or Stale as the action does."""
    from joinedup.access.actions.agencies import AgencyDetails, add_agency, edit_agency
    from joinedup.access.addresses import first_address
    from joinedup.access.choices import AgencyKind
    from joinedup.access.models import Agency
    from joinedup.council.actions.settings import CouncilDetails, set_council
    from joinedup.council.queries import profile

    help_email = first_address(help_email) if help_email else ""
    home = Agency.objects.filter(is_home=True).first()
    details = AgencyDetails(name=name, kind=AgencyKind.COUNCIL, short_name=short_name)
    if home is None:
        add_agency(BY, details)
    elif (home.name, home.short_name) != (name, short_name or home.short_name):
        edit_agency(BY, home, details, home.version)
    now = profile()
    wanted = CouncilDetails(name, colour, short_name, help_email)
    if now is not None and (now.name, now.colour) == (name, colour):
        return f"{name} is set up already."
    set_council(BY, wanted, now.number if now else 0)
    return f"The council is called {name}."


def teams_added(names: Iterable[str]) -> int:
    """Add teams that are not there yet. How many were new."""
    from joinedup.access.actions.agencies import add_team
    from joinedup.access.models import Agency

    home = Agency.objects.get(is_home=True)
    there = {name.casefold() for name in home.teams.values_list("name", flat=True)}
    new = [name.strip() for name in names if name.strip() and name.strip().casefold() not in there]
    for name in dict.fromkeys(new):
        add_team(BY, home, name)
    return len(dict.fromkeys(new))


def read_list(data: bytes) -> PeopleList:
    """Read a list of people and say what it would do. Raises FileFault for a file that is none."""
    from joinedup.access.import_plan import people_changes
    from joinedup.access.queries import agency_names
    from joinedup.access.rules.people_csv import decode, read_people

    names, home = agency_names()
    rows = read_people(decode(data), names, home)
    changes = people_changes(rows)
    kinds = [change.kind for change in changes]
    errors = [f"Line {row.line}: {error}" for row in rows for error in row.errors]
    return PeopleList(
        rows, {kind: kinds.count(kind) for kind in ("new", "changed", "same")}, errors
    )


def take_list(people: PeopleList) -> Mapping[str, int]:
    """Take a list without errors, all of it or nothing."""
    from django.utils import timezone

    from joinedup.access.actions.import_people import import_people

    return import_people(BY, people.rows, timezone.localdate())  # type: ignore[arg-type]


def has_administrator() -> bool:
    """Whether somebody can open accounts already."""
    from django.utils import timezone

    from joinedup.access.queries import active_administrators

    return active_administrators(timezone.localdate()).exists()


def first_account(email: str, name: str, password: str | None, site: str) -> str:
    """Open the first account: with a password, or with an invitation by e-mail where there is
    none. Raises ValidationError for a weak password, Problem for an address that is in use or none."""
    from django.contrib.auth.password_validation import validate_password
    from django.utils import timezone

    from joinedup.access.actions.first import FIRST_ROLES, open_first_account
    from joinedup.access.addresses import first_address
    from joinedup.access.models import Agency
    from joinedup.notices.actions.invitations import open_and_invite

    email = first_address(email)
    if password is not None:
        validate_password(password)
        open_first_account(BY, email, name, password)
        return f"{email} can now sign in as system administrator."
    open_and_invite(
        BY,
        site,
        name=name,
        email=email,
        agency=Agency.objects.get(is_home=True),
        roles=FIRST_ROLES,
        from_on=timezone.localdate(),
    )
    return f"An invitation to {email} waits in the outbox; “joinedup serve” sends it."


def sign_in_words() -> str:
    """How people sign in now, and how to join the council's own sign-in to it."""
    from django.conf import settings

    if settings.OIDC_URL:
        return f"People may sign in with their work account ({settings.OIDC_URL})."
    return (
        "People sign in with e-mail, password and a second step. To let them use the council's "
        f"own sign-in (OpenID Connect), set {', '.join(OIDC)} and start again; "
        "JOINEDUP_OIDC_NAME is the words on the button."
    )


def check_mail() -> str:
    """Whether mail can be handed over; a sentence that says what to do where it cannot."""
    from django.conf import settings
    from django.core.mail import get_connection

    try:
        with get_connection(fail_silently=False):
            pass
    except OSError as fault:
        return (
            f"E-mail does not work yet: {settings.EMAIL_HOST}:{settings.EMAIL_PORT} answered with "
            f"{type(fault).__name__}. Set JOINEDUP_SMTP_HOST, JOINEDUP_SMTP_PORT, "
            "JOINEDUP_SMTP_USER, JOINEDUP_SMTP_PASSWORD and JOINEDUP_FROM. Mails wait until then."
        )
    return f"E-mail works; it is sent from {settings.DEFAULT_FROM_EMAIL}."


def check_backup(home: Path, database: Mapping[str, object]) -> str:
    """Make a backup, put it into another empty folder and compare what is in it with what is here.

    Raises BackupFault where a backup could not be made or put back. With PostgreSQL the backup is
    made and its hashes checked; putting it back needs an empty database of its own.
    """
    from joinedup.config.backup import BackupFault, make_backup, restore_backup, rows_of, unpacked

    with tempfile.TemporaryDirectory(prefix="joinedup-check-") as temporary:
        target = Path(temporary) / "backup.tar"
        hashes = make_backup(home, dict(database), target)
        if "sqlite" not in str(database["ENGINE"]):
            unpacked(target)
            return (
                f"A backup of {len(hashes)} files was made and is whole. Try “joinedup restore” "
                "into an empty database before you rely on it."
            )
        other = Path(temporary) / "other"
        other.mkdir()
        place = other / "joinedup.sqlite3"
        restore_backup(target, other, {**database, "NAME": str(place)})
        here, there = rows_of(Path(str(database["NAME"]))), rows_of(place)
        if here != there:
            raise BackupFault("What came back from the backup is not what is here.")
        return (
            f"A backup was made, put back into another folder and compared: "
            f"{sum(there.values())} rows in {len(there)} tables, {len(hashes)} files. It works."
        )
