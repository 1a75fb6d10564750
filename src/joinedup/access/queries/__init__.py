"""What the pages of access read: lists, and single records whose opening is recorded."""

from joinedup.access.queries.demo import demo_people, demo_user, holds_real_accounts
from joinedup.access.queries.lists import (
    accounts,
    active_administrators,
    agencies,
    grants_of,
    in_force,
    is_last_administrator,
    people,
    people_to_choose,
    person_by_email,
    posts,
    teams,
)
from joinedup.access.queries.records import (
    account_record,
    agency_names,
    agency_record,
    holdings_of,
    own_account,
    person_record,
    post_record,
    reads_as,
    second_steps,
)

__all__ = [
    "account_record",
    "accounts",
    "active_administrators",
    "agencies",
    "agency_names",
    "agency_record",
    "demo_people",
    "demo_user",
    "grants_of",
    "holdings_of",
    "holds_real_accounts",
    "in_force",
    "is_last_administrator",
    "own_account",
    "people",
    "people_to_choose",
    "person_by_email",
    "person_record",
    "post_record",
    "posts",
    "reads_as",
    "second_steps",
    "teams",
]
