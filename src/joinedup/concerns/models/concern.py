"""A concern and the people in it.

The gravest rules are constraints of the row: what they need is kept on it as columns, so that no
form, file, command or statement written by hand gets past them.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from joinedup.access.models import Guard, Person, User
from joinedup.access.references import new_reference
from joinedup.concerns.choices import (
    Allegation,
    ConcernState,
    Danger,
    Door,
    Ending,
    PersonRole,
    Place,
)
from joinedup.concerns.models.held_by_people import REFUSED_WRITES
from joinedup.referrals.choices import AgeGroup
from joinedup.subjects.models import Subject

UNDECIDED = Q(ending="")
SENT_ON = Q(ending__in=[Ending.ONWARD, Ending.CASE])
MAY_BE_CHILD = Q(age_group__in=[AgeGroup.CHILD, AgeGroup.UNKNOWN])


def concern_reference() -> str:
    """A new reference for a concern."""
    return new_reference("CO")


class Concern(models.Model):
    """One worry about one or several people: a thread of reports, decided once.

    `type_groups` is worked out from the kinds ("|child|exploitation|indicator|"), `age_group` is
    that of the person at risk who needs most care. `not_sent_is_explained` says that the decision
    tells why a child who lives with domestic abuse was not sent to social care. `signs_answered` says
    of each kind that the words pointed to and that was not named, why not. Each
    `sent_..._at` is when that referral went.
    """

    refused_writes = REFUSED_WRITES

    reference = models.CharField(max_length=24, unique=True, default=concern_reference)
    guard = models.ForeignKey(Guard, on_delete=models.PROTECT, related_name="+")
    door = models.CharField(max_length=10, choices=Door.choices)
    source = models.CharField(max_length=80, blank=True)
    state = models.CharField(
        max_length=10, choices=ConcernState.choices, default=ConcernState.RECEIVED
    )
    received_at = models.DateTimeField()
    decide_by_on = models.DateField()
    types = models.JSONField(default=list)
    rules_hash = models.CharField(max_length=64, blank=True)
    old_reference = models.CharField(max_length=100, blank=True, db_index=True)
    where = models.CharField(max_length=300, blank=True)

    type_groups = models.CharField(max_length=200, blank=True)
    has_exploitation_indicator = models.BooleanField(default=False)
    is_sexual = models.BooleanField(default=False)
    age_group = models.CharField(max_length=10, choices=AgeGroup.choices, default=AgeGroup.UNKNOWN)
    has_adult_at_risk = models.BooleanField(default=False)
    may_be_under_13 = models.BooleanField(default=False)
    allegation = models.CharField(
        max_length=10, choices=Allegation.choices, blank=True, default=Allegation.NONE
    )

    child_with_abuse = models.BooleanField(default=False)
    not_sent_is_explained = models.BooleanField(default=False)
    danger = models.CharField(max_length=6, choices=Danger.choices, blank=True, default=Danger.NONE)

    sent_children_at = models.DateTimeField(null=True, blank=True)
    sent_children_place = models.CharField(max_length=10, choices=Place.choices, blank=True)
    sent_adults_at = models.DateTimeField(null=True, blank=True)
    sent_police_at = models.DateTimeField(null=True, blank=True)
    sent_designated_at = models.DateTimeField(null=True, blank=True)
    sent_trust_lead_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    all_answered_at = models.DateTimeField(null=True, blank=True)

    decider = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    case_reference = models.CharField(max_length=24, blank=True)
    has_news = models.BooleanField(default=False)
    signs_answered = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(type_groups__contains="|indicator|")
                | Q(has_exploitation_indicator=True),
                name="concerns_indicator_follows_types",
            ),
            models.CheckConstraint(
                condition=~Q(type_groups__contains="|sexual|") | Q(is_sexual=True),
                name="concerns_sexual_follows_types",
            ),
            models.CheckConstraint(
                condition=~Q(type_groups__contains="|allegation|") | ~Q(allegation=Allegation.NONE),
                name="concerns_allegation_follows_types",
            ),
            models.CheckConstraint(
                condition=UNDECIDED
                | Q(has_exploitation_indicator=False)
                | ~MAY_BE_CHILD
                | (SENT_ON & Q(sent_children_at__isnull=False)),
                name="concerns_exploited_child_is_sent",
            ),
            models.CheckConstraint(
                condition=UNDECIDED
                | Q(has_exploitation_indicator=False)
                | Q(has_adult_at_risk=False)
                | (SENT_ON & (Q(sent_adults_at__isnull=False) | Q(sent_police_at__isnull=False))),
                name="concerns_exploited_adult_is_sent",
            ),
            models.CheckConstraint(
                condition=UNDECIDED
                | Q(is_sexual=False)
                | Q(may_be_under_13=False)
                | (SENT_ON & Q(sent_children_at__isnull=False, sent_police_at__isnull=False)),
                name="concerns_under_13_is_sent",
            ),
            models.CheckConstraint(
                condition=UNDECIDED
                | Q(child_with_abuse=False)
                | SENT_ON
                | Q(sent_children_at__isnull=False)
                | Q(not_sent_is_explained=True),
                name="concerns_child_with_abuse_is_answered",
            ),
            models.CheckConstraint(
                condition=UNDECIDED
                | ~Q(allegation__in=[Allegation.CHILDREN, Allegation.BOTH])
                | (SENT_ON & Q(sent_designated_at__isnull=False)),
                name="concerns_allegation_to_designated",
            ),
            models.CheckConstraint(
                condition=UNDECIDED
                | ~Q(allegation__in=[Allegation.ADULTS, Allegation.BOTH])
                | (SENT_ON & Q(sent_trust_lead_at__isnull=False)),
                name="concerns_allegation_to_trust_lead",
            ),
            models.CheckConstraint(
                condition=Q(sent_children_at__isnull=True)
                | Q(sent_children_place__in=[Place.LIVES, Place.FOUND]),
                name="concerns_sent_where_child_is",
            ),
            models.CheckConstraint(
                condition=~Q(ending=Ending.ONWARD) | Q(sent_at__isnull=False),
                name="concerns_onward_is_sent",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[ConcernState.RECEIVED, ConcernState.TAKEN],
                    ending="",
                    decided_at__isnull=True,
                )
                | (
                    Q(
                        state__in=[
                            ConcernState.AWAITING,
                            ConcernState.CASE,
                            ConcernState.ENDED,
                        ],
                        decided_at__isnull=False,
                    )
                    & ~UNDECIDED
                ),
                name="concerns_leaves_queue_decided",
            ),
            models.CheckConstraint(
                condition=~Q(state=ConcernState.ENDED)
                | Q(sent_at__isnull=True)
                | Q(all_answered_at__isnull=False),
                name="concerns_waits_for_their_answer",
            ),
            models.CheckConstraint(
                condition=~Q(state=ConcernState.ENDED)
                | ~Q(ending=Ending.CASE)
                | ~Q(case_reference=""),
                name="concerns_case_is_opened",
            ),
            models.CheckConstraint(
                condition=Q(state=ConcernState.ENDED, ended_at__isnull=False)
                | (~Q(state=ConcernState.ENDED) & Q(ended_at__isnull=True)),
                name="concerns_ended_has_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=ConcernState.TAKEN)
                | Q(decider__isnull=False, taken_at__isnull=False),
                name="concerns_taken_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "decide_by_on"]),
            models.Index(fields=["state", "received_at"]),
            models.Index(fields=["received_at"]),
            models.Index(fields=["received_at"], name="concerns_news", condition=Q(has_news=True)),
        ]

    def __str__(self) -> str:
        return self.reference


class EarlierName(models.Model):
    """What somebody in a concern was called before it was corrected, with who did it and why."""

    is_append_only = True
    guarded_through = "person__concern"

    person = models.ForeignKey(
        "ConcernPerson", on_delete=models.PROTECT, related_name="earlier_names"
    )
    name = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="concerns_renamed_with_reason")
        ]


class ConcernPerson(models.Model):
    """Somebody in a concern, as far as known when it came in or was learnt later.

    `youngest` and `oldest` are what date of birth and words left open when last looked at.
    `looked_up_at` is when somebody looked and said that none of the records found is them, and
    `untied_because` why, where they had been tied to a record before. `younger_words` and
    `younger_born_on` are the age of a child that was told first and is open still, beside the older
    one that somebody wrote down later: until a second person has seen `age_document`.
    """

    guarded_through = "concern"

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="people")
    position = models.PositiveIntegerField(default=0)
    role = models.CharField(max_length=12, choices=PersonRole.choices)
    name = models.CharField(max_length=200, blank=True)
    words = models.CharField(max_length=1000, blank=True)
    age_words = models.CharField(max_length=100, blank=True)
    born_on = models.DateField(null=True, blank=True)
    is_unborn = models.BooleanField(default=False)
    youngest = models.PositiveIntegerField(null=True, blank=True)
    oldest = models.PositiveIntegerField(null=True, blank=True)
    age_group = models.CharField(max_length=10, choices=AgeGroup.choices, default=AgeGroup.UNKNOWN)
    lives = models.CharField(max_length=300, blank=True)
    found = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    works_with = models.CharField(
        max_length=10, choices=Allegation.choices, blank=True, default=Allegation.NONE
    )
    colleague = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    age_known_from = models.CharField(max_length=300, blank=True)
    younger_words = models.CharField(max_length=100, blank=True)
    younger_born_on = models.DateField(null=True, blank=True)
    age_document = models.CharField(max_length=300, blank=True)
    age_set_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    age_confirmed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    subject = models.ForeignKey(
        Subject, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    looked_up_at = models.DateTimeField(null=True, blank=True)
    untied_because = models.CharField(max_length=300, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_unborn=False) | Q(born_on__isnull=True),
                name="concerns_unborn_has_no_birthday",
            ),
            models.CheckConstraint(
                condition=~Q(age_group=AgeGroup.ADULT) | Q(youngest__gte=18),
                name="concerns_adult_is_sure",
            ),
            models.CheckConstraint(
                condition=Q(age_confirmed_by__isnull=True)
                | (
                    Q(age_set_by__isnull=False)
                    & ~Q(age_document="")
                    & ~Q(age_set_by=F("age_confirmed_by"))
                ),
                name="concerns_older_age_by_two",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.words or self.get_role_display()
