"""The council's name and colour."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.db.models import Max

from joinedup.access.choices import May
from joinedup.access.permission import check_any
from joinedup.access.problems import Problem, Stale
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.council.models import Profile
from joinedup.council.queries import profile
from joinedup.pages.brand import parse_colour

__all__ = ["CouncilDetails", "set_council"]


@dataclass(frozen=True, slots=True)
class CouncilDetails:
    """How the council shows itself. `colour` is "#" and six digits or letters a to f."""

    name: str
    colour: str
    short_name: str = ""
    help_email: str = ""
    help_phone: str = ""
    privacy_email: str = ""


@action
def set_council(by: By, details: CouncilDetails, number: int) -> Profile:
    """Set name, colour and addresses; `number` is the state they were read in (0: none yet).

    Raises Stale where somebody else saved first, Problem for a colour that can't be read.
    """
    check_any(by, May.MANAGE_COUNCIL)
    try:
        parse_colour(details.colour)
    except ValueError as fault:
        raise Problem(str(fault), "colour") from None
    now = profile()
    if now is not None and now.number != number:
        raise Stale(
            {"Name": now.name, "Colour": now.colour, "Help e-mail": now.help_email}, now.number
        )
    last = Profile.objects.aggregate(last=Max("number"))["last"] or 0
    made = Profile.objects.create(number=last + 1, by_ref=by.ref, **asdict(details))
    record(by, "council.set", "council", number=made.number, colour=made.colour)
    return made
