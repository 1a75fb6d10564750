"""Which published versions are withheld, and which still show what is exempt by now."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from joinedup.documents.blocks import pieces_of
from joinedup.papers.models import Paper, Publication, Withholding
from joinedup.papers.rules.frozen import thawed
from joinedup.papers.rules.withheld import public_before
from joinedup.papers.rules.words import PaperWords

__all__ = ["Earlier", "earlier_versions", "publications_of", "withholding_of"]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A published version that can still be read, and the headings of what is exempt now and stands
    in it for everybody."""

    version: int
    shows: tuple[str, ...]


def publications_of(paper: Paper) -> list[Publication]:
    """The published versions of a paper without their words, the newest first; each has
    `withheld_at`, empty where it is handed out. One statement."""
    now = Withholding.objects.filter(publication=OuterRef("pk"), ended_at__isnull=True)
    rows = Publication.objects.filter(paper=paper).defer("data", "exempt")
    rows = rows.annotate(withheld_at=Subquery(now.values("withheld_at")[:1]))
    return list(rows.select_related("published_by__person").order_by("-version"))


def withholding_of(paper: Paper, version: int) -> Withholding | None:
    """Why a version is withheld now; None where it is handed out, or never was."""
    rows = Withholding.objects.filter(publication__paper=paper, publication__version=version)
    return rows.filter(ended_at__isnull=True).select_related("withheld_by__person").first()


def earlier_versions(paper: Paper, words: PaperWords) -> list[Earlier]:
    """The versions that can be read and stay so when this one is published, the newest first. Their
    words are looked at only where something is exempt now."""
    readable = [one.version for one in publications_of(paper) if one.withheld_at is None]  # type: ignore[attr-defined]
    if not words.exempt:
        return [Earlier(one, ()) for one in readable]
    rows = Publication.objects.filter(paper=paper, version__in=readable).order_by("-version")
    return [
        Earlier(
            one.version,
            public_before(
                words.exempt,
                frozenset(pieces_of(thawed(one.data))),
                frozenset(pieces_of(thawed(one.exempt)) if one.exempt else ()),
            ),
        )
        for one in rows
    ]
