"""Pages of cases as those who use them meet them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.models import Conflict, Guard
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.cases import actions
from joinedup.cases.actions import NewPerson
from joinedup.cases.choices import CaseState
from joinedup.cases.models import Case, Closing, Enquiry, Flag, PanelListing, PlanItem
from joinedup.cases.views.deeds_of_cases import DEEDS
from joinedup.concerns import actions as front_actions
from joinedup.concerns.choices import Ending
from joinedup.referrals.models import Referral
from joinedup.subjects.actions import add_by_hand, set_safe
from joinedup.subjects.choices import Verdict
from joinedup.subjects.models import Link as SameLink
from joinedup.subjects.models import SafeAddress
from joinedup.subjects.rules.given import Given, GivenName
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as front
from tests.factories import referrals

pytestmark = pytest.mark.django_db
EMPTY = {"sent": "with nothing in it"}
DAY = dt.timedelta(days=1)
SAFE = {"reason": "safe", "words": "She lives with her aunt"}


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def manager():
    return hand.manager()


@pytest.fixture
def desk(client, manager):
    client.force_login(manager.user)
    return client


@pytest.fixture
def case(manager, today):
    return hand.opened(manager, on=today - 200 * DAY)


def page(client, where, status=200):
    answer = client.get(where)
    assert answer.status_code == status, where
    return answer.content.decode()


def at(case, rest=""):
    return f"/cases/{case.reference}/{rest}"


def do(client, case, deed, said, part=""):
    where = at(case, f"do/{deed}/") + (f"?part={part}" if part else "")
    page(client, where)
    answer = client.post(where, said)
    assert answer.status_code == 302, answer.content.decode()
    return hand.again(case)


def test_a_case_shows_its_one_lead_and_what_is_overdue(desk, case):
    text = page(desk, at(case))
    assert "Lead agency and person" in text and "Marlow Vale Council: Mag Manager" in text
    assert "months overdue" in text
    text = page(desk, "/cases/")
    assert text.index('id="overdue"') < text.index('id="cases"')
    assert "Workload and supervision" in text and "no target" in text


def test_a_case_is_opened_from_a_form(desk, manager):
    page(desk, "/cases/open/")
    assert desk.post("/cases/open/", EMPTY).status_code == 422
    said = {
        "name": "Kay Lowther", "age": "child", "route": "early_help",
        "lead_agency": make.agency().reference, "lead_person": manager.user.person.reference,
        "worker": manager.user.person.reference, "team": str(manager.user.person.team_id),
        "why": "Older men wait for her",
    }  # fmt: skip
    answer = desk.post("/cases/open/", said)
    assert answer.url == at(Case.objects.get())
    assert "Kay Lowther" in page(desk, answer.url)


@pytest.fixture
def decided():
    """A duty officer and a concern that was decided to become a case."""
    duty = front.duty()
    concern = front.taken(front.adult(), by=duty, types=("concern.adult_self_neglect",))
    front_actions.decide(
        duty, concern.reference, Ending.CASE, "Needs a worker", version=concern.version
    )
    return duty, front.now(concern.reference)


def test_a_concern_decided_to_become_a_case_waits_on_the_list_until_the_case_is_open(
    client, decided
):
    duty, concern = decided
    client.force_login(duty.user)
    where = f"/cases/open/?concern={concern.reference}"
    assert where in page(client, "/cases/")
    form = page(client, where)
    assert "Ned Oakes" in form and "Needs a worker" in form
    said = {
        "name": "Ned Oakes", "age": "adult", "route": "none", "lead_agency": make.agency().reference,
        "lead_person": duty.user.person.reference, "worker": duty.user.person.reference,
        "why": "Needs a worker",
    }  # fmt: skip
    assert client.post(where, said).status_code == 302
    case = Case.objects.get()
    assert front.now(concern.reference).case_reference == case.reference
    assert case.concerns.get().concern == concern.reference
    assert where not in page(client, "/cases/")


def test_one_concern_becomes_one_case_and_nothing_is_half_opened(decided, today):
    duty, concern = decided
    who, home = duty.user.person, make.agency()
    new = actions.NewCase("none", home.pk, who.pk, "Needs a worker", [NewPerson("Ned Oakes")])
    actions.open_case_from(duty, concern, new, today=today)
    with pytest.raises(Problem, match="not waiting for a case"):
        actions.open_case_from(duty, front.now(concern.reference), new, today=today)
    assert Case.objects.count() == 1


def test_who_may_not_work_on_a_concern_opens_no_case_from_it(desk, manager, decided, today):
    _, concern = decided
    page(desk, f"/cases/open/?concern={concern.reference}", 404)
    who, home = manager.user.person, make.agency()
    new = actions.NewCase("none", home.pk, who.pk, "Needs a worker", [NewPerson("Ned Oakes")])
    with pytest.raises(Refused):
        actions.open_case_from(manager, concern, new, today=today)
    assert not Case.objects.exists()


def test_every_deed_has_its_page_and_an_empty_form_says_what_to_do(desk, case):
    for name in DEEDS:
        page(desk, at(case, f"do/{name}/"))
    assert desk.post(at(case, "do/note/"), EMPTY).status_code == 422
    page(desk, at(case, "do/no-such-thing/"), 404)


def test_words_of_a_note_that_blame_are_asked_about_once_and_kept_with_the_reason(desk, case):
    note = at(case, "do/note/")
    said = {"kind": "visit", "words": "She puts herself at risk."}
    asked = desk.post(note, said)
    text = asked.content.decode()
    assert asked.status_code == 422 and "Not saved yet" in text and "Why these words stay" in text
    assert not case.notes.exists()
    both = desk.post(note, {**said, "kind": ""}).content.decode()
    assert "Choose what it is" in both and "Not saved yet" in both and "You need not say" in both
    again = {**said, "asked_about": "yes", "kept_because": "The school wrote it so"}
    wrong = desk.post(note, {**again, "kind": ""}).content.decode()
    assert "Choose what it is" in wrong and "Not saved yet" not in wrong
    assert desk.post(note, again).status_code == 302
    assert case.notes.get().kept_because == "The school wrote it so"
    assert "Words kept, because: The school wrote it so" in page(desk, at(case))
    assert desk.post(note, {**said, "kind": "views"}).status_code == 302
    assert "Why these words stay" not in page(desk, note)
    typed = desk.post("/concerns/words/", said).content.decode()
    assert "“puts herself at risk”" in typed and "<b>Instead:</b>" in typed
    theirs = desk.post("/concerns/words/", {**said, "kind": "views"}).content.decode()
    assert "Instead" not in theirs


def test_whoever_works_from_the_case_is_stopped_where_a_safe_contact_is_kept_apart(client, today):
    lead = make.lead("Lee Lead")
    client.force_login(lead.user)
    kay = add_by_hand(lead, Given(names=(GivenName("Kay", "", "Lowther"),)), today=today)
    twin = add_by_hand(lead, Given(names=(GivenName("Katherine", "", "Lowther"),)), today=today)
    people = [NewPerson("Kay Lowther", "child", None, kay.reference)]
    case = hand.opened(lead, people=people, on=today)
    assert "Stop before you ring" not in page(client, at(case))
    set_safe(lead, kay.reference, contact="Through her aunt only", address="", reason="He reads it")
    text = page(client, at(case))
    assert "Stop before you ring, write or visit Kay Lowther." in text
    assert "aunt only" not in text
    SafeAddress.objects.filter(subject=kay).update(subject=twin)
    assert "Stop before you ring" not in page(client, at(case))
    SameLink.objects.create(
        first=min(kay, twin, key=lambda one: one.pk), second=max(kay, twin, key=lambda one: one.pk),
        verdict=Verdict.SAME, reason="Same passport", by_ref=lead.ref,
    )  # fmt: skip
    assert "Stop before you ring, write or visit Kay Lowther." in page(client, at(case))
    third = add_by_hand(lead, Given(names=(GivenName("K", "", "Lowther"),)), today=today)
    SafeAddress.objects.filter(subject=twin).update(subject=third)
    assert "Stop before you ring" not in page(client, at(case))
    SameLink.objects.create(
        first=twin, second=third, verdict=Verdict.SAME, reason="Same school", by_ref=lead.ref
    )
    assert "Stop before you ring, write or visit Kay Lowther." in page(client, at(case))
    Conflict.objects.create(guard=kay.guard, person=lead.user.person, reason="Her uncle")
    text = page(client, at(case))
    assert "Stop before you ring, write or visit Kay Lowther." in text and kay.reference not in text


def test_the_work_of_a_case_is_done_on_its_pages(desk, case, today):
    theirs = referrals.county()
    do(desk, case, "note", {"kind": "views", "words": "“I want to go home”"})
    step = {"words": "Counselling", "who": "Willow", "due_on": "1/12/30", "is_support": "on"}
    do(desk, case, "step", step)
    item = PlanItem.objects.get()
    do(desk, case, "end-step", {"state": "done", "words": "Begun"}, item.reference)
    do(desk, case, "session", {"kind": "supervision", "with_whom": "Mag", "words": "Plan agreed"})
    do(desk, case, "wishes", {"wants": "Peace", "capacity": "has", "agreement": "agrees"})
    do(desk, case, "housing", {"result": "relief", "their_reference": "H-12"})
    do(desk, case, "exploitation", {"words": "Gifts, an older man"})
    do(desk, case, "exit", {"words": "He is in prison; she has people"})
    do(desk, case, "transition", {"words": "Adviser from her birthday"})
    enquiry = {"kind": "strategy", "owner": theirs.reference}
    do(desk, case, "enquiry", enquiry)
    made = Enquiry.objects.get()
    do(desk, case, "decide", {"decision": "goes_on", "words": "Section 47"}, made.reference)
    do(desk, case, "context", {"kind": "place", "name": "Car park behind the baths"})
    do(desk, case, "warning", {"words": "Visit in twos", "why": "A dog", "review_on": "1/12/30"})
    flag = Flag.objects.get()
    said = {"pick": theirs.reference, "basis": "basis.child_protection"}
    do(desk, case, "warning-told", said, flag.reference)
    text = page(desk, at(case))
    for words in ("“I want to go home”", "Counselling", "Peace", "Section 47", "Car park", "twos"):
        assert words in text, words
    do(desk, case, "warning-off", {"words": "The dog is gone"}, flag.reference)
    assert "Visit in twos" not in page(desk, at(case))
    do(desk, case, "member", {"name": "Nell Nurse", "part": "School nurse"})
    assert "Nell Nurse" in page(desk, at(case))


def test_route_and_lead_change_and_the_case_is_handed_over(desk, case):
    theirs = referrals.county()
    social = make.person("Sid Social", theirs)
    said = {
        "route": "child_protection", "lead_agency": theirs.reference,
        "lead_person": social.reference, "version": case.version,
    }  # fmt: skip
    now = do(desk, case, "route", said)
    assert (now.lead_agency, now.lead_person) == (theirs, social)
    other = hand.worker("Next Worker")
    said = {"person": other.person.reference, "summary": "Trusts the nurse"}
    do(desk, case, "handover", said)
    assert "Next Worker" in page(desk, at(case))


def test_a_referral_is_drafted_from_the_case_with_nothing_retyped(desk, case):
    said = {"receiver": "receiver.children_social_care", "age": "child", "signs": "on"}
    do(desk, case, "refer", said)
    row = Referral.objects.get()
    assert row.about == case.reference
    assert row.parts["worry"] == case.why and row.parts["person"] == "Kay Lowther"
    where = at(case, "do/refer/")
    wrong = {**said, "receiver": "receiver.exploitation_team"}
    assert "copy, never the referral" in desk.post(where, wrong).content.decode()


def test_the_closing_page_lists_what_keeps_it_open_and_what_to_do(desk, manager, case, today):
    row = referrals.sent(manager, case.guard, today=today - 9 * DAY)
    actions.find_exploitation(manager, case.reference)
    text = page(desk, at(case, "close/"))
    assert "3 things keep it open" in text
    assert "A referral is not decided." in text and row.reference in text
    assert "no signed exit assessment" in text and "Supervision is" in text
    answer = desk.post(at(case, "close/"), SAFE)
    assert answer.status_code == 422 and not Closing.objects.exists()
    assert "can’t be closed yet" in answer.content.decode()


def test_a_second_person_signs_and_the_one_who_asked_cannot(desk, client, manager, today):
    case = hand.opened(manager, on=today - 200 * DAY)
    second = hand.manager("Sec Ond")
    hand.supervised(second, case, today)
    assert "Nothing keeps it open" in page(desk, at(case, "close/"))
    assert desk.post(at(case, "close/"), SAFE).status_code == 302
    sign = at(case, f"sign/{Closing.objects.get().pk}/")
    assert "somebody else must sign" in page(desk, sign)
    assert "Who can sign as the second person: Sec Ond." in page(desk, at(case, "close/"))
    assert desk.post(sign, {"answer": "sign"}).status_code == 422
    client.force_login(second.user)
    assert "Waiting for your signature" in page(client, "/cases/")
    assert "Who can sign as the second person: Sec Ond." in page(client, at(case, "close/"))
    assert "A second person has to sign: Sec Ond." in page(client, at(case))
    assert client.post(sign, EMPTY).status_code == 422
    assert client.post(sign, {"answer": "sign"}).url == at(case)
    assert hand.again(case).state == CaseState.CLOSED
    assert "signed by Sec Ond" in page(client, at(case))
    do(client, case, "reopen", {"words": "Seen with him again"})
    assert hand.again(case).state == CaseState.OPEN


def test_a_closing_may_be_refused_with_the_reason(client, manager, today):
    case = hand.opened(manager, on=today - 200 * DAY)
    hand.supervised(manager, case, today)
    waits = actions.ask_to_close(manager, case.reference, hand.SAFE, today=today)
    client.force_login(hand.manager("Sec Ond").user)
    sign = at(case, f"sign/{waits.pk}/")
    assert client.post(sign, {"answer": "refuse"}).status_code == 422
    client.post(sign, {"answer": "refuse", "words": "Too soon"})
    assert hand.again(case).state == CaseState.OPEN


def test_a_place_on_a_panels_list_asks_the_same(desk, case):
    do(desk, case, "panel", {"panel": "mace", "why": "Seen in the park"})
    listed = PanelListing.objects.get()
    where = at(case, f"close/?part={listed.reference}")
    assert "Take off the list" in page(desk, where)
    assert desk.post(where, SAFE).status_code == 422


def test_a_worker_with_a_conflict_finds_no_trace_of_the_family(client, manager, today):
    case = hand.opened(manager, on=today - 200 * DAY, people=[NewPerson("Canary Name")])
    row = referrals.sent(manager, case.guard, today=today - 9 * DAY)
    other = hand.manager("Con Flict")
    Conflict.objects.create(guard=case.guard, person=other.user.person, reason="Her uncle")
    client.force_login(other.user)
    for where in ("/cases/", "/referrals/"):
        text = page(client, where)
        assert "Canary Name" not in text and row.reference not in text
    for where in (at(case), at(case, "close/"), f"/referrals/{row.reference}/"):
        page(client, where, 404)


def test_a_sealed_case_is_closed_to_those_who_do_not_work_on_it(client, case):
    Guard.objects.filter(pk=case.guard_id).update(is_sealed=True)
    client.force_login(hand.manager("Sec Ond").user)
    page(client, at(case), 404)
    assert case.name not in page(client, "/cases/")


@pytest.mark.parametrize("role", [Role.COUNCILLOR, Role.PARTNER, Role.SYSTEM_ADMINISTRATOR])
def test_people_without_casework_find_no_cases(client, case, role):
    client.force_login(make.account(role, name="Some One"))
    page(client, "/cases/", 404)
    page(client, at(case), 404)


def test_a_concern_that_is_to_be_a_case_leads_to_opening_it(client, decided):
    by, concern = decided
    client.force_login(by.user)
    text = page(client, f"/concerns/{concern.reference}/")
    assert f"/cases/open/?concern={concern.reference}" in text
    assert "nobody has opened it yet" in page(client, "/concerns/?tab=case")
