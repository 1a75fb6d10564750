"""Who writes an update: the owner where they have an account, else an administrator for them."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import Role
from joinedup.assurance.writing.thread import Behalf
from joinedup.audit.actor import By
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.life import Life
from joinedup.config.demo.material import material, words

__all__ = ["voice"]

WRITE_THEMSELVES = {Role.ACTION_OWNER.value, Role.PARTNER.value, Role.SAFEGUARDING_LEAD.value}


def voice(cast: Cast, life: Life, day: dt.date) -> tuple[By, Behalf]:
    """Who writes and, where that is another, on whose behalf: said when and how."""
    data = material("partnership")
    roles = dict(data["accounts"]["rows"])
    key = cast.person_of(life.row["o"])
    leaver = data["leaver"]
    if key == leaver["person"] and life.offset(day) > leaver["left"]:
        key = leaver["heir"]
    elif roles.get(key) in WRITE_THEMSELVES:
        return cast.by(key), Behalf()
    person = cast.people[key]
    how = life.pick(words("spoken"))
    return cast.by("callum"), Behalf(by=person.name, on=day, how=how, person=person)
