"""Records and proposals as pages show them, narrowed to the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, reach_of, record_list
from joinedup.audit.actor import By
from joinedup.subjects.choices import ProposalState
from joinedup.subjects.models import Proposal, Subject
from joinedup.subjects.queries.known import labels_of

__all__ = ["PairView", "SubjectView", "open_pair", "pair_list", "proposals_for"]

MOST = 100


@dataclass(frozen=True, slots=True)
class SubjectView:
    """One record to compare: what it is called, and its facts in order."""

    reference: str
    label: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two records side by side and how they agree."""

    proposal: Proposal
    first: SubjectView
    second: SubjectView
    why: Mapping[str, str]


def proposals_for(user: User) -> QuerySet[Proposal]:
    """Pairs that wait for a decision and that this reader may decide, surest first."""
    rows = Proposal.objects.exclude(state=ProposalState.DECIDED)
    first = reach_of(user, May.LINK_PEOPLE, "first__guard", "first__reference")
    second = reach_of(user, May.LINK_PEOPLE, "second__guard", "second__reference")
    if first is None or second is None:
        return rows.none()
    return rows.filter(first & second).order_by("-probability", "pk")


def pair_list(by: By) -> list[tuple[Proposal, str, str]]:
    """The pairs for their page with what the records are called; recorded as seen."""
    rows = list(proposals_for(by.user)[:MOST])
    labels = labels_of([number for one in rows for number in (one.first_id, one.second_id)])
    record_list(by, "subjects.pairs", f"{len(rows)} waiting", [one.reference for one in rows])
    return [(one, labels[one.first_id], labels[one.second_id]) for one in rows]


def open_pair(by: By, reference: str) -> PairView:
    """One pair for somebody who may decide about both; recorded as seen. Raises Refused."""
    rows = Proposal.objects.select_related("first", "second").filter(reference=reference)
    proposal = proposals_for(by.user).filter(pk__in=rows.values("pk")).first()
    if proposal is None:
        raise Refused("No such record.")
    first, second = proposal.first, proposal.second
    shown = [first.reference, second.reference]
    record_list(by, "subjects.pair", proposal.reference, shown)
    return PairView(proposal, _view(first), _view(second), proposal.why)


def _view(subject: Subject) -> SubjectView:
    born = subject.born_on.strftime("%-d %B %Y") if subject.born_on else subject.born_text
    names = subject.names.order_by("pk")
    facts = [
        *((str(one.get_kind_display()), str(one)) for one in names),
        ("Words", subject.description),
        ("Date of birth", born),
        ("Expected", subject.expected_on.strftime("%-d %B %Y") if subject.expected_on else ""),
        ("Age as said", subject.age_text),
        ("Sex", str(subject.get_sex_display()) if subject.sex else ""),
        *(("Address", str(one)) for one in subject.addresses.order_by("pk")),
        *(("Telephone", str(one)) for one in subject.phones.order_by("pk")),
        *(("Online name", str(one)) for one in subject.online_names.order_by("pk")),
        *(("Vehicle", str(one)) for one in subject.vehicles.order_by("pk")),
        *(("Place", str(one)) for one in subject.places.order_by("pk")),
    ]
    label = labels_of([subject.pk])[subject.pk]
    return SubjectView(subject.reference, label, tuple(one for one in facts if one[1]))
