"""The nightly look for records about one person. It proposes; people decide."""

from __future__ import annotations

from collections.abc import Sequence

from joinedup.access.choices import May
from joinedup.access.permission import check_any
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.intelligence.duplicates import Suggested
from joinedup.intelligence.linkage import model_hash, model_version
from joinedup.subjects.choices import Origin, ProposalState
from joinedup.subjects.models import NightRun, Proposal
from joinedup.subjects.queries.counting import size
from joinedup.subjects.queries.register import names_of, refused_pairs

__all__ = ["propose_duplicates"]

JUMP, ALLOWED = 3, 500
MOST = 20_000


@action
def propose_duplicates(by: By, suggested: Sequence[Suggested], seconds: float) -> NightRun:
    """Put new pairs before those who decide. Relatives are not put. The look through the register
    (`duplicates.suggest`, which took `seconds`) comes before, so that nobody who writes waits for
    it; what was decided or erased meanwhile is left out.

    Where far more pairs come up than in the last run, none is put and the run says so: a broken
    import is likelier than so many people met twice.
    """
    check_any(by, May.LINK_PEOPLE)
    found = [one for one in suggested if one.band != "relative"]
    last = NightRun.objects.filter(stopped_because="").order_by("-pk").first()
    stopped = ""
    if last is not None and len(found) > last.pairs * JUMP + ALLOWED:
        stopped = f"{len(found)} pairs, {last.pairs} in the last run. Look before they are put."
    run = NightRun.objects.create(
        model_version=model_version(),
        model_hash=model_hash(),
        records=size(),
        pairs=len(found),
        proposed=0,
        stopped_because=stopped,
        seconds=seconds,
    )
    if not stopped:
        waiting = Proposal.objects.exclude(state=ProposalState.DECIDED)
        there = set(waiting.values_list("first_id", "second_id")) | refused_pairs()
        alive = names_of({number for one in found[:MOST] for number in (one.one, one.other)})
        rows = [
            Proposal(
                first_id=one.one,
                second_id=one.other,
                origin=Origin.NIGHT,
                run=run,
                probability=one.probability,
                why=one.why,
            )
            for one in found[:MOST]
            if (one.one, one.other) not in there and one.one in alive and one.other in alive
        ]
        Proposal.objects.bulk_create(rows, batch_size=1_000)
        NightRun.objects.filter(pk=run.pk).update(proposed=len(rows))
        run.proposed = len(rows)
    record(by, "subjects.night", run.reference, pairs=run.pairs, proposed=run.proposed)
    return run
