"""Saying on a page what later information changes."""

from __future__ import annotations

import pytest

from joinedup.concerns import actions
from joinedup.concerns.choices import ConcernState, Ending
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(client):
    dot = worry.duty()
    concern = worry.taken(worry.adult(), by=dot)
    actions.decide(dot, concern.reference, Ending.ADVICE, "Because", version=concern.version)
    actions.add_information(dot, worry.new(words="Seen again"), concern=concern.reference)
    client.force_login(dot.user)
    return worry.now(concern.reference)


def test_the_page_of_a_concern_leads_to_what_its_news_changes(client, told):
    page = client.get(f"/concerns/{told.reference}/").content.decode()
    assert f"/concerns/{told.reference}/news/" in page
    said = {"answer": "nothing", "reason": "", "version": told.version}
    answer = client.post(f"/concerns/{told.reference}/news/", said)
    assert answer.status_code == 422 and "Say why it changes nothing" in answer.content.decode()
    answer = client.post(f"/concerns/{told.reference}/news/", {**said, "reason": "Known already"})
    assert answer.url == f"/concerns/{told.reference}/"
    assert "because: Known already" in client.get(answer.url).content.decode()
    assert not worry.now(told.reference).has_news


def test_news_may_put_it_back_into_the_queue(client, told):
    said = {"answer": "again", "reason": "", "version": told.version}
    client.post(f"/concerns/{told.reference}/news/", said)
    assert worry.now(told.reference).state == ConcernState.RECEIVED
