"""Whom a concern can go to, in the order in which they are wanted; and kinds in their groups."""

from __future__ import annotations

import pytest

from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(worry.duty().user)
    return client


def test_those_the_rules_demand_come_first_then_the_usual_then_the_rest(desk):
    concern = worry.submitted(worry.child("12"), types=("concern.county_lines",))
    text = desk.get(f"/concerns/{concern.reference}/send/").content.decode()
    order = ("First, as the rules ask", "to=receiver.children_social_care",
             "Usual for this kind of concern", "to=receiver.police", "Others",
             "to=receiver.adult_social_care")  # fmt: skip
    places = [text.index(one) for one in order]
    assert places == sorted(places)
    assert "to=receiver.exploitation_team" not in text


def test_where_nothing_is_known_all_stand_in_one_list(desk):
    concern = worry.submitted(worry.adult())
    text = desk.get(f"/concerns/{concern.reference}/send/").content.decode()
    assert "First, as the rules ask" not in text and "to=receiver.marac" in text


def test_kinds_of_concern_stand_in_groups_and_slavery_is_named_apart(desk):
    concern = worry.submitted(worry.child("12"))
    text = desk.get(f"/concerns/{concern.reference}/kinds/").content.decode()
    groups = [text.index(f">{one}</p>") for one in ("Exploitation", "Children", "Other")]
    assert groups == sorted(groups) and "Adults (Care Act)" in text
    assert "Modern slavery of an adult" in text
    assert "Modern slavery and trafficking of a child" in text
