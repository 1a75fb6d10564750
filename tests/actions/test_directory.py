"""The directory: added, checked, withdrawn, brought in, handed on; refused to others."""

import dataclasses
import datetime as dt
import json

import pytest

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem, Stale
from joinedup.audit.actor import public
from joinedup.audit.models import Entry
from joinedup.directory.actions import help_numbers as numbers
from joinedup.directory.actions import services as acting
from joinedup.directory.models import HelpNumber, Service
from joinedup.directory.queries import (
    emergency_numbers,
    facts_of,
    help_numbers,
    next_reading,
    service_list,
    services_for,
    topics,
)
from joinedup.directory.rules.oruk import Facts, read_services
from joinedup.rulebook.working_days import LONDON
from tests.actions.access_cases import LONG_AGO
from tests.factories import assurance as make
from tests.factories import directory as helping

pytestmark = pytest.mark.django_db
TODAY = make.TODAY
NIGHT = dt.datetime(2026, 6, 15, 22, tzinfo=LONDON)
NOON = dt.datetime(2026, 6, 15, 12, tzinfo=LONDON)


@pytest.fixture
def keeper():
    return by_user(make.account(Role.DUTY_OFFICER, name="Dee Duty"))


def test_a_service_counts_as_checked_when_it_is_added(keeper):
    made = helping.service(keeper)
    assert made.checked_on == TODAY
    entry = Entry.objects.get(chain=made.reference)
    assert entry.verb == "directory.add" and "Marram" not in str(entry.detail)


def test_services_nobody_checked_for_long_are_listed_until_somebody_does(keeper):
    made = helping.service(keeper, today=TODAY - dt.timedelta(days=200))
    helping.service(keeper, "Fresh helpline")
    assert [one.service for one in service_list(TODAY, show="stale")] == [made]
    acting.check_service(keeper, made.reference, today=TODAY)
    assert service_list(TODAY, show="stale") == []


def test_a_service_somebody_else_changed_first_is_not_saved_over(keeper):
    made = helping.service(keeper)
    facts = facts_of(made)
    acting.edit_service(keeper, made.reference, facts, 1, today=TODAY)
    with pytest.raises(Stale):
        acting.edit_service(keeper, made.reference, facts, 1, today=TODAY)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"topics": ("astrology",)}, "topics"),
        ({"from_age": 18, "to_age": 3}, "to_age"),
        ({"phone": ""}, "phone"),
    ],
)
def test_facts_that_cannot_be_are_refused_at_their_field(keeper, wrong, field):
    facts = dataclasses.replace(helping.facts(), **wrong)
    with pytest.raises(Problem) as problem:
        acting.add_service(keeper, facts, today=TODAY)
    assert problem.value.field == field and not Service.objects.exists()


def test_nobody_is_sent_to_a_withdrawn_service(keeper):
    made = helping.service(keeper)
    answers = {"about": ["adult"], "worries": ["domestic"]}
    assert services_for(answers, TODAY)[0].services == (made,)
    with pytest.raises(Problem, match="why"):
        acting.withdraw_service(keeper, made.reference, " ")
    acting.withdraw_service(keeper, made.reference, "It has closed")
    assert services_for(answers, TODAY)[0].services == ()
    acting.reopen_service(keeper, made.reference, today=TODAY)
    assert services_for(answers, TODAY)[0].services == (made,)


def test_a_service_is_named_once_and_those_with_room_come_first(keeper):
    full = helping.service(keeper, "Aspen", room="full")
    free = helping.service(keeper, "Birch", room="room", topics=("domestic_abuse", "children"))
    found = services_for({"about": ["child"], "worries": ["domestic", "hurt"]}, TODAY)
    assert found[0].services == (free, full)
    assert all(free not in one.services for one in found[1:])


def test_a_file_is_brought_in_whole_and_bringing_it_in_again_changes_nothing(keeper):
    given = [helping.facts("One", oruk_id="a1"), helping.facts("Two", oruk_id="a2")]
    done = acting.bring_in_services(keeper, given)
    assert (done.new, done.changed, done.same) == (2, 0, 0)
    again = [facts_of(row) for row in Service.objects.order_by("name")]
    assert acting.bring_in_services(keeper, again).same == 2
    moved = [dataclasses.replace(again[0], phone="01632 960 999")]
    assert acting.bring_in_services(keeper, moved).changed == 1
    assert Service.objects.get(oruk_id="a1").phone == "01632 960 999"


