"""What people do in the register, one function for each."""

from joinedup.assurance.actions.assurances import (
    accept_assurance,
    end_assurance,
    note_assurance,
    rest_assurance,
)
from joinedup.assurance.actions.confirm import create_from_rows
from joinedup.assurance.actions.dates import (
    approve_date,
    propose_date,
    refuse_date,
    take_back_date,
)
from joinedup.assurance.actions.doubts import answer_doubt, look_for_doubts
from joinedup.assurance.actions.evidence import (
    add_evidence,
    add_evidence_file,
    judge_evidence,
    withdraw_evidence,
)
from joinedup.assurance.actions.expiry import ask_again, ask_for_all_that_ran_out
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
from joinedup.assurance.actions.versions import (
    approve_version,
    consider_version,
    send_back_version,
    submit_plan,
    take_back_version,
)

__all__ = [
    "accept_assurance",
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
    "answer_doubt",
    "approve_date",
    "approve_version",
    "ask_again",
    "ask_for_all_that_ran_out",
    "ask_for_evidence",
    "ask_response",
    "assign_owners",
    "challenge",
    "consider_version",
    "create_from_rows",
    "declare_complete",
    "edit_action",
    "edit_plan",
    "end_assurance",
    "end_plan",
    "forget_view",
    "hand_over",
    "judge_evidence",
    "leave",
    "link_actions",
    "link_statement",
    "look_for_doubts",
    "meet_occurrence",
    "moderate",
    "note_assurance",
    "pass_missed",
    "propose_date",
    "refuse_date",
    "reopen",
    "respond",
    "rest_assurance",
    "save_view",
    "send_back_version",
    "set_colour",
    "set_new_date",
    "submit_plan",
    "take_back_date",
    "take_back_version",
    "take_mail",
    "withdraw_evidence",
]
