"""Findings on their way in: no answer is made up, and no word is lost."""

import datetime as dt
import re
from collections import Counter

import pytest
from django.db import IntegrityError, transaction

from joinedup.assurance.actions.confirm_import import Taking, confirm_import
from joinedup.assurance.actions.imports import add_steps
from joinedup.assurance.models import Response, Statement
from joinedup.assurance.queries.imports import check_of
from joinedup.assurance.rules.checking import make_step
from joinedup.audit import verify
from joinedup.audit.models import Entry
from joinedup.audit.recorder import record, record_new
from tests.factories import assurance as made
from tests.factories import imports as papers

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 6, 1)
HEADINGS = ("Ref", "Finding", "Our position", "Decision")
HELD = "The referral form is new and in use"


def taken(rows, headings=HEADINGS):
    by = made.lead("Ada Marsh")
    found = papers.opened(by, papers.word(rows, headings, "Response to the inquiry 2026"))
    version = add_steps(by, found.reference, [make_step("accept_plan", at="0")]).version
    progress = check_of(found).progress
    for asked in progress.questions:
        step = make_step("answer", at=asked.key, to="as_read")
        version = add_steps(by, found.reference, [step]).version
    for owner in progress.owners:
        step = make_step("owner", at=owner.text, to="words")
        version = add_steps(by, found.reference, [step]).version
    taking = Taking(0, "Response to the inquiry", kind="findings", dated_on=DAY)
    confirm_import(by, found.reference, [taking], version, today=made.TODAY)
    return list(Response.objects.order_by("pk"))


def test_a_position_without_a_decision_waits_for_an_answer():
    rows = [
        ("6.1", "Referrals were not followed up", HELD),
        ("6.2", "Nobody told the child", "We do not share this view of the service"),
    ]
    found = taken(rows, HEADINGS[:3])
    assert [(one.answer, one.answered_on) for one in found] == [("waiting", None)] * 2
    assert found[0].position == HELD


def test_a_printed_decision_is_the_answer():
    words = ("Accepted", "Partially accepted", "Rejected", "Accepted, but not by all of us")
    rows = [(f"6.{n}", f"Finding in words number {n}", HELD, word) for n, word in enumerate(words)]
    found = taken(rows)
    assert [one.answer for one in found] == ["accepted", "partly", "rejected", "waiting"]
    assert [one.answered_on for one in found] == [DAY, DAY, DAY, None]


def test_each_answer_is_on_record_however_few_statements_it_takes(django_assert_max_num_queries):
    rows = [
        (f"6.{n}", f"Finding in words number {n}", f"{HELD} {n}", "Accepted") for n in range(30)
    ]
    with django_assert_max_num_queries(130):  # 30 findings used to take 600 of them
        found = taken(rows)
    assert len(found) == 30
    for one in found:
        told = Entry.objects.filter(chain=one.reference).order_by("seq")
        assert [each.verb for each in told] == ["assurance.ask_response", "assurance.respond"]
        assert one.guard.about == one.reference and one.answers.count() == 1
    assert verify.problems() == []


def test_a_record_that_has_entries_is_no_new_record():
    by = made.lead("Ada Marsh")
    with transaction.atomic():
        record(by, "assurance.respond", "RE-2026-0000001")
    with pytest.raises(IntegrityError), transaction.atomic():
        record_new(by, [("assurance.respond", "RE-2026-0000001", {})])


def test_every_printed_word_of_a_findings_table_is_in_the_register():
    headings = ("Ref", "Finding", "Our position", "Lead", "By when", "Status", "How reviewed",
                "Cost in pounds")  # fmt: skip
    rows = [
        ("6.1", "Referrals were not followed up", HELD, "Bo Lindqvist", "31 March 2026",
         "In progress", "By an audit each spring", "4,000 from reserves"),
        ("6.2", "Nobody told the child what happened", "Letters are now sent", "Cy Okafor",
         "May 2026", "Complete", "By a survey of families", "None needed"),
    ]  # fmt: skip
    found = taken(rows, headings)
    kept = [f"{one.number} {one.words} {one.place} {one.theme}" for one in Statement.objects.all()]
    kept += [one.position for one in found]
    printed = Counter(re.findall(r"\w+", " ".join(" ".join(row) for row in rows)))
    lost = printed - Counter(re.findall(r"\w+", " ".join(kept)))
    assert not lost
    assert "How reviewed: By an audit" in found[0].position or "Review: By an" in found[0].position
