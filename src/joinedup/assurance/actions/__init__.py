"""What people do in the register, one function for each."""

from joinedup.assurance.actions.confirm import create_from_rows
from joinedup.assurance.actions.evidence import (
    add_evidence,
    add_evidence_file,
    judge_evidence,
    withdraw_evidence,
)
from joinedup.assurance.actions.mail import take_mail
from joinedup.assurance.actions.occurrences import pass_missed
from joinedup.assurance.actions.people import assign_owners, hand_over, leave
from joinedup.assurance.actions.plans import (
    add_plan,
    edit_plan,
    end_plan,
    forget_view,
    save_view,
)
from joinedup.assurance.actions.progress import (
    add_update,
    agree,
    agree_many,
    declare_complete,
    meet_occurrence,
    reopen,
    set_new_date,
)
from joinedup.assurance.actions.questions import answer, ask_for_evidence, challenge
from joinedup.assurance.actions.rows import (
    add_action,
    edit_action,
    link_actions,
    link_statement,
    set_colour,
)
from joinedup.assurance.actions.sources import (
    add_source,
    add_statement,
    ask_response,
    moderate,
    respond,
)

__all__ = [
    "add_action",
    "add_evidence",
    "add_evidence_file",
    "add_plan",
    "add_source",
    "add_statement",
    "add_update",
    "agree",
    "agree_many",
    "answer",
    "ask_for_evidence",
    "ask_response",
    "assign_owners",
    "challenge",
    "create_from_rows",
    "declare_complete",
    "edit_action",
    "edit_plan",
    "end_plan",
    "forget_view",
    "hand_over",
    "judge_evidence",
    "leave",
    "link_actions",
    "link_statement",
    "meet_occurrence",
    "moderate",
    "pass_missed",
    "reopen",
    "respond",
    "save_view",
    "set_colour",
    "set_new_date",
    "take_mail",
    "withdraw_evidence",
]
