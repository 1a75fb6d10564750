"""A small invented partnership for journeys: run as a module, it fills the database of
JOINEDUP_HOME and prints as JSON who can sign in (by cookie) and what there is to open."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from joinedup.access.choices import AgencyKind, Role  # noqa: E402
from joinedup.access.models import Agency, User  # noqa: E402
from joinedup.access.permission import by_user  # noqa: E402
from joinedup.assurance import actions  # noqa: E402
from joinedup.assurance.actions.evidence import NewEvidence  # noqa: E402
from joinedup.assurance.choices import (  # noqa: E402
    Agreement,
    Answer,
    EvidenceKind,
    LinkKind,
    SourceKind,
    StatementKind,
)
from joinedup.assurance.models import Action  # noqa: E402
from joinedup.assurance.rules.new_row import NewDue, NewPart, NewRow, Printed  # noqa: E402
from joinedup.assurance.rules.state import OwnerMark  # noqa: E402
from joinedup.audit.triggers import install  # noqa: E402
from joinedup.config.new_database import lay_out  # noqa: E402
from tests.factories import assurance as make  # noqa: E402

DAY = dt.timedelta(days=1)
LONG = (
    "Make sure that every member of staff who meets children and adults at risk in the course of "
    "their work, including casual, seasonal and agency staff and volunteers, has had safeguarding "
    "training at the right level within the last three years, and that line managers can show it"
)
COLUMNS = [
    {"role": "ref", "heading": "Ref"},
    {"role": "title", "heading": "Action to be taken"},
    {"role": "owners", "heading": "Lead Officer"},
    {"role": "due", "heading": "Timescale"},
    {"role": "progress", "heading": "Progress to date"},
    {"role": "other", "heading": "Resource"},
]


def row(code: str, title: str, owner: str, due: NewDue, **given: object) -> NewRow:
    """A printed row with its words and their place."""
    progress = given.get("progress", ())
    printed = {
        "ref": Printed(code, f"Table 2, row {code[1:]}"),
        "title": Printed(title, f"Table 2, row {code[1:]}"),
        "owners": Printed("Hd of Housing", f"Table 2, row {code[1:]}"),
        "due": Printed(due.text, f"Table 2, row {code[1:]}"),
        "progress": Printed(" ".join(progress), f"Table 2, row {code[1:]}"),  # type: ignore[arg-type]
        "Resource": Printed("Within existing budget", f"Table 2, row {code[1:]}"),
    }
    mark = OwnerMark(owner, "Hd of Housing")
    return NewRow(
        title=title, code=code, owners=(mark,) if owner else (), due=due, printed=printed, **given
    )  # type: ignore[arg-type]


def session_of(user: User) -> str:
    """A signed-in session's cookie value."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def people(council: Agency, police: Agency) -> dict[str, User]:
    """One account for each role."""
    return {
        "lead": make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh", of=council),
        "manager": make.account(Role.SERVICE_MANAGER, name="Cai Bowen", of=council),
        "owner": make.account(Role.ACTION_OWNER, name="Bo Lindqvist", of=council),
        "partner": make.account(Role.PARTNER, name="Dee Okafor", of=police),
        "auditor": make.account(Role.AUDITOR, name="Eli Stone", of=council),
        "councillor": make.account(Role.COUNCILLOR, name="Councillor Fay Reed", of=council),
        "system": make.account(Role.SYSTEM_ADMINISTRATOR, name="Gus Hale", of=council),
    }


