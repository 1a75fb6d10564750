"""Pages of the library: kept through its forms, read by everybody."""

from __future__ import annotations

import pytest
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.models import Agency
from joinedup.library.models import Item, ProcessDuty, Review
from tests.factories import assurance as make
from tests.factories import library

pytestmark = pytest.mark.django_db
PROTOCOL = {"kind": "protocol", "title": "Escalation protocol", "processes": ["escalation"],
            "words": "When we do not agree."}  # fmt: skip


@pytest.fixture
def keeper(client):
    client.force_login(make.lead("Lea Lead").user)
    return client


def test_a_protocol_is_added_read_changed_reviewed_and_withdrawn(keeper):
    owner = make.post("Partnership Manager")
    typed = {**PROTOCOL, "owner": owner.reference}
    answer = keeper.post("/library/items/add/", typed)
    made = Item.objects.get()
    at = f"/library/items/{made.reference}/"
    assert answer["Location"] == at
    assert "Challenge and escalation" in keeper.get(at).content.decode()
    assert "Escalation protocol" in keeper.get("/library/").content.decode()
    keeper.post(f"{at}edit/", {**typed, "title": "New title", "version": "1"})
    said = {"verdict": "wrong", "words": "The number is old"}
    assert keeper.post(f"{at}review/", {"verdict": "wrong"}).status_code == 422
    keeper.post(f"{at}review/", said)
    page = keeper.get(at).content.decode()
    assert "New title" in page and "The number is old" in page and "Not right" in page
    keeper.post(f"{at}ask/")
    keeper.post(f"{at}withdraw/", {"reason": "Replaced"})
    assert "Replaced" in keeper.get(at).content.decode()
    assert "New title" in keeper.get("/library/items/?show=withdrawn").content.decode()
    keeper.post(f"{at}reopen/")
    assert Item.objects.get().state == "open"


def test_who_does_what_is_said_and_ended(keeper):
    post = make.post("Partnership Manager")
    assert "Nobody leads" in keeper.get("/library/").content.decode()
    typed = {"process": "escalation", "duty": "leads", "holder": post.reference}
    assert keeper.post("/library/duties/", {**typed, "duty": ""}).status_code == 422
    keeper.post("/library/duties/", typed)
    page = keeper.get("/library/").content.decode()
    assert "Partnership Manager, Marlow Vale Council" in page
    keeper.post(f"/library/duties/{ProcessDuty.objects.get().pk}/end/")
    assert ProcessDuty.objects.get().to_on is not None


def test_all_reviews_can_be_seen_and_a_page_that_cuts_them_says_so(keeper):
    made = library.item()
    Review.objects.bulk_create(
        Review(item=made, on=made.reviewed_on, verdict="right", words=f"Look {n}.", by_ref="x")
        for n in range(23)
    )
    at = f"/library/items/{made.reference}/"
    page = keeper.get(at).content.decode()
    assert "the newest 20 of 23" in page and "Look 0." not in page
    page = keeper.get(f"{at}?reviews=all").content.decode()
    assert "Look 0." in page and "the newest" not in page


def test_an_item_whose_owner_has_no_address_says_that_nobody_can_be_asked(keeper):
    made = library.item()
    at = f"/library/items/{made.reference}/"
    Agency.objects.update(contact_email="")
    page = keeper.get(at).content.decode()
    assert "Nobody can be asked by mail" in page and f'action="{at}ask/"' not in page
    Agency.objects.update(contact_email="web@rowan.example.org")
    assert f'action="{at}ask/"' in keeper.get(at).content.decode()


def test_everybody_reads_and_only_those_who_keep_it_may_write(client, keeper):
    made = library.item(today=timezone.localdate())
    client.force_login(make.account(Role.CASEWORKER, name="Cal Caseworker"))
    for address in ("/library/", "/library/items/", "/library/definitions/"):
        assert client.get(address).status_code == 200
    at = f"/library/items/{made.reference}/"
    assert "Change it" not in client.get(at).content.decode()
    for step in ("edit", "review", "withdraw", "reopen", "ask"):
        assert client.post(f"{at}{step}/").status_code == 404
    assert client.post("/library/duties/").status_code == 404
    assert not Review.objects.exists()


def test_definitions_say_their_dates_and_sources(keeper):
    page = keeper.get("/library/definitions/").content.decode()
    assert "since 16 February 2017" in page and "Its forms, counted apart" in page
    assert "from 1 June 2009 to 15 February 2017" in page
