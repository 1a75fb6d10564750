"""Mail that waits to be sent, and links for people without an account.

Nothing here names a person: a notice has an address, a purpose and a link, never a story.
"""

from django.db import models

from joinedup.access.references import new_reference
from joinedup.notices.choices import NoticeState, Purpose


def notice_reference() -> str:
    return new_reference("NO")


def link_reference() -> str:
    return new_reference("LI")


class Notice(models.Model):
    """One mail. Written in the transaction of the action it tells of; `key` keeps it single."""

    open_because = "Addresses and links; only the outbox page lists them, without their words."

    reference = models.CharField(max_length=24, unique=True, default=notice_reference)
    key = models.CharField(max_length=120, unique=True)
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    about = models.CharField(max_length=24, blank=True)
    recipient = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    state = models.CharField(
        max_length=10, choices=NoticeState.choices, default=NoticeState.WAITING
    )
    tries = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField()
    problem = models.CharField(max_length=100, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "next_try_at"])]


class Link(models.Model):
    """A link for one purpose. Only a hash of its token is kept; opening it changes nothing."""

    open_because = "A hash and a reference; no page lists links."

    reference = models.CharField(max_length=24, unique=True, default=link_reference)
    token_hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    about = models.CharField(max_length=24, db_index=True)
    recipient = models.EmailField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
