"""The register as people see it. Everything here is already narrowed to its reader."""

from joinedup.assurance.queries.past import changes_between_dates, state_as_at
from joinedup.assurance.queries.plans import plan_page, plans, shown_plan
from joinedup.assurance.queries.register import Row, rows_for
from joinedup.assurance.queries.sources import responses, source_page, sources
from joinedup.assurance.queries.thread import Thread, action_thread
from joinedup.assurance.queries.work import Work, left_behind, my_work, saved_views

__all__ = [
    "Row",
    "Thread",
    "Work",
    "action_thread",
    "changes_between_dates",
    "left_behind",
    "my_work",
    "plan_page",
    "plans",
    "responses",
    "rows_for",
    "saved_views",
    "shown_plan",
    "source_page",
    "sources",
    "state_as_at",
]
