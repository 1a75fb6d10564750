"""Figures: declared, frozen, corrected by a new row, refused to others, recorded."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection, transaction

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem, Stale
from joinedup.audit.models import Entry
from joinedup.figures.actions import (
    add_set,
    correct_figure,
    declare_figure,
    declare_figures,
    edit_set,
)
from joinedup.figures.models import Figure
from joinedup.figures.queries import figure_sets, set_of
from joinedup.figures.rules import NewFigure
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
FROM, TO = dt.date(2025, 11, 1), dt.date(2026, 5, 31)
TODAY = make.TODAY


def new(name="Referrals received", value=96, **given):
    given.setdefault("unit", "referral")
    return NewFigure(name, Decimal(value), definition=f"What “{name}” means", source="The log",
                     **given)  # fmt: skip


@pytest.fixture
def keeper(lead):
    make.agency()
    return lead


@pytest.fixture
def overview(keeper):
    return add_set(keeper, "Safeguarding overview", FROM, TO)


def shown(by, overview, on=TODAY):
    return set_of(by.user, overview.reference, on)


def test_a_declared_figure_keeps_who_when_and_what(keeper, overview):
    made = declare_figure(keeper, overview.reference, new(), today=TODAY)
    assert (made.code, made.origin, made.declared_by) == (
        "referrals_received", "declared", keeper.user,
    )  # fmt: skip
    assert (made.from_on, made.to_on, made.declared_on) == (FROM, TO, TODAY)
    entry = Entry.objects.filter(chain=overview.reference).latest("seq")
    assert entry.verb == "figures.declare"
    assert made.name not in str(entry.detail)


def test_several_figures_go_in_together_or_not_at_all(keeper, overview):
    rows = [new(), new("High level referrals", 52, part_of="referrals_received"), new("  ")]
    with pytest.raises(Problem, match="what is counted"):
        declare_figures(keeper, overview.reference, rows, today=TODAY)
    assert not Figure.objects.exists()
    declare_figures(keeper, overview.reference, rows[:2], today=TODAY)
    view = shown(keeper, overview)
    assert [one.with_unit for one in view.rows] == ["96 referrals", "52 referrals"]
    assert view.rows[1].whole == "Referrals received"


def test_a_correction_is_a_new_row_that_names_the_old_one(keeper, overview):
    old = declare_figure(keeper, overview.reference, new(), today=TODAY)
    later = TODAY + dt.timedelta(days=9)
    correct_figure(keeper, old.reference, Decimal(97), "One was missed", today=later)
    (row,) = shown(keeper, overview, later).rows
    assert row.shown == "97"
    assert row.corrections == ("Corrected on 24 June 2026 from 96 to 97: One was missed",)
    assert Figure.objects.get(pk=old.pk).value == 96


def test_a_paper_of_an_earlier_day_keeps_the_figure_of_that_day(keeper, overview):
    old = declare_figure(keeper, overview.reference, new(), today=TODAY)
    later = TODAY + dt.timedelta(days=9)
    correct_figure(keeper, old.reference, Decimal(97), "One was missed", today=later)
    assert [one.shown for one in shown(keeper, overview, TODAY).rows] == ["96"]
    assert shown(keeper, overview, TODAY - dt.timedelta(days=1)).rows == []


def test_the_database_refuses_to_change_a_figure(keeper, overview):
    made = declare_figure(keeper, overview.reference, new(), today=TODAY)
    with pytest.raises(Exception, match="append-only"), transaction.atomic():
        Figure.objects.filter(pk=made.pk).update(value=1)
    with pytest.raises(Exception, match="append-only"), transaction.atomic(), \
            connection.cursor() as cursor:  # fmt: skip
        cursor.execute("DELETE FROM figures_figure")


def test_what_a_correction_must_say(keeper, overview):
    old = declare_figure(keeper, overview.reference, new(), today=TODAY)
    with pytest.raises(Problem, match="why"):
        correct_figure(keeper, old.reference, Decimal(97), " ", today=TODAY)
    with pytest.raises(Problem, match="already"):
        correct_figure(keeper, old.reference, Decimal(96), "The same", today=TODAY)
    earlier = TODAY - dt.timedelta(days=1)
    with pytest.raises(Problem, match="older"):
        correct_figure(keeper, old.reference, Decimal(97), "x", today=TODAY, declared_on=earlier)
    correct_figure(keeper, old.reference, Decimal(97), "One was missed", today=TODAY)
    with pytest.raises(Problem, match="corrected already"):
        correct_figure(keeper, old.reference, Decimal(98), "Again", today=TODAY)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"unit": "thing"}, "Choose what"),
        ({"part_of": "nothing_here"}, "Choose a figure"),
        ({"from_on": dt.date(2027, 1, 1)}, "before the first"),
    ],
)
def test_a_figure_that_lacks_something_is_refused_with_what_to_do(keeper, overview, given, words):
    with pytest.raises(Problem, match=words):
        declare_figure(keeper, overview.reference, new(**given), today=TODAY)


def test_a_code_stands_once_in_a_set_and_no_figure_is_of_tomorrow(keeper, overview):
    declare_figure(keeper, overview.reference, new(), today=TODAY)
    with pytest.raises(Problem, match="already a figure"):
        declare_figure(keeper, overview.reference, new(value=3), today=TODAY)
    tomorrow = TODAY + dt.timedelta(days=1)
    with pytest.raises(Problem, match="future"):
        declare_figure(keeper, overview.reference, new("Other"), today=TODAY, declared_on=tomorrow)


def test_words_take_their_numbers_from_the_figures(keeper, overview):
    declare_figure(keeper, overview.reference, new(), today=TODAY)
    small = new("Under eighteen", 3, part_of="referrals_received")
    declare_figure(keeper, overview.reference, small, today=TODAY)
    words = "We received [referrals_received], of them [under_eighteen] of children."
    edit_set(keeper, overview.reference, "Overview", words, overview.version)
    view = shown(keeper, overview)
    assert view.words == "We received 96, of them 3 of children."
    assert view.public_words == "We received 96, of them fewer than 5 of children."
    with pytest.raises(Problem, match="no figure"):
        edit_set(keeper, overview.reference, "Overview", "[nothing]", 2)
    with pytest.raises(Stale):
        edit_set(keeper, overview.reference, "Overview", "", 1)


@pytest.mark.parametrize("role", [Role.SERVICE_MANAGER, Role.PARTNER, Role.COUNCILLOR])
def test_only_leads_and_administrators_declare(keeper, overview, role):
    made = declare_figure(keeper, overview.reference, new(), today=TODAY)
    other = by_user(make.account(role))
    with pytest.raises(Refused):
        add_set(other, "Mine", FROM, TO)
    with pytest.raises(Refused):
        declare_figure(other, overview.reference, new("Other"), today=TODAY)
    with pytest.raises(Refused):
        correct_figure(other, made.reference, Decimal(1), "x", today=TODAY)
    with pytest.raises(Refused):
        edit_set(other, overview.reference, "Mine", "", 1)


def test_people_of_other_organisations_do_not_see_the_figures_of_the_council(keeper, overview):
    partner = make.account(Role.PARTNER, of=make.agency("Fenmarsh Trust"))
    assert not figure_sets(partner).exists()
    with pytest.raises(Refused):
        set_of(partner, overview.reference, TODAY)
    assert figure_sets(make.account(Role.COUNCILLOR)).count() == 1
