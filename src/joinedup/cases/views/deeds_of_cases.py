"""What can be done in a case, each on a small page of its own."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.cases import actions
from joinedup.cases.forms import acting as ask
from joinedup.cases.forms.people import PersonForm
from joinedup.cases.queries.choosing import (
    agencies_to_choose,
    agency_called,
    home_teams,
    person_called,
    persons,
    team_called,
    workers,
)
from joinedup.cases.queries.facts import panel_names, people_of
from joinedup.cases.rules.closing import may_turn_18
from joinedup.cases.views.deeds_around import MORE
from joinedup.cases.views.deeds_of_meetings import MEETINGS
from joinedup.cases.views.deeds_others import OTHERS
from joinedup.language.guard import look_at
from joinedup.referrals.queries.one import referrals_about
from joinedup.referrals.queries.rules import rules_on
from joinedup.referrals.views.deeds import Asking, Deed

__all__ = ["DEEDS"]

Said = dict[str, Any]
WORK, MANAGE = May.WORK_CASES, May.MANAGE_CASES


def _of(form: type[forms.Form]) -> Any:
    def make(asking: Asking) -> forms.Form:
        return form(asking.data)

    return make


def _words(label: str, hint: str = "") -> Any:
    def make(asking: Asking) -> forms.Form:
        return ask.WordsForm(asking.data, label=label, hint=hint)

    return make


def _with_agencies(form: Any, name: str) -> Any:
    def make(asking: Asking) -> forms.Form:
        filled: forms.Form = form(asking.data, picks={name: agencies_to_choose()})
        return filled

    return make


def _note(by: By, one: Asking, said: Said) -> str:
    actions.write_note(
        by, one.row.reference, said["kind"], said["words"], today=one.today, on=said["on"],
        is_seen_alone=said["is_seen_alone"], kept_because=said["kept_because"],
        kept_codes=[one.code for one in look_at(_own_words(said))] if said["kept_because"] else (),
    )  # fmt: skip
    return "The note is kept."


def _own_words(said: Said) -> str:
    """What the language guard looks at: what they said themselves stands as they said it."""
    return "" if said.get("kind") == "views" else str(said["words"])


def _step(by: By, one: Asking, said: Said) -> str:
    actions.add_item(
        by, one.row.reference, said["words"], said["who"], said["due_on"], today=one.today,
        is_support=said["is_support"], is_waiting=said["is_waiting"],
        agency=agency_called(said["agency"]),
    )  # fmt: skip
    return "It is in the plan."


def _end_step(by: By, one: Asking, said: Said) -> str:
    actions.end_item(by, one.row.reference, one.part, said["state"], said["words"], today=one.today)
    return "The step has ended."


def _session(by: By, one: Asking, said: Said) -> str:
    made = actions.hold_session(
        by, one.row.reference, said["kind"], said["words"], said["with_whom"], today=one.today,
        on=said["on"],
    )  # fmt: skip
    if not made.counts:
        return "It is recorded. It counts once whoever supervises you confirms it."
    return f"It is recorded. The next is due on {made.next_on.day} {made.next_on:%B %Y}."


def _wishing(one: Asking) -> forms.Form:
    row = one.row
    start = {
        "wants": row.wants, "capacity": row.capacity, "agreement": row.agreement,
        "ground": row.override_ground,
    }  # fmt: skip
    return ask.WishesForm(one.data, initial=start)


def _wishes(by: By, one: Asking, said: Said) -> str:
    actions.record_wishes(
        by,
        one.row.reference,
        **_only(said, "wants", "capacity", "agreement", "ground"),
        today=one.today,
    )
    return "What they want is recorded."


def _only(said: Said, *names: str) -> dict[str, Any]:
    """Only these answers: a form also carries the mark of its draft."""
    return {name: said[name] for name in names}


def _housing(by: By, one: Asking, said: Said) -> str:
    actions.check_housing(
        by, one.row.reference, said["result"], today=one.today, on=said["on"],
        their_reference=said["their_reference"],
    )  # fmt: skip
    return "The check is recorded."


def _find(by: By, one: Asking, said: Said) -> str:
    actions.find_exploitation(by, one.row.reference)
    actions.write_note(by, one.row.reference, "decision", said["words"], today=one.today)
    return (
        "Exploitation is recorded. The case has to be referred now: about a child to children’s social "
        "care, about an adult to adult social care or the police. Before it closes it needs a signed "
        "exit assessment too."
    )


def _exit(by: By, one: Asking, said: Said) -> str:
    actions.sign_exit(by, one.row.reference, said["words"], today=one.today)
    return "The exit assessment is signed."


def _transition(by: By, one: Asking, said: Said) -> str:
    actions.plan_transition(by, one.row.reference, said["words"], today=one.today)
    return "The plan for turning 18 is kept."


def _enquiry(by: By, one: Asking, said: Said) -> str:
    owner = agency_called(said["owner"])
    if owner is None:
        raise Problem("Choose who leads it.", "owner")
    views = (said["has_needs"], said["is_at_risk"], said["cannot_protect"])
    actions.begin_enquiry(
        by, one.row.reference, said["kind"], owner, today=one.today, views=views,
        words=said["words"], on=said["on"],
    )  # fmt: skip
    return "It is recorded. Their decision is awaited."


def _decide(by: By, one: Asking, said: Said) -> str:
    actions.decide_enquiry(
        by, one.row.reference, one.part, said["decision"], said["words"], today=one.today,
        on=said["on"],
    )  # fmt: skip
    return "Their decision is recorded."


def _context(by: By, one: Asking, said: Said) -> str:
    actions.note_context(
        by, one.row.reference, said["kind"], said["name"], said["words"], today=one.today
    )
    return "It is noted."


def _flag(by: By, one: Asking, said: Said) -> str:
    actions.set_flag(
        by, one.row.reference, said["words"], said["why"], said["review_on"], today=one.today
    )
    return "The warning is set."


def _unflag(by: By, one: Asking, said: Said) -> str:
    actions.remove_flag(by, one.row.reference, one.part, said["words"], today=one.today)
    return "The warning is off, and everybody who was told of it is told of that."


def _routing(one: Asking) -> forms.Form:
    row = one.row
    start = {
        "route": row.route, "lead_agency": row.lead_agency.reference,
        "lead_person": row.lead_person.reference, "version": row.version,
    }  # fmt: skip
    picks = {"lead_agency": agencies_to_choose(), "lead_person": persons()}
    return ask.RouteForm(one.data, initial=start, picks=picks)


def _route(by: By, one: Asking, said: Said) -> str:
    agency, person = agency_called(said["lead_agency"]), person_called(said["lead_person"])
    if agency is None or person is None:
        raise Problem("Choose who leads.", "lead_person")
    version = said["version"] or 0
    actions.set_route(by, one.row.reference, said["route"], agency, person, version)
    return "Route and lead are saved."


def _member(by: By, one: Asking, said: Said) -> str:
    actions.join_case(
        by, one.row.reference, said["name"], said["part"], agency_called(said["agency"]),
        today=one.today,
    )  # fmt: skip
    return "They are in the team."


def _person(by: By, one: Asking, said: Said) -> str:
    new = actions.NewPerson(said["name"], said["age"], said["born_on"])
    actions.add_person(by, one.row.reference, new, today=one.today)
    return f"{said['name']} is in the case. Say next which record of people they are."


def _handing(one: Asking) -> forms.Form:
    return ask.HandoverForm(one.data, picks={"person": workers(), "team": home_teams()})


def _handover(by: By, one: Asking, said: Said) -> str:
    person = person_called(said["person"])
    if person is None:
        raise Problem("Choose who takes it on.", "person")
    actions.transfer(
        by, one.row.reference, person, said["summary"], today=one.today,
        team=team_called(said["team"]),
    )  # fmt: skip
    return f"{person.name} works on it from today."


def _referring(one: Asking) -> forms.Form:
    row = one.row
    firsts = [
        (one.reference, one.reference)
        for one in referrals_about(one.user, row.reference)
        if one.copy_of_id is None
    ]
    picks = {
        "receiver": [(r.code, r.title) for r in rules_on(one.today).receivers()],
        "agency": agencies_to_choose(),
        "copy_of": firsts,
    }
    return ask.ReferForm(one.data, picks=picks)


def _refer(by: By, one: Asking, said: Said) -> str:
    row, agency = one.row, agency_called(said["agency"])
    main = row.subjects.filter(is_main=True).first()
    born = f"{main.born_on.day} {main.born_on:%B %Y}" if main and main.born_on else ""
    others = ", ".join(c.name for c in row.contexts.filter(ended_on__isnull=True))
    parts = {
        "person": ", ".join(s.name for s in row.subjects.order_by("pk")),
        "born": born or (main.get_age_display() if main else ""),
        "worry": row.why,
        "own_words": row.wants,
        "wants": row.wants,
        "capacity": row.get_capacity_display(),
        "others": others,
        "done": "\n".join(item.words for item in row.items.filter(state="done")),
        "sender": f"{by.user.person.name}, {by.user.person.agency}",
    }
    made = actions.refer_case(
        by, row.reference, said["receiver"], parts, today=one.today,
        agency_id=agency.pk if agency else None, copy_of=said["copy_of"],
    )  # fmt: skip
    return f"Referral {made.reference} is drafted from the case. Look through it, then send it."


def _transitioning(one: Asking) -> forms.Form:
    if not may_turn_18(people_of(one.row), one.today):
        raise Refused("No such page.")
    return ask.WordsForm(one.data, label="Who does what from their 18th birthday?", hint="")


def _listing(one: Asking) -> forms.Form:
    return ask.PanelForm(one.data, picks={"panel": list(panel_names(one.today).items())})


def _panel(by: By, one: Asking, said: Said) -> str:
    actions.list_at_panel(by, one.row.reference, said["panel"], said["why"], today=one.today)
    return "They stand on the list."


def _reopen(by: By, one: Asking, said: Said) -> str:
    if one.row.state != "closed":
        raise Refused("No such page.")
    actions.reopen(by, one.row.reference, said["words"], today=one.today)
    return "The case is open again."


DEEDS: dict[str, Deed] = {
    one.name: one
    for one in (
        *MORE,
        *OTHERS,
        *MEETINGS,
        Deed("note", WORK, "Write a note", "Keep the note", _of(ask.NoteForm), _note,
             "Notes are added and never changed. Keep their own words as they said them.",
             guards=_own_words),
        Deed("step", WORK, "Add a step or support", "Add it",
             _with_agencies(ask.ItemForm, "agency"), _step),
        Deed("end-step", WORK, "End a step", "End it", _of(ask.EndItemForm), _end_step),
        Deed("session", WORK, "Record supervision or review", "Record it",
             _of(ask.SessionForm), _session, guards=_own_words),
        Deed("wishes", WORK, "What they want", "Save", _wishing, _wishes),
        Deed("housing", WORK, "Check the housing duty", "Record the check",
             _of(ask.HousingForm), _housing,
             "Somebody who flees abuse may be owed a home. Ask before anything else is decided."),
        Deed("exploitation", WORK, "Record that exploitation was found", "Record it",
             _words("What was found, and how is it known?"), _find, guards=_own_words),
        Deed("exit", MANAGE, "Sign the exit assessment", "Sign it",
             _words("What makes them safe now, who looked at it, and what did they say?"), _exit,
             "It is needed before a case closes in which exploitation was found.",
             guards=_own_words),
        Deed("transition", WORK, "Plan for turning 18", "Keep the plan", _transitioning,
             _transition),
        Deed("enquiry", WORK, "Record an enquiry", "Record it",
             _with_agencies(ask.EnquiryForm, "owner"), _enquiry,
             "Social care leads and decides. Our view stands beside theirs."),
        Deed("decide", WORK, "Record what they decided", "Record it", _of(ask.DecisionForm), _decide),
        Deed("context", WORK, "Harm outside the home", "Note it", _of(ask.ContextForm), _context,
             "Places, persons of concern, peers. Parents are partners, not the cause."),
        Deed("warning", WORK, "Set a warning", "Set it", _of(ask.FlagForm), _flag),
        Deed("warning-off", WORK, "Take a warning off", "Take it off",
             _words("Why is it taken off?"), _unflag),
        Deed("route", WORK, "Route and lead", "Save", _routing, _route,
             "An open case has one lead agency and one lead person at all times."),
        Deed("member", WORK, "Add somebody to the team", "Add them",
             _with_agencies(ask.MemberForm, "agency"), _member),
        Deed("person", WORK, "Add somebody whom the case is about", "Add them",
             _of(PersonForm), _person),
        Deed("handover", MANAGE, "Hand the case over", "Hand it over", _handing, _handover,
             "Whoever had it no longer works on it from today."),
        Deed("refer", WORK, "Refer to another service", "Draft the referral", _referring, _refer,
             "It is drafted from the case, with how old they are and any sign of exploitation; you look "
             "through it before it goes."),
        Deed("panel", WORK, "Put on a panel’s list", "Put on the list", _listing, _panel),
        Deed("reopen", WORK, "Open the case again", "Open it again",
             _words("Why is it opened again?"), _reopen),
    )
}  # fmt: skip
