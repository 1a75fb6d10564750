"""A published paper for who reads it: its versions, its words, its files, rows to ask about."""

from __future__ import annotations

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
from joinedup.papers.queries.one import paper_to, published_to
from joinedup.papers.rules.frozen import thawed

__all__ = ["Reading", "exempt_file_of", "file_of", "reading"]

SUMMARY = "plain_summary"
EXEMPT = (Form.EXEMPT_WORD, Form.EXEMPT_PDF)


@dataclass(frozen=True, slots=True)
class Reading:
    """One published version of a paper. `first` are the blocks of its plain summary, `rows` the
    actions of its plans that this reader may ask about, `exempt_forms` the files of the exempt
    part where the reader may open them."""

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

    @property
    def is_newest(self) -> bool:
        """Whether no later version is out."""
        return self.publication.version == self.paper.published_version


def reading(by: By, reference: str, version: int = 0) -> Reading:
    """A published paper, its newest version unless another is asked for; recorded as seen, in ten
    statements. Raises Refused where absent or not for this reader."""
    paper = published_to(by, reference)
    every = list(
        Publication.objects.filter(paper=paper)
        .defer("data", "exempt")
        .select_related("published_by__person")
        .order_by("-version")
    )
    chosen = Publication.objects.filter(paper=paper, version=version or paper.published_version)
    one = chosen.first()
    if one is None:
        raise Refused("No such version.")
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
        decision=Decision.objects.filter(paper=paper).first(),
        rows=_rows(by.user, paper),
    )


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


def file_of(by: By, reference: str, version: int, form: str) -> Sendable:
    """A public file of a published version. Raises Refused where absent."""
    if form in EXEMPT:
        raise Refused("No such file.")
    return _file(published_to(by, reference), version, form)


def exempt_file_of(by: By, reference: str, version: int, form: str) -> Sendable:
    """A file of the exempt part, for who may read that. Raises Refused where absent or not."""
    if form not in EXEMPT:
        raise Refused("No such file.")
    return _file(paper_to(by, May.READ_EXEMPT, reference), version, form)


def _file(paper: Paper, version: int, form: str) -> Sendable:
    rows = PublicationFile.objects.filter(
        publication__paper=paper, publication__version=version, form=form
    )
    kept = rows.select_related("file").first()
    if kept is None:
        raise Refused("No such file.")
    return sendable(kept.file)
