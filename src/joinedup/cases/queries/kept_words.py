"""Words that the language guard asked about and the writer kept with a reason, counted by team so that
teams learn from them, over concerns and cases alike. Never by person: a team so small that its number
would name somebody stands with the others, and where these together are too few, without a number
("girls were blamed", Casey p46)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q

from joinedup.access.choices import May
from joinedup.access.limits import own_rules
from joinedup.access.models import Team, User
from joinedup.access.permission import visible
from joinedup.cases.models import Case, Note
from joinedup.concerns.models import Concern, KeptWords
from joinedup.language.terms import terms
from joinedup.rulebook import Wording, rule, wording_of
from joinedup.rulebook.working_days import LONDON

__all__ = ["KeptNumbers", "KeptRow", "kept_words_of"]

COUNT = "count.kept_words"
SMALL = "Teams too small to name, and people in no team"
NOT_SAID = "Noted before kinds were"


@dataclass(frozen=True, slots=True)
class KeptRow:
    """How often something was kept, in concerns and in cases."""

    words: str
    concerns: int
    cases: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.concerns + self.cases


@dataclass(frozen=True, slots=True)
class KeptNumbers:
    """The page: by why the words were asked about, and by team."""

    kinds: tuple[KeptRow, ...]
    teams: tuple[KeptRow, ...]
    total: int
    least: int
    wording: Wording
    is_part_hidden: bool = False


def kept_words_of(user: User, from_on: dt.date, to_on: dt.date, today: dt.date) -> KeptNumbers:
    """Words kept from a day to a day, in the concerns and cases that this reader may read."""
    first = dt.datetime.combine(from_on, dt.time(), tzinfo=LONDON)
    end = dt.datetime.combine(to_on + dt.timedelta(days=1), dt.time(), tzinfo=LONDON)
    concerns = visible(user, May.READ_CASES, Concern.objects.all()).values("pk")
    rows = KeptWords.objects.filter(concern__in=concerns, kept_at__gte=first, kept_at__lt=end)
    counted = rows.values_list("code", "kept_by__person__team").annotate(n=Count("pk"))
    in_concerns = Counter({(code, team): n for code, team, n in counted.order_by()})
    writers = set(rows.values_list("kept_by__person", "kept_by__person__team").distinct())
    cases = visible(user, May.READ_CASES, Case.objects.all()).values("pk")
    notes = Note.objects.filter(case__in=cases, written_at__gte=first, written_at__lt=end)
    notes = notes.exclude(kept_because="")
    in_cases: Counter[tuple[str, int | None]] = Counter()
    by_codes = notes.values_list("kept_codes", "written_by__person__team").annotate(n=Count("pk"))
    for codes, team, n in by_codes.order_by():
        in_cases.update({(code, team): n for code in codes or [""]})
    writers |= set(notes.values_list("written_by__person", "written_by__person__team").distinct())
    entry = rule(COUNT, today, own_rules())
    least = entry.number("least_people")
    named = _teams(least)
    unnamed = {person for person, team in writers if team not in named}
    is_hidden = 0 < len(unnamed) < least
    if is_hidden:  # from both tables: what is missing in one only could be reckoned out
        in_concerns = Counter({key: n for key, n in in_concerns.items() if key[1] in named})
        in_cases = Counter({key: n for key, n in in_cases.items() if key[1] in named})
    return KeptNumbers(
        kinds=_rows(in_concerns, in_cases, 0, _kinds()),
        teams=_rows(in_concerns, in_cases, 1, named),
        is_part_hidden=is_hidden,
        total=in_concerns.total() + in_cases.total(),
        least=least,
        wording=wording_of(entry),
    )


def _kinds() -> dict[str | int | None, str]:
    found: dict[str | int | None, str] = {}
    for one in terms():
        found.setdefault(one.code, one.why)
    return {**found, "": NOT_SAID}


def _teams(least: int) -> dict[str | int | None, str]:
    """Teams with as many people as the rule asks for."""
    here = Count("people", filter=Q(people__left_on__isnull=True))
    rows = Team.objects.annotate(strength=here).filter(strength__gte=least)
    return {one.pk: one.name for one in rows}


def _rows(
    concerns: Counter[tuple[str, int | None]],
    cases: Counter[tuple[str, int | None]],
    place: int,
    names: dict[str | int | None, str],
) -> tuple[KeptRow, ...]:
    counts: dict[str, list[int]] = {}
    for column, counted in enumerate((concerns, cases)):
        for key, number in counted.items():
            other = SMALL if place else str(key[place])
            counts.setdefault(names.get(key[place], other), [0, 0])[column] += number
    found = [KeptRow(words, *both) for words, both in counts.items()]
    return tuple(sorted(found, key=lambda one: (one.words == SMALL, -one.total, one.words)))
