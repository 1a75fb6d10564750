"""Words that were kept with a reason: by team over concerns and cases, never by person."""

from __future__ import annotations

import pytest
from django.utils import timezone

from joinedup.access.models import Person, Team
from joinedup.access.permission import by_user
from joinedup.cases.actions import write_note
from joinedup.cases.queries.kept_words import SMALL, kept_words_of
from joinedup.concerns.models import KeptWords
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as worry

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def lead():
    make.agency()
    return make.lead("Lee Lead")


def client_page(client, lead):
    client.force_login(lead.user)
    return client.get("/cases/kept-words/").content.decode()


def kept(by, concern, code):
    KeptWords.objects.create(
        concern=concern, text="her choice", code=code, reason="His words", kept_by=by.user
    )


def test_words_kept_in_cases_count_with_those_kept_in_concerns(client, lead):
    team = Team.objects.create(agency=make.agency(), name="Front office")
    client.force_login(lead.user)
    case, today = hand.opened(lead), timezone.localdate()
    people = [lead.user, *(hand.worker(name) for name in ("Wil Writer", "Dov Worker"))]
    Person.objects.filter(pk__in=[one.person_id for one in people]).update(team=team)
    said = {"kind": "visit", "words": "It is a lifestyle choice. She puts herself at risk."}
    where = f"/cases/{case.reference}/do/note/"
    assert client.post(where, said).status_code == 422
    again = {**said, "asked_about": "yes", "kept_because": "The school wrote it so"}
    assert client.post(where, again).status_code == 302
    note = case.notes.get()
    assert len(note.kept_codes) >= 2
    kept(lead, worry.submitted(worry.child()), note.kept_codes[0])
    write_note(lead, case.reference, "visit", "Calm.", today=today, kept_codes=["risk"])
    found = kept_words_of(lead.user, today, today, today)
    assert found.total == len(note.kept_codes) + 1
    assert {(one.concerns, one.cases) for one in found.teams} == {(1, len(note.kept_codes))}
    assert sum(one.total for one in found.kinds) == found.total
    page = client.get("/cases/kept-words/").content.decode()
    assert "By team" in page and "The school wrote it so" not in page
    assert "lifestyle" not in page


def test_a_team_stands_by_its_name_only_where_no_number_is_about_one_person(client, lead):
    today = timezone.localdate()
    team = Team.objects.create(agency=make.agency(), name="Front office")
    writer, *others = (hand.worker(name) for name in ("Wil Writer", "Cas Worker", "Dov Worker"))
    for one in (writer, *others):
        one.person.team = team
        one.person.save()
    concern = worry.submitted(worry.child())
    KeptWords.objects.create(
        concern=concern, text="her choice", code="choice", reason="x", kept_by=writer
    )
    names = [one.words for one in kept_words_of(lead.user, today, today, today).teams]
    assert names == ["Front office"]
    others[0].person.team = None
    others[0].person.save()
    names = [one.words for one in kept_words_of(lead.user, today, today, today).teams]
    assert names == []
    text = client_page(client, lead)
    assert "fewer than 3 people of them kept words" in text and "By team" not in text
    for one in others:
        kept(by_user(one), concern, "choice")
    found = kept_words_of(lead.user, today, today, today)
    assert [(one.words, one.total) for one in found.teams] == [(SMALL, 3)]
    assert not found.is_part_hidden
