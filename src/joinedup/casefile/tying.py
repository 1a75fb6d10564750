"""Things that cases and concerns name, kept as hashes, and what of them another record names too.

Called as soon as something is named, inside that very action; the daily jobs look again.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from joinedup.access.limits import own_rules
from joinedup.casefile.models import NamedKey, Tie, TieEnd
from joinedup.casefile.rules.ties import Found, Limits, Sighting, alike, licences_in, signs_of
from joinedup.cases.choices import ContextKind
from joinedup.cases.models import Case, CaseConcern, Context, FollowUp
from joinedup.concerns.models import Concern, ConcernPerson, Report
from joinedup.concerns.queries.known import given_of
from joinedup.concerns.rules.new import is_at_risk
from joinedup.rulebook import find
from joinedup.subjects.rules.given import Given, GivenName, as_described
from joinedup.subjects.rules.telling import with_words

__all__ = ["AT_ONCE", "limits_on", "note", "to_look_at"]

AT_ONCE = 200
"""How many records the daily job looks at in one transaction."""
RECENT = dt.timedelta(days=2)
LOOKED = "4"
"""The sign kept for a record that was looked at, whatever it names. Another sign, whenever more or
other things are made into keys, lets the daily job look at every record again."""
RULE = "people.ties"
THINGS = (ContextKind.PLACE, ContextKind.LICENCE, ContextKind.EVENT)
CONTEXT, PERSON, FOLLOW_UP, WHERE, REPORT = "context", "person", "follow", "where", "report"


def limits_on(day: dt.date) -> Limits | None:
    """When two records seem to name the same, by the rule book of a day; None where no rule held."""
    entry = find(RULE, day, own_rules())
    if entry is None:
        return None
    said = entry.values
    return Limits(float(str(said["least"])), int(str(said["most_records"])))


def to_look_at(today: dt.date) -> list[str]:
    """References of the records that were not looked at as keys are made now, and of those in which
    something was named lately. A daily job that was stopped goes on where it stood."""
    since, day = timezone.now() - RECENT, today - RECENT
    looked_at = Exists(NamedKey.objects.filter(about=OuterRef("reference"), sign=LOOKED))
    people = ConcernPerson.objects.filter(added_at__gte=since).values("concern")
    reports = Report.objects.filter(received_at__gte=since).values("concern")
    contexts = Context.objects.filter(noted_on__gte=day).values("case")
    others = FollowUp.objects.filter(noted_on__gte=day).values("case")
    concerns = Concern.objects.filter(~looked_at | Q(pk__in=people) | Q(pk__in=reports))
    cases = Case.objects.filter(~looked_at | Q(pk__in=contexts) | Q(pk__in=others))
    return sorted(
        [*concerns.values_list("reference", flat=True), *cases.values_list("reference", flat=True)]
    )


def note(about: str, today: dt.date) -> int:
    """Keep what a case or concern names, and put forward what another record names too; how many
    ties are new. Only for use inside an action."""
    row = _row(about)
    if row is None:
        return 0
    here = list(_sightings(row, today))
    NamedKey.objects.filter(about=about)._raw_delete("default")
    named = [
        NamedKey(
            guard_id=row.guard_id, about=about, part=one.part, sign=sign, value=value,
            is_own=one.is_own,
        )
        for one in here
        for sign, value in sorted(one.keys)
    ]  # fmt: skip
    mark = NamedKey(guard_id=row.guard_id, about=about, part="", sign=LOOKED, value=0)
    NamedKey.objects.bulk_create([*named, mark])
    values = {value for one in here for _, value in one.keys}
    limits = limits_on(today)
    if not values or limits is None:
        return 0
    others, guards = _others(about, values, limits)
    found = alike(here, others, limits)
    return _put_forward(found, {**guards, about: row.guard_id}, _same_thread(row))


def _row(about: str) -> Case | Concern | None:
    table: type[Case] | type[Concern] = Concern if about.startswith("CO") else Case
    return table.objects.filter(reference=about).first()


def _sightings(row: Case | Concern, today: dt.date) -> Iterator[Sighting]:
    found = _of_concern(row) if isinstance(row, Concern) else _of_case(row)
    for part, given, places, is_own, said in found:
        signs = signs_of(as_described(with_words(given), today), places, licences_in(said))
        if signs:
            yield Sighting(row.reference, part, signs, is_own)


Naming = Iterator[tuple[str, Given, tuple[str, ...], bool, str]]
"""Where it stands, what is given of it, places, whether it is of the child or adult themselves, and
the words in which a licence may be named."""


def _of_case(case: Case) -> Naming:
    for one in Context.objects.filter(case=case, ended_on__isnull=True).order_by("pk"):
        part, words = f"{CONTEXT}-{one.pk}", one.words
        if one.kind in THINGS:
            said = f"licence {one.name}" if one.kind == ContextKind.LICENCE else one.name
            is_place = one.kind == ContextKind.PLACE
            whole = words if is_place else f"{one.name}. {words}"
            # what happened, or which licence: "Missing from home" would tie every missing child
            places = (one.name,) if is_place else ()
            yield part, Given(description=whole), places, False, f"{said}. {words}"
        elif one.kind == ContextKind.ONLINE:
            yield part, Given(description=words, online=(one.name,)), (), False, ""
        elif one.kind != ContextKind.PARENT:
            yield part, _somebody(one.name, words), (), False, words
    for row in FollowUp.objects.filter(case=case).order_by("pk"):
        yield f"{FOLLOW_UP}-{row.pk}", _somebody(row.name, row.words), (), False, row.words


def _somebody(name: str, words: str) -> Given:
    """A name, or how they were described: "a girl called K"."""
    if name[:1].islower() or "," in name or " called " in name:
        return Given(description=f"{name}. {words}")
    return Given(description=words, names=(GivenName.whole(name, kind="name"),))


def _of_concern(concern: Concern) -> Naming:
    if concern.where:
        yield WHERE, Given(), (concern.where,), False, concern.where
    for one in ConcernPerson.objects.filter(concern=concern).order_by("pk"):
        places = (one.found,) if one.found else ()
        yield f"{PERSON}-{one.pk}", given_of(one), places, is_at_risk(one.role), one.words
    for report in concern.reports.order_by("pk"):
        told = with_words(Given(description=report.words))
        things = Given(phones=told.phones, online=told.online, vehicles=told.vehicles)
        yield f"{REPORT}-{report.pk}", things, (), False, report.words


def _others(about: str, values: set[int], limits: Limits) -> tuple[list[Sighting], dict[str, int]]:
    """What other records name of these, and the guards of these records. What very many name is left
    out in the database already."""
    rows = NamedKey.objects.filter(value__in=values).exclude(about=about).exclude(part="")
    seldom = [
        one["value"]
        for one in rows.values("value").annotate(n=Count("about", distinct=True))
        if one["n"] + 1 < limits.most_records
    ]
    keys: dict[tuple[str, str], set[tuple[str, int]]] = defaultdict(set)
    own: dict[tuple[str, str], bool] = {}
    guards: dict[str, int] = {}
    for one in rows.filter(value__in=seldom).order_by("pk"):
        where = (one.about, one.part)
        keys[where].add((one.sign, one.value))
        own[where], guards[one.about] = one.is_own, one.guard_id
    return [Sighting(*where, frozenset(said), own[where]) for where, said in keys.items()], guards


def _same_thread(row: Case | Concern) -> set[str]:
    """Records that belong together anyway: a case and the concerns that it came from."""
    if isinstance(row, Concern):
        led = CaseConcern.objects.filter(concern=row.reference)
        return {row.case_reference, *led.values_list("case__reference", flat=True)}
    return set(row.concerns.values_list("concern", flat=True))


def _put_forward(found: Iterable[Found], guards: dict[str, int], thread: set[str]) -> int:
    new = 0
    for one in found:
        if one.other.about in thread:
            continue
        ends = sorted([(one.one.about, one.one.part), (one.other.about, one.other.part)])
        pair = "|".join(f"{about}:{part}" for about, part in ends)
        tie, is_new = Tie.objects.get_or_create(pair=pair, defaults={"why": list(one.why)})
        if is_new:
            new += 1
            TieEnd.objects.bulk_create(
                TieEnd(tie=tie, guard_id=guards[about], about=about, part=part)
                for about, part in ends
            )
    return new
