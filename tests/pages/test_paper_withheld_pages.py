"""Pages of a version that is withheld: a sentence for those who read, everything for those who write."""

from __future__ import annotations

import pytest
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.papers import actions, press
from joinedup.papers.models import Paper, Withholding
from tests.factories import assurance as make
from tests.factories import papers

pytestmark = pytest.mark.django_db
SECRET = "Bramley offers the training at a price nobody else has."


@pytest.fixture(autouse=True)
def files_folder(tmp_path, settings):
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def lead():
    return make.lead("Ada Lead")


@pytest.fixture
def who():
    return papers.clearer()


@pytest.fixture
def paper(lead, who):
    """A paper that is out, with words that should not have been."""
    made = papers.written(lead, papers.started(lead), who)
    actions.write_section(
        lead, made.reference, "training", made.version, heading="A contract", prose=SECRET
    )
    papers.checked(lead, papers.cleared(lead, Paper.objects.get(pk=made.pk), who))
    press.publish(lead, made.reference, today=papers.TODAY)
    return Paper.objects.get(pk=made.pk)


@pytest.fixture
def councillor():
    return make.account(Role.COUNCILLOR, name="Cllr Cole")


def at(paper, rest=""):
    return f"/papers/{paper.reference}/{rest}"


def text(client, where, status=200):
    answer = client.get(where)
    assert answer.status_code == status, where
    return answer.content.decode()


def test_a_councillor_reads_that_it_is_withheld_and_nothing_that_stands_in_it(
    client, lead, paper, councillor
):
    client.force_login(councillor)
    places = [at(paper), at(paper, "versions/1/")]
    files = [at(paper, f"versions/1/files/{form}/") for form in ("word", "pdf")]
    assert all(SECRET in text(client, one) for one in places)
    assert all(client.get(one).status_code == 200 for one in files)
    actions.withhold(lead, paper.reference, 1, "The price of Bramley")
    for one in places:
        told = text(client, one)
        assert (
            "Version 1 is withheld since" in told and "A corrected version takes its place" in told
        )
        assert "Bramley" not in told and "Word document" not in told and "Hand it out" not in told
    for one in files:
        assert client.get(one)["Location"] == at(paper, "versions/1/")
    text(client, at(paper, "versions/1/withhold/"), 404)
    assert paper.subject in text(client, "/papers/")


def test_who_prepares_papers_withholds_reads_it_still_and_hands_it_out_again(
    client, lead, paper, councillor
):
    client.force_login(lead.user)
    where = at(paper, "versions/1/withhold/")
    assert where in text(client, at(paper))
    assert client.post(where, {"reason": " "}).status_code == 422
    assert client.post(where, {"reason": "A price"})["Location"] == at(paper, "versions/1/")
    told = text(client, at(paper, "versions/1/"))
    assert SECRET in told and "because you prepare papers" in told
    assert client.get(at(paper, "versions/1/files/pdf/")).status_code == 200
    assert client.post(where, {"reason": "A price"}).status_code == 422
    again = at(paper, "versions/1/hand-out/")
    client.post(again, {"reason": "It was let"})
    assert Withholding.objects.get().end_reason == "It was let"
    text(client, at(paper, "versions/9/withhold/"), 404)
    client.force_login(councillor)
    assert SECRET in text(client, at(paper))


def test_why_a_withheld_version_was_corrected_is_told_to_those_who_write_alone(
    client, lead, who, paper, councillor
):
    actions.correct(lead, paper.reference, "Bramley asked for it", today=papers.TODAY)
    papers.checked(lead, papers.cleared(lead, Paper.objects.get(pk=paper.pk), who))
    press.publish(lead, paper.reference, today=papers.TODAY)
    client.force_login(councillor)
    assert "Bramley asked for it" in text(client, at(paper))
    actions.withhold(lead, paper.reference, 2, "A price")
    for where in (at(paper, "versions/1/"), at(paper, "versions/2/")):
        assert "Bramley asked" not in text(client, where)
    client.force_login(lead.user)
    assert "Bramley asked for it" in text(client, at(paper, "versions/2/"))


def test_publishing_a_correction_warns_of_what_stays_public(client, lead, who, paper):
    today = timezone.localdate()
    actions.correct(lead, paper.reference, "A part is exempt.", today=papers.TODAY)
    papers.exempted(lead, paper, SECRET)
    papers.checked(lead, papers.cleared(lead, Paper.objects.get(pk=paper.pk), who), today)
    Paper.objects.filter(pk=paper.pk).update(urgency="It could not wait")
    client.force_login(lead.user)
    where = at(paper, "publish/")
    told = text(client, where)
    assert "Version 1 shows everybody who reads papers what is exempt now: A contract" in told
    now = Paper.objects.get(pk=paper.pk).version
    refused = client.post(where, {"do": "publish", "version": now})
    assert refused.status_code == 422
    assert "Withhold it, or say that it may stay" in refused.content.decode()
    actions.withhold(lead, paper.reference, 1, "A price")
    assert "shows everybody" not in text(client, where)
    assert client.post(where, {"do": "publish", "version": now})["Location"] == at(paper, "making/")
