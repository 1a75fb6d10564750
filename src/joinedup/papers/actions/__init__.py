"""What people do with papers, one function for each."""

from joinedup.papers.actions.clearing import (
    ask_clearance,
    assign_implication,
    name_clearer,
    remove_clearer,
    say_implication,
    sign,
    take_back,
)
from joinedup.papers.actions.layouts import add_layout, end_layout, use_layout
from joinedup.papers.actions.parts import (
    add_background,
    add_consultation,
    add_option,
    add_risk,
    free_risk,
    name_for_risk,
    remove_part,
)
from joinedup.papers.actions.publishing import (
    answer_check,
    begin_publishing,
    correct,
    publish,
    record_decision,
    stop_publishing,
)
from joinedup.papers.actions.reminding import remind
from joinedup.papers.actions.sections import (
    add_section,
    comment_section,
    move_section,
    switch_section,
    write_section,
)
from joinedup.papers.actions.starting import edit_front, start, withdraw
from joinedup.papers.actions.withholding import hand_out_again, withhold

__all__ = [
    "add_background",
    "add_consultation",
    "add_layout",
    "add_option",
    "add_risk",
    "add_section",
    "answer_check",
    "ask_clearance",
    "assign_implication",
    "begin_publishing",
    "comment_section",
    "correct",
    "edit_front",
    "end_layout",
    "free_risk",
    "hand_out_again",
    "move_section",
    "name_clearer",
    "name_for_risk",
    "publish",
    "record_decision",
    "remind",
    "remove_clearer",
    "remove_part",
    "say_implication",
    "sign",
    "start",
    "stop_publishing",
    "switch_section",
    "take_back",
    "use_layout",
    "withdraw",
    "withhold",
    "write_section",
]
