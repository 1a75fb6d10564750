"""The audit record refuses change, and shows it where somebody got round the refusal."""

import pytest
from django.db import DatabaseError, connection, connections, transaction

from joinedup.audit.actor import system
from joinedup.audit.models import Entry, Seal, SealedEntry
from joinedup.audit.recorder import record
from joinedup.audit.seals import export_seals, read_exported, seal_now
from joinedup.audit.triggers import append_only_tables, install, missing
from joinedup.audit.verify import problems

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def history():
    for number in range(6):
        record(system("test"), "test.happened", f"AC-{number % 2}", n=number)
    seal_now()
    record(system("test"), "test.happened", "AC-1", n=7)
    seal_now()


def loosen():
    """Take the triggers away, as somebody with the database in their hands could."""
    with connection.cursor() as cursor:
        for table in append_only_tables():
            for event in ("update", "delete"):
                name = f"{table}_refuses_{event}"
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER {name}{on}")


def test_an_untouched_record_has_no_problems(history, tmp_path):
    export_seals(tmp_path / "seals.log")
    assert problems(read_exported(tmp_path / "seals.log")) == []


@pytest.mark.parametrize("rows", [Entry, Seal, SealedEntry])
def test_the_database_refuses_update_and_delete(history, rows):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.objects.all().delete()
    field = "digest"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.objects.update(**{field: "0" * 64})


def test_recording_outside_a_transaction_is_refused():
    connections["default"].in_atomic_block = False
    try:
        with pytest.raises(transaction.TransactionManagementError):
            record(system("test"), "test.happened", "AC-1")
    finally:
        connections["default"].in_atomic_block = True


def test_missing_triggers_are_found_and_put_back(history):
    loosen()
    assert len(missing()) == 2 * len(append_only_tables())
    assert any("no longer refuses" in line for line in problems())
    install()
    assert problems() == []


def edit_detail():
    Entry.objects.filter(seq=2).update(detail='{"n":99}')


def delete_middle():
    Entry.objects.filter(chain="AC-0", seq=2).delete()


def swap_order():
    first, second = Entry.objects.filter(chain="AC-0").order_by("seq")[:2]
    Entry.objects.filter(pk=first.pk).update(seq=90)
    Entry.objects.filter(pk=second.pk).update(seq=first.seq)
    Entry.objects.filter(pk=first.pk).update(seq=second.seq)


def delete_last():
    Entry.objects.filter(pk=Entry.objects.order_by("-pk").first().pk).delete()


def rewrite_chain():
    from joinedup.audit.recorder import moment_text
    from joinedup.audit.rules import FIRST, entry_digest

    previous = FIRST
    for entry in Entry.objects.filter(chain="AC-0").order_by("seq"):
        entry.verb, entry.previous = "test.harmless", previous
        entry.digest = entry_digest(
            at=moment_text(entry.at), chain=entry.chain, seq=entry.seq, kind=entry.kind,
            verb=entry.verb, by=(entry.by_kind, entry.by_ref), detail=entry.detail,
            previous=previous,
        )  # fmt: skip
        previous = entry.digest
        entry.save()


@pytest.mark.parametrize(
    "tamper", [edit_detail, delete_middle, swap_order, delete_last, rewrite_chain]
)
def test_tampering_is_found_even_without_triggers(history, tamper):
    loosen()
    tamper()
    install()
    assert problems()


def test_a_record_cut_short_together_with_its_seals_is_found_by_the_seals_outside(
    history, tmp_path
):
    export_seals(tmp_path / "seals.log")
    loosen()
    SealedEntry.objects.filter(seal_number=2).delete()
    Seal.objects.filter(number=2).delete()
    Entry.objects.filter(pk=Entry.objects.order_by("-pk").first().pk).delete()
    install()
    assert problems() == []
    assert problems(read_exported(tmp_path / "seals.log"))
