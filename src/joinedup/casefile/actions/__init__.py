"""What people do with a person's file."""

from joinedup.casefile.actions.copying import copy_chronology, copy_handover
from joinedup.casefile.actions.erasing import agree_erasure, ask_erasure, refuse_erasure
from joinedup.casefile.actions.keeping import end_hold, hold, keep_longer
from joinedup.casefile.actions.packs import (
    cut_pack,
    give_pack,
    note_search,
    prepare_pack,
    put_back,
    read_pack,
    send_back_pack,
    take_pack,
)
from joinedup.casefile.actions.replaying import replay_erasure, start_despite_erasures
from joinedup.casefile.actions.requests import NewRequest, ask_for_records
from joinedup.casefile.actions.ties import decide_tie, look_for_ties, take_back_tie

__all__ = [
    "NewRequest",
    "agree_erasure",
    "ask_erasure",
    "ask_for_records",
    "copy_chronology",
    "copy_handover",
    "cut_pack",
    "decide_tie",
    "end_hold",
    "give_pack",
    "hold",
    "keep_longer",
    "look_for_ties",
    "note_search",
    "prepare_pack",
    "put_back",
    "read_pack",
    "refuse_erasure",
    "replay_erasure",
    "send_back_pack",
    "start_despite_erasures",
    "take_back_tie",
    "take_pack",
]
