"""Papers for tests, made by the same actions that people use."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import Role
from joinedup.access.models import User
from joinedup.access.permission import by_user
from joinedup.audit.actor import By
from joinedup.papers import actions, press
from joinedup.papers.choices import Found, Verdict
from joinedup.papers.models import Paper
from joinedup.papers.queries.making import desk_of, found_in, reports_of
from tests.factories import assurance as make

TODAY = dt.date(2026, 6, 15)
MEETING = dt.date(2026, 7, 22)
FRONT = {
    "number": "SC.15 26/27", "body": "Prosperous Places Committee", "meeting_on": MEETING,
    "report_by": "Director of Housing", "contact": "Duty desk\n01234 567890",
    "purpose": "To tell the committee how the plan stands.", "is_call_in": "no", "is_key": "no",
    "has_no_background": True,
}  # fmt: skip


def started(by: By | None = None, kind: str = "report.update", **given: object) -> Paper:
    """A paper just begun, about one plan with one action."""
    by = by or make.lead()
    if "plans" not in given:
        plan = make.plan(by)
        make.owned(by, plan, make.post(), title="Review the policy", code="1")
        given["plans"] = [plan.reference]
    given.setdefault("today", TODAY)
    subject = str(given.pop("subject", "Safeguarding six-monthly review"))
    return actions.start(by, kind, subject, **given)


def clearer(name: str = "Cleo Clear") -> User:
    """Somebody who signs papers: a service manager."""
    return make.account(Role.SERVICE_MANAGER, name=name)


def exempted(by: By, paper: Paper, prose: str) -> None:
    """A section that goes into the exempt file, with its paragraph and reason."""
    now = Paper.objects.get(pk=paper.pk)
    actions.write_section(
        by, paper.reference, "training", now.version,
        heading="A contract", prose=prose, is_exempt=True,
    )  # fmt: skip
    why = {"exempt_paragraph": "p3", "exempt_reason": "The contract is not let yet"}
    actions.edit_front(by, paper.reference, now.version + 1, why, today=TODAY)


def written(by: By, paper: Paper, who: User) -> Paper:
    """Everything written, owned by `who` and said by them; still unsigned."""
    paper = Paper.objects.get(pk=paper.pk)
    actions.edit_front(by, paper.reference, paper.version, FRONT, today=TODAY)
    for section in paper.sections.filter(fill="", is_on=True):
        now = Paper.objects.get(pk=paper.pk)
        actions.write_section(
            by, paper.reference, section.code, now.version,
            heading=section.heading, prose=f"Words under {section.heading}.",
        )  # fmt: skip
    for one in paper.implications.order_by("position"):
        actions.assign_implication(by, paper.reference, one.kind, who.person, today=TODAY)
        actions.say_implication(
            by_user(who), paper.reference, one.kind, "", is_none=True, today=TODAY
        )
    return Paper.objects.get(pk=paper.pk)


def cleared(by: By, paper: Paper, who: User) -> Paper:
    """Sent to `who` and signed."""
    for one in paper.clearances.exclude(person=who.person).select_related("person"):
        actions.remove_clearer(by, paper.reference, one.person.reference, today=TODAY)
    if not paper.clearances.filter(person=who.person).exists():
        actions.name_clearer(by, paper.reference, who.person, today=TODAY)
    actions.ask_clearance(by, paper.reference, today=TODAY)
    actions.sign(by_user(who), paper.reference, "Read.", today=TODAY)
    return Paper.objects.get(pk=paper.pk)


def checked(by: By, paper: Paper, today: dt.date = TODAY) -> None:
    """Everything that the check finds said to be fine."""
    desk = desk_of(Paper.objects.get(pk=paper.pk), today)
    for one in found_in(desk, reports_of(desk, by.user, today).public):
        actions.answer_check(
            by,
            paper.reference,
            Found(one.finding.kind),
            one.finding.found,
            Verdict.FINE,
            "An officer in their post.",
        )


def ready(by: By, who: User | None = None, **given: object) -> Paper:
    """A paper that may be published."""
    who = who or clearer()
    paper = written(by, started(by, **given), who)
    paper = cleared(by, paper, who)
    checked(by, paper)
    return Paper.objects.get(pk=paper.pk)


def published(by: By, who: User | None = None, **given: object) -> Paper:
    """A paper that is out."""
    paper = ready(by, who, **given)
    press.publish(by, paper.reference, today=TODAY)
    return Paper.objects.get(pk=paper.pk)
