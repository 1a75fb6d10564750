"""Committee papers of the demo: two published, one on its way."""

from __future__ import annotations

import datetime as dt
from typing import Any

from joinedup.audit.actor import By
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.material import material
from joinedup.config.demo.plans import RowOf
from joinedup.config.demo.story import Story
from joinedup.papers import actions, press
from joinedup.papers.choices import Found, Verdict
from joinedup.papers.models import Paper
from joinedup.papers.queries.making import desk_of, found_in, reports_of

__all__ = ["write_papers"]

FRIDAY = 4
MANAGER = "leroy"
CLEARERS = (("dewi", "the director"), ("siobhan", "community safety"))
Row = dict[str, Any]


def write_papers(cast: Cast, story: Story, rows: RowOf) -> None:
    """Gather the papers: begun, written, said, cleared, published."""
    for row in material("papers")["papers"]:
        made: list[str] = []
        story.add(row["begins"], _begin(cast, story, row, rows, made))
        if "published" in row:
            story.add(row["published"], _publish(cast, made))


def _on_a_weekday(day: dt.date) -> dt.date:
    """The day, or the Monday after a weekend: no committee meets on one."""
    return day + dt.timedelta(days=7 - day.weekday() if day.weekday() > FRIDAY else 0)


def _now(reference: str) -> Paper:
    return Paper.objects.get(reference=reference)


def _begin(cast: Cast, story: Story, row: Row, rows: RowOf, made: list[str]) -> Any:
    by = cast.by("meera")

    def deed(day: dt.date) -> None:
        plans = {name: one.plan.reference for (name, _), one in rows.items()}
        paper = actions.start(
            by,
            row["kind"],
            row["subject"],
            today=day,
            body=row["body"],
            meeting_on=_on_a_weekday(story.day(row["meeting"])),
            plans=[plans[name] for name in row["plans"]],
        )
        made.append(paper.reference)
        _front(by, paper, row, story, day)
        _write(by, paper.reference, row)
        _parts(by, paper.reference, row, story)
        _risks(by, paper.reference, row, rows)
        _say(cast, by, paper.reference, day, is_whole="published" in row)
        _clear(cast, by, paper.reference, day, is_whole="published" in row)

    return deed


def _front(by: By, paper: Paper, row: Row, story: Story, day: dt.date) -> None:
    wanted = {name: row[name] for name in ("number", "report_by", "contact", "purpose")}
    wanted |= {"is_call_in": "no", "is_key": row.get("key", "no")}
    wanted["has_no_background"] = "background" not in row
    if "key_notice" in row:
        wanted["key_notice_on"] = story.day(row["key_notice"])
    if "recommendation" in row:
        wanted["recommendation"] = row["recommendation"]
    actions.edit_front(by, paper.reference, paper.version, wanted, today=day)


def _write(by: By, reference: str, row: Row) -> None:
    for code, prose in row["sections"].items():
        paper = _now(reference)
        heading = paper.sections.get(code=code).heading
        actions.write_section(by, reference, code, paper.version, heading=heading, prose=prose)
    for code, comment in row.get("comments", {}).items():
        actions.comment_section(by, reference, code, comment)
    for code in row.get("on", ()):
        actions.switch_section(by, reference, code, True)


def _parts(by: By, reference: str, row: Row, story: Story) -> None:
    for words, is_recommended in row.get("options", ()):
        actions.add_option(by, reference, words, is_recommended)
    for body, day, view, change in row.get("consultations", ()):
        actions.add_consultation(by, reference, body, view, held_on=story.day(day), change=change)
    for title, place, minute in row.get("background", ()):
        actions.add_background(by, reference, title, place=place, minute=minute)


def _risks(by: By, reference: str, row: Row, rows: RowOf) -> None:
    """The risks, with the actions of the first plan that answer them. A paper that follows another
    has its risks already."""
    there = set(_now(reference).risks.values_list("words", flat=True))
    for words, owner, likelihood, impact, mitigation, codes in row.get("risks", ()):
        if words in there:
            continue
        made = actions.add_risk(
            by, reference, words,
            owner=owner, likelihood=likelihood, impact=impact, mitigation=mitigation,
        )  # fmt: skip
        for code in codes:
            action = rows[row["plans"][0], code].reference
            actions.name_for_risk(by, reference, made.pk, action)


def _say(cast: Cast, by: By, reference: str, day: dt.date, is_whole: bool) -> None:
    """Each implication said by its owner; in the paper on its way, a manager has still to say the
    last but one, and nobody answers for the last."""
    said = material("papers")
    kinds = list(_now(reference).implications.order_by("position").values_list("kind", flat=True))
    for kind in kinds if is_whole else kinds[:-2]:
        key = said["owners"][kind]
        words = said["says"].get(kind, "")
        actions.assign_implication(by, reference, kind, cast.people[key], today=day)
        who, how = (cast.by(key), "") if key in cast.users else (by, "by e-mail")
        actions.say_implication(
            who, reference, kind, words, today=day, is_none=not words, said_how=how
        )
    if not is_whole:
        manager = cast.people[MANAGER]
        actions.assign_implication(by, reference, kinds[-2], manager, today=day)


def _clear(cast: Cast, by: By, reference: str, day: dt.date, is_whole: bool) -> None:
    """Sent to those who clear it and signed; in the paper on its way, a manager still reads."""
    if not is_whole:
        actions.name_clearer(by, reference, cast.people[MANAGER], today=day, part="housing")
    there = set(_now(reference).clearances.values_list("person__reference", flat=True))
    for key, part in CLEARERS:
        if cast.people[key].reference not in there:
            actions.name_clearer(by, reference, cast.people[key], today=day, part=part)
    actions.ask_clearance(by, reference, today=day)
    for key, _ in CLEARERS:
        actions.sign(cast.by(key), reference, today=day)


def _publish(cast: Cast, made: list[str]) -> Any:
    by = cast.by("meera")

    def deed(day: dt.date) -> None:
        desk = desk_of(_now(made[0]), day)
        for one in found_in(desk, reports_of(desk, by.user, day).public):
            kind = Found(one.finding.kind)
            actions.answer_check(
                by, made[0], kind, one.finding.found, Verdict.FINE, "An officer in their post."
            )
        press.publish(by, made[0], today=day)

    return deed
