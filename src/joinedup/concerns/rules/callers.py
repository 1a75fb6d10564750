"""Who is on the telephone. Whoever it is, the same questions are asked and the same rules decide; what
the caller is answers some of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

from joinedup.concerns.choices import CallerKind, Door
from joinedup.concerns.rules.from_public import report_from
from joinedup.concerns.rules.new import NewConcern
from joinedup.concerns.rules.questions import Answers, Question, said

__all__ = ["Caller", "answers_with", "report_of_call"]

ANOTHER_SOURCE = "report_source.other"
AGES = {"child": "child", "adult": "adult"}


@dataclasses.dataclass(frozen=True, slots=True)
class Caller:
    """Whoever rings. The rest is of somebody who rings from work: their name, post, organisation and
    telephone there, and the code of the source of reports that they belong to."""

    kind: CallerKind = CallerKind.PUBLIC
    name: str = ""
    post: str = ""
    agency: str = ""
    phone: str = ""
    source: str = ""

    @property
    def words(self) -> str:
        """Name, post and organisation."""
        return ", ".join(one.strip() for one in (self.name, self.post, self.agency) if one.strip())


def answers_with(answers: Answers, caller: Caller) -> dict[str, str | Sequence[str]]:
    """The answers, with what the caller is: somebody who rings about themselves is who it is about,
    and how family and those at work know of it is said."""
    found = dict(answers)
    if caller.kind is CallerKind.SELF:
        about = "".join(said(found, "about"))
        if about in AGES and not said(found, "age"):
            found["age"] = AGES[about]
        found["about"] = "me"
    how = {CallerKind.FAMILY: "family", CallerKind.WORK: "work"}.get(caller.kind)
    if how and not said(found, "you"):
        found["you"] = how
    return found


def report_of_call(
    of: Sequence[Question], answers: Answers, caller: Caller, today: dt.date
) -> NewConcern:
    """The report that a call makes; `answers` are those of `answers_with`. Somebody at work stands in
    it by name, post and organisation, and is counted with their source."""
    new = report_from(of, answers, Door.PHONE, today)
    if caller.kind is not CallerKind.WORK:
        return new
    raiser = dataclasses.replace(
        new.raiser, name=caller.words[:200], contact=new.raiser.contact or caller.phone.strip()
    )
    return dataclasses.replace(new, raiser=raiser, source=caller.source or ANOTHER_SOURCE)
