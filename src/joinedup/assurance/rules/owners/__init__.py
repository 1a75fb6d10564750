"""Who owns an action, as plans print it: people, posts and bodies told apart."""

from joinedup.assurance.rules.owners.matching import (
    Candidate,
    Known,
    is_settled,
    match_owner,
)
from joinedup.assurance.rules.owners.splitting import (
    KnownNames,
    Owner,
    is_everyone,
    split_owners,
    standing_alone,
)

__all__ = [
    "Candidate",
    "Known",
    "KnownNames",
    "Owner",
    "is_everyone",
    "is_settled",
    "match_owner",
    "split_owners",
    "standing_alone",
]
