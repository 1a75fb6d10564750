"""Places, vehicles, telephones and people that two records name: put forward, decided, taken back."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.models import Conflict, Guard
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.audit.actor import system
from joinedup.audit.models import Entry
from joinedup.casefile import actions, tying
from joinedup.casefile.erasing import Hands, erase_concern
from joinedup.casefile.models import NamedKey, Tie, TieDecision, TieEnd
from joinedup.casefile.queries.tie_net import net_of
from joinedup.casefile.queries.ties import named_too, tie_to_decide, ties_to
from joinedup.casefile.rules.ties import Limits
from joinedup.cases import actions as casework
from joinedup.concerns import actions as triage
from joinedup.concerns.models import Concern
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as worry
from tests.factories import subjects as known

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def lead():
    make.agency()
    return make.lead("Lee Lead")


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def case(lead):
    return hand.opened(lead)


def noted(lead, case, kind, name, words="", *, today):
    return casework.note_context(lead, case.reference, kind, name, words, today=today)


def shown(lead, reference, today):
    lead.user.__dict__.pop("_open_guards", None)
    return ties_to(lead.user, reference, today)


@pytest.mark.parametrize(
    ("kind", "name", "words", "person", "why"),
    [
        ("person_of_concern", "a man called Jay", "Rings from 07700 900123",
         {"words": "Telephone 07700 900 123 on the receipt"}, "Telephone number"),
        ("person_of_concern", "Jared Quillfeather", "",
         {"name": "Jared Quillfeather", "words": "Waits outside"}, "Name of a person"),
        ("place", "Car park behind Zorba’s, Fen Road", "",
         {"words": "A man", "found": "Zorba’s car park in Fen Road"}, "Place"),
        ("peer", "a girl called K", "Gets into a Ford van",
         {"words": "girl called K, Ford van"}, "How somebody or something was described"),
        ("online", "@night_owl_77", "", {"words": "Writes as @night_owl_77"}, "Online name"),
        ("licence", "Taxi badge 04178", "Fenmoor Cars",
         {"words": "He showed a driver’s badge number 4178"}, "Licence or badge number"),
        ("licence", "Taxi badge 0417", "A Ford van",
         {"words": "Ford van, taxi badge 417"}, "Licence or badge number"),
        ("person_of_concern", "a driver", "White Ford van AB19 CDE",
         {"words": "Van with the plate AB19 CDE"}, "Number plate"),
    ],
)  # fmt: skip
def test_what_a_case_and_a_concern_name_is_put_forward_at_entry(
    lead, case, today, kind, name, words, person, why
):
    noted(lead, case, kind, name, words, today=today)
    concern = worry.submitted(worry.suspect(**{"name": "", **person}))
    (tie,) = shown(lead, concern.reference, today)
    assert why in tie.why and tie.there.about == case.reference and tie.may_decide
    assert tie.there.on == today and "worker on the case" in tie.there.grade and tie.here.grade
    (back,) = shown(lead, case.reference, today)
    assert back.reference == tie.reference and back.there.about == concern.reference
    assert named_too(lead.user, case.reference, today) == 1


def test_a_girl_called_k_and_a_ford_van_surface_against_two_other_reports(lead, case, today):
    first = worry.submitted(worry.suspect(name="", words="A girl called Kay got out of a Ford van"))
    second = worry.submitted(worry.child(name="", words="Waits for the Ford van, called K"))
    casework.note_follow_up(lead, case.reference, "girl called K, Ford van", today=today)
    others = {one.there.about for one in shown(lead, case.reference, today)}
    assert others == {first.reference, second.reference}


def test_what_is_common_or_thin_ties_nobody(lead, case, today):
    noted(lead, case, "place", "The car park", today=today)
    noted(lead, case, "peer", "a girl called K", today=today)
    noted(lead, case, "person_of_concern", "a driver", "A Ford van", today=today)
    worry.submitted(worry.suspect(name="", words="A driver, Ford van", found="car park"))
    worry.submitted(worry.suspect(name="", words="boy called K"))
    assert not Tie.objects.exists()


def test_what_happened_or_a_short_number_ties_nobody(lead, case, today):
    noted(lead, case, "event", "Missing from home overnight", today=today)
    noted(lead, case, "licence", "Premises licence 4178", today=today)
    noted(lead, case, "licence", "Taxi badge 417", today=today)
    other = hand.opened(lead)
    noted(lead, other, "event", "Missing from home again", today=today)
    worry.submitted(worry.suspect(name="", words="Taxi badge 4178", found="Missing from home"))
    worry.submitted(worry.suspect(name="", words="Taxi badge 417"))
    assert not Tie.objects.exists()


def test_what_very_many_records_name_ties_none_of_them(lead, case, today, monkeypatch):
    monkeypatch.setattr(tying, "limits_on", lambda day: Limits(5.0, 3))
    for _ in range(2):
        worry.submitted(worry.suspect(name="", words="By the gate", found="Marsby Grammar gate"))
    before = Tie.objects.count()
    noted(lead, case, "place", "Marsby Grammar gate", today=today)
    assert Tie.objects.count() == before == 1


def test_the_case_and_the_concern_it_came_from_are_no_news_to_each_other(lead, case, today):
    concern = worry.submitted(worry.suspect(name="Jared Quillfeather"))
    casework.link_concern(lead, case.reference, concern.reference, concern.guard, today=today)
    noted(lead, case, "person_of_concern", "Jared Quillfeather", today=today)
    assert not Tie.objects.exists()


@pytest.fixture
def tie(lead, case, today):
    noted(lead, case, "person_of_concern", "Jared Quillfeather", "Drives", today=today)
    concern = worry.submitted(worry.suspect(name="Jared Quillfeather", words="Waits"))
    (found,) = shown(lead, concern.reference, today)
    return concern.reference, found.reference


def test_a_person_decides_and_takes_it_back_and_all_stands_as_before(lead, case, tie, today):
    at, ref = tie
    before = shown(lead, at, today)
    tables = (NamedKey, Tie, TieEnd)
    rows = [list(table.objects.order_by("pk").values()) for table in tables]
    for words, match in (("", "Say why"), (" ", "Say why")):
        with pytest.raises(Problem, match=match):
            actions.decide_tie(lead, at, ref, "same", "likely", words)
    with pytest.raises(Problem, match="how good"):
        actions.decide_tie(lead, at, ref, "same", "", "Both say so")
    with pytest.raises(Problem, match="whether it is the same"):
        actions.decide_tie(lead, at, ref, "taken_back", "", "Both say so")
    with pytest.raises(Problem, match="Nothing is decided"):
        actions.take_back_tie(lead, at, ref, 1, "In error")
    first = actions.decide_tie(lead, at, ref, "same", "likely", "One man, both say so")
    (now,) = shown(lead, case.reference, today)
    assert (now.decision.verdict, now.decision.grade) == ("same", "likely")
    with pytest.raises(Problem, match="already"):
        actions.decide_tie(lead, at, ref, "not_same", "", "No")
    actions.take_back_tie(lead, case.reference, ref, first.pk, "Another man")
    after = shown(lead, at, today)
    assert [(one.reference, one.why, one.here, one.there, one.may_decide) for one in after] == [
        (one.reference, one.why, one.here, one.there, one.may_decide) for one in before
    ]
    assert rows == [list(table.objects.order_by("pk").values()) for table in tables]
    actions.decide_tie(lead, at, ref, "not_same", "", "His cousin")
    assert named_too(lead.user, at, today) == 0
    with pytest.raises(Problem, match="decided this anew"):
        actions.take_back_tie(lead, at, ref, first.pk, "From a page opened before")
    verbs = set(Entry.objects.filter(chain=case.reference).values_list("verb", flat=True))
    assert {"casefile.decide_tie", "casefile.take_back_tie"} <= verbs
    with pytest.raises(DatabaseError), transaction.atomic():
        TieDecision.objects.all().delete()


def test_only_who_may_see_both_sees_both(lead, case, tie, today):
    at, ref = tie
    worker, dot = by_user(hand.worker()), worry.duty()
    (seen,) = shown(worker, case.reference, today)
    assert seen.there is None and seen.speak_to and not seen.may_decide
    assert seen.why == ("Name of a person",) and named_too(worker.user, case.reference, today) == 1
    with pytest.raises(Refused):
        actions.decide_tie(worker, at, ref, "same", "likely", "Both say so")
    actions.decide_tie(lead, at, ref, "not_same", "", "His cousin")
    assert shown(worker, case.reference, today) == []
    assert len(shown(dot, at, today)) == 1
    Guard.objects.filter(about=case.reference).update(is_sealed=True)
    assert shown(dot, at, today) == [] and named_too(dot.user, at, today) == 0
    Guard.objects.filter(about=case.reference).update(is_sealed=False)
    Conflict.objects.create(guard=case.guard, person=lead.user.person, reason="Neighbour")
    assert shown(lead, at, today) == []
    with pytest.raises(Refused):
        tie_to_decide(lead.user, at, ref, today)
    with pytest.raises(Refused):
        actions.take_back_tie(lead, at, ref, 1, "Why")


def test_the_net_is_read_in_as_many_statements_whatever_it_leads_to(lead, case, today):
    noted(lead, case, "person_of_concern", "Jared Quillfeather", today=today)
    counts = []
    for number in range(3):
        worry.submitted(worry.suspect(name="Jared Quillfeather"))
        found = shown(lead, case.reference, today)
        with CaptureQueriesContext(connection) as seen:
            net = net_of(lead.user, case.reference, found, today)
        assert net is not None and len(net.picture.records) == number + 2
        counts.append(len(seen))
    assert counts[0] == counts[1] == counts[2]


def test_a_conflict_noted_later_on_somebody_takes_the_concern_from_what_is_shown(
    lead, case, today, django_assert_num_queries
):
    noted(lead, case, "person_of_concern", "Jared Quillfeather", today=today)
    ada = known.at_home(lead, "Ada", "Fennimore")
    child = worry.child(name="Ada Fennimore", phone="07700 900123")
    worry.submitted(child, worry.suspect(name="Jared Quillfeather"))
    (tie,) = shown(lead, case.reference, today)
    with django_assert_num_queries(1):
        assert named_too(lead.user, case.reference, today) == 1
    Conflict.objects.create(guard=ada.guard, person=lead.user.person, reason="Aunt")
    assert shown(lead, case.reference, today) == [] and tie.may_decide
    assert named_too(lead.user, case.reference, today) == 0
    with pytest.raises(Refused):
        tie_to_decide(lead.user, case.reference, tie.reference, today)


def test_the_daily_look_finds_what_older_records_name_and_asks_of_each_once(
    lead, case, tie, today, monkeypatch
):
    at, _ = tie
    bare = hand.opened(lead)
    for table in (TieEnd, Tie):
        table.objects.all()._raw_delete("default")
    NamedKey.objects.filter(about=case.reference)._raw_delete("default")
    monkeypatch.setattr(tying, "RECENT", dt.timedelta(days=-2))
    assert tying.to_look_at(today) == sorted([case.reference, bare.reference])
    for one in tying.to_look_at(today):
        actions.look_for_ties(system("daily"), [one], today=today)
    assert TieEnd.objects.filter(about=at).count() == 1 and tying.to_look_at(today) == []
    NamedKey.objects.filter(about=at, part="").update(sign="")
    assert tying.to_look_at(today) == [at]
    actions.look_for_ties(system("daily"), [at], today=today)
    assert tying.to_look_at(today) == []
    monkeypatch.undo()
    assert tying.to_look_at(today) == sorted([at, case.reference])
    assert actions.look_for_ties(system("daily"), [at], today=today) == 0
    with pytest.raises(Refused):
        actions.look_for_ties(by_user(make.account(Role.COUNCILLOR)), [at], today=today)


def test_what_no_longer_holds_ties_no_more(lead, case, today):
    made = noted(lead, case, "person_of_concern", "Jared Quillfeather", today=today)
    casework.end_context(lead, case.reference, made.pk, "He moved away", today=today)
    worry.submitted(worry.suspect(name="Jared Quillfeather"))
    assert not Tie.objects.exists()


def test_ties_go_with_the_record_that_is_erased(lead, tie, today):
    at, ref = tie
    actions.decide_tie(lead, at, ref, "same", "likely", "One man")
    with transaction.atomic():
        counts = erase_concern(
            Concern.objects.get(reference=at),
            Hands(lead.user, lead.user, timezone.now()),
        )
    assert counts["casefile.TieDecision"] == 1 and not Tie.objects.exists()
    assert not NamedKey.objects.filter(about=at).exists()


def test_somebody_added_later_is_looked_for_too(lead, case, today):
    noted(lead, case, "person_of_concern", "Jared Quillfeather", today=today)
    concern = worry.taken(worry.adult(), by=lead)
    assert shown(lead, concern.reference, today) == []
    triage.add_person(lead, concern.reference, worry.suspect(name="Jared Quillfeather"))
    assert len(shown(lead, concern.reference, today)) == 1
