"""What can be done in a case about others: who may be harmed too, who is told, who takes it over."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.cases import actions
from joinedup.cases.forms import others as ask
from joinedup.cases.forms.around import SureForm
from joinedup.cases.queries.choosing import agencies_to_choose, agency_called, person_called
from joinedup.cases.queries.for_managers import may_be_shut_out
from joinedup.cases.queries.sharing import bases_of, receivers_on
from joinedup.pages.rules import number_asked
from joinedup.referrals.forms.acting import NotShareForm
from joinedup.referrals.views.deeds import Asking, Deed

__all__ = ["OTHERS"]

Said = dict[str, Any]
WORK, MANAGE = May.WORK_CASES, May.MANAGE_CASES


def _of(form: type[forms.Form]) -> Any:
    def make(asking: Asking) -> forms.Form:
        return form(asking.data)

    return make


def _follow(by: By, one: Asking, said: Said) -> str:
    made = actions.note_follow_up(
        by, one.row.reference, said["name"], said["words"], today=one.today
    )
    return f"Follow it up by {made.due_on.day} {made.due_on:%B %Y}. The case waits for it."


def _follow_end(by: By, one: Asking, said: Said) -> str:
    actions.end_follow_up(
        by, one.row.reference, one.part, said["ended"], said["words"], said["led_to"],
        today=one.today,
    )  # fmt: skip
    return "It is recorded what came of it."


def _sharing(one: Asking) -> forms.Form:
    picks = {"pick": agencies_to_choose(), "basis": bases_of(one.row, "share", one.today)}
    return ask.ShareForm(one.data, picks=picks)


def _share(by: By, one: Asking, said: Said) -> str:
    agency = agency_called(said["pick"])
    if agency is None:
        raise Problem("Choose who was told.", "pick")
    actions.share_flag(
        by, one.row.reference, one.part, agency, said["basis"], today=one.today,
        reason=said["reason"],
    )  # fmt: skip
    return "It is noted who knows of the warning, and on which basis."


def _told_off(by: By, one: Asking, said: Said) -> str:
    number = number_asked(one.part)
    if not number:
        raise Refused("No such record.")
    row = actions.tell_of_removal(by, one.row.reference, number, today=one.today)
    return f"It is noted that {row.agency} knows that the warning is off."


def _keeping(one: Asking) -> forms.Form:
    bases = bases_of(one.row, "keep", one.today)
    return NotShareForm(one.data, receivers=receivers_on(one.today), bases=bases)


def _keep(by: By, one: Asking, said: Said) -> str:
    actions.keep_case_back(
        by, one.row.reference, said["receiver"], said["basis"], said["reason"], today=one.today
    )
    return "The decision not to share is recorded."


def _leaving(one: Asking) -> forms.Form:
    picks = {"agency": agencies_to_choose(), "basis": bases_of(one.row, "share", one.today)}
    return ask.OutsideForm(one.data, picks=picks)


def _outside(by: By, one: Asking, said: Said) -> str:
    new = actions.NewTransferOut(
        said["body"], said["person"], said["contact"], said["words"], said["proof"],
        said["basis"], said["told"], agency_called(said["agency"]), said["sent_on"],
    )  # fmt: skip
    made = actions.send_outside(by, one.row.reference, new, today=one.today)
    until = f"{made.accept_by.day} {made.accept_by:%B %Y}"
    return f"Sent. They are asked for a written acceptance by {until}; until then it stays ours."


def _accept(by: By, one: Asking, said: Said) -> str:
    actions.accept_outside(
        by, one.row.reference, one.part, answered_by=said["answered_by"], letter=said["letter"],
        their_reference=said["their_reference"], on=said["on"], today=one.today,
    )  # fmt: skip
    return "Their written acceptance is on record. The case may now be closed on it."


def _outside_end(by: By, one: Asking, said: Said) -> str:
    actions.end_outside(
        by, one.row.reference, one.part, said["state"], said["words"], today=one.today
    )
    return "It is recorded. The case stays ours."


def _confirm(by: By, one: Asking, said: Said) -> str:
    number = number_asked(one.part)
    if not number:
        raise Refused("No such record.")
    actions.confirm_session(by, one.row.reference, number, today=one.today)
    return "The supervision counts now. The next one runs from its day."


def _shutting(one: Asking) -> forms.Form:
    return ask.ShutOutForm(one.data, picks={"person": may_be_shut_out(one.row, one.user)})


def _shut(by: By, one: Asking, said: Said) -> str:
    person = person_called(said["person"])
    if person is None:
        raise Problem("Choose somebody of the team.", "person")
    actions.shut_out(by, one.row.reference, person, said["reason"], site=one.site)
    return f"It is noted. The case is closed to {person.name} from now on."


OTHERS: tuple[Deed, ...] = (
    Deed("session-confirm", MANAGE, "Confirm a supervision", "I supervised: confirm it",
         _of(SureForm), _confirm,
         "Read on the page of the case what was written. If it was otherwise, record it as you held "
         "it."),
    Deed("conflict", MANAGE, "Note a conflict of interest", "Note it", _shutting, _shut,
         "They never see this case, nor what else is about its people, until the conflict ends. If "
         "they work on it, hand it over next: it stands first on your page of cases.",
         keeps=False),
    Deed("follow-up", WORK, "Somebody else who may be harmed", "Note it", _of(ask.FollowUpForm),
         _follow, "Every child or adult who is mentioned is followed up: met, reported, referred, "
         "or let be with a reason."),
    Deed("follow-up-end", WORK, "What came of the follow-up", "Record it",
         _of(ask.FollowUpEndForm), _follow_end),
    Deed("warning-told", WORK, "Say who was told of a warning", "Note it", _sharing, _share),
    Deed("warning-off-told", WORK, "They know that the warning is off", "They have been told",
         _of(SureForm), _told_off, "Tell them by telephone or letter first, then note it."),
    Deed("not-share", WORK, "Record a decision not to share", "Record it", _keeping, _keep,
         "A decision not to share is recorded like one to share, with its ground."),
    Deed("outside", WORK, "Send the case to another authority", "Note that it was sent", _leaving,
         _outside, "Until they accept in writing, the responsibility is ours."),
    Deed("outside-accepted", WORK, "They accepted the case in writing", "Record it",
         _of(ask.AcceptForm), _accept, "Only a letter or message counts, not a telephone call."),
    Deed("outside-ended", WORK, "They do not take the case on", "Record it",
         _of(ask.OutsideEndForm), _outside_end),
)  # fmt: skip
