"""Protocols, published pages and resources with an owner and a review, and who does what in each
process. No person that the council helps stands here."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from joinedup.access.models import Agency, Post
from joinedup.access.references import new_reference
from joinedup.library.choices import Duty, ItemKind, ItemState, LinkHealth, Verdict


def item_reference() -> str:
    """A new reference for an item of the library."""
    return new_reference("LB")


ONE_OWNER = Q(post__isnull=False, agency__isnull=True) | Q(post__isnull=True, agency__isnull=False)


class Item(models.Model):
    """A protocol, a published page or a resource. A post of ours or another organisation owns it;
    `contact_email` is where an owner without an account is asked. `processes` are keys of the rule
    `library.processes`. `next_on` is a review day of its own, earlier than the rule's."""

    open_because = "Protocols and resources are for everybody who has signed in."

    reference = models.CharField(max_length=24, unique=True, default=item_reference)
    kind = models.CharField(max_length=10, choices=ItemKind.choices)
    title = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    url = models.URLField(max_length=500, blank=True)
    must_say = models.CharField(max_length=200, blank=True)
    processes = models.JSONField(default=list, blank=True)
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    contact_email = models.EmailField(blank=True)
    reviewed_on = models.DateField()
    next_on = models.DateField(null=True, blank=True)
    is_wrong = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.OPEN)
    withdrawn_reason = models.CharField(max_length=300, blank=True)
    link_health = models.CharField(
        max_length=12, choices=LinkHealth.choices, default=LinkHealth.UNCHECKED
    )
    link_fault = models.CharField(max_length=20, blank=True)
    link_fails = models.PositiveSmallIntegerField(default=0)
    link_checked_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=ONE_OWNER, name="library_item_has_one_owner"),
            models.CheckConstraint(
                condition=~Q(kind=ItemKind.PAGE) | ~Q(url=""), name="library_page_has_address"
            ),
            models.CheckConstraint(
                condition=~Q(state=ItemState.WITHDRAWN) | ~Q(withdrawn_reason=""),
                name="library_withdrawn_says_why",
            ),
            models.CheckConstraint(
                condition=Q(next_on__isnull=True) | Q(next_on__gt=F("reviewed_on")),
                name="library_next_review_is_later",
            ),
        ]
        indexes = [models.Index(fields=["state", "kind", "title"], name="library_by_title")]

    def __str__(self) -> str:
        return self.title


class Review(models.Model):
    """Somebody looked at an item: when, what they found, in their words. Never changed."""

    is_append_only = True
    guarded_through = "item"

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="reviews")
    on = models.DateField()
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    words = models.TextField(blank=True)
    next_on = models.DateField(null=True, blank=True)
    by_ref = models.CharField(max_length=60)
    by_link = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(verdict=Verdict.WRONG) | ~Q(words=""), name="library_wrong_says_what"
            )
        ]


class ProcessDuty(models.Model):
    """What a post or an organisation does in a process, from a day to a day. At each time one leads:
    nobody is left to ask whose it was (Jay 13.39: nothing said how the teams fit together)."""

    open_because = "Who answers for a process is known to all staff."

    process = models.CharField(max_length=60)
    duty = models.CharField(max_length=10, choices=Duty.choices)
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=ONE_OWNER, name="library_duty_has_one_holder"),
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="library_duty_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["process"],
                condition=Q(duty=Duty.LEADS, to_on__isnull=True),
                name="library_one_leads",
            ),
            models.UniqueConstraint(
                fields=["process", "duty", "post"],
                condition=Q(to_on__isnull=True, post__isnull=False),
                name="library_post_has_duty_once",
            ),
            models.UniqueConstraint(
                fields=["process", "duty", "agency"],
                condition=Q(to_on__isnull=True, agency__isnull=False),
                name="library_agency_has_duty_once",
            ),
        ]
