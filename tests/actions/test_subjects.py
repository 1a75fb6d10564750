"""Records about people: begun, completed, linked and parted; each refused to those who may not."""

import datetime as dt
from importlib import import_module

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.utils import ConnectionHandler

from joinedup.access.choices import Role
from joinedup.access.models import Guard, Involvement
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.audit.actor import public, system
from joinedup.audit.models import Entry
from joinedup.subjects.actions import (
    add_known,
    add_subject,
    decide,
    end_link,
    finish_load,
    load_part,
    propose,
    start_load,
)
from joinedup.subjects.choices import ProposalState, Verdict
from joinedup.subjects.listed import make_ready
from joinedup.subjects.models import Key, Link, Load, Sketch, Subject
from joinedup.subjects.queries.finding import find, limits_on
from joinedup.subjects.queries.linked import persons_of, records_of_person
from joinedup.subjects.queries.matching import matches
from joinedup.subjects.rules.described import COLUMNS, described
from joinedup.subjects.rules.given import Given, GivenAddress, GivenName, GivenVehicle
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def by():
    make.agency()
    return make.lead("Dara Duty")


def amira(**given):
    said = {
        "names": (GivenName("Amira", "", "Khan"),), "born": "2012-08-09", "sex": "f",
        "addresses": (GivenAddress("12", "Mill Lane", "Marsby", "QB1 2AB"),),
        "phones": ("07700 900123",),
    }  # fmt: skip
    return Given(**{**said, **given})


def looked_up(**row):
    asked = {"forename": "Amira", "surname": "Khan", "dob": "2012-08-09", **row}
    return find(described(asked, TODAY), limits_on(TODAY))


def test_a_record_is_found_as_soon_as_it_is_added(by):
    made = add_subject(by, amira(), today=TODAY)
    assert [(hit.subject_id, hit.answer.band) for hit in looked_up()] == [(made.pk, "known")]
    assert Guard.objects.get(pk=made.guard_id).about == made.reference
    assert Entry.objects.filter(chain=made.reference, verb="subjects.add").exists()


def test_who_may_not_work_on_cases_adds_nobody(by):
    for who in (by_user(make.account(Role.COUNCILLOR, name="Cleo Council")), public()):
        with pytest.raises(Refused):
            add_subject(who, amira(), today=TODAY)
    assert not Subject.objects.exists() and not Key.objects.exists()


def test_a_record_needs_at_least_some_words(by):
    with pytest.raises(Problem, match="girl called K"):
        add_subject(by, Given(sex="f"), today=TODAY)
    made = add_subject(by, Given(description="girl called K, Ford van"), today=TODAY)
    assert str(made) == made.reference


