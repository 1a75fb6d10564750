"""An allegation is hidden from whom it names, by whatever door and in whatever words it came; what
tells of a reporter, and what a conflict closes."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from joinedup.access.permission import Refused
from joinedup.access.shares import guards_beside
from joinedup.audit.actor import public
from joinedup.cases.models import CaseConcern
from joinedup.concerns import actions
from joinedup.concerns.choices import Allegation, Door
from joinedup.concerns.drafting import parts_of
from joinedup.concerns.queries.known import known_of
from joinedup.concerns.queries.one import concern_to
from joinedup.concerns.rules.from_public import report_from
from joinedup.concerns.rules.questions import questions
from joinedup.rulebook import rule
from joinedup.subjects.actions import add_subject
from joinedup.subjects.rules.given import Given, GivenName
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db
TOLD = {
    "about": "child", "danger": "no", "worries": ["hurt"], "name": "Kay", "age": "9",
    "happened": "She hit him at the youth club", "works_with": ["children"], "you": "family",
}  # fmt: skip


def by_the_public(**answers):
    today = timezone.localdate()
    asked = questions(rule("door.questions", today))
    return actions.submit(public(), report_from(asked, {**TOLD, **answers}, Door.PUBLIC, today))


@pytest.mark.parametrize("name", ["Dot  Duty", "Miss Dorothy Duty", "Duty, Dot", "Dot Dutty"])
def test_the_subject_of_an_allegation_does_not_open_it_however_they_were_named(name):
    dot, dee = worry.duty("Dot Duty"), worry.duty("Dee Other")
    concern = worry.submitted(worry.child("14"), worry.suspect(name, Allegation.CHILDREN))
    assert concern_to(dee, concern.reference)
    with pytest.raises(Refused):
        concern_to(dot, concern.reference)


@pytest.mark.parametrize(
    "answers",
    [{"others_words": "Dot Duty"}, {"happened": "Dot Duty from the council hit him at the club"}],
)
def test_nor_where_a_member_of_the_public_named_them(answers):
    make.agency()
    dot, dee = worry.duty("Dot Duty"), worry.duty("Dee Other")
    made = by_the_public(**answers)
    assert concern_to(dee, made.reference)
    with pytest.raises(Refused):
        concern_to(dot, made.reference)


def test_how_a_reporter_knows_is_read_in_triage_and_goes_out_with_no_referral():
    make.agency()
    dee = worry.duty("Dee Other")
    concern = concern_to(dee, by_the_public().reference)
    report = concern.reports.get()
    assert report.raiser_knows == "I am family" and "family" not in report.words
    assert "I am family" not in str(parts_of(concern, "Dee", ()))
    page = Client()
    page.force_login(dee.user)
    shown = page.get(f"/concerns/{concern.reference}/").content.decode()
    assert "How they know of it: I am family" in shown


def test_everybody_in_a_long_concern_is_looked_up():
    dot = worry.duty()
    name = GivenName("Kayleigh", "", "Arkwright")
    add_subject(dot, Given(names=(name,), born="3 May 2012"), today=timezone.localdate())
    others = [worry.child("9", name=f"Child{n} Quux") for n in range(8)]
    kayleigh = worry.child("", name="Kayleigh Arkwright", born_on=dt.date(2012, 5, 3))
    concern = worry.taken(*others, kayleigh, by=dot)
    found = known_of(dot, concern, timezone.localdate())
    assert [one.person.name for one in found if one.is_to_choose] == ["Kayleigh Arkwright"]


def test_a_conflict_about_a_case_closes_the_concern_that_it_came_from():
    dot, manager = worry.duty("Dot Duty"), hand.manager()
    case = hand.opened(manager)
    concern = worry.taken(worry.child(), by=dot)
    CaseConcern.objects.create(
        case=case, guard=concern.guard, concern=concern.reference, decided_on=hand.TODAY
    )
    assert concern.guard_id in guards_beside([case.guard_id])


def test_joining_a_case_that_closed_meanwhile_says_so():
    manager = hand.manager()
    closed = hand.closed(manager, hand.manager("Second"), hand.ready(manager))
    dot = worry.duty()
    concern = worry.taken(worry.adult(), by=dot)
    version = worry.now(concern.reference).version
    page = Client()
    page.force_login(dot.user)
    said = {"ending": "case", "reason": "Ours", "tell": "We act.", "version": version}
    page.post(f"/concerns/{concern.reference}/decide/", said)
    where = f"/cases/open/?concern={concern.reference}"
    answer = page.post(where, {"join": closed.reference}, follow=True)
    assert answer.status_code == 200 and "closed" in answer.content.decode()


def test_an_e_mail_that_is_too_long_is_kept_whole_beside_its_first_part():
    dot = worry.duty()
    concern = worry.taken(worry.adult(), by=dot)
    page = Client()
    page.force_login(dot.user)
    mail = b"From: a@example.org\nSubject: Long\n\n" + b"A line of a long thread.\n" * 1_500
    file = SimpleUploadedFile("long.eml", mail, "message/rfc822")
    answer = page.post(f"/concerns/{concern.reference}/add/", {"file": file})
    assert answer.status_code == 302
    latest = concern.reports.latest("pk")
    assert "This e-mail goes on" in latest.words and len(latest.words) <= 20_000
