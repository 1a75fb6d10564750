"""A paper made into its reports: words, what the register writes, what was taken out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.models import Person, User
from joinedup.access.permission import holds
from joinedup.assurance.models import Owner
from joinedup.audit.models import Seal
from joinedup.council.queries import profile
from joinedup.documents.blocks import Block, Report
from joinedup.pages.dates import long_date
from joinedup.papers.choices import Verdict
from joinedup.papers.contents import Register
from joinedup.papers.models import CheckAnswer, Paper, PaperSection, Publication
from joinedup.papers.queries.days import days_of
from joinedup.papers.queries.kinds import CALL_IN_WORDS, COUNTED, EXEMPT, RuleSet, rules_on
from joinedup.papers.queries.one import may_prepare, plans_of, words_of
from joinedup.papers.rules.check import NAME, Finding, findings, without
from joinedup.papers.rules.check_words import bears_a_name
from joinedup.papers.rules.deadlines import Deadline
from joinedup.papers.rules.kinds import PaperKind
from joinedup.papers.rules.missing import Missing, missing
from joinedup.papers.rules.report import Around, exempt_report, public_report
from joinedup.papers.rules.words import PaperWords, SectionWords

__all__ = [
    "Desk",
    "Found",
    "Reports",
    "as_published",
    "desk_of",
    "found_in",
    "reader_for",
    "reports_of",
    "unfilled",
]

OWN_FILLS = frozenset(
    {"", "front", "recommendation", "implications", "options", "consultations", "background",
     "call_in", "risks", "sign_off"}
)  # fmt: skip
"""What a paper fills by itself; everything else is written by the register."""

DRAFT_MARKING = "DRAFT: not for publication"
DEFAULT_COLOUR = "#1d4f5c"


@dataclass(frozen=True, slots=True)
class Desk:
    """A paper as it lies on the desk: its words, the rules, what blocks it, its deadlines."""

    paper: Paper
    rules: RuleSet
    kind: PaperKind
    words: PaperWords
    deadlines: list[Deadline]
    missing: list[Missing]


@dataclass(frozen=True, slots=True)
class Reports:
    """The public report and the exempt one, where there is one."""

    public: Report
    exempt: Report | None


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of the check with what an officer said of it, empty while nobody has. `is_stranger`
    where it is the name of somebody whom neither the register nor the accounts know."""

    finding: Finding
    said: str = ""
    by: str = ""
    reason: str = ""
    is_stranger: bool = False


def desk_of(paper: Paper, today: dt.date) -> Desk:
    """The paper with everything the work page shows."""
    rules = rules_on(today)
    kind = rules.kind(paper.kind)
    if kind is None:
        raise LookupError(f"The rule book has no kind of paper “{paper.kind}”.")
    words = words_of(paper, rules, kind, today)
    days = days_of(paper, words, rules)
    empty = unfilled(paper, words.shown, words.as_at)
    return Desk(paper, rules, kind, words, days, missing(words, days, today, empty))


def unfilled(
    paper: Paper, sections: Iterable[SectionWords | PaperSection], as_at: dt.date
) -> set[str]:
    """The sections that the register would leave empty, as the paper's maker sees it."""
    asked = [one for one in sections if one.fill not in OWN_FILLS]
    if not asked or paper.made_by is None:
        return set()
    register = Register(plans_of(paper), as_at, paper.made_by)
    return {one.code for one in asked if register.has_nothing(one.fill, one.about)}


def reports_of(
    desk: Desk, reader: User, today: dt.date, seal: Seal | None = None, *, version: int = 0
) -> Reports:
    """The reports of a paper as the reader may make them: a draft, marked so, unless a seal and
    a version say that it is being published."""
    words, rules = desk.words, desk.rules
    shape = profile()
    register = _register(desk, reader_for(reader, desk.paper), today)
    contents = _contents(desk, register)
    around = Around(
        call_in=rules.word(CALL_IN_WORDS, "call_in"),
        key=rules.word(CALL_IN_WORDS, "key"),
        footer=_footer(words, today, seal, version),
        colour=_colour(shape.colour if shape else ""),
        exempt_paragraph=rules.words(EXEMPT).get(words.exempt_paragraph, words.exempt_paragraph),
        marking="" if version else DRAFT_MARKING,
        standing=register.standing({name for risk in words.risks for name in risk.actions}),
    )
    return Reports(public_report(words, contents, around), exempt_report(words, contents, around))


