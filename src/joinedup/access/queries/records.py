"""One person, post, agency or account; a person's own account."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, TypeVar

from allauth.mfa.models import Authenticator
from django.db import models, transaction
from django.db.models import QuerySet

from joinedup.access.choices import May, Role
from joinedup.access.models import Agency, Holding, Person, Post, User
from joinedup.access.permission import Refused, holds, standing
from joinedup.access.problems import Stale
from joinedup.access.queries.lists import in_force
from joinedup.access.roles_in_words import does_in_words
from joinedup.audit.actor import By
from joinedup.audit.choices import Kind
from joinedup.audit.recorder import record

__all__ = [
    "OwnAccount",
    "SecondSteps",
    "account_record",
    "agency_names",
    "agency_record",
    "held_to_edit",
    "holdings_of",
    "own_account",
    "person_record",
    "post_record",
    "reads_as",
    "second_steps",
]

Row = TypeVar("Row", bound=models.Model)


def _seen(by: By, may: May, rows: QuerySet[Row], reference: str) -> Row:
    """Check, load and record in one short transaction. Raises Refused: absent looks the same."""
    with transaction.atomic():
        row = rows.filter(reference=reference).first() if holds(by.user, may) else None
        if row is None:
            raise Refused("No such record.")
        record(by, f"{row._meta.model_name}.open", reference, Kind.SAW)
    return row


def account_record(by: By, reference: str) -> User:
    """One account, for those who keep accounts."""
    rows = User.objects.select_related("person__agency", "person__team")
    return _seen(by, May.MANAGE_ACCOUNTS, rows, reference)


def person_record(by: By, reference: str) -> Person:
    """One person of the list, for those who keep it."""
    rows = Person.objects.select_related("agency", "team", "manager")
    return _seen(by, May.MANAGE_PEOPLE, rows, reference)


def post_record(by: By, reference: str) -> Post:
    """One post, for those who keep posts."""
    rows = Post.objects.select_related("agency", "team")
    return _seen(by, May.MANAGE_PEOPLE, rows, reference)


def agency_record(by: By, reference: str) -> Agency:
    """One agency, for those who keep agencies."""
    rows = Agency.objects.select_related("successor")
    return _seen(by, May.MANAGE_PEOPLE, rows, reference)


def holdings_of(post: Post) -> QuerySet[Holding]:
    """Everybody who holds or held a post, newest first."""
    return post.holdings.select_related("person").order_by("-from_on", "-pk")


def agency_names() -> tuple[list[str], str]:
    """The names of all agencies, and that of the council itself ("" before it is added)."""
    names = list(Agency.objects.order_by("-is_home", "name").values_list("name", "is_home"))
    home = names[0][0] if names and names[0][1] else ""
    return [name for name, _ in names], home


@dataclass(frozen=True, slots=True)
class SecondSteps:
    """How somebody proves who they are besides a password."""

    has_app: bool
    passkeys: int
    has_codes: bool


def second_steps(user: User) -> SecondSteps:
    """The second steps an account has set up."""
    kinds = list(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    return SecondSteps(
        has_app=Authenticator.Type.TOTP in kinds,
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        has_codes=Authenticator.Type.RECOVERY_CODES in kinds,
    )


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """What a person sees about themselves."""

    user: User
    roles: list[Role]
    does: list[tuple[str, str]]
    holdings: list[Holding]
    steps: SecondSteps
    wants_passkey: bool


def own_account(user: User, today: dt.date) -> OwnAccount:
    """The reader's own account: roles in words, posts of today, second steps.

    A passkey is asked of those who keep accounts or the council's settings.
    """
    roles = sorted(standing(user).roles, key=list(Role).index)
    posts = Holding.objects.filter(in_force(today), person=user.person_id)
    steps = second_steps(user)
    is_keeper = holds(user, May.MANAGE_ACCOUNTS) or holds(user, May.MANAGE_COUNCIL)
    return OwnAccount(
        user=user,
        roles=roles,
        does=does_in_words(roles),
        holdings=list(posts.select_related("post__agency")),
        steps=steps,
        wants_passkey=is_keeper and not steps.passkeys,
    )


def held_to_edit(row: Row, version: int) -> Row:
    """A record as it stands now, held against others until the transaction ends; `version` is the
    one that its editor saw. Raises Stale, with what stands there, where somebody saved meanwhile."""
    rows: Any = row._meta.model._default_manager.select_for_update()
    held: Row = rows.get(pk=row.pk)
    stands: int = held.version  # type: ignore[attr-defined]
    if stands != version:
        raise Stale(reads_as(held), stands)
    return held


def reads_as(row: models.Model) -> dict[str, str]:
    """How a record reads now, field by field, to set beside somebody's unsaved words."""
    shown = {}
    for column in row._meta.fields:
        if column.name in {"id", "reference", "version", "is_home"}:
            continue
        value = getattr(row, column.name)
        shown[str(column.verbose_name).capitalize()] = "" if value is None else str(value)
    return shown
