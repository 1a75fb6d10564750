"""What people do with cases."""

from joinedup.cases.actions.around import (
    add_file,
    end_context,
    leave_case,
    name_domestic_abuse,
    record_advocacy,
)
from joinedup.cases.actions.closing import (
    answer_new_concern,
    ask_to_close,
    ask_to_remove,
    countersign,
    list_at_panel,
    refuse_closing,
    reopen,
)
from joinedup.cases.actions.enquiring import begin_enquiry, decide_enquiry, note_context
from joinedup.cases.actions.follow_ups import end_follow_up, note_follow_up
from joinedup.cases.actions.handing import sign_handover
from joinedup.cases.actions.meetings import (
    Attended,
    NewMeeting,
    correct_attendance,
    record_meeting,
)
from joinedup.cases.actions.opening import (
    NewCase,
    NewPerson,
    join_case,
    link_concern,
    open_case,
    open_case_from,
    set_route,
    transfer,
)
from joinedup.cases.actions.outside import (
    NewTransferOut,
    accept_outside,
    chase_outside,
    end_outside,
    send_outside,
)
from joinedup.cases.actions.people import add_person, join_open_case, tie_person, untie_person
from joinedup.cases.actions.referring import keep_case_back, refer_case
from joinedup.cases.actions.reminding import remind_workers
from joinedup.cases.actions.supervising import ask_for_leads, confirm_session, shut_out
from joinedup.cases.actions.warnings import (
    remove_flag,
    review_flag,
    set_flag,
    share_flag,
    tell_of_removal,
)
from joinedup.cases.actions.working import (
    add_item,
    check_housing,
    end_item,
    find_exploitation,
    hold_session,
    move_item,
    plan_transition,
    record_wishes,
    sign_exit,
    write_note,
)

__all__ = [
    "Attended",
    "NewCase",
    "NewMeeting",
    "NewPerson",
    "NewTransferOut",
    "accept_outside",
    "add_file",
    "add_item",
    "add_person",
    "answer_new_concern",
    "ask_for_leads",
    "ask_to_close",
    "ask_to_remove",
    "begin_enquiry",
    "chase_outside",
    "check_housing",
    "confirm_session",
    "correct_attendance",
    "countersign",
    "decide_enquiry",
    "end_context",
    "end_follow_up",
    "end_item",
    "end_outside",
    "find_exploitation",
    "hold_session",
    "join_case",
    "join_open_case",
    "keep_case_back",
    "leave_case",
    "link_concern",
    "list_at_panel",
    "move_item",
    "name_domestic_abuse",
    "note_context",
    "note_follow_up",
    "open_case",
    "open_case_from",
    "plan_transition",
    "record_advocacy",
    "record_meeting",
    "record_wishes",
    "refer_case",
    "refuse_closing",
    "remind_workers",
    "remove_flag",
    "reopen",
    "review_flag",
    "send_outside",
    "set_flag",
    "set_route",
    "share_flag",
    "shut_out",
    "sign_exit",
    "sign_handover",
    "tell_of_removal",
    "tie_person",
    "transfer",
    "untie_person",
    "write_note",
]
