"""Writes docs/states.md and docs/personal-data.md from the code's own tables.

    python tools/documents_from_code.py       write both; a house test says when that is due

States and who answers for them come from tests/house/states.toml, fields from
tests/house/personal.toml, roles from joinedup.access.roles. Only what a deed leads to stands here.
"""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STATES_PAGE, PERSONAL_PAGE = ROOT / "docs" / "states.md", ROOT / "docs" / "personal-data.md"
NOTE = (
    "*Written by `python tools/documents_from_code.py` from the code's own tables; not edited by "
    "hand.*"
)
TITLES = {
    "assurance.Status": "How an action stands",
    "assurance.Answer": "What an organisation answers to a finding",
    "assurance.ImportState": "A plan on its way in",
    "assurance.ProposalState": "A new date that was put forward",
    "assurance.VersionState": "A plan that was put to a body",
    "assurance.DoubtState": "A question about what does not fit",
    "clocks.Outcome": "A promise with a time limit",
    "concerns.ConcernState": "A concern",
    "notices.NoticeState": "A mail",
    "council.RuleState": "A local rule",
    "papers.LayoutState": "A layout of papers",
    "papers.MakingState": "The making of a paper’s files",
    "papers.State": "A committee paper",
    "referrals.State": "A referral to another service",
    "cases.CaseState": "A case",
    "casefile.PackState": "A pack for somebody who asks to see their records",
    "cases.TransferState": "A case sent to another authority",
    "cases.ItemState": "A step of a case's plan, or support",
    "referrals.ChallengeState": "A challenge of what a receiver decided",
    "subjects.ProposalState": "Two records that may be about one person",
    "directory.ServiceState": "A service in the directory",
    "referrals.ReturnState": "What an organisation says of a year of escalation",
    "library.ItemState": "A protocol, published page or resource",
}
OPEN = ("not_started", "in_progress", "partial", "under_review", "on_hold")
LEADS_TO: dict[str, dict[str, tuple[str, ...]]] = {
    "casefile.PackState": {
        "prepare_pack": ("prepared",),
        "read_pack": ("read",),
        "send_back_pack": ("asked",),
        "give_pack": ("given",),
    },
    "assurance.Status": {
        "add_update": (*OPEN, "rejected"),
        "declare_complete": ("complete",),
        "meet_occurrence": ("in_force",),
        "agree": ("complete",),
        "reopen": ("in_progress",),
    },
    "assurance.Answer": {"respond": ("accepted", "partly", "rejected")},
    "assurance.ImportState": {"confirm": ("confirmed",), "set_aside": ("set_aside",)},
    "assurance.ProposalState": {
        "approve_date": ("approved",),
        "refuse_date": ("refused",),
        "take_back_date": ("taken_back",),
    },
    "assurance.VersionState": {
        "consider_version": ("considered",),
        "approve_version": ("approved",),
        "send_back_version": ("sent_back",),
        "take_back_version": ("taken_back",),
    },
    "assurance.DoubtState": {
        "answer_doubt": ("answered",),
        "look_for_doubts": ("open", "gone"),
    },
    "clocks.Outcome": {"keep": ("kept", "late"), "miss": ("missed",), "cancel": ("cancelled",)},
    "concerns.ConcernState": {
        "take": ("taken",),
        "put_back": ("received",),
        "stand_aside": ("received",),
        "decide": ("awaiting", "case", "ended"),
        "note_case": ("awaiting", "ended"),
        "end_answered": ("ended",),
        "add_information": ("received",),
        "nothing_changes": ("ended",),
        "decide_again": ("received",),
    },
    "notices.NoticeState": {
        "note_sent": ("sent",),
        "note_failed": ("waiting", "failed"),
        "try_again": ("waiting",),
    },
    "council.RuleState": {
        "end_local_rule": ("approved",),
        "withdraw_local_rule": ("withdrawn",),
    },
    "directory.ServiceState": {
        "withdraw_service": ("withdrawn",),
        "reopen_service": ("open",),
    },
    "referrals.ReturnState": {"assure_by_link": ("answered",), "assure_for_them": ("answered",)},
    "library.ItemState": {"withdraw_item": ("withdrawn",), "reopen_item": ("open",)},
    "papers.LayoutState": {"use_layout": ("in_use", "ended"), "end_layout": ("ended",)},
    "papers.MakingState": {
        "begin_publishing": ("waiting",),
        "publish": ("done",),
        "stop_publishing": ("stopped",),
    },
    "papers.State": {
        "ask_clearance": ("clearing",),
        "publish": ("published",),
        "take_back": ("draft",),
        "correct": ("draft",),
        "withdraw": ("withdrawn",),
    },
    "referrals.State": {
        "amend": ("drafted",),
        "send": ("sent",),
        "keep_back": ("kept_back",),
        "acknowledge": ("acknowledged",),
        "accept": ("accepted",),
        "decline": ("declined",),
        "let_stand": ("declined",),
        "record_result": ("ended",),
    },
    "cases.CaseState": {
        "ask_to_close": ("asked",),
        "countersign": ("closed",),
        "refuse_closing": ("open",),
        "reopen": ("open",),
    },
    "cases.TransferState": {
        "accept_outside": ("accepted",),
        "end_outside": ("refused", "withdrawn"),
    },
    "cases.ItemState": {"end_item": ("done", "not_needed")},
    "referrals.ChallengeState": {"settle": ("agreed",), "go_on": ("open", "unsettled")},
    "subjects.ProposalState": {"decide": ("waiting", "second", "decided")},
}
"""What each deed makes of a thing: the state it leads to, or one of several."""

