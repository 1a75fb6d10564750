"""The chronology: everything a reader may see about somebody in order of time, and its copies."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pdfplumber
import pytest
from django.utils import timezone

from joinedup.access import limits
from joinedup.access.models import Conflict, Guard, Involvement
from joinedup.audit.models import Entry
from joinedup.casefile.queries.rows import case_rows
from joinedup.cases import actions as casework
from joinedup.cases.models import CaseSubject, Note, Session
from joinedup.concerns.models import ConcernPerson
from joinedup.council import brand
from joinedup.referrals import actions as onward
from joinedup.subjects import actions
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as front
from tests.factories import referrals
from tests.factories import subjects as known
from tests.pages.test_statements import STATEMENTS, counted

pytestmark = pytest.mark.django_db
PROTECT = "basis.child_protection"
DAY = dt.timedelta(days=1)
PARTS = {"parts": ["words", "workers", "references"], "sort": []}


@pytest.fixture
def lead(client):
    make.agency()
    by = make.lead("Lee Lead")
    client.force_login(by.user)
    return by


@pytest.fixture
def kay(lead):
    return known.hidden(lead, known.at_home(lead))


@pytest.fixture
def case(lead, kay):
    today = timezone.localdate()
    case = known.with_case(lead, kay, on=today - 200 * DAY)
    mother = known.person(lead, "Ada", "Marsh")
    actions.relate(lead, kay.reference, "child", mother.reference, today=today)
    at = case.reference
    words = "Ada Marsh rang from 07700 900321 about Beacon Court. Dez drives the van."
    casework.write_note(lead, at, "contact", words, today=today, on=today - 9 * DAY)
    casework.write_note(lead, at, "visit", "Seen at school", today=today, is_seen_alone=True)
    casework.note_context(lead, at, "person_of_concern", "Dez", "Silver van", today=today)
    casework.hold_session(lead, at, "supervision", "Plan agreed", "Both", today=today)
    item = casework.add_item(lead, at, "Counselling", "Willow", today, today=today)
    casework.end_item(lead, at, item.reference, "done", "Begun", today=today)
    made = casework.begin_enquiry(lead, at, "strategy", referrals.county(), today=today)
    came = [casework.Attended(referrals.county().reference, "Tess Quill", "attended")]
    meeting = casework.NewMeeting("strategy", today, "section_47", came, enquiry=made.reference)
    casework.record_meeting(lead, at, meeting, today=today)
    casework.record_wishes(
        lead, at, wants="To sleep at Nan's", capacity="not_asked", agreement="disagrees",
        ground="He waits outside", today=today,
    )  # fmt: skip
    casework.decide_enquiry(lead, at, made.reference, "goes_on", "Section 47", today=today)
    flag = casework.set_flag(lead, at, "In twos", "A dog", today + 9 * DAY, today=today)
    casework.share_flag(lead, at, flag.reference, referrals.county(), PROTECT, today=today)
    casework.remove_flag(lead, at, flag.reference, "The dog is gone", today=today)
    row = referrals.declined(lead, case.guard)
    onward.challenge(lead, row.reference, "They did not read it", today=today)
    return case


@pytest.fixture
def concern(lead, kay):
    duty = front.duty()
    concern = front.taken(front.child(), by=duty, raiser=front.raiser())
    concern.people.update(subject=kay)
    front.sent(duty, concern, "receiver.children_social_care", "lives")
    return concern


def at(subject, rest=""):
    return f"/subjects/{subject.reference}/chronology/{rest}"


def page(client, where, status=200):
    answer = client.get(where)
    assert answer.status_code == status, where
    return answer.content.decode()


def test_everything_stands_in_order_of_time(client, lead, kay, case, concern):
    text = page(client, at(kay))
    said = (
        "Case opened: Child in need", "Concern came in: Staff form", "Visit, seen alone",
        "Supervision", "Planned", "Plan: Done", "Strategy discussion, led by", "They decided: It goes on",
        "Meeting: Strategy discussion, section 47 enquiry", "Attended: ", "Tess Quill",
            "To sleep at Nan", "He waits outside",
        "Person of concern", "Warning set", "Warning shared with Saltby", "Warning taken off",
        "Referred to Children’s social care", "declined", "Challenged", "A safe contact or address was set",
    )  # fmt: skip
    for words in said:
        assert words in text, words
    assert "Beacon Court, Saltmere" not in text and "dentist" not in text
    assert text.count("Tess Quill") == 1 and "At the meeting: " not in text
    assert "Pat Neighbour" not in text and "960 204" not in text
    assert text.index("Visit, seen alone") < text.index("Case opened: ")
    old = page(client, at(kay) + "?order=old")
    assert old.index("Case opened: ") < old.index("Visit, seen alone")
    assert Entry.objects.filter(chain=kay.reference, verb="subjects.open").count() == 2


def test_it_is_narrowed_by_kind_and_day_in_the_address(client, lead, kay, case):
    text = page(client, at(kay) + "?sort=visit&sort=plan")
    assert "Seen at school" in text and "Counselling" in text and "Section 47" not in text
    today = timezone.localdate()
    before = today - 5 * DAY
    text = page(client, at(kay) + f"?until={before:%d/%m/%Y}")
    assert "Ada Marsh rang" in text and "Seen at school" not in text
    assert "Nothing of this kind" in page(client, at(kay) + "?sort=visit&until=1/1/2001")
    assert "Case opened" in page(client, at(kay) + "?after=nonsense&page=99&all=1")


def test_what_the_reader_may_not_see_is_absent_and_said_only_where_it_may_be(
    client, lead, kay, case
):
    reader = hand.worker("Cas Worker")
    Involvement.objects.create(guard=kay.guard, person=reader.person, from_on=make.LONG_AGO)
    client.force_login(reader)
    text = page(client, at(kay))
    assert "This is not everything" in text and "Section 47" not in text
    Guard.objects.filter(pk=case.guard_id).update(is_sealed=True)
    assert "This is not everything" not in page(client, at(kay))
    Guard.objects.filter(pk=case.guard_id).update(is_sealed=False)
    Conflict.objects.create(guard=case.guard, person=reader.person, reason="Neighbour")
    text = page(client, at(kay))
    assert "This is not everything" not in text and case.reference not in text
    client.force_login(hand.worker("No Body"))
    for rest in ("", "copy/"):
        page(client, at(kay, rest), 404)


def copy(client, kay, **said):
    answer = client.post(at(kay, "copy/"), {**PARTS, "file_form": "word", **said})
    assert answer.status_code == 200, answer.content.decode()[:2000]
    assert "no-store" in answer["Cache-Control"]
    body = answer.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            return book.read("word/document.xml").decode()
    with pdfplumber.open(io.BytesIO(body)) as pdf:
        return " ".join((one.extract_text() or "").replace("\n", " ") for one in pdf.pages)


@pytest.mark.parametrize("file_form", ["word", "pdf"])
def test_a_copy_masks_what_was_not_chosen_and_says_so(client, lead, kay, case, concern, file_form):
    page(client, at(kay, "copy/"))
    text = copy(client, kay, file_form=file_form)
    for words in ("Chronology: Kay Lowther", "Section 47", "somebody else", "own privacy"):
        assert words in text, words
    for words in ("Marsh", "Dez", "900321", "Beacon", "dentist", "Pat Neighbour"):
        assert words not in text, words
    entry = Entry.objects.get(verb="casefile.copy")
    assert entry.kind == "exported" and file_form in entry.detail and "Lowther" not in entry.detail


def test_a_copy_with_everything_still_hides_where_somebody_is(client, lead, kay, case, concern):
    every = ["words", "workers", "others", "contacts", "references", "reporters"]
    text = copy(client, kay, parts=every, name="K.L.")
    assert "Marsh" in text and "900321" in text and "Chronology: K.L." in text
    assert "Beacon" not in text and "Pat Neighbour" not in text
    assert "Kay" not in text and "Lowther" not in text
    assert "A safe contact" not in text


def test_a_copy_without_references_has_none_in_the_name_of_its_file(client, lead, kay, case):
    said = {**PARTS, "file_form": "word"}
    for parts, is_named in ((["words"], False), (["words", "references"], True)):
        answer = client.post(at(kay, "copy/"), {**said, "parts": parts})
        assert (kay.reference in answer["Content-Disposition"]) is is_named


def test_a_copy_hides_those_in_the_same_case_and_concern_too(client, lead, kay, case, concern):
    today = timezone.localdate()
    places = ("Gull Wharf", "Heron Mews", "Ibis Yard")
    others = [known.person(lead, name, "Oakes") for name in ("Bea", "Cy", "Di")]
    for one, place in zip(others, places, strict=True):
        actions.set_safe(lead, one.reference, address=place, contact="", reason="Hidden")
    CaseSubject.objects.create(case=case, subject=others[0].reference, name="Bea Oakes")
    ConcernPerson.objects.create(concern=concern, subject=others[1], role="child", position=9)
    pair = actions.propose(lead, kay.reference, others[2].reference)
    actions.decide(lead, pair.reference, "same", "One person")
    Guard.objects.filter(pk=others[2].guard_id).update(is_sealed=True)
    casework.record_advocacy(lead, case.reference, "has", "Vi Voice", "Since May", today=today)
    casework.write_note(
        lead,
        case.reference,
        "contact",
        "At gull wharf, HERON MEWS and Ibis Yard with Vi",
        today=today,
    )
    text = copy(client, kay)
    for words in ("gull", "HERON", "Ibis", "Vi Voice"):
        assert words not in text, words
    assert "Help to be heard: They have an advocate" in text and "Since May" in text


def test_a_copy_hides_how_it_is_safe_to_reach_whoever_reported(client, lead, kay, case, concern):
    said = (
        "May we leave a message: No, never.\n"
        "When it is safe, and when it is not: only between 10 and 2, while Wren is at work.\n"
        "Who else might hear a call or see a message: the lodger in the attic."
    )
    concern.reports.update(safe=said)
    words = (
        "Never mind. Rang only between 10 and 2; the lodger in the attic answered. Wren is at "
        "home. Who else might hear her?"
    )
    casework.write_note(lead, case.reference, "contact", words, today=timezone.localdate())
    text = " ".join(copy(client, kay).split())
    for hidden in ("between 10", "lodger", "Wren"):
        assert hidden not in text, hidden
    for kept in ("Never mind. Rang", "Who else might hear her?"):
        assert kept in text, kept


def test_a_copy_of_some_kinds_holds_no_others(client, lead, kay, case):
    text = copy(client, kay, sort=["visit"])
    assert "Seen at school" in text and "Counselling" not in text
    assert client.post(at(kay, "copy/"), {"parts": ["words"]}).status_code == 422


@pytest.mark.parametrize("size", [3, 150])
def test_statements_are_the_same_however_long_it_is(
    client, lead, kay, case, concern, monkeypatch, size
):
    monkeypatch.setattr(brand, "KEPT_SECONDS", 10**9)
    monkeypatch.setattr(limits, "KEPT_SECONDS", 10**9)
    now = timezone.now()
    Note.objects.bulk_create(
        Note(case=case, kind="note", words=f"Note {one}", happened_on=now.date(), written_at=now)
        for one in range(size)
    )
    taken = {
        "chronology": len(counted(client, at(kay))),
        "person": len(counted(client, f"/subjects/{kay.reference}/")),
    }
    assert taken == {name: STATEMENTS[name] for name in taken}
    assert f"Note {size - 1}" in page(client, at(kay) + "?all=1")


def test_a_supervision_that_nobody_confirmed_says_so_in_the_chronology(lead, case):
    Session.objects.create(
        case=case, kind="supervision", held_on=hand.TODAY, with_whom="Mag Manager",
        words="All well", next_on=hand.TODAY, recorded_by=lead.user,
    )  # fmt: skip
    rows = case_rows([case.pk])
    told = [one.more for one in rows if one.what == "session"]
    assert "Mag Manager (who has not confirmed it)" in told
