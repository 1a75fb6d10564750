"""How common names and years of birth are: counted after a load and at night, kept in memory."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from django.db.models import Count as Counted
from django.db.models import F, Max
from django.db.models.functions import ExtractYear

from joinedup.subjects.models import Count, Register, Subject, SubjectName
from joinedup.subjects.rules.frequency import Frequencies, with_forms
from joinedup.subjects.rules.words import fold

__all__ = ["count_names", "frequencies", "size"]

SMALL = 20_000
_kept: dict[object, Frequencies] = {}


def size() -> int:
    """About how many records there are: the highest number given, which costs no count."""
    return int(Subject.objects.aggregate(last=Max("pk"))["last"] or 0)


def frequencies() -> Frequencies:
    """The counts that matches are weighed by. A small register is counted as it stands; a large one
    as it was counted last."""
    register = Register.objects.order_by("-pk").first()
    records = size()
    state: tuple[object, ...] = (register.pk, register.counted_at) if register else (0,)
    if records <= SMALL and (register is None or records > register.records * 1.1):
        state = ("small", records)
    found = _kept.get(state)
    if found is None:
        found = _counted(records) if state[0] in {"small", 0} else _stored(records)
        _kept.clear()
        _kept[state] = found
    if abs(found.records - records) > found.records * 0.02:
        return Frequencies(records, found.forenames, found.surnames, found.years, found.decades)
    return found


def _stored(records: int) -> Frequencies:
    kinds: dict[str, dict[str, int]] = {"f": {}, "s": {}, "y": {}, "d": {}}
    for kind, token, count in Count.objects.values_list("kind", "token", "count"):
        kinds[kind][token] = count
    return Frequencies(records, with_forms(kinds["f"]), kinds["s"], kinds["y"], kinds["d"])


def _counted(records: int) -> Frequencies:
    names = count_names()
    return Frequencies(records, with_forms(names["f"]), names["s"], names["y"], names["d"])


def count_names() -> dict[str, dict[str, int]]:
    """Counts of forenames, surnames, years of birth and forenames by decade of the whole register,
    by kind."""
    found: dict[str, dict[str, int]] = {}
    for kind, column in (("f", "forename"), ("s", "surname")):
        counts: Counter[str] = Counter()
        rows = SubjectName.objects.values(word=F(column)).annotate(times=Counted("pk")).order_by()
        for row in rows.iterator(chunk_size=5_000):
            for word in fold(row["word"]).split()[: 1 if kind == "f" else 3]:
                counts[word] += row["times"]
        found[kind] = counts
    born = Subject.objects.filter(born_on__isnull=False).annotate(year=ExtractYear("born_on"))
    years = born.values("year").annotate(times=Counted("pk")).order_by()
    found["y"] = {str(year): times for year, times in years.values_list("year", "times")}
    found["d"] = _by_decade()
    return found


def _by_decade() -> dict[str, int]:
    """How many of each forename, and of all (""), were born in each ten years."""
    counts: Counter[str] = Counter()
    rows = SubjectName.objects.filter(subject__born_on__isnull=False, kind="name")
    by_ten = rows.values("forename", ten=ExtractYear("subject__born_on") / 10)
    for row in by_ten.annotate(times=Counted("pk")).order_by().iterator(chunk_size=5_000):
        word = fold(row["forename"]).split()[:1]
        for one in ("", *word):
            counts[f"{one}.{row['ten']}"] += row["times"]
    return counts


def forget() -> None:
    """Forget what is kept in memory (after a count)."""
    _kept.clear()


def counted_on() -> dt.datetime | None:
    """When names were counted last."""
    return Register.objects.order_by("-pk").values_list("counted_at", flat=True).first()
