"""What the actions of concerns have in common. Only for use inside an action."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Agency, Conflict, Grant, Guard, Involvement, Person, User
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.access.queries.lists import in_force
from joinedup.access.roles import POLICY
from joinedup.access.shares import close_beside
from joinedup.audit.actor import By, system
from joinedup.audit.choices import ByKind
from joinedup.concerns.choices import Allegation, ConcernState, Ending, PersonRole, Receiver
from joinedup.concerns.models import Concern, ConcernPerson, KeptWords, Report
from joinedup.concerns.queries.ages import age_of, settle_ages
from joinedup.concerns.queries.earlier import closes, is_closed_to
from joinedup.concerns.queries.rulebook import types_hash, types_on
from joinedup.concerns.rules.ages import group_of
from joinedup.concerns.rules.allegations import hidden_from, together
from joinedup.concerns.rules.colleagues import may_be_named
from joinedup.concerns.rules.new import Kept, NewPerson, is_at_risk
from joinedup.concerns.rules.routing import (
    Facts,
    Need,
    Sent,
    left_open,
    lives_with_abuse,
    needs,
    people_counted,
    strictest,
)
from joinedup.concerns.rules.types import ConcernType, signs_of
from joinedup.referrals.actions import tell_senior

__all__ = [
    "add_people",
    "agency_of",
    "facts_of",
    "held",
    "held_to_move",
    "hide_from_conflicted",
    "hide_from_subjects",
    "keep_words",
    "left_open_of",
    "let_raiser_see",
    "new_guard",
    "note_sent",
    "sent_of",
    "settle_facts",
]

DECIDING = tuple(role for role, grants in POLICY.items() if May.TRIAGE in grants)
NOBODY_LEFT = "trigger.nobody_to_decide"
WHY_CONFLICTED = "A conflict of interest about somebody in it is noted already"
WHY_HIDDEN = "Named in an allegation, or a manager of somebody who is"


def agency_of(by: By) -> Agency:
    """Whose concern it is: always the council's own. Raises Problem before it is set up."""
    home = Agency.objects.filter(is_home=True).first()
    if home is None:
        raise Problem("Set up the council first.")
    return home


def held(by: By, reference: str, may: May = May.TRIAGE) -> Concern:
    """The concern, locked, for somebody who may do this to it. Raises Refused, also where a conflict
    of interest noted later keeps them from somebody in it."""
    row = held_to_move(by, reference, may)
    if is_closed_to(by, row, timezone.localdate()):
        raise Refused("No such record.")
    return row


def held_to_move(by: By, reference: str, may: May = May.TRIAGE) -> Concern:
    """As `held`, for what hands a concern on to the others because of such a conflict."""
    row = Concern.objects.select_for_update().filter(reference=reference).first()
    if row is None:
        raise Refused("No such record.")
    check(by, may, row.guard_id, row.reference)
    return row


def add_people(concern: Concern, people: Sequence[NewPerson], today: dt.date) -> None:
    """Put people into a concern, after those who are there."""
    start = concern.people.count()
    for position, new in enumerate(people, start=start):
        age = new.age(today)
        ConcernPerson.objects.create(
            concern=concern,
            position=position,
            role=new.role,
            name=new.name.strip()[:200],
            words=new.words.strip()[:1000],
            age_words=new.age_words.strip()[:100],
            born_on=new.born_on,
            is_unborn=new.is_unborn,
            youngest=age.youngest if age else None,
            oldest=age.oldest if age else None,
            age_group=group_of(age),
            lives=new.lives.strip()[:300],
            found=new.found.strip()[:300],
            phone=new.phone.strip()[:60],
            works_with=new.works_with,
            colleague=_colleague(new),
        )


def _colleague(new: NewPerson) -> Person | None:
    if new.role != PersonRole.OF_CONCERN or not new.person:
        return None
    return Person.objects.filter(reference=new.person).first()


