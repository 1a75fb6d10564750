"""People of the demo with their families, tied to its cases and concerns; through the actions that
people use."""

from __future__ import annotations

import datetime as dt
from typing import Any

from joinedup.cases.actions import tie_person
from joinedup.cases.models import CaseSubject
from joinedup.concerns.actions import link_person
from joinedup.concerns.models import ConcernPerson
from joinedup.config.demo.cast import LOADER, Cast
from joinedup.config.demo.material import material
from joinedup.config.demo.story import Story
from joinedup.pages.dates import long_date
from joinedup.subjects import actions
from joinedup.subjects.choices import SubjectKind
from joinedup.subjects.rules.given import (
    Given,
    GivenAddress,
    GivenName,
    GivenPlace,
    GivenVehicle,
)

__all__ = ["know_people"]

Row = dict[str, Any]


def know_people(cast: Cast, story: Story) -> None:
    """Gather everybody who is known: begun today, once the cases and concerns are there."""
    data = material("people")
    known: dict[str, str] = {}
    for row in data["old"]:
        story.add(row["begun"], _long_ago(story, row))
    for row in data["person"]:
        story.add(0, _begin(cast, story, row, known))
    story.add(0, lambda day: _tie(cast, data["ties"], known, day))


def _given(story: Story, row: Row) -> Given:
    names = [GivenName(row["name"][0], "", row["name"][1])] if "name" in row else []
    names += [GivenName.whole(one) for one in row.get("alias", ())]
    return Given(
        description=row.get("words", ""),
        names=tuple(names),
        born=long_date(story.day(row["born"])) if "born" in row else "",
        age=row.get("age", ""),
        expected_on=story.day(row["expected"]) if "expected" in row else None,
        sex=row.get("sex", ""),
        addresses=(GivenAddress(*row["home"]),) if "home" in row else (),
        phones=(row["phone"],) if "phone" in row else (),
        online=(row["online"],) if "online" in row else (),
        vehicles=(GivenVehicle(*row["vehicle"]),) if "vehicle" in row else (),
        places=(GivenPlace(*row["place"]),) if "place" in row else (),
        source=row.get("source", ""),
    )


def _long_ago(story: Story, row: Row) -> Any:
    """A record that an older system began and nothing else names: its time is over, so that there is
    something to look at on the page of what is kept."""
    return lambda day: actions.add_subject(LOADER, _given(story, row), today=day)


def _begin(cast: Cast, story: Story, row: Row, known: dict[str, str]) -> Any:
    # whoever takes calls knows the concern, whoever has the case knows the others
    by = cast.by("orla") if "concern" in row else cast.by("bashir")

    def deed(day: dt.date) -> None:
        kind = SubjectKind(row.get("kind", "person"))
        made = actions.add_by_hand(by, _given(story, row), today=day, kind=kind)
        known[row["key"]] = made.reference
        if "safe" in row:
            contact, address, reason = row["safe"]
            actions.set_safe(by, made.reference, contact=contact, address=address, reason=reason)
        if "case" in row:
            person = CaseSubject.objects.select_related("case").get(name=row["case"])
            tie_person(by, person.case.reference, person.pk, made.reference, today=day)
        if "concern" in row:
            person_in = ConcernPerson.objects.select_related("concern").get(name=row["concern"])
            link_person(by, person_in.concern.reference, person_in.pk, made.reference)

    return deed


def _tie(cast: Cast, ties: Row, known: dict[str, str], day: dt.date) -> None:
    by = cast.by("meera")
    for one, relation, other in ties["rows"]:
        actions.relate(by, known[one], relation, known[other], today=day)
    for one, other in ties["homes"]:
        actions.live_together(by, known[one], known[other], today=day)