GROUPS = {"assurance.Status": OPEN}
"""States that are drawn in one box, because the same deeds lead in and out of each."""

BY_COLUMNS = """## Things whose state is told by their dates

Emergency access and links have no column for their state; their moments tell it.

```mermaid
stateDiagram-v2
  state "Emergency access" as glass {
    [*] --> open: break_glass, with a reason; the owner is told
    open --> ended: end_emergency, or its time runs out
    open --> reviewed: review_emergency
    ended --> reviewed: review_emergency, by another person
    reviewed --> [*]
  }
  state "Link by mail" as link {
    [*] --> waiting: make_link
    waiting --> used: use_link, when its form is sent
    waiting --> revoked: revoke_links
    waiting --> over: expire_links, after its last day
    used --> [*]
    revoked --> [*]
    over --> [*]
  }
```

Opening a link changes nothing: mail scanners open links.
"""


def _machine(name: str, states: dict[str, dict[str, str]], labels: dict[str, str]) -> list[str]:
    """The section of one list of states."""
    lines = [f"## {TITLES[name]}", "", f"`{name}`", "", "```mermaid", "stateDiagram-v2"]
    group = GROUPS.get(name, ())
    alone = [state for state in states if state not in group]
    lines += [f'  state "{labels[state]}" as {state}' for state in alone]
    if group:
        lines += ['  state "Open" as open {']
        lines += [f'    state "{labels[state]}" as {state}' for state in group]
        lines += ["  }"]
    arrows: dict[str, None] = {}
    for state, said in states.items():
        source = "open" if state in group else state
        if said["out"] == "end":
            arrows[f"  {state} --> [*]"] = None
            continue
        for deed in said["out"].split(", "):
            for target in LEADS_TO[name][deed]:
                is_whole = set(group) <= set(LEADS_TO[name][deed]) and target in group
                arrows[f"  {source} --> {'open' if group and is_whole else target}: {deed}"] = None
    lines += arrows
    lines += ["```", "", "| State | Who answers for it | What leads out |", "| --- | --- | --- |"]
    for state, said in states.items():
        out = "nothing: it is the last" if said["out"] == "end" else said["out"]
        lines.append(f"| {labels[state]} | {said['owner']} | {out} |")
    return [*lines, ""]


def states_page() -> str:
    """The words of docs/states.md."""
    from importlib import import_module

    text = (ROOT / "tests/house/states.toml").read_text(encoding="utf-8")
    lines = ["# States and what leads from one to the next", "", NOTE, ""]
    for name, states in tomllib.loads(text).items():
        package, kind = name.split(".")
        place = "models.imports" if kind == "ImportState" else "choices"
        choices = getattr(import_module(f"joinedup.{package}.{place}"), kind)
        lines += _machine(name, states, {str(v): str(label) for v, label in choices.choices})
    return "\n".join(lines) + "\n" + BY_COLUMNS


def personal_page() -> str:
    """The words of docs/personal-data.md."""
    from joinedup.access.choices import May, Role
    from joinedup.access.roles import POLICY

    lines = ["# Personal data, field by field, and who reaches it", "", NOTE, ""]
    lines += ["## Roles and how far they reach", ""]
    lines += ["| May | " + " | ".join(role.label for role in Role) + " |"]
    lines += ["| --- " * (len(Role) + 1) + "|"]
    for may in May:
        cells = [str(POLICY[role][may].value) if may in POLICY[role] else "" for role in Role]
        lines.append(f"| {may.label} | " + " | ".join(cells) + " |")
    lines += [
        "",
        "all: every record that is not sealed · agency: those of the person's own organisation · "
        "team: those of the own team · own: those the person works on. A conflict of interest "
        "closes a record to a person whatever the role.",
        "",
        "## Fields that are personal",
        "",
        "| Table | Fields |",
        "| --- | --- |",
    ]
    text = (ROOT / "tests/house/personal.toml").read_text(encoding="utf-8")
    for model, fields in tomllib.loads(text).items():
        personal = [name for name, said in fields.items() if said == "personal"]
        if personal:
            lines.append(f"| {model} | {', '.join(personal)} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write both pages."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    STATES_PAGE.write_text(states_page(), encoding="utf-8")
    PERSONAL_PAGE.write_text(personal_page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
