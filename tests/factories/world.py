"""One small world for tests that try everything: a user for each role, open records, and the same
kinds of record sealed, each with a word that stands nowhere else."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils import timezone

from joinedup.access.actions.emergencies import break_glass
from joinedup.access.actions.guards import let_in, note_conflict, seal
from joinedup.access.choices import AgencyKind, HoldingKind, Role
from joinedup.access.models import Guard, Holding, Involvement, Team, User
from joinedup.access.permission import by_user
from joinedup.assurance.actions import (
    add_evidence,
    add_source,
    add_statement,
    ask_response,
    challenge,
    note_assurance,
    propose_date,
    submit_plan,
)
from joinedup.assurance.actions.evidence import NewEvidence
from joinedup.assurance.actions.imports import open_import
from joinedup.assurance.choices import EvidenceKind, SourceKind, StatementKind
from joinedup.assurance.models import Doubt
from joinedup.audit.actor import By, public
from joinedup.casefile.actions import NewRequest, ask_erasure, ask_for_records, hold
from joinedup.concerns import actions as actions_of_concerns
from joinedup.concerns.models import Concern
from joinedup.concerns.rules.new import NewFile, Raiser
from joinedup.council.actions.local_rules import LocalRuleDetails, add_local_rule
from joinedup.documents import read_document
from joinedup.figures.actions import add_set, declare_figure
from joinedup.figures.rules import NewFigure
from joinedup.files.actions import keep
from joinedup.files.models import StoredFile
from joinedup.papers import press
from joinedup.papers.models import Paper
from joinedup.referrals.actions import ask_for_escalation
from joinedup.referrals.models import EscalationReturn
from joinedup.subjects.actions import add_subject, propose, set_safe
from joinedup.subjects.rules.given import Given, GivenName
from tests.factories import assurance as make
from tests.factories import concerns as worries
from tests.factories import directory as helping
from tests.factories import library, papers
from tests.factories.casework import make_casework

NOBODY = "nobody"
ABSENT = {
    "plan": "PL-2026-0000000", "action": "AC-2026-0000000", "source": "SO-2026-0000000",
    "statement": "ST-2026-0000000", "response": "RE-2026-0000000", "file": "FI-2026-0000000",
    "evidence": "EV-2026-0000000", "question": "CH-2026-0000000", "import": "IM-2026-0000000",
    "guard": "GU-2026-0000000", "user": "US-2026-0000000", "person": "PE-2026-0000000",
    "post": "PO-2026-0000000", "agency": "AG-2026-0000000", "emergency": "EM-2026-0000000",
    "notice": "NO-2026-0000000", "rule": "LR-2026-0000000", "token": "no-such-token",
    "provider": "nothing", "grant": 0, "holding": 0, "team": 0, "conflict": 0, "involvement": 0,
    "row": "none", "figure_set": "FS-2026-0000000", "figure": "FG-2026-0000000",
    "proposal": "ND-2026-0000000", "told": "AS-2026-0000000", "version": "PV-2026-0000000",
    "doubt": "DO-2026-0000000",
    "paper": "PA-2026-0000000", "subject": "SU-2026-0000000", "pair": "LP-2026-0000000",
    "referral": "RF-2026-0000000", "challenge": "RC-2026-0000000", "alert": "SA-2026-0000000",
    "case": "CA-2026-0000000", "closing": 0, "referral_file": "FI-2026-0000000",
    "case_file": "FI-2026-0000000",
    "concern": "CO-2026-0000000", "report": "RP-2026-0000000", "concern_file": "FI-2026-0000000",
    "access_request": "AR-2026-0000000", "record_erasure": "ER-2026-0000000", "hold": 0,
    "service": "SV-2026-0000000", "help_number": "HN-2026-0000000",
    "library_item": "LB-2026-0000000", "escalation_return": "EA-2026-0000000",
}  # fmt: skip
DAY = dt.timedelta(days=1)


@dataclass(slots=True)
class World:
    """`users` by role (and NOBODY); `shown` and `hidden` name one record of each kind; `words` are
    the canaries of the hidden ones."""

    keeper: By
    users: dict[str, User] = field(default_factory=dict)
    shown: dict[str, object] = field(default_factory=dict)
    hidden: dict[str, object] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)


def make_world() -> World:
    """Build it inside the caller's transaction, through the actions that people use."""
    home = make.agency(contact_email="desk@example.org")
    team = Team.objects.create(agency=home, name="Quality")
    keeper = make.lead("Kit Keeper")
    world = World(keeper)
    desk = make.post("Duty desk")
    for role in [*Role, None]:
        user = make.account(*([role] if role else []), name=f"User {role or NOBODY}")
        user.person.team = team
        user.person.save()
        world.users[role or NOBODY] = user
        if role:
            Holding.objects.create(
                post=desk, person=user.person, from_on=make.LONG_AGO, kind=HoldingKind.DEPUTY
            )
    world.shown = _records(keeper, "open", desk, home)
    world.hidden = _records(keeper, "canary", make.post("Inner desk"), home)
    sealed = ("plan", "response", "import", "source", "figures", "paper", "concern", "subject")
    for name in (f"{one}_guard" for one in sealed):
        Guard.objects.filter(pk=world.hidden[name]).update(is_sealed=True)
    Guard.objects.filter(pk=world.shown["plan_guard"]).update(team=team)
    for name in ("plan_guard", "response_guard", "paper_guard", "subject_guard"):
        guard = world.shown[name]
        Involvement.objects.create(guard_id=guard, post=desk, from_on=make.LONG_AGO)
    world.words = [f"canary{name}" for name in CANARIES]
    _people(world, desk, home, team)
    _governance(world)
    _shared(world)
    shown, hidden, words = make_casework(keeper, desk, team)
    world.shown |= shown
    world.hidden |= hidden
    world.words += words
    return world


