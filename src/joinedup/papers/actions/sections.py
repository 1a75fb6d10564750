"""Sections of a paper: written, commented, moved, switched, added."""

from __future__ import annotations

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.papers.models import Paper, PaperSection
from joinedup.papers.rules.kinds import OWN
from joinedup.papers.writing.desk import in_work
from joinedup.papers.writing.timing import rewritten

__all__ = [
    "add_section",
    "comment_section",
    "move_section",
    "switch_section",
    "write_section",
]


def _held(by: By, reference: str, code: str) -> tuple[Paper, PaperSection]:
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    section = PaperSection.objects.filter(paper=paper, code=code).first()
    if section is None:
        raise Refused("No such record.")
    return paper, section


@action
def write_section(
    by: By,
    reference: str,
    code: str,
    version: int,
    *,
    heading: str,
    prose: str,
    comment: str = "",
    about: str = "",
    is_exempt: bool = False,
) -> PaperSection:
    """Write a section: its heading, its prose, and a comment after what the register writes, which
    itself cannot be typed over. New words take in a section that was left out.

    `version` is the paper's; raises Stale where somebody else saved first, Problem without a
    heading.
    """
    paper, section = _held(by, reference, code)
    yours = {"heading": heading, "prose": prose, "comment": comment}
    if paper.version != version:
        theirs = {name: getattr(section, name) for name in yours}
        if theirs != yours:
            raise Stale(theirs, yours)
    if not heading.strip():
        raise Problem("Give the section a heading.", "heading")
    if (prose, comment, about) != (section.prose, section.comment, section.about):
        section.is_on = True
    section.heading, section.prose = heading.strip()[:300], prose.strip("\r\n")
    section.comment, section.about, section.is_exempt = comment.strip(), about, is_exempt
    section.save()
    rewritten(by, paper)
    record(by, "papers.write_section", paper.reference, section=code, exempt=is_exempt)
    return section


@action
def comment_section(by: By, reference: str, code: str, comment: str) -> PaperSection:
    """Comment on what the register writes into a section. Raises Problem where it writes nothing
    there: such a section is written itself."""
    paper, section = _held(by, reference, code)
    if not section.fill:
        raise Problem("This section is written by you. Write it instead of commenting.", "comment")
    section.comment = comment.strip()
    section.save(update_fields=["comment"])
    rewritten(by, paper)
    record(by, "papers.comment_section", paper.reference, section=code)
    return section


@action
def switch_section(by: By, reference: str, code: str, is_on: bool) -> PaperSection:
    """Leave a section out, or take it in again with the words it had."""
    paper, section = _held(by, reference, code)
    section.is_on = is_on
    section.save(update_fields=["is_on"])
    rewritten(by, paper)
    record(by, "papers.switch_section", paper.reference, section=code, on=is_on)
    return section


@action
def move_section(by: By, reference: str, code: str, places: int) -> list[str]:
    """Move a section up (negative) or down among those of its layout; the codes in their order."""
    paper, section = _held(by, reference, code)
    rows = list(PaperSection.objects.filter(paper=paper).order_by("position", "pk"))
    peers = [one for one in rows if one.layout == section.layout]
    start = next(n for n, one in enumerate(peers) if one.pk == section.pk)
    end = min(max(start + places, 0), len(peers) - 1)
    slots = sorted(rows.index(one) for one in peers)
    peers.insert(end, peers.pop(start))
    for slot, one in zip(slots, peers, strict=True):
        rows[slot] = one
    for position, one in enumerate(rows):
        one.position = position
    PaperSection.objects.bulk_update(rows, ["position"])
    rewritten(by, paper)
    record(by, "papers.move_section", paper.reference, section=code, to=end)
    return [one.code for one in rows]


@action
def add_section(
    by: By, reference: str, heading: str, *, fill: str = "", layout: str = "body"
) -> PaperSection:
    """Add a section of one's own at the end of its layout: empty, or one that the register fills
    (a second plan as a further annexe). Raises Problem without a heading."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    if not heading.strip():
        raise Problem("Give the section a heading.", "heading")
    rows = PaperSection.objects.filter(paper=paper)
    numbers = [
        int(one.removeprefix(f"{OWN}_"))
        for one in rows.filter(code__startswith=f"{OWN}_").values_list("code", flat=True)
    ]
    section = PaperSection.objects.create(
        paper=paper,
        code=f"{OWN}_{max(numbers, default=0) + 1}",
        fill=fill,
        layout=layout,
        heading=heading.strip()[:300],
        position=rows.count(),
    )
    rewritten(by, paper)
    record(by, "papers.add_section", paper.reference, section=section.code, fill=fill)
    return section
