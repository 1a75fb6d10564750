"""What is known of somebody besides names: addresses, telephones, online names, vehicles, places."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from joinedup.subjects.choices import PlaceKind
from joinedup.subjects.models.people import Subject


class Address(models.Model):
    """Where somebody lives or lived. A place that must stay secret is a `SafeAddress` instead."""

    guarded_through = "subject"

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="addresses")
    house = models.CharField(max_length=80, blank=True)
    street = models.CharField(max_length=120, blank=True)
    town = models.CharField(max_length=80, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    uprn = models.CharField(max_length=12, blank=True)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        first = " ".join(part for part in (self.house, self.street) if part)
        return ", ".join(part for part in (first, self.town, self.postcode) if part)


class SafeAddress(models.Model):
    """Where somebody is hidden and how they can be reached without danger. It makes no key, is no
    reason of a match and stands in no copy; it is shown only with a reason."""

    guarded_through = "subject"

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="safe_addresses")
    address = models.TextField(blank=True)
    contact = models.TextField(blank=True)
    reason = models.CharField(max_length=300)
    by_ref = models.CharField(max_length=60)
    set_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="subjects_safe_has_reason"),
            models.CheckConstraint(
                condition=~Q(address="", contact=""), name="subjects_safe_is_not_empty"
            ),
            models.UniqueConstraint(
                fields=["subject"],
                condition=Q(ended_at__isnull=True),
                name="subjects_one_safe_address",
            ),
        ]


class Phone(models.Model):
    """A telephone number: as E.164 where it can be read so, and as it was given."""

    guarded_through = "subject"

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="phones")
    number = models.CharField(max_length=16, blank=True)
    given = models.CharField(max_length=40)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.given


class OnlineName(models.Model):
    """What somebody is called on the internet, and where."""

    guarded_through = "subject"

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="online_names")
    service = models.CharField(max_length=60, blank=True)
    handle = models.CharField(max_length=120)
    source = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.handle


class Vehicle(models.Model):
    """A vehicle that somebody was seen with. In `plate`, "?" stands for a letter nobody caught."""

    guarded_through = "subject"

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="vehicles")
    plate = models.CharField(max_length=12, blank=True)
    words = models.CharField(max_length=200, blank=True)
    seen_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(plate="", words=""), name="subjects_vehicle_is_not_empty"
            )
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.words, self.plate) if part)


class Place(models.Model):
    """A place or business where somebody was, or which they run or work for."""

    guarded_through = "subject"

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="places")
    kind = models.CharField(max_length=10, choices=PlaceKind.choices, default=PlaceKind.PLACE)
    name = models.CharField(max_length=200)
    town = models.CharField(max_length=80, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    seen_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.town, self.postcode) if part)