CANARIES = (
    "plan", "action", "source", "statement", "response", "file", "evidence", "question",
    "update", "owner", "import", "section", "shared", "paper", "secret", "figures", "definition",
    "concern", "child", "raiser", "person", "safe", "erasure", "hold",
)  # fmt: skip


def _records(by: By, word: str, desk: object, home: object) -> dict[str, object]:
    """One of each kind of record; `word` begins every text of theirs."""
    today = timezone.localdate()
    plan = make.plan(by, f"{word}plan")
    source = add_source(by, f"{word}source", SourceKind.INQUIRY, private_to=home)
    statement = add_statement(by, source, f"{word}statement", StatementKind.RECOMMENDATION)
    response = ask_response(by, [statement], home, today=today)
    response.position = f"{word}response"
    response.save()
    action = make.owned(
        by, plan, desk, title=f"{word}action", section=f"{word}section", code=f"{word}1",
        due_on=today - dt.timedelta(days=5), due_text=f"{word}due", today=today,
    )  # fmt: skip
    kept = keep(by, f"{word}file.txt", f"{word}file".encode(), action.guard, action.reference)
    note = NewEvidence(EvidenceKind.NOTE, today, words=f"{word}evidence")
    evidence = add_evidence(by, action.reference, note, today=today)
    asked = challenge(by, action.reference, f"{word}question", today, today=today)
    counted = add_set(by, f"{word}figures", today, today)
    new = NewFigure(f"{word}count", Decimal(96), "referral", f"{word}definition", "The log")
    figure = declare_figure(by, counted.reference, new, today=today)
    sheet = f"Ref,Action,Owner,Due\n1,{word}import,Bo Rowe,May 2027\n".encode()
    given = {"today": today}
    proposal = propose_date(by, action.reference, today + DAY, f"{word}reason", **given)
    told = note_assurance(by, action.reference, home, f"{word}name", today, f"{word}told", **given)
    version = submit_plan(by, plan.reference, f"{word}body", **given)
    doubt = Doubt.objects.create(
        action=action, kind="recurs", facts={"recurs": "monthly"}, facts_hash=word,
        asked_of=by.user.person, asked_on=today,
    )  # fmt: skip
    taken = open_import(by, f"{word}.csv", sheet, read_document(f"{word}.csv", sheet))
    paper = _paper(by, word, plan.reference)
    first, second = (
        add_subject(by, Given(names=(GivenName(name, "", "Marlow"),)), today=today)
        for name in (f"{word}person", "Otto")
    )
    set_safe(by, first.reference, contact=f"{word}safe", address="", reason=f"{word}safe")
    worry = _concern(word)
    asked_for = ask_for_records(by, NewRequest(first.reference, today), today=today)
    erasure = ask_erasure(by, first.reference, "error", f"{word}erasure", today=today)
    held = hold(by, first.reference, f"{word}hold", today=today)
    return {
        **worry,
        "access_request": asked_for.reference, "record_erasure": erasure.reference, "hold": held.pk,
        "subject": first.reference, "subject_guard": first.guard_id,
        "pair": propose(by, first.reference, second.reference).reference,
        "paper": paper.reference, "paper_guard": paper.guard_id,
        "plan": plan.reference, "plan_guard": plan.guard_id, "action": action.reference,
        "source": source.reference, "source_guard": source.guard_id,
        "statement": statement.reference, "response": response.reference,
        "response_guard": response.guard_id, "file": kept.reference,
        "evidence": evidence.reference, "question": asked.reference,
        "proposal": proposal.reference, "told": told.reference, "version": version.reference,
        "doubt": doubt.reference,
        "import": taken.reference, "import_guard": taken.guard_id,
        "guard": plan.guard.reference, "row": "none", "figure_set": counted.reference,
        "figures_guard": counted.guard_id, "figure": figure.reference,
    }  # fmt: skip