def _colour(colour: str) -> str:
    return colour if len(colour) == 7 and colour.startswith("#") else DEFAULT_COLOUR


def _register(desk: Desk, reader: User, today: dt.date) -> Register:
    as_at = min(desk.paper.as_at_on or today, today)
    return Register(plans_of(desk.paper), as_at, reader, _last_told(desk.paper, as_at))


def _contents(desk: Desk, register: Register) -> dict[str, list[Block]]:
    return {
        one.code: register.section(one.fill, one.about)
        for one in desk.words.shown
        if one.fill not in OWN_FILLS
    }


def reader_for(user: User, paper: Paper) -> User:
    """With whose eyes the register is read: who prepares the paper sees with their own, those who
    only clear it see what the paper's maker would publish."""
    if may_prepare(user, paper) or paper.made_by_id is None:
        return user
    maker = User.objects.select_related("person__agency", "person__team").get(pk=paper.made_by_id)
    return maker if holds(maker, May.PREPARE_PAPERS) else user


def _last_told(paper: Paper, as_at: dt.date) -> dt.date | None:
    """The day as at which the paper before this one was published; None for a first paper."""
    told = Publication.objects.filter(paper=paper.follows_id, as_at_on__lt=as_at)
    last = told.order_by("-version").values_list("as_at_on", flat=True).first()
    return last if paper.follows_id else None


def _footer(words: PaperWords, today: dt.date, seal: Seal | None, version: int) -> tuple[str, ...]:
    if not version or seal is None:
        return (f"Draft of {long_date(today)}",)
    told = f"{words.reference}, version {version}, published {long_date(today)}"
    if words.correcting:
        told += f". Corrected: {words.correcting.rstrip('. ')}"
    return (
        f"{told}. As known on {long_date(words.as_at)}.",
        f"Audit seal {seal.number}: {seal.digest}",
    )


def _known_names(paper: Paper) -> set[str]:
    """Names of people that the register or the accounts know, as they may be printed. What a plan
    prints for its owner counts where it holds that person's surname: a post is no name."""
    known: set[str] = set()
    for name, known_as in Person.objects.values_list("name", "known_as"):
        known |= {name, f"{known_as} {name.split()[-1]}" if known_as and name.split() else name}
    owners = Owner.objects.filter(action__plan__in=plans_of(paper), person__isnull=False)
    for printed, name in owners.values_list("printed", "person__name").distinct():
        if name.split() and name.split()[-1] in printed.split():
            known.add(printed)
    return known


def found_in(desk: Desk, report: Report) -> list[Found]:
    """What the check finds in a report, with what has been said of each."""
    rules = desk.rules
    answers = {
        (one.kind, one.found): one
        for one in CheckAnswer.objects.filter(paper=desk.paper).select_related("said_by__person")
    }
    known = _known_names(desk.paper)
    titles = rules.strings(COUNTED, "titles")
    found = findings(
        report,
        known,
        rules.least,
        rules.strings(COUNTED, "nouns"),
        rules.strings(COUNTED, "spelled"),
        rules.strings(COUNTED, "other_columns"),
        titles=titles,
        common=rules.strings(COUNTED, "common_surnames"),
        public=desk.paper.contact,
    )
    shown = []
    for one in found:
        said = answers.get((one.kind, one.found))
        by = said.said_by.person.name if said and said.said_by else ""
        is_stranger = one.kind == NAME and not bears_a_name(one.found, known, titles)
        shown.append(
            Found(one, said.answer if said else "", by, said.reason if said else "", is_stranger)
        )
    return shown


def as_published(desk: Desk, report: Report, found: Iterable[Found]) -> Report:
    """The report without what was taken out."""
    taken = [one.finding for one in found if one.said == Verdict.WITHHOLD]
    return without(report, [(one.kind, one.found) for one in taken], desk.rules.least)
