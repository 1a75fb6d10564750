"""What should worry a councillor, on one page however much there is to say."""

import datetime as dt
import io

import pdfplumber
import pytest

from joinedup.assurance.actions import create_from_rows
from joinedup.assurance.rules.new_row import NewDue
from joinedup.documents.blocks import Report
from joinedup.documents.writing import write_pdf
from joinedup.papers.contents import build_section
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db

TODAY = make.TODAY
LONG = "Agree with every service of the county how a worry is passed on and who answers. " * 6


def test_the_worst_fit_on_one_page_however_long_their_words_are(lead):
    plan = make.plan(lead, "Plan of long words")
    began = TODAY - dt.timedelta(days=70)
    due = (TODAY - dt.timedelta(days=40)).isoformat()
    rows = [
        make.new_row(f"{n} {LONG}", code=f"A{n}", due=NewDue(due, due), priority="high")
        for n in range(12)
    ]
    create_from_rows(lead, plan, rows, today=began, as_of=began)
    blocks = build_section("worry_page", [plan], TODAY, TODAY, lead.user)
    with pdfplumber.open(io.BytesIO(write_pdf(Report("Worry", tuple(blocks))))) as made:
        assert len(made.pages) == 1
    assert "These are the 8 worst." in " ".join(blocks[0].pieces())
