"""The pack for somebody who asks to see their records: words taken out, prepared, read by a second
person, taken as a file, given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check, check_any
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import Kind
from joinedup.audit.recorder import action, record
from joinedup.casefile.choices import GivenHow, PackState
from joinedup.casefile.models import AccessRequest, PackCut, RecordSearch
from joinedup.clocks.actions import keep
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import open_for

__all__ = [
    "cut_pack",
    "give_pack",
    "note_search",
    "prepare_pack",
    "put_back",
    "read_pack",
    "send_back_pack",
    "take_pack",
]

CHANGED = "The records have changed since the pack was prepared. Prepare it again."


@action
def cut_pack(
    by: By, reference: str, event: str, words: str, reason: str, may: May = May.GOVERN_RECORDS
) -> PackCut:
    """Take an event out of a pack, or words of it, with the reason. A pack that was prepared has to
    be prepared again. Raises Problem without a reason, and once it is given."""
    row = _held(by, reference, may)
    if not reason.strip():
        raise Problem("Say why it is taken out.", "reason")
    made, is_new = PackCut.objects.get_or_create(
        request=row, event=event[:80], words=words.strip()[:500],
        defaults={"reason": reason.strip()[:300], "by": by.user},
    )  # fmt: skip
    if not is_new:
        raise Problem("This is taken out already.", "words")
    _begin_again(row)
    record(by, "casefile.cut_pack", reference)
    return made


@action
def put_back(by: By, reference: str, cut: int, may: May = May.GOVERN_RECORDS) -> AccessRequest:
    """Put back what was taken out of a pack by hand. Raises Refused for what is not there."""
    row = _held(by, reference, may)
    gone, _ = PackCut.objects.filter(request=row, pk=cut).delete()
    if not gone:
        raise Refused("No such record.")
    _begin_again(row)
    record(by, "casefile.put_back", reference)
    return row


@action
def prepare_pack(
    by: By,
    reference: str,
    digest: str,
    entries: int,
    left_out: Sequence[str],
    *,
    today: dt.date,
    may: May = May.GOVERN_RECORDS,
) -> AccessRequest:
    """Say that a pack is ready to be read by a second person: how many events it holds, and what was
    left out and why (sentences with numbers, without names). Its last day is today where none was
    chosen, so that it stays the same."""
    row = _held(by, reference, may)
    row.digest, row.entries, row.left_out = digest, entries, list(left_out)
    row.made_at, row.made_by, row.sent_back = timezone.now(), by.user, ""
    row.read_at = row.read_by = None
    row.to_on = row.to_on or today
    row.save()
    record(by, "casefile.prepare_pack", reference, entries=entries)
    return row


@action
def read_pack(by: By, reference: str, digest: str, may: May = May.GOVERN_RECORDS) -> AccessRequest:
    """A second person has read the pack and agrees. `digest` is that of what they read. Raises
    Problem for whoever prepared it, before it is prepared, and where the records have changed."""
    row = _to_read(by, reference, may)
    if row.digest != digest:
        raise Problem(CHANGED)
    row.read_at, row.read_by = timezone.now(), by.user
    row.save(update_fields=["read_at", "read_by"])
    record(by, "casefile.read_pack", reference)
    return row


@action
def send_back_pack(
    by: By, reference: str, reason: str, may: May = May.GOVERN_RECORDS
) -> AccessRequest:
    """A second person has read the pack and says what has to be otherwise. Raises Problem as
    `read_pack`, and without a reason."""
    row = _to_read(by, reference, may)
    if not reason.strip():
        raise Problem("Say what has to be otherwise.", "reason")
    _begin_again(row)
    row.sent_back = reason.strip()[:500]
    row.save(update_fields=["sent_back"])
    record(by, "casefile.send_back_pack", reference)
    return row


@action
def take_pack(
    by: By, reference: str, digest: str, file_form: str, may: May = May.GOVERN_RECORDS
) -> AccessRequest:
    """The pack is taken as a file. Raises Problem before a second person has read it, and where it is
    no longer what they read."""
    row = _held(by, reference, may, is_given_too=True)
    if row.read_at is None:
        raise Problem("A second person has to read the pack before it is taken.")
    if row.digest != digest:
        raise Problem(CHANGED)
    record(by, "casefile.pack", reference, Kind.EXPORTED, form=file_form, entries=row.entries)
    return row


@action
def give_pack(
    by: By,
    reference: str,
    on: dt.date,
    how: str,
    to_whom: str,
    *,
    today: dt.date,
    may: May = May.GOVERN_RECORDS,
) -> AccessRequest:
    """The pack was given: on which day, how, to whom. Its time limit ends on that day. Raises Problem
    before a second person has read it, for a day to come, and for what is left to say."""
    row = _held(by, reference, may)
    if row.read_at is None:
        raise Problem("A second person has to read the pack before it is given.")
    if on > today or on < row.received_on:
        raise Problem("Give the day on which they got it.", "on")
    if how not in GivenHow.values:
        raise Problem("Choose how it was given.", "how")
    if not to_whom.strip():
        raise Problem("Say who got it.", "to_whom")
    row.given_on, row.given_how, row.given_to = on, how, to_whom.strip()[:200]
    row.given_by = by.user
    row.save(update_fields=["given_on", "given_how", "given_to", "given_by"])
    for clock in open_for([row.reference]).filter(kind=ClockKind.ACCESS):
        keep(by, clock.reference, on, may)
    record(by, "casefile.give_pack", reference, how=how)
    return row


@action
def note_search(
    by: By, reason: str, shown: Sequence[str], found: int, may: May = May.GOVERN_RECORDS
) -> RecordSearch:
    """Keep that somebody who governs records looked for a person by name, why, and which records they
    were shown. What was typed is not kept. Raises Problem without a reason."""
    check_any(by, may)
    if not reason.strip():
        raise Problem("Say for which request you look.", "reason")
    made = RecordSearch.objects.create(by=by.user, reason=reason.strip()[:300], found=found)
    record(by, "casefile.find_person", f"list:{by.ref}", Kind.LISTED, shown=list(shown))
    return made


def _held(by: By, reference: str, may: May, is_given_too: bool = False) -> AccessRequest:
    row = AccessRequest.objects.select_for_update(of=("self",)).filter(reference=reference).first()
    if row is None:
        raise Refused("No such record.")
    check(by, may, row.guard_id, row.about)
    if row.stands == PackState.GIVEN and not is_given_too:
        raise Problem("This pack was given. Note a new request for a new one.")
    return row


def _to_read(by: By, reference: str, may: May) -> AccessRequest:
    row = _held(by, reference, may)
    if row.stands != PackState.PREPARED:
        raise Problem("This pack does not wait to be read.")
    if row.made_by_id == by.user.pk:
        raise Problem("Somebody else has to read what you prepared.")
    return row


def _begin_again(row: AccessRequest) -> None:
    row.made_at = row.made_by = row.read_at = row.read_by = None
    row.digest, row.sent_back = "", ""
    row.save(update_fields=["made_at", "made_by", "read_at", "read_by", "digest", "sent_back"])