def facts_of(
    concern: Concern,
    today: dt.date,
    people: Sequence[ConcernPerson] | None = None,
    types: Sequence[ConcernType] | None = None,
) -> Facts:
    """What the routing rules have to know, read afresh from the people and kinds of a concern
    where a page has not read them already."""
    signs = signs_of(types_on(today) if types is None else types, concern.types)
    if people is None:
        people = list(concern.people.select_related("subject").order_by("position", "pk"))
    ages = {one.pk: age_of(one, today) for one in people}
    risk = people_counted((is_at_risk(one.role), ages[one.pk]) for one in people)
    said = [one.works_with for one in people if one.works_with]
    allegation = Allegation.NONE
    if signs.is_allegation or said:
        allegation = together(said)
    beside = [one for one in people if one.role != PersonRole.OF_CONCERN]
    children = [(one.role == PersonRole.CHILD, group_of(ages[one.pk])) for one in beside]
    return Facts(
        child_with_abuse=lives_with_abuse(signs.is_domestic, signs.says_child_with_abuse, children),
        people=risk,
        has_indicator=signs.is_indicator or concern.has_exploitation_indicator,
        is_sexual=signs.is_sexual or concern.is_sexual,
        allegation=allegation,
    )


def settle_facts(concern: Concern, today: dt.date) -> Facts:
    """Bring the columns that the constraints read up to the people and kinds. Not saved yet, but for
    the ages of the people.

    An indicator of exploitation, once said, stays said.
    """
    types = types_on(today)
    people = list(concern.people.select_related("subject").order_by("position", "pk"))
    settle_ages(people, today)
    signs, facts = signs_of(types, concern.types), facts_of(concern, today, people, types)
    groups = sorted({*signs.groups, *(one for one in concern.type_groups.split("|") if one)})
    concern.type_groups = f"|{'|'.join(groups)}|" if groups else ""
    concern.has_exploitation_indicator = facts.has_indicator
    concern.is_sexual = facts.is_sexual
    concern.age_group = strictest(facts.people)
    concern.has_adult_at_risk = any(one.group == "adult" for one in facts.people)
    concern.may_be_under_13 = any(one.may_be_under_13 for one in facts.people)
    concern.allegation = facts.allegation
    concern.child_with_abuse = facts.child_with_abuse
    concern.rules_hash = types_hash(types)
    return facts


SENT_COLUMNS = {
    Receiver.CHILDREN: "sent_children_at",
    Receiver.ADULTS: "sent_adults_at",
    Receiver.POLICE: "sent_police_at",
    Receiver.DESIGNATED: "sent_designated_at",
    Receiver.TRUST_LEAD: "sent_trust_lead_at",
}
"""Which column says when a referral went that the hard rules ask for."""


def sent_of(concern: Concern) -> list[Sent]:
    """The referrals made already that the hard rules ask about."""
    return [
        Sent(receiver, place=concern.sent_children_place)
        for receiver, column in SENT_COLUMNS.items()
        if getattr(concern, column) is not None
    ]


def left_open_of(concern: Concern, facts: Facts) -> tuple[Need, ...]:
    """The referrals that a decided concern would still need for how it ended."""
    why_not = "yes" if concern.not_sent_is_explained else ""
    return left_open(needs(facts), sent_of(concern), Ending(concern.ending), why_not)


def note_sent(concern: Concern, sent: Sent, now: dt.datetime) -> None:
    """Write on the concern that a referral went. Not saved yet; the first moment stays."""
    column = SENT_COLUMNS.get(sent.receiver)  # type: ignore[call-overload]
    if column and getattr(concern, column) is None:
        setattr(concern, column, now)
        if sent.receiver == Receiver.CHILDREN:
            concern.sent_children_place = sent.place
    concern.all_answered_at = None
    concern.sent_at = concern.sent_at or now


def hide_from_subjects(by: By, concern: Concern, today: dt.date) -> tuple[int, ...]:
    """Close a concern to every colleague it is about, and to the line above them where it is an
    allegation. Whom it was closed to, by id.

    A person of concern counts as a colleague where the reporter said so, and where what they are
    called may be somebody of the staff list; in an allegation that names nobody so, what was told
    counts too, by whatever door it came: better hidden from a namesake than open to the subject.
    """
    subjects = _subjects(concern)
    if not subjects:
        return ()
    managers = dict(Person.objects.values_list("pk", "manager_id")) if concern.allegation else {}
    hidden = hidden_from(subjects, managers, _deciders(today)).people
    closed = _close(by, concern, hidden, WHY_HIDDEN)
    _back_from(concern, hidden, today)
    return closed


