"""Where a case has to go in which exploitation was found, and where it went."""

from __future__ import annotations

import datetime as dt

from joinedup.cases.models import Case
from joinedup.cases.queries.beside import OURS
from joinedup.cases.rules.routing import group_of_person, hard_needs
from joinedup.concerns.choices import Place
from joinedup.concerns.rules.routing import Need, Sent
from joinedup.referrals.choices import UNSENT
from joinedup.referrals.models import Referral
from joinedup.subjects.models import Subject

__all__ = ["groups_of", "guards_of", "needs_of", "sent_of"]


def guards_of(case: Case) -> list[int]:
    """The case's own guard and those of its concerns: whatever blocks behind one blocks it."""
    ours = case.concerns.filter(verdict__in=OURS)
    return [case.guard_id, *ours.values_list("guard_id", flat=True)]


def groups_of(case: Case, today: dt.date) -> list[str]:
    """How old everybody is whom the case is about: by the birthday in the case or in the record they
    are tied to, else by the word."""
    rows = list(case.subjects.order_by("pk"))
    tied = [one.subject for one in rows if one.subject]
    known = Subject.objects.filter(reference__in=tied).values_list("reference", "born_on")
    born = dict(known if tied else ())
    return [group_of_person(one.age, (one.born_on, born.get(one.subject)), today) for one in rows]


def needs_of(case: Case, today: dt.date) -> tuple[Need, ...]:
    """Every referral that this case demands; none where no exploitation was found."""
    if not case.has_exploitation:
        return ()
    return hard_needs(groups_of(case, today), has_exploitation=True)


def sent_of(case: Case) -> list[Sent]:
    """The referrals about exploitation that went out from the case or from its concerns. One sent
    before anybody knew of exploitation says nothing of it."""
    rows = Referral.objects.filter(guard__in=guards_of(case), has_indicators=True)
    sent = rows.filter(copy_of__isnull=True).exclude(state__in=UNSENT)
    # whose area it is was asked when the agency was chosen
    return [Sent(one, place=Place.LIVES) for one in sent.values_list("receiver", flat=True)]