def build() -> dict[str, object]:
    """Everything; what can be opened."""
    today = timezone.localdate()
    council = make.agency("Marlow Vale Council")
    police = make.agency("Marlow Vale Police", kind=AgencyKind.POLICE, is_home=False)
    users = people(council, police)
    lead = by_user(users["lead"])
    owner, partner = users["owner"].person.reference, users["partner"].person.reference
    post = make.post("Head of Housing and Neighbourhoods", users["manager"].person, council)
    source = actions.add_source(
        lead,
        "Independent review of safeguarding in Marlow Vale",
        SourceKind.INQUIRY,
        author="Professor H. Invented",
        published_on=today - 400 * DAY,
        citation="Invented (2025)",
    )
    statements = [
        actions.add_statement(
            lead,
            source,
            f"{words} This has been said before, and was not followed through.",
            StatementKind.RECOMMENDATION,
            number=number,
            place="page 41",
            theme=theme,
        )
        for number, words, theme in (
            ("6.2", "The council should know which of its staff have been trained.", "Training"),
            ("6.10", "Taxi drivers should be told what to look for.", "Licensing"),
            ("7.1", "Partners should share what they know of places that worry them.", ""),
        )
    ]
    plan = actions.add_plan(
        lead,
        "Safeguarding action plan",
        council,
        source=source,
        body="Prosperous Communities Committee",
        dated_on=today - 300 * DAY,
        columns=COLUMNS,
        agreement=Agreement.HIGH,
    )

    def on(days: int) -> str:
        return (today + days * DAY).isoformat()

    rows = [
        row("A1", "Train all staff who meet the public", owner, NewDue("end of June", on(-40)),
            section="Training and awareness", status="in_progress", priority="high",
            progress=("120 of 180 staff trained.",), review="Training register, each quarter",
            theme="Training", statements=(statements[0].reference,), see=("A2",)),
        row("A2", LONG, post.reference, NewDue("31 Dec", on(35)),
            section="Training and awareness", status="not_started",
            parts=(NewPart("Write the list of posts"), NewPart("Book the places", "A2.1"))),
        row("A10", "Check the single central record each month", post.reference,
            NewDue("Monthly", "", on(-100), "monthly"), section="Training and awareness",
            status="in_progress"),
        row("B1", "Review the taxi licensing policy", "", NewDue("ASAP"),
            section="Licensing", status="complete", progress=("Complete",)),
        row("B2", "Share concerns about hotels and takeaways", partner, NewDue("Summer", on(90)),
            section="Licensing", status="in_progress"),
    ]  # fmt: skip
    made = actions.create_from_rows(
        lead, plan, rows, today=today, as_of=today - 300 * DAY, kind="import"
    )
    refs = {one.code: one.reference for one in made}
    actions.add_update(
        lead, refs["A1"], "Another 20 were trained in May. " * 3, today=today,
        effective_on=today - 30 * DAY,
    )  # fmt: skip
    actions.set_new_date(
        lead, refs["A1"], today - 5 * DAY, today=today, reason="The trainer was ill.",
        approved_by="Committee, minute 14",
    )  # fmt: skip
    evidence = NewEvidence(
        EvidenceKind.LINK, today - 20 * DAY, "Register of the spring courses",
        "https://council.example/training-register",
    )  # fmt: skip
    actions.add_evidence(lead, refs["A1"], evidence, today=today)
    actions.challenge(
        by_user(users["auditor"]), refs["A1"], "How many of the 60 are agency staff?",
        today + 10 * DAY, today=today,
    )  # fmt: skip
    actions.link_actions(lead, refs["A1"], refs["B2"], LinkKind.SEE, "Links with B2")
    asked = actions.ask_response(lead, [statements[0]], council, today=today)
    actions.respond(
        lead, asked.reference, Answer.PARTLY, today=today, self_grade="Partly met",
        position="Training is in place for permanent staff. Agency staff follow this year.",
    )  # fmt: skip
    empty = actions.add_plan(lead, "Plan without any actions yet", council)
    part = Action.objects.filter(parent__reference=refs["A2"]).first()
    return {
        "cookies": {name: session_of(user) for name, user in users.items()},
        "cookie": settings.SESSION_COOKIE_NAME,
        "plan": plan.reference,
        "empty": empty.reference,
        "actions": refs,
        "part": part.reference if part else "",
        "source": source.reference,
        "statements": [one.reference for one in statements],
        "response": asked.reference,
    }


if __name__ == "__main__":
    lay_out()
    call_command("migrate", verbosity=0)
    install()
    sys.stdout.write(json.dumps(build()))
