"""A published paper for who reads it: its versions, its words, its files, rows to ask about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, visible
from joinedup.assurance.models import Action
from joinedup.audit.actor import By
from joinedup.documents.blocks import Annexe, Block, Chart, Heading, Report
from joinedup.files.queries import Sendable, sendable
from joinedup.papers.choices import Form
from joinedup.papers.models import Decision, Paper, PaperSection, Publication, PublicationFile
from joinedup.papers.queries.one import may_prepare, paper_to, published_to
from joinedup.papers.queries.withheld import publications_of, withholding_of
from joinedup.papers.rules.frozen import thawed

__all__ = ["Reading", "exempt_file_of", "file_of", "reading"]

SUMMARY = "plain_summary"
EXEMPT = (Form.EXEMPT_WORD, Form.EXEMPT_PDF)


@dataclass(frozen=True, slots=True)
class Reading:
    """One published version of a paper. `is_kept_back` where it is withheld and this reader does not
    prepare papers: then it has neither words nor files. `first` are the blocks of its plain summary,
    `rows` the actions of its plans that this reader may ask about, `exempt_forms` the files of the
    exempt part where the reader may open them."""

    paper: Paper
    publication: Publication
    publications: list[Publication]
    report: Report
    first: Report | None
    forms: list[str]
    exempt_forms: list[str]
    has_exempt: bool
    decision: Decision | None
    rows: list[Action]
    withheld_at: dt.datetime | None = None
    is_kept_back: bool = False

    @property
    def is_newest(self) -> bool:
        """Whether no later version is out."""
        return self.publication.version == self.paper.published_version


def reading(by: By, reference: str, version: int = 0) -> Reading:
    """A published paper, its newest version unless another is asked for; recorded as seen, in ten
    statements. Raises Refused where absent or not for this reader."""
    paper = published_to(by, reference)
    every = publications_of(paper)
    number = version or paper.published_version
    withheld_at = next((one.withheld_at for one in every if one.version == number), None)  # type: ignore[attr-defined]
    one = Publication.objects.filter(paper=paper, version=number).first()
    if one is None:
        raise Refused("No such version.")
    decision = Decision.objects.filter(paper=paper).first()
    if withheld_at is not None and not may_prepare(by.user, paper):
        return _kept_back(paper, one, every, decision, withheld_at)
    report = thawed(one.data)
    forms = list(PublicationFile.objects.filter(publication=one).values_list("form", flat=True))
    heading = PaperSection.objects.filter(paper=paper, code=SUMMARY).first()
    summary = tuple(_under(report.blocks, heading.heading if heading else ""))
    may_exempt = visible(by.user, May.READ_EXEMPT, Paper.objects.filter(pk=paper.pk)).exists()
    return Reading(
        paper=paper,
        publication=one,
        publications=every,
        report=report,
        first=replace(report, blocks=summary) if summary else None,
        forms=[form for form in forms if form not in EXEMPT],
        exempt_forms=[form for form in forms if form in EXEMPT and may_exempt],
        has_exempt=bool(one.exempt),
        decision=decision,
        rows=_rows(by.user, paper),
        withheld_at=withheld_at,
    )


def _kept_back(
    paper: Paper,
    one: Publication,
    every: list[Publication],
    decision: Decision | None,
    withheld_at: dt.datetime,
) -> Reading:
    """A withheld version for who reads papers: that there is one, and nothing that stands in it."""
    blank = Report(title=paper.subject, blocks=())
    return Reading(
        paper=paper, publication=one, publications=every, report=blank, first=None, forms=[],
        exempt_forms=[], has_exempt=False, decision=decision, rows=[], withheld_at=withheld_at,
        is_kept_back=True,
    )  # fmt: skip


def _under(blocks: tuple[Block, ...], heading: str) -> Iterator[Block]:
    """The words under a heading, up to the next of its level; charts stand in the paper itself."""
    inside = False
    for block in blocks:
        if isinstance(block, Annexe) or (isinstance(block, Heading) and block.level <= 2):
            inside = isinstance(block, Heading) and bool(heading) and block.words == heading
            continue
        if inside and not isinstance(block, Chart):
            yield block


def _rows(user: User, paper: Paper) -> list[Action]:
    """The actions of the paper's plans that this reader may ask about, as the plans print them."""
    plans = paper.plan_links.values("plan")
    rows = Action.objects.filter(plan__in=plans, plan__ended_on__isnull=True, parent__isnull=True)
    shown = visible(user, May.CHALLENGE, rows).select_related("plan")
    return list(shown.order_by("plan", "position", "pk"))


def file_of(by: By, reference: str, version: int, form: str) -> Sendable | None:
    """A public file of a published version; None where that is withheld from this reader. Raises
    Refused where absent."""
    if form in EXEMPT:
        raise Refused("No such file.")
    return _file(by, published_to(by, reference), version, form)


def exempt_file_of(by: By, reference: str, version: int, form: str) -> Sendable | None:
    """A file of the exempt part, for who may read that; None where the version is withheld from this
    reader. Raises Refused where absent or not."""
    if form not in EXEMPT:
        raise Refused("No such file.")
    return _file(by, paper_to(by, May.READ_EXEMPT, reference), version, form)


def _file(by: By, paper: Paper, version: int, form: str) -> Sendable | None:
    if withholding_of(paper, version) is not None and not may_prepare(by.user, paper):
        return None
    rows = PublicationFile.objects.filter(
        publication__paper=paper, publication__version=version, form=form
    )
    kept = rows.select_related("file").first()
    if kept is None:
        raise Refused("No such file.")
    return sendable(kept.file)
