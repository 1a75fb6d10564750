"""What a search of the register finds: the same whether hits are walked or collected first."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from joinedup.access.choices import Role
from joinedup.access.models import Conflict
from joinedup.assurance import actions
from joinedup.assurance.models import Action
from joinedup.assurance.queries import found
from joinedup.assurance.queries.found import found_keys
from joinedup.assurance.queries.listing import choices_for, listing, texts_of
from joinedup.assurance.rules.look import Look
from tests.factories import assurance as made

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
TODAY = made.TODAY
WORDS = ("policy", "polic", "the policy", "zebra", "p", "write schools", "?!", "A2")


@pytest.fixture
def lead():
    return made.lead("Ada")


@pytest.fixture
def plans(lead):
    found = []
    for number in range(2):
        plan = made.plan(lead)
        rows = [
            made.new_row(f"Write the policy of part {one}", code=f"A{one}", status=status)
            for one, status in enumerate(("in_progress", "complete", "not_started", "complete"))
        ]
        rows.append(made.new_row(f"Write to schools about zebras {number}", code="B1"))
        actions.create_from_rows(lead, plan, rows, today=TODAY)
        found.append(plan)
    return found


def keys(user, look):
    sql, values = found_keys(user, look, TODAY)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [key for (key,) in cursor.fetchall()]


def collected_first(user, look):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(found, "_is_common", lambda *_: False)
        return keys(user, look)


@pytest.mark.parametrize("words", WORDS)
def test_walking_the_hits_finds_what_collecting_them_finds(lead, plans, words):
    look = Look(q=words)
    assert sorted(keys(lead.user, look)) == sorted(collected_first(lead.user, look))


def test_a_search_shows_closed_actions_too_unless_they_are_left_out(lead, plans):
    whole = keys(lead.user, Look(q="policy"))
    assert len(whole) == 8
    assert len(keys(lead.user, Look(q="policy", status=("open",)))) == 4
    one_plan = keys(lead.user, Look(q="policy", plan=plans[0].reference))
    assert set(one_plan) < set(whole) and len(one_plan) == 4


def test_a_conflict_closes_what_a_walk_would_find(lead, plans):
    Conflict.objects.create(guard=plans[0].guard, person=lead.user.person, reason="A relative")
    closed = set(Action.objects.filter(guard=plans[0].guard).values_list("pk", flat=True))
    other = made.account(Role.SAFEGUARDING_LEAD)
    assert closed & set(keys(other, Look(q="policy")))
    reader = type(lead.user).objects.get(pk=lead.user.pk)
    assert not closed & set(keys(reader, Look(q="policy")))


def test_a_search_stops_one_after_the_most_that_it_shows(lead, plans, monkeypatch):
    monkeypatch.setattr(found, "MOST_FOUND", 3)
    assert len(keys(lead.user, Look(q="write"))) == 4
    assert len(collected_first(lead.user, Look(q="write"))) == 4


def test_a_page_of_what_was_found_stands_in_the_order_asked_for(lead, plans):
    for sort, is_down in (("code", False), ("code", True), ("due", False), ("owner", True)):
        look = Look(q="write", sort=sort, is_down=is_down)
        page = listing(lead.user, look, TODAY, choices_for(lead.user, look, TODAY))
        assert page.total == len(page.lines) == 10
        if sort == "code":
            codes = [line.code for line in page.lines]
            assert codes == sorted(codes, reverse=is_down)


def test_another_word_is_searched_for_with_the_same_statement(lead, plans):
    asked = []
    for word in ("policy", "schools"):
        with CaptureQueriesContext(connection):
            asked.append(found_keys(lead.user, Look(q=word, priority="high"), TODAY))
    (first, one), (second, other) = asked
    assert first == second and one != other


def test_texts_of_three_actions_are_those_of_each(lead, plans):
    three = list(Action.objects.order_by("pk").values_list("pk", flat=True)[:3])
    assert texts_of(three) == {pk: texts_of([pk])[pk] for pk in three}
