"""Who owns an action, as plans print it: people, posts and bodies told apart."""

from joinedup.assurance.rules.owners.bodies import KnownBody, speaks_of_several
from joinedup.assurance.rules.owners.candidate import Candidate
from joinedup.assurance.rules.owners.matching import (
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
    "KnownBody",
    "KnownNames",
    "Owner",
    "is_everyone",
    "is_settled",
    "match_owner",
    "speaks_of_several",
    "split_owners",
    "standing_alone",
]
