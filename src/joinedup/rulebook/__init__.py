"""Dated, sourced rules as data: which rule held on a date, and when a promise runs out."""

from joinedup.rulebook.book import (
    NoRuleHeld,
    all_entries,
    find,
    history,
    local_entries,
    of_kind,
    resolve_order_type,
    rule,
    to_confirm,
    version,
)
from joinedup.rulebook.colours import colour_conditions
from joinedup.rulebook.entry import Amount, Entry, Kind, RuleBookError, Source, Status, Unit
from joinedup.rulebook.glossary import Word, glossary
from joinedup.rulebook.load import entry_from
from joinedup.rulebook.versions import Wording, wording_of
from joinedup.rulebook.words import UNCONFIRMED, Meaning, abbreviation, abbreviations

__all__ = [
    "UNCONFIRMED",
    "Amount",
    "Entry",
    "Kind",
    "Meaning",
    "NoRuleHeld",
    "RuleBookError",
    "Source",
    "Status",
    "Unit",
    "Word",
    "Wording",
    "abbreviation",
    "abbreviations",
    "all_entries",
    "colour_conditions",
    "entry_from",
    "find",
    "glossary",
    "history",
    "local_entries",
    "of_kind",
    "resolve_order_type",
    "rule",
    "to_confirm",
    "version",
    "wording_of",
]