def test_a_file_that_says_a_service_has_closed_withdraws_it(keeper):
    acting.bring_in_services(keeper, [helping.facts("One", oruk_id="a1")])
    acting.bring_in_services(keeper, [helping.facts("One", oruk_id="a1", is_closed=True)])
    assert Service.objects.get().state == "withdrawn"


def test_what_is_handed_on_can_be_brought_in_elsewhere(keeper):
    helping.service(keeper, areas=("Fenside",), languages=("Polish",), from_age=16)
    text = acting.hand_on_services(keeper, today=TODAY)
    page = json.loads(text)
    assert page["total_items"] == 1 and page["contents"][0]["status"] == "active"
    facts, faults = read_services(text, topics(TODAY))
    assert faults == []
    assert facts[0].areas == ("Fenside",)
    taken = Entry.objects.get(verb="directory.hand_on")
    assert taken.kind == "exported"


def test_help_numbers_change_with_the_hour(keeper):
    day = helping.number(keeper)
    night = helping.number(keeper, "Emergency duty team", hours="night", about="anybody")
    assert [one.reference for one in help_numbers("", NOON)] == [day.reference, night.reference]
    first = help_numbers("", NIGHT)[0]
    assert (first.reference, first.is_open) == (night.reference, True)
    assert help_numbers("Elsewhere", NIGHT) == []
    assert [one.about for one in help_numbers("", NIGHT, "adult")] == ["anybody"]


def test_nine_nine_nine_is_shown_whatever_is_in_the_directory():
    assert emergency_numbers(TODAY)[0].dial == "999"


def test_a_changed_number_keeps_what_was_shown_before(keeper):
    old = helping.number(keeper)
    details = numbers.NumberDetails("Children's social care", "01632 960 222", "child", "always")
    new = numbers.change_help_number(keeper, old.reference, details, TODAY)
    yesterday = NOON - dt.timedelta(days=1)
    assert [one.number for one in help_numbers("", yesterday)] == [old.number]
    assert [one.number for one in help_numbers("", NOON)] == [new.number]
    with pytest.raises(Problem, match="last day already"):
        numbers.end_help_number(keeper, old.reference, TODAY)
    numbers.end_help_number(keeper, new.reference, TODAY)
    assert HelpNumber.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"number": "none"}, "number"),
        ({"days": ()}, "days"),
        ({"opens": None}, "opens"),
        ({"closes": dt.time(7)}, "closes"),
    ],
)
def test_a_number_that_cannot_be_rung_is_refused(keeper, wrong, field):
    with pytest.raises(Problem) as problem:
        helping.number(keeper, **wrong)
    assert problem.value.field == field


def test_the_next_reading_is_told_as_a_sentence():
    assert "tomorrow" in next_reading(NIGHT).words
    assert next_reading(NOON).is_now


def deeds(by, row, number):
    facts = Facts("Other", phone="01632 960 202")
    details = numbers.NumberDetails("Desk", "01632 960 222", "child", "always")
    return [
        lambda: acting.add_service(by, facts, today=TODAY),
        lambda: acting.edit_service(by, row, facts, 1, today=TODAY),
        lambda: acting.check_service(by, row, today=TODAY),
        lambda: acting.withdraw_service(by, row, "Closed"),
        lambda: acting.reopen_service(by, row, today=TODAY),
        lambda: acting.bring_in_services(by, [facts]),
        lambda: acting.hand_on_services(by, today=TODAY),
        lambda: numbers.add_help_number(by, details, LONG_AGO),
        lambda: numbers.change_help_number(by, number, details, TODAY),
        lambda: numbers.end_help_number(by, number, TODAY),
    ]


def test_only_those_who_keep_the_directory_change_it(keeper):
    row, number = helping.service(keeper), helping.number(keeper)
    others = [public(), by_user(make.account(Role.CASEWORKER)), by_user(make.account(Role.PARTNER))]
    count = Entry.objects.count()
    for by in others:
        for deed in deeds(by, row.reference, number.reference):
            with pytest.raises(Refused):
                deed()
    assert Entry.objects.count() == count
    for deed in deeds(keeper, "SV-2026-0000000", "HN-2026-0000000")[1:5]:
        with pytest.raises(Refused):
            deed()
