"""A plan in its printed layout."""

import pytest
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.assurance import actions
from joinedup.assurance.models import Plan
from joinedup.assurance.queries.printed_plan import printed_plan
from joinedup.assurance.rules.new_row import Printed
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db


def test_a_status_column_shows_its_own_words_where_another_cell_said_how_it_stands():
    by = by_user(make.account(Role.SAFEGUARDING_LEAD))
    plan = make.plan(by)
    columns = [("title", "Action"), ("status", "RAG"), ("progress", "Progress")]
    Plan.objects.filter(pk=plan.pk).update(
        columns=[{"role": role, "heading": heading} for role, heading in columns]
    )
    printed = {
        "title": Printed("Review the guide"),
        "status": Printed("Ongoing"),
        "progress": Printed("Ongoing"),
    }
    rows = [
        make.new_row(
            "Review the guide", printed={**printed, "Status as printed": Printed("Green")}
        ),
        make.new_row("Review the guide", printed=printed),
    ]
    today = timezone.localdate()
    actions.create_from_rows(by, plan, rows, today=today)
    shown = printed_plan(by, plan.reference, today).rows
    assert [[cell.printed for cell in row.cells] for row in shown] == [
        ["Review the guide", "Green", "Ongoing"],
        ["Review the guide", "Ongoing", "Ongoing"],
    ]
