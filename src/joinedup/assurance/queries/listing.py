"""The register as a list: one page of it, how many there are, and what it can be narrowed by."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import (
    CharField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast

from joinedup.access.choices import May
from joinedup.access.models import Agency, Person, Post, User
from joinedup.access.permission import visible
from joinedup.assurance.models import Action, Owner, Plan, SavedView, Section, Share, Source
from joinedup.assurance.queries.lines import Line, lines_of
from joinedup.assurance.queries.narrowing import narrowed, owned_by
from joinedup.assurance.rules.look import Look

__all__ = ["MOST_COUNTED", "Choices", "Listing", "all_lines", "choices_for", "listing", "rows_for"]

MOST_COUNTED = 2_500
MOST_FOUND = 2_000
KEYS = {"due": "next_on", "code": "code_key", "updated": "updated_on"}


class CountOf(Subquery):
    """How many rows a subquery gives."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


@dataclass(slots=True)
class Choices:
    """What the reader can choose from: (value, words) by kind, in order."""

    plans: list[tuple[str, str]] = field(default_factory=list)
    sections: list[tuple[str, str]] = field(default_factory=list)
    agencies: list[tuple[str, str]] = field(default_factory=list)
    people: list[tuple[str, str]] = field(default_factory=list)
    posts: list[tuple[str, str]] = field(default_factory=list)
    sources: list[tuple[str, str]] = field(default_factory=list)
    views: list[tuple[str, str]] = field(default_factory=list)
    counted: int = 0

    def words_of(self, value: str) -> str:
        """The words that stand for a reference, else the reference."""
        kinds = (self.plans, self.agencies, self.people, self.posts, self.sources, self.sections)
        return next((words for kind in kinds for key, words in kind if key == value), value)


@dataclass(slots=True)
class Listing:
    """One page of the register. `total` is exact unless `is_more`."""

    lines: list[Line]
    choices: Choices
    total: int
    is_more: bool
    page: int
    last_page: int


def rows_for(user: User, look: Look, today: dt.date) -> QuerySet[Action]:
    """What the reader may see of the register, as the look asks, in its order."""
    rows = _matching(user, look, today)
    if look.q:
        rows = Action.objects.filter(pk__in=rows.order_by().values("pk")[: MOST_FOUND + 1])
    return _ordered(rows, look)


def _matching(user: User, look: Look, today: dt.date) -> QuerySet[Action]:
    return narrowed(visible(user, May.READ_PLANS, Action.objects.all()), look, user, today)


def _ordered(rows: QuerySet[Action], look: Look) -> QuerySet[Action]:
    """By the key asked for, rows without it last."""
    key = KEYS[look.sort]
    if look.sort == "code":
        return rows.order_by(f"{'-' if look.is_down else ''}{key}", "plan", "position", "pk")
    by = F(key).desc(nulls_last=True) if look.is_down else F(key).asc(nulls_last=True)
    return rows.order_by(by, "-pk" if look.is_down else "pk")


def listing(user: User, look: Look, today: dt.date) -> Listing:
    """One page of the register as the look asks: four statements at any size.

    Beyond `MOST_COUNTED` rows the total says only "more than": counting further would cost more
    than it tells.
    """
    most = MOST_FOUND if look.q else MOST_COUNTED
    choices = choices_for(user, look, _matching(user, look, today), most)
    total = min(choices.counted, most)
    last = max(1, -(-total // look.size))
    page = min(look.page, last)
    start = (page - 1) * look.size
    lines = lines_of(rows_for(user, look, today)[start : start + look.size], today)
    return Listing(lines, choices, total, choices.counted > most, page, last)


def all_lines(user: User, look: Look, today: dt.date, most: int) -> list[Line]:
    """Every row of a look in its order, at most `most`."""
    return lines_of(rows_for(user, look, today)[:most], today)


def _words(kind: str, key: object, words: object) -> dict[str, object]:
    return {
        "kind": Value(kind, output_field=CharField()),
        "key": Cast(key, CharField()) if isinstance(key, F) else key,
        "words": Cast(words, CharField()),
    }


def choices_for(user: User, look: Look, rows: QuerySet[Action], most: int) -> Choices:
    """The choices of the filters, the reader's saved views and the count, in one statement."""
    owners = Owner.objects.filter(to_on__isnull=True)
    mine = visible(user, May.READ_PLANS, Action.objects.filter(pk__in=owned_by(user, "me", dt.date.min).values("action")))
    shared = visible(user, May.READ_PLANS, Share.objects.all(), item="guard__about")
    sources = visible(user, May.READ_PLANS, Source.objects.all())
    counted = CountOf(rows.order_by().values("pk")[: most + 1])
    parts = [
        Plan.objects.filter(Q(pk__in=shared.values("plan")) | Q(pk__in=mine.values("plan"))).annotate(
            **_words("plans", F("reference"), F("title"))
        ),
        Agency.objects.annotate(**_words("agencies", F("reference"), F("name"))),
        Person.objects.filter(Exists(owners.filter(person=OuterRef("pk")))).annotate(
            **_words("people", F("reference"), F("name"))
        ),
        Post.objects.filter(Exists(owners.filter(post=OuterRef("pk")))).annotate(
            **_words("posts", F("reference"), F("title"))
        ),
        Source.objects.filter(Q(guard__isnull=True) | Q(pk__in=sources.values("pk"))).annotate(
            **_words("sources", F("reference"), F("title"))
        ),
        SavedView.objects.filter(user=user).annotate(**_words("views", F("query"), F("name"))),
        User.objects.filter(pk=user.pk).annotate(
            **_words("counted", Value("", output_field=CharField()), counted)
        ),
    ]
    if look.plan:
        parts.append(
            Section.objects.filter(plan__reference=look.plan).annotate(
                **_words("sections", F("id"), F("title"))
            )
        )
    told = [part.values_list("kind", "key", "words") for part in parts]
    choices = Choices()
    for kind, key, words in told[0].union(*told[1:], all=True):
        if kind == "counted":
            choices.counted = int(words)
        else:
            getattr(choices, kind).append((key, words))
    for kind in ("plans", "agencies", "people", "posts", "sources", "views"):
        getattr(choices, kind).sort(key=lambda choice: choice[1].casefold())
    return choices
