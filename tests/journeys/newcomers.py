"""A small council for the journeys of signing in: run as a module, it fills the database of
JOINEDUP_HOME."""

from __future__ import annotations

import datetime as dt
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402

from joinedup.access.actions.accounts import open_account  # noqa: E402
from joinedup.access.actions.agencies import AgencyDetails, add_agency  # noqa: E402
from joinedup.access.actions.demo import mark_as_demo  # noqa: E402
from joinedup.access.actions.people import PersonDetails, add_person  # noqa: E402
from joinedup.access.actions.posts import add_post, fill_post  # noqa: E402
from joinedup.access.choices import AgencyKind, HoldingKind, Role  # noqa: E402
from joinedup.audit.actor import system  # noqa: E402
from joinedup.config.new_database import lay_out  # noqa: E402
from joinedup.notices.actions.invitations import open_and_invite  # noqa: E402

LONG = "Designated lead for sport, leisure, libraries and community halls of the whole district"
START = dt.date(2024, 1, 1)


def build() -> None:
    """One account a role, an invited one, posts held and vacant, long names."""
    by = system("demo")
    mark_as_demo(by)
    home = add_agency(by, AgencyDetails("Marlow Vale District Council", AgencyKind.COUNCIL))
    add_agency(by, AgencyDetails(f"Partnership trust. {LONG}", AgencyKind.HEALTH))
    for role in Role:
        address = f"{role.value}@marlowvale.example"
        name = f"{role.label} Example"
        open_account(by, name=name, email=address, agency=home, roles=[role], from_on=START)
    guest = {"name": "Wil Featherstone-Cholmondeley", "email": "wil@marlowvale.example"}
    open_and_invite(
        by, "http://localhost", **guest, agency=home, roles=[Role.PARTNER], from_on=START
    )
    person = add_person(by, PersonDetails("Pat Sample", home))
    fill_post(by, add_post(by, "Housing manager", home), person, HoldingKind.LEAD, START)
    add_post(by, LONG, home)


if __name__ == "__main__":
    lay_out()
    call_command("migrate", verbosity=0)
    build()
