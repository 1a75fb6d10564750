"""The pack for somebody who asks to see their records: found by name, cut by hand, read by a second
person, given."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.models import Conflict, Guard
from joinedup.access.permission import by_user
from joinedup.access.problems import Problem
from joinedup.audit.models import Entry
from joinedup.casefile import actions
from joinedup.casefile.actions import NewRequest
from joinedup.casefile.choices import Part
from joinedup.casefile.models import AccessRequest, RecordSearch
from joinedup.casefile.queries.packs import pack_of
from joinedup.cases import actions as casework
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.models import Clock
from tests.factories import assurance as make
from tests.factories import subjects as known

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def lead():
    make.agency()
    return make.lead("Lee Lead")


@pytest.fixture
def officer(client, lead):
    by = by_user(make.account(Role.INFORMATION_GOVERNANCE, name="Io Governs"))
    client.force_login(by.user)
    return by


@pytest.fixture
def second():
    return by_user(make.account(Role.INFORMATION_GOVERNANCE, name="Sec Ond"))


@pytest.fixture
def kay(lead, today):
    kay = known.person(lead)
    case = known.with_case(lead, kay)
    for words in ("The heating at number nine is broken", "Her cousin Zed drives a green van"):
        casework.write_note(lead, case.reference, "contact", words, today=today)
    return kay


@pytest.fixture
def asked(officer, kay, today):
    new = NewRequest(kay.reference, today - 3 * DAY, [Part.WORDS, Part.WORKERS])
    return actions.ask_for_records(officer, new, today=today)


def text_of(client, where, status=200):
    answer = client.get(where)
    assert answer.status_code == status, where
    return answer.content.decode()


def at(row, name):
    return reverse(name, args=[row.reference])


def now(row):
    return AccessRequest.objects.get(pk=row.pk)


def key_of(officer, row, words, today):
    entries = pack_of(officer, now(row), today).entries
    return next(one.event.key for one in entries if any(words in line for line in one.lines))


def written(client, row):
    answer = client.post(at(row, "access_pack"), {"file_form": "word"})
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        return book.read("word/document.xml").decode()


def test_a_pack_is_cut_read_by_another_and_given_and_then_its_clock_ends(
    client, officer, second, asked, today
):
    clock = Clock.objects.get(about=asked.reference, kind=ClockKind.ACCESS)
    assert clock.due_on == asked.due_on and clock.ended_on is None
    read, request = at(asked, "access_pack_read"), at(asked, "access_request")
    assert "To prepare" in text_of(client, request)
    cut = at(asked, "access_pack_cut") + f"?event={key_of(officer, asked, 'heating', today)}"
    assert "number nine" in text_of(client, cut)
    wrong = client.post(cut, {"words": "a red car", "reason": "Somebody else"})
    assert wrong.status_code == 422 and "do not stand there" in wrong.content.decode()
    said = {"words": "at number nine", "reason": "It tells where others live"}
    assert client.post(cut, said).status_code == 302
    whole = at(asked, "access_pack_cut") + f"?event={key_of(officer, asked, 'cousin', today)}"
    assert client.post(whole, {"reason": "It is about somebody else"}).status_code == 302
    text = text_of(client, read)
    assert "[taken out]" in text and "green van" not in text and "It tells where" in text
    assert client.post(at(asked, "access_pack"), {"file_form": "word"}).status_code == 302
    client.post(read, {"do": "prepare"})
    assert "Somebody else reads it now" in text_of(client, read)
    client.post(read, {"do": "agree"})
    assert now(asked).read_at is None
    client.force_login(second.user)
    assert "You are the second person" in text_of(client, read)
    client.post(read, {"do": "agree"})
    client.force_login(officer.user)
    body = written(client, asked)
    assert "[taken out]" in body and "number nine" not in body and "green van" not in body
    assert "It is about somebody else" in body
    given = at(asked, "access_pack_given")
    assert client.post(given, {"how": ""}).status_code == 422
    said = {"on": today.strftime("%d/%m/%Y"), "how": "hand", "to_whom": "Kay herself"}
    assert client.post(given, said).status_code == 302
    text = text_of(client, request)
    assert "by hand, to Kay herself" in text and "Sec Ond" in text and "Given" in text
    clock.refresh_from_db()
    assert clock.ended_on == today
    verbs = set(Entry.objects.filter(chain=asked.reference).values_list("verb", flat=True))
    wanted = {"cut_pack", "prepare_pack", "read_pack", "pack", "give_pack"}
    assert {f"casefile.{one}" for one in wanted} <= verbs
    with pytest.raises(Problem, match="was given"):
        actions.cut_pack(officer, asked.reference, "e", "", "Why")


def test_a_pack_is_sent_back_with_what_has_to_be_otherwise(client, second, asked):
    read = at(asked, "access_pack_read")
    client.post(read, {"do": "prepare"})
    client.force_login(second.user)
    assert client.post(read, {"do": "back", "reason": ""}).status_code == 422
    assert client.post(read, {"do": "back", "reason": "A name on page two"}).status_code == 302
    assert "A name on page two" in text_of(client, at(asked, "access_request"))
    assert now(asked).stands == "asked"


def test_what_was_taken_out_can_be_put_back_and_is_then_read_again(client, officer, asked, today):
    key = key_of(officer, asked, "heating", today)
    made = actions.cut_pack(officer, asked.reference, key, "", "Not hers")
    with pytest.raises(Problem, match="already"):
        actions.cut_pack(officer, asked.reference, key, "", "Not hers")
    read = at(asked, "access_pack_read")
    client.post(read, {"do": "prepare"})
    client.post(read, {"do": "put_back", "cut": str(made.pk)})
    assert now(asked).stands == "asked" and "heating" in text_of(client, read)
    assert client.post(read, {"do": "put_back", "cut": "999"}).status_code == 404
    before = now(asked).stands
    assert client.post(read, {"do": "burn"}).status_code == 302 and now(asked).stands == before


def test_a_pack_that_is_no_longer_what_was_prepared_is_prepared_again(
    officer, second, asked, today
):
    pack = pack_of(officer, now(asked), today)
    actions.prepare_pack(officer, asked.reference, pack.digest, 1, [], today=today)
    with pytest.raises(Problem, match="Somebody else has to read"):
        actions.read_pack(officer, asked.reference, pack.digest)
    with pytest.raises(Problem, match="have changed"):
        actions.read_pack(second, asked.reference, "otherwise")
    actions.read_pack(second, asked.reference, pack.digest)
    assert now(asked).stands == "read"
    actions.cut_pack(officer, asked.reference, "e", "x", "Why")
    assert now(asked).stands == "asked"
    with pytest.raises(Problem, match="before it is given"):
        actions.give_pack(officer, asked.reference, today, "hand", "Kay", today=today)
    with pytest.raises(Problem, match="before it is taken"):
        actions.take_pack(officer, asked.reference, "", "pdf")


def test_a_pack_is_given_on_a_day_that_can_be(officer, second, asked, today):
    actions.prepare_pack(officer, asked.reference, "d", 1, [], today=today)
    actions.read_pack(second, asked.reference, "d")
    for on in (today + DAY, today - 30 * DAY):
        with pytest.raises(Problem, match="Give the day"):
            actions.give_pack(officer, asked.reference, on, "hand", "Kay", today=today)
    with pytest.raises(Problem, match="Choose how"):
        actions.give_pack(officer, asked.reference, today, "pigeon", "Kay", today=today)
    with pytest.raises(Problem, match="who got it"):
        actions.give_pack(officer, asked.reference, today, "hand", " ", today=today)


def test_the_database_refuses_a_pack_read_by_whoever_prepared_it(officer, asked, today):
    actions.prepare_pack(officer, asked.reference, "d", 1, [], today=today)
    for said in (
        {"read_at": timezone.now(), "read_by": officer.user},
        {"given_on": today, "given_how": "hand", "given_to": "Kay"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            AccessRequest.objects.filter(pk=asked.pk).update(**said)


def test_somebody_who_asks_is_found_by_name_with_a_reason_that_is_kept(client, officer, kay):
    where = reverse("access_request_find")
    name = {"forename": "Kay", "surname": "Lowther"}
    assert client.post(where, name).status_code == 422
    assert not RecordSearch.objects.exists()
    text = client.post(where, {**name, "reason": "Letter of 3 May"}).content.decode()
    assert kay.reference in text and "Letter of 3 May" in text
    kept = RecordSearch.objects.get()
    assert kept.reason == "Letter of 3 May" and kept.by == officer.user and kept.found == 1
    entry = Entry.objects.get(verb="casefile.find_person")
    assert kay.reference in entry.detail and "Lowther" not in entry.detail
    new = text_of(client, reverse("access_request_new") + f"?about={kay.reference}")
    assert kay.reference in new


def test_whoever_is_sealed_is_restricted_and_a_conflict_shows_nothing(client, officer, kay):
    where = reverse("access_request_find")
    said = {"forename": "Kay", "surname": "Lowther", "reason": "Letter of 3 May"}
    Guard.objects.filter(pk=kay.guard_id).update(is_sealed=True)
    text = client.post(where, said).content.decode()
    assert "Restricted: speak to" in text and kay.reference not in text
    Conflict.objects.create(guard=kay.guard, person=officer.user.person, reason="Her uncle")
    text = client.post(where, said).content.decode()
    assert "Nobody was found" in text and "Restricted" not in text


def test_those_who_do_not_govern_records_have_none_of_these_pages(client, asked):
    client.force_login(make.account(Role.CASEWORKER, name="Cas Worker"))
    for name in ("access_pack_read", "access_pack_cut", "access_pack_given"):
        text_of(client, at(asked, name), 404)
    text_of(client, reverse("access_request_find"), 404)
