"""Statements of the pages of papers: as many as the reviewed list allows, at every size."""

import pytest
from django.utils import timezone

from joinedup.assurance.actions import create_from_rows
from joinedup.assurance.rules.state import OwnerMark
from joinedup.papers.models import Paper
from tests.factories import assurance as made
from tests.factories import papers
from tests.pages.test_statements import STATEMENTS, counted
from tests.pages.test_statements import nothing_runs_out as nothing_runs_out

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files_folder(tmp_path, settings):
    settings.FILES_FOLDER = tmp_path / "files"


def about_a_plan_of(lead, size):
    """A paper ready to be published, about a plan of so many actions."""
    plan, today = made.plan(lead), timezone.localdate()
    owners = [OwnerMark(made.post().reference, "As printed")]
    rows = [
        made.new_row(f"Action {number}", code=f"A{number}", owners=tuple(owners))
        for number in range(size)
    ]
    create_from_rows(lead, plan, rows, today=today)
    return papers.ready(lead, plans=[plan.reference])


@pytest.mark.parametrize("size", [5, 60])
def test_the_pages_of_a_paper_take_the_same_statements_however_long_its_plan(client, size):
    lead = made.lead()
    at = f"/papers/{about_a_plan_of(lead, size).reference}/"
    client.force_login(lead.user)
    places = {"paper_work": "work/", "paper_clearance": "clearance/", "paper_preview": "preview/"}
    taken = {name: len(counted(client, f"{at}{place}")) for name, place in places.items()}
    assert taken == {name: STATEMENTS[name] for name in taken}


@pytest.mark.parametrize("size", [1, 12])
def test_the_list_and_a_published_paper_take_the_same_statements_at_every_size(client, size):
    lead, who = made.lead(), papers.clearer()
    for _ in range(size - 1):
        papers.started(lead)
    paper = papers.published(lead, who)
    client.force_login(lead.user)
    places = {"papers": "/papers/", "paper": f"/papers/{paper.reference}/"}
    taken = {name: len(counted(client, place)) for name, place in places.items()}
    assert Paper.objects.count() == size
    assert taken == {name: STATEMENTS[name] for name in taken}