def _concern(word: str) -> dict[str, object]:
    """A concern with a file, reported by somebody without an account."""
    reported = worries.new(
        worries.child("14", name=f"{word}child"),
        words=f"{word}concern",
        raiser=Raiser(name=f"{word}raiser"),
        files=(NewFile(f"{word}concern.txt", f"{word}concern".encode()),),
    )
    made = actions_of_concerns.submit(public(), reported)
    row = Concern.objects.get(reference=made.reference)
    file = StoredFile.objects.get(about=made.report)
    return {
        "concern": made.reference, "concern_guard": row.guard_id, "report": made.report,
        "concern_file": file.reference,
    }  # fmt: skip


def _paper(by: By, word: str, plan: str) -> Paper:
    """A published paper with an exempt part."""
    who = papers.clearer(f"{word}clearer")
    paper = papers.started(by, subject=f"{word}paper", plans=[plan])
    papers.exempted(by, papers.written(by, paper, who), f"{word}secret")
    paper = papers.cleared(by, paper, who)
    papers.checked(by, paper)
    press.publish(by, paper.reference, today=papers.TODAY)
    return paper


def _shared(world: World) -> None:
    """A sealed plan of which two other organisations have shares: one from before the seal, one
    from after it."""
    by, today = world.keeper, timezone.localdate()
    plan = make.plan(by, "canarysharedplan")
    before, after = (make.agency(name, kind=AgencyKind.HEALTH) for name in ("Fenside", "Saltby"))
    given = {"today": today, "due_on": today - dt.timedelta(days=3)}
    make.owned(by, plan, make.person("Fay Fenside", before), title="canarysharedfirst", **given)
    Involvement.objects.create(guard=plan.guard, person=by.user.person, from_on=make.LONG_AGO)
    seal(by, plan.guard.reference, "Names a colleague")
    make.owned(by, plan, make.person("Saul Saltby", after), title="canarysharedlater", **given)


def _people(world: World, desk: object, home: object, team: Team) -> None:
    """The references that pages of people, posts, agencies, accounts and rules ask for."""
    other = make.account(Role.AUDITOR, name="Otto Other")
    holding = Holding.objects.filter(post=desk).first()
    today = timezone.localdate()
    rule = add_local_rule(
        by_user(world.users[Role.ADMINISTRATOR]),
        LocalRuleDetails(
            "session.idle", today, None, {"limit": {"amount": 10, "unit": "minutes"}, "starts": "x"},
            "Our own policy", "Ada Marsh", today,
        ),
    )  # fmt: skip
    world.shown |= {
        "user": other.reference, "grant": other.grants.get().pk, "person": other.person.reference,
        "post": desk.reference, "holding": holding.pk, "agency": home.reference, "team": team.pk,
        "rule": rule.reference,
    }  # fmt: skip


def _governance(world: World) -> None:
    """A conflict, somebody who works on the whole, and an emergency that waits for its review."""
    partner = make.agency("Fenmarsh Trust", kind=AgencyKind.HEALTH)
    stranger = make.person("Sol Stranger", partner)
    guard = str(world.shown["guard"])
    noted = note_conflict(world.keeper, guard, stranger, "Sits on the same board")
    works = let_in(world.keeper, guard, make.person("Ivy In"), make.LONG_AGO)
    closed = make.plan(world.keeper, "canaryemergency")
    Guard.objects.filter(pk=closed.guard_id).update(is_sealed=True)
    opened = break_glass(
        by_user(make.account(Role.SERVICE_MANAGER, name="Mo Manager")),
        closed.reference, "Nobody of the team answers tonight.", "https://joined-up.example.org/",
    )  # fmt: skip
    service = helping.service(world.keeper)
    number = helping.number(world.keeper)
    item = library.item(world.keeper)
    ask_for_escalation(world.keeper, "https://joined-up.example.org/", today=make.TODAY)
    asked = EscalationReturn.objects.get(agency=partner)
    world.shown |= {
        "service": service.reference, "help_number": number.reference,
        "library_item": item.reference, "escalation_return": asked.reference,
    }  # fmt: skip
    world.shown |= {
        "conflict": noted.pk, "involvement": works.pk, "emergency": opened[0].reference,
    }  # fmt: skip
