"""What somebody leaves behind, for the page on which they leave."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from joinedup.access.models import Holding, Person, Post, User
from joinedup.assurance.models import Action, Challenge, Owner
from joinedup.assurance.queries.work import left_behind

__all__ = ["Leaving", "leaving"]


@dataclass(frozen=True, slots=True)
class Leaving:
    """`posts` are those they hold, each with how many actions it keeps; `actions` those by name
    that the reader may see; `hidden` how many more there are; `questions` how many wait for them."""

    posts: list[tuple[Post, int]]
    actions: list[Action]
    hidden: int
    questions: int

    @property
    def has_own(self) -> bool:
        """Whether somebody has to take over."""
        return bool(self.actions or self.hidden or self.questions)


def leaving(user: User, person: Person) -> Leaving:
    """What a person holds and owns, as this reader may see it."""
    held = Holding.objects.filter(person=person, to_on__isnull=True).select_related("post")
    posts = [one.post for one in held.order_by("post__title", "pk")]
    kept = dict(
        Owner.objects.filter(post__in=posts, to_on__isnull=True)
        .values("post")
        .annotate(count=Count("pk"))
        .values_list("post", "count")
    )
    own = Owner.objects.filter(person=person, to_on__isnull=True)
    shown = list(left_behind(user, person.reference).select_related("plan"))
    return Leaving(
        posts=[(one, kept.get(one.pk, 0)) for one in posts],
        actions=shown,
        hidden=own.values("action").distinct().count() - len(shown),
        questions=Challenge.objects.filter(
            answer_by_person=person, answered_on__isnull=True
        ).count(),
    )
