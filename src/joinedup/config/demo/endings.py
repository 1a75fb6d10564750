"""How a row stands in the end: evidenced, agreed, declared only, on hold, under review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from joinedup.assurance.actions import (
    add_evidence,
    add_evidence_file,
    add_update,
    agree,
    declare_complete,
)
from joinedup.assurance.actions.evidence import NewEvidence
from joinedup.assurance.choices import Claim, EvidenceKind, Status
from joinedup.assurance.models import Action
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.life import Life
from joinedup.config.demo.material import words
from joinedup.config.demo.story import Deed, Story
from joinedup.config.demo.voices import voice

__all__ = ["evidence", "finish"]

REVIEW_DAYS = 20


def finish(cast: Cast, story: Story, life: Life, made: Mapping[str, Action]) -> None:
    """Gather the end of a row's story, as its kind says."""
    end = life.until
    if life.kind in ("evidenced", "agreed"):
        story.add(end - life.chance.randint(0, 4), evidence(cast, life, made, 0))
    if life.kind in ("evidenced", "agreed", "declared"):
        said = words("declared" if life.kind == "declared" else "last")
        story.add(end, _declared(cast, life, made, life.pick(said)))
    if life.kind == "agreed":
        story.add(min(end + life.chance.randint(6, 20), -1), _agreed(cast, life, made))
        if life.chance.random() < 0.4:
            story.add(-1, evidence(cast, life, made, 0, Claim.DIFFERENCE))
    ends = {
        "partial": (Status.PARTIAL, "progress"),
        "hold": (Status.ON_HOLD, "hold"),
        "rejected": (Status.REJECTED, "rejected"),
        "review": (Status.UNDER_REVIEW, "reviews"),
    }
    if life.kind in ends:
        status, name = ends[life.kind]
        story.add(end, _stands(cast, life, made, status, life.pick(words(name))))


def _declared(cast: Cast, life: Life, made: Mapping[str, Action], sentence: str) -> Deed:
    def deed(day: dt.date) -> None:
        by, behalf = voice(cast, life, day)
        declare_complete(by, made[life.code].reference, sentence, today=day, behalf=behalf)

    return deed


def _agreed(cast: Cast, life: Life, made: Mapping[str, Action]) -> Deed:
    """The safeguarding lead agrees, or the director where it is the lead's own."""
    minute = life.pick([*words("minutes"), "", ""])
    key = "dewi" if cast.person_of(life.row["o"]) == "meera" else "meera"
    return lambda day: agree(cast.by(key), made[life.code].reference, today=day, minute=minute)


def _stands(
    cast: Cast, life: Life, made: Mapping[str, Action], status: Status, sentence: str
) -> Deed:
    def deed(day: dt.date) -> None:
        by, behalf = voice(cast, life, day)
        review = life.today + dt.timedelta(days=REVIEW_DAYS)
        add_update(
            by,
            made[life.code].reference,
            sentence,
            today=day,
            status=status.value,
            next_review_on=review if status == Status.UNDER_REVIEW else None,
            behalf=behalf,
        )

    return deed


def evidence(
    cast: Cast,
    life: Life,
    made: Mapping[str, Action],
    runs_out: int,
    claim: Claim = Claim.DONE,
) -> Deed:
    """A piece of evidence of some kind; `runs_out` is the day its worth ends, counted from today,
    0 for none."""
    kind = life.pick(["file", "file", "link", "note", "minute"])
    name, text = life.pick(words("files"))
    link, note, minute = (life.pick(words(one)) for one in ("links", "notes", "minutes"))
    expires = life.today + dt.timedelta(days=runs_out) if runs_out else None

    def deed(day: dt.date) -> None:
        by, behalf = voice(cast, life, day)
        new = NewEvidence(
            kind=EvidenceKind(kind),
            relates_on=day,
            words={"note": note, "minute": minute}.get(kind, ""),
            link=link if kind == "link" else "",
            claim=claim,
            expires_on=expires,
            behalf=behalf,
        )
        reference = made[life.code].reference
        if kind == "file":
            add_evidence_file(by, reference, name, text.encode(), new, today=day)
        else:
            add_evidence(by, reference, new, today=day)

    return deed
