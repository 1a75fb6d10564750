"""Concerns of an older system: the same rules hold for a CSV file."""

from __future__ import annotations

import pytest

from joinedup.access.permission import Refused
from joinedup.audit.actor import public, system
from joinedup.concerns import actions
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.queue import queue
from tests.factories import assurance as make
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db
BY = system("legacy")


def row(**given):
    return {"reference": "MIN/114", "received": "3 May 2021", "words": "Shouting.",
            "name": "Leo Tansley", "age": "9", **given}  # fmt: skip


def test_an_old_reference_is_kept_and_found_and_taken_in_once():
    make.agency()
    made = actions.load_row(BY, row())
    again = actions.load_row(BY, row())
    assert made.is_new and not again.is_new and again.reference == made.reference
    concern = Concern.objects.get()
    assert concern.received_at.year == 2021 and concern.door == "legacy"
    found = queue(worry.duty().user, concern.decide_by_on, wanted="min/114")
    assert found.references == [made.reference]


def test_what_was_ended_is_ended_unless_a_rule_asks_for_more():
    make.agency()
    done = actions.load_row(BY, row(decision="NFA", reason="Moved away"))
    kept = actions.load_row(
        BY, row(reference="MIN/115", decision="signposted", kinds="sexual_exploitation")
    )
    assert not done.is_open and worry.now(done.reference).state == "ended"
    assert kept.is_open and worry.now(kept.reference).state == "received"


def test_a_row_about_the_same_child_is_named_and_not_merged():
    make.agency()
    first = actions.load_row(BY, row())
    second = actions.load_row(BY, row(reference="MIN/115"))
    assert second.perhaps_same == (first.reference,) and Concern.objects.count() == 2


def test_what_cannot_be_read_stays_in_the_words():
    make.agency()
    made = actions.load_row(BY, row(received="Whitsun", dob="long ago", kinds="grooming"))
    words = worry.now(made.reference).reports.get().words
    assert "Whitsun" in words and "long ago" in words and "grooming" in words


def test_a_row_without_words_and_a_stranger_are_refused():
    make.agency()
    with pytest.raises(ValueError, match="words are needed"):
        actions.load_row(BY, row(words=""))
    with pytest.raises(Refused):
        actions.load_row(public(), row())
