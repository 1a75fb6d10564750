"""The page behind a link from a reminder: public, for one action, once, with nothing typed lost."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from joinedup.assurance.actions import ask_for_evidence, declare_complete
from joinedup.assurance.actions.chasing import chase_now, revoke_answers
from joinedup.assurance.models import Evidence, Update
from joinedup.notices.models import Link, Notice
from tests.factories import assurance as make
from tests.factories.chasing import DAY, SITE, somebody, tokens

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_tries():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def lead():
    return make.lead("Lea Lead")


@pytest.fixture
def row(lead):
    today = timezone.localdate()
    owner = somebody("Ann Lee")
    plan = make.plan(lead)
    return make.owned(lead, plan, owner, due_on=today - 5 * DAY, today=today - 60 * DAY)


@pytest.fixture
def address(lead, row):
    chase_now(lead, [row.reference], SITE, today=timezone.localdate())
    return reverse("answer_by_link", args=tokens(Notice.objects.get().body))


@pytest.fixture
def owner():
    """Somebody without a session, whose browser is asked for every token."""
    return Client(enforce_csrf_checks=True)


def text(answer):
    return answer.content.decode()


def test_opening_it_shows_the_one_action_and_changes_nothing(owner, address, row):
    before = Update.objects.count()
    page = owner.get(address)
    assert page.status_code == 200
    assert row.title in text(page)
    assert "Ann Lee" not in text(page)
    assert page["Referrer-Policy"] == "no-referrer"
    assert "no-store" in page["Cache-Control"]
    assert owner.head(address).status_code in (200, 405)
    assert Update.objects.count() == before
    assert Link.objects.get().used_at is None


def test_an_answer_is_recorded_and_thanked_for_and_the_link_is_spent(owner, address, row):
    sent = owner.post(address, {"how": "", "words": "Half of it is there."}, follow=True)
    assert "Thank you, your answer is recorded" in text(sent)
    assert Update.objects.filter(action=row, words="Half of it is there.").exists()
    again = owner.get(address)
    assert again.status_code == 410
    assert "You have answered with this link" in text(again)
    assert "Send me a new link" in text(again)
    late = owner.post(address, {"words": "More."})
    assert late.status_code == 410


def test_a_mistake_loses_nothing_that_was_typed(owner, address):
    typed = {
        "how": "done", "words": "A long story.", "reason": "Staff left.", "new_on": "31/2/2030",
        "link": "not an address", "about_on": "1/1/2020",
    }  # fmt: skip
    page = owner.post(address, typed)
    assert page.status_code == 422
    for words in ("A long story.", "Staff left.", "31/2/2030", "not an address", "1/1/2020"):
        assert words in text(page)
    assert "There is a problem" in text(page)
    assert Link.objects.get().used_at is None


def test_nothing_at_all_is_asked_again(owner, address):
    page = owner.post(address, {"how": "", "words": " "})
    assert "Write how it stands, propose a new date, or attach evidence" in text(page)


def test_evidence_comes_with_it(owner, address, row):
    file = SimpleUploadedFile("minute.txt", b"Agreed by the board.")
    owner.post(address, {"how": "done", "words": "", "file": file})
    assert Evidence.objects.get().action == row
    row.refresh_from_db()
    assert (row.status, row.proof) == ("complete", "evidenced")


def test_links_that_are_over_say_so_kindly(owner, address, lead, row):
    assert owner.get(reverse("answer_by_link", args=["no-such-token"])).status_code == 404
    Link.objects.update(expires_at=timezone.now() - dt.timedelta(minutes=1))
    assert "This link has run out" in text(owner.get(address))
    Link.objects.update(expires_at=timezone.now() + dt.timedelta(days=1))
    revoke_answers(lead, row.reference)
    stopped = owner.get(address)
    assert stopped.status_code == 410
    assert "A newer link took its place" in text(stopped)


def test_a_new_link_is_sent_to_the_old_address(owner, address):
    owner.post(address, {"words": "Once."})
    said = owner.post(f"{address}again/")
    assert "a new link is on its way" in text(said)
    assert Notice.objects.latest("pk").recipient == "ann@example.org"
    token = tokens(Notice.objects.latest("pk").body)[0]
    assert owner.get(reverse("answer_by_link", args=[token])).status_code == 200


def test_a_new_link_for_a_token_nobody_has_says_the_same(owner):
    said = owner.post(reverse("answer_again", args=["no-such-token"]))
    assert "a new link is on its way" in text(said)
    assert not Notice.objects.exists()


def test_guessing_is_stopped_after_a_while_but_a_good_answer_is_not(owner, address, row):
    wrong = reverse("answer_by_link", args=["guess"])
    seen = {owner.get(wrong).status_code for _ in range(70)}
    assert seen == {404, 429}
    sent = owner.post(address, {"words": "Still heard."})
    assert sent.status_code == 302
    assert Update.objects.filter(action=row, words="Still heard.").exists()


def test_who_is_asked_for_evidence_reads_what_was_asked_for(owner, lead, row):
    today = timezone.localdate()
    declare_complete(lead, row.reference, "Done.", today=today)
    ask_for_evidence(lead, row.reference, "Please send the signed register.", today=today)
    chase_now(lead, [row.reference], SITE, today=today)
    notice = Notice.objects.latest("pk")
    assert "signed register" not in notice.body
    page = text(owner.get(reverse("answer_by_link", args=tokens(notice.body))))
    assert "Evidence has been asked for" in page
    assert "Please send the signed register." in page