def test_an_unborn_child_has_no_date_of_birth(by):
    with pytest.raises(Problem, match="unborn"):
        add_subject(by, amira(expected_on=TODAY), today=TODAY)
    made = add_subject(by, Given(description="Baby of Ada", expected_on=TODAY), today=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Subject.objects.filter(pk=made.pk).update(born_on=TODAY)


def test_what_becomes_known_later_is_found_too_and_takes_nothing_away(by):
    made = add_subject(by, amira(), today=TODAY)
    alias = Given(names=(GivenName("Jade", "", "Marlow", kind="false"),), online=("snap: jade_k9",))
    add_known(by, made.reference, alias)
    assert looked_up()[0].subject_id == made.pk
    assert find(described({"online": "jade_k9"}, TODAY), limits_on(TODAY))[0].subject_id == made.pk
    assert made.names.count() == 2
    with pytest.raises(Problem):
        add_known(by, made.reference, Given())
    with pytest.raises(Refused):
        add_known(public(), made.reference, alias)


def test_a_plate_half_caught_finds_the_vehicle(by):
    made = add_subject(by, amira(vehicles=(GivenVehicle("KA19 ABC"),)), today=TODAY)
    found = find(described({"plate": "K?19 A.."}, TODAY), limits_on(TODAY))
    assert [hit.subject_id for hit in found] == [made.pk]


@pytest.fixture
def two(by):
    return add_subject(by, amira(), today=TODAY), add_subject(by, amira(), today=TODAY)


def test_two_records_become_one_person_and_two_again_and_neither_is_rewritten(by, two):
    rows = list(Subject.objects.order_by("pk").values()), list(Sketch.objects.values())
    asked = propose(by, two[1].reference, two[0].reference)
    decided = decide(by, asked.reference, Verdict.SAME, "Same telephone and mother")
    numbers = [one.pk for one in two]
    assert persons_of(numbers) == [two[0].pk] * 2
    assert records_of_person(two[1].pk) == numbers
    assert [hit.answer.band for hit in looked_up()] == ["known", "known"]
    end_link(by, decided.link.reference, "The schools say they are cousins")
    assert persons_of(numbers) == numbers
    assert rows == (
        list(Subject.objects.order_by("pk").values()), list(Sketch.objects.values())
    )  # fmt: skip


def test_not_the_same_is_remembered(by, two):
    asked = propose(by, two[0].reference, two[1].reference)
    decide(by, asked.reference, Verdict.NOT_SAME, "Cousins of the same name")
    with pytest.raises(Problem, match="decided"):
        propose(by, two[0].reference, two[1].reference)
    with pytest.raises(Problem, match="already"):
        decide(by, asked.reference, Verdict.SAME, "After all")


def test_a_decision_needs_a_reason(by, two):
    asked = propose(by, two[0].reference, two[1].reference)
    with pytest.raises(Problem, match="why"):
        decide(by, asked.reference, Verdict.SAME, " ")
    assert not Link.objects.exists()


def test_one_record_twice_is_no_pair(by, two):
    with pytest.raises(Problem, match="two records"):
        propose(by, two[0].reference, two[0].reference)


def works_on(subject, by):
    Involvement.objects.create(
        guard=subject.guard, person=by.user.person, from_on=dt.date(2020, 1, 1)
    )


def test_a_sealed_record_takes_two_people(by, two):
    asked = propose(by, two[0].reference, two[1].reference)
    works_on(two[1], by)
    Guard.objects.filter(pk=two[1].guard_id).update(is_sealed=True)
    waiting = decide(by, asked.reference, Verdict.SAME, "Same telephone")
    assert waiting.state == ProposalState.SECOND and not Link.objects.exists()
    with pytest.raises(Problem, match="another person"):
        decide(by, asked.reference, Verdict.SAME, "Same telephone")
    other = make.lead("Sam Second")
    works_on(two[1], other)
    done = decide(other, asked.reference, Verdict.SAME, "I know the family")
    assert done.state == ProposalState.DECIDED and done.link.second_by_ref == other.ref


def test_who_may_not_link_neither_proposes_nor_decides_nor_ends(by, two):
    asked = propose(by, two[0].reference, two[1].reference)
    done = decide(by, asked.reference, Verdict.RELATIVE, "Twins")
    who = by_user(make.account(Role.CASEWORKER, name="Cai Casework"))
    for attempt in (
        lambda: propose(who, two[0].reference, two[1].reference),
        lambda: decide(who, asked.reference, Verdict.SAME, "Same"),
        lambda: end_link(who, done.link.reference, "No"),
    ):
        with pytest.raises(Refused):
            attempt()


def rows(*people):
    blank = dict.fromkeys(COLUMNS, "")
    return [{**blank, "record_id": f"A{n}", **one} for n, one in enumerate(people)]


def test_a_list_is_loaded_once_and_answers(by):
    who = system("people")
    list_ = rows(
        {"forename": "Amira", "surname": "Khan", "dob": "09/08/2012", "phone": "07700 900123"},
        {"forename": "Unknown", "alias": "Spider; Jay Marlow", "dob": "31/02/2012"},
    )
    load = start_load(who, "d1")
    load = load_part(who, load, make_ready(list_, TODAY), TODAY)
    again = load_part(who, start_load(who, "d1"), make_ready(list_, TODAY), TODAY)
    done = finish_load(who, again)
    assert (done.loaded, done.passed_over, Subject.objects.count()) == (2, 2, 2)
    asked = {**dict.fromkeys(COLUMNS, ""), "query_id": "Q1", "forename": "Jay",
             "surname": "Marlow"}  # fmt: skip
    ((name, found),) = matches([asked], TODAY)
    assert name == "Q1" and found[0]["record_id"] == "A1"
    assert Subject.objects.get(their_ref="A1").born_text == "31/02/2012"
    assert Load.objects.get().ended_at is not None
    entry = Entry.objects.get(verb="subjects.load")
    assert '"loaded":2' in entry.detail


def test_only_those_who_work_on_cases_load_lists(by):
    who = by_user(make.account(Role.COUNCILLOR, name="Cleo Council"))
    with pytest.raises(Refused):
        start_load(who, "d1")
    load = start_load(by, "d2")
    for attempt in (
        lambda: load_part(who, load, make_ready(rows({}), TODAY), TODAY),
        lambda: finish_load(who, load),
    ):
        with pytest.raises(Refused):
            attempt()


def test_links_can_be_added_and_not_changed_in_the_database(by, two):
    asked = propose(by, two[0].reference, two[1].reference)
    decide(by, asked.reference, Verdict.SAME, "Same telephone")
    for sql in ("UPDATE subjects_link SET reason = 'x'", "DELETE FROM subjects_link"):
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql)


def test_keys_that_stood_before_are_taken_over_once_each(tmp_path):
    """The table of an older database, with a key that stands there twice."""
    take_over = import_module("joinedup.subjects.migrations.0003_keys_by_value").take_over
    settings = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "old.sqlite3"}
    other = ConnectionHandler({"default": settings})["default"]
    with other.cursor() as cursor:
        cursor.execute("CREATE TABLE subjects_key (value bigint, subject_id bigint)")
        cursor.execute("CREATE TABLE subjects_oldkey (id integer, value bigint, subject_id bigint)")
        cursor.execute("INSERT INTO subjects_oldkey VALUES (1, 7, 2), (2, -5, 1), (3, 7, 2)")
    with other.schema_editor() as editor:
        take_over(None, editor)
    with other.cursor() as cursor:
        cursor.execute("SELECT value, subject_id FROM subjects_key")
        assert cursor.fetchall() == [(-5, 1), (7, 2)]
    other.close()