def hide_from_conflicted(by: By, concern: Concern, today: dt.date) -> tuple[int, ...]:
    """Close a concern to everybody who decides on concerns and whom a conflict of interest keeps
    from a record or case that may be about somebody in it: they never see it, and others decide.
    Whom it was closed to, by id."""
    noted = Conflict.objects.filter(person__in=_deciders(today), ended_at__isnull=True)
    if not noted.exclude(guard=concern.guard_id).exists():
        return ()
    closed = sorted(closes(concern, today) & _deciders(today))
    hidden = _close(by, concern, closed, WHY_CONFLICTED)
    _back_from(concern, hidden, today)
    return hidden


def _back_from(concern: Concern, hidden: Sequence[int], today: dt.date) -> None:
    """What somebody had taken from whom it is hidden now goes back to be taken, and where nobody is
    left who could, a senior hears of it at once."""
    if not hidden:
        return
    is_theirs = concern.decider is not None and concern.decider.person_id in hidden
    if is_theirs and concern.state == ConcernState.TAKEN:
        concern.state, concern.decider = ConcernState.RECEIVED, None
        concern.version += 1
        concern.save(update_fields=["state", "decider", "version"])
    closed = Conflict.objects.filter(guard=concern.guard_id, ended_at__isnull=True)
    if not _deciders(today) - set(closed.values_list("person_id", flat=True)):
        tell_senior(
            system("front-door"), concern.guard, concern.reference, NOBODY_LEFT,
            today=today, may=May.TRIAGE,
        )  # fmt: skip


def _deciders(today: dt.date) -> set[int]:
    held = Grant.objects.filter(in_force(today), role__in=DECIDING, user__is_active=True)
    return set(held.values_list("user__person_id", flat=True))


def _close(by: By, concern: Concern, people: Sequence[int], why: str) -> tuple[int, ...]:
    there = set(
        Conflict.objects.filter(
            guard=concern.guard_id, person__in=people, ended_at__isnull=True
        ).values_list("person_id", flat=True)
    )
    new = tuple(one for one in people if one not in there)
    Conflict.objects.bulk_create(
        Conflict(guard_id=concern.guard_id, person_id=one, reason=why) for one in new
    )
    close_beside(by, [concern.guard_id], new)
    return new


def _subjects(concern: Concern) -> list[int]:
    people = concern.people.filter(role=PersonRole.OF_CONCERN)
    found = [one.colleague_id for one in people if one.colleague_id]
    texts = [text for one in people if not one.colleague_id for text in (one.name, one.words)]
    if not texts and not (people and concern.allegation):
        return found
    staff = list(Person.objects.values_list("pk", "name"))
    found += may_be_named(texts, staff)
    if not found and concern.allegation:
        found += may_be_named(list(concern.reports.values_list("words", flat=True)), staff)
    return list(dict.fromkeys(found))


def let_raiser_see(by: By, report: Report, today: dt.date) -> None:
    """Let somebody with an account follow their own report: that one item, nothing else."""
    if by.kind == ByKind.USER:
        Involvement.objects.create(
            guard_id=report.guard_id,
            person_id=by.user.person_id,
            item=report.reference,
            from_on=today,
        )


def new_guard(agency: Agency) -> Guard:
    """A guard of its own before a new concern; `about` is set once the concern has its reference."""
    return Guard.objects.create(about="", agency=agency)


def keep_words(concern: Concern, kept: Sequence[Kept], user: User | None) -> None:
    """Keep words that the language guard asked about, each with the writer's reason."""
    KeptWords.objects.bulk_create(
        KeptWords(
            concern=concern,
            text=one.text[:300],
            code=one.code[:60],
            reason=one.reason.strip()[:300],
            kept_by=user,
        )
        for one in kept
        if one.reason.strip()
    )
