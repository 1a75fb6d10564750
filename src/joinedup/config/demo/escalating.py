"""What organisations of the demo say of their last year of escalation."""

from __future__ import annotations

import datetime as dt

from joinedup.access.models import Agency
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.material import material
from joinedup.config.demo.story import Story
from joinedup.referrals.actions import Assurance, ask_for_escalation, assure_for_them
from joinedup.referrals.models import EscalationReturn

__all__ = ["answer_for_escalation"]

ASKED, ANSWERED = -25, -12


def answer_for_escalation(cast: Cast, story: Story, site: str) -> None:
    """Everybody is asked, some answer. Links in mails lead to `site`."""
    lead = cast.by("meera")
    story.add(ASKED, lambda day: ask_for_escalation(lead, site, today=day))
    story.add(ANSWERED, lambda day: _answers(cast, day))


def _answers(cast: Cast, day: dt.date) -> None:
    for key, who, looked, number, why, words in material("library")["escalation"]["rows"]:
        agency: Agency = cast.agencies[key]
        row = EscalationReturn.objects.filter(agency=agency).latest("year_from")
        looked_on = day + dt.timedelta(days=looked) if looked else None
        said = Assurance(who, looked_on, number, why, words)
        assure_for_them(cast.by("meera"), row.reference, said, today=day)
