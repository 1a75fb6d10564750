"""Who there is, what they may do, and which records they may see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from joinedup.access.choices import AgencyKind, HoldingKind, Role
from joinedup.access.references import new_reference


def agency_reference() -> str:
    return new_reference("AG")


def person_reference() -> str:
    return new_reference("PE")


def post_reference() -> str:
    return new_reference("PO")


def user_reference() -> str:
    return new_reference("US")


def guard_reference() -> str:
    return new_reference("GU")


def emergency_reference() -> str:
    return new_reference("EM")


class Agency(models.Model):
    """An organisation: the council itself or a partner. Agencies change names and have successors."""

    open_because = "Names of organisations are public."

    reference = models.CharField(max_length=24, unique=True, default=agency_reference)
    name = models.CharField(max_length=200, unique=True)
    short_name = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=10, choices=AgencyKind.choices)
    is_home = models.BooleanField(default=False)
    contact_email = models.EmailField(blank=True)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    successor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_home"], condition=Q(is_home=True), name="access_one_home_agency"
            )
        ]

    def __str__(self) -> str:
        return self.short_name or self.name


class Team(models.Model):
    """A team or department of an agency."""

    open_because = "Names of teams are known to all staff."

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=200)
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "name"], name="access_team_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody who can own an action, with or without an account."""

    open_because = "Work names and posts; pages ask for May.MANAGE_PEOPLE or show owners only."

    reference = models.CharField(max_length=24, unique=True, default=person_reference)
    name = models.CharField(max_length=200)
    known_as = models.CharField(max_length=100, blank=True)
    initials = models.CharField(max_length=10, blank=True)
    email = models.EmailField(blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="people")
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="people"
    )
    manager = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="manages"
    )
    left_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A post that holds duties whoever fills it, so that nothing is orphaned when somebody leaves."""

    open_because = "Posts are public."

    reference = models.CharField(max_length=24, unique=True, default=post_reference)
    title = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="posts")
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="posts"
    )
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "title"], name="access_post_title_once")
        ]

    def __str__(self) -> str:
        return self.title


class Holding(models.Model):
    """Who holds a post, as holder, deputy or cover, from when to when; `since_at` is when it began
    to count against seals, see `seals.counts_from`."""

    guarded_through = "post"

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="holdings")
    kind = models.CharField(max_length=10, choices=HoldingKind.choices, default=HoldingKind.LEAD)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    since_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="access_holding_ends_after_start",
            )
        ]


class UserManager(BaseUserManager["User"]):
    """Finds users by e-mail, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.select_related("person__agency", "person__team").get(email__iexact=username)


class User(AbstractBaseUser):
    """An account. Who it belongs to stands in `person`."""

    open_because = "Accounts; only pages behind May.MANAGE_ACCOUNTS list them."

    reference = models.CharField(max_length=24, unique=True, default=user_reference)
    email = models.EmailField(unique=True)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="user")
    is_active = models.BooleanField(default=True)
    session_round = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    def __str__(self) -> str:
        return self.person.name

    def get_session_auth_hash(self) -> str:
        """Ties each session to the password and the round: a new round ends every session."""
        return self._round_hash(None)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same under signing keys that were retired."""
        for secret in settings.SECRET_KEY_FALLBACKS:
            yield self._round_hash(secret)

    def _round_hash(self, secret: str | bytes | None) -> str:
        value = f"{self.password}:{self.session_round}"
        return salted_hmac("joinedup.session", value, secret=secret, algorithm="sha256").hexdigest()

    @property
    def is_staff(self) -> bool:
        """Always False: there is no Django admin here."""
        return False


class Grant(models.Model):
    """A role given to an account, from when to when."""

    guarded_through = "user"

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=30, choices=Role.choices)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="access_grant_ends_after_start",
            )
        ]


class Guard(models.Model):
    """Stands before records: whose they are, and whether and since when they are sealed."""

    open_because = "It is the guard itself and holds no words."

    reference = models.CharField(max_length=24, unique=True, default=guard_reference)
    about = models.CharField(max_length=24, db_index=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    is_sealed = models.BooleanField(default=False)
    sealed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "team"]),
            models.Index(fields=["id"], name="access_sealed", condition=Q(is_sealed=True)),
        ]


class Sealing(models.Model):
    """A seal set or taken off, with its reason: who, when, why. Never changed afterwards."""

    is_append_only = True

    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="sealings")
    is_set = models.BooleanField()
    reason = models.CharField(max_length=300)
    by_ref = models.CharField(max_length=60)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="access_sealing_has_reason")
        ]


class Involvement(models.Model):
    """Who works on what is behind a guard: a person or a post, on all of it or on one item, or an
    organisation on one item."""

    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="involvements")
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="involvements"
    )
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="involvements"
    )
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="involvements"
    )
    item = models.CharField(max_length=24, blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, post__isnull=True, agency__isnull=True)
                | Q(person__isnull=True, post__isnull=False, agency__isnull=True)
                | (Q(person__isnull=True, post__isnull=True, agency__isnull=False) & ~Q(item="")),
                name="access_involvement_of_one",
            )
        ]
        indexes = [
            models.Index(fields=["person", "item"]),
            models.Index(
                fields=["post", "item"],
                name="access_involved_post",
                condition=Q(post__isnull=False),
            ),
            models.Index(
                fields=["agency", "item"],
                name="access_involved_agency",
                condition=Q(agency__isnull=False),
            ),
        ]


class Conflict(models.Model):
    """Who may never see what is behind a guard: it beats every grant."""

    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="conflicts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="conflicts")
    reason = models.CharField(max_length=300)
    noted_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="access_conflict_has_reason"),
            models.UniqueConstraint(
                fields=["guard", "person"],
                condition=Q(ended_at__isnull=True),
                name="access_one_conflict_at_a_time",
            ),
        ]


class BreakGlass(models.Model):
    """Emergency access to a sealed record: reasoned, short, told to the owner, reviewed by another.
    What opens along with the record has a row of its own, `opened_with` the first."""

    reference = models.CharField(max_length=24, unique=True, default=emergency_reference)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    opened_with = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="along"
    )
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    opened_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    review = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=F("user")),
                name="access_break_glass_reviewed_by_another",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="access_emergency_has_reason"),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True, reviewed_at__isnull=True, review="")
                | (Q(reviewed_by__isnull=False, reviewed_at__isnull=False) & ~Q(review="")),
                name="access_review_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gte=F("opened_at")),
                name="access_emergency_ends_after_start",
            ),
        ]


class Draft(models.Model):
    """What a person typed and has not yet sent. Kept a few days, then cleared."""

    guarded_through = "user"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="drafts")
    form = models.CharField(max_length=120)
    data = models.JSONField(default=dict)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "form"], name="access_one_draft_a_form")
        ]


class Tally(models.Model):
    """How often one place on the internet did one thing within one window of time. `place` is a
    keyed hash of address, deed and window; the row is erased when the window is over."""

    open_because = "Numbers alone: a keyed hash, a count and an end."

    place = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)
