"""People, posts, teams and agencies: kept by those who may, and nothing orphaned."""

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.actions.agencies import (
    AgencyDetails,
    add_agency,
    add_team,
    edit_agency,
    edit_team,
)
from joinedup.access.actions.import_people import import_people
from joinedup.access.actions.people import PersonDetails, add_person, edit_person, note_leaver
from joinedup.access.actions.posts import add_post, edit_post, end_holding, end_post, fill_post
from joinedup.access.choices import AgencyKind, HoldingKind, May, Role
from joinedup.access.models import Holding, Person, User
from joinedup.access.permission import Refused, by_user, holds
from joinedup.access.problems import Problem, Stale
from joinedup.access.queries import posts
from joinedup.access.rules.people_csv import PersonRow
from joinedup.audit.models import Entry
from tests.actions.access_cases import LONG_AGO, account, home_agency

pytestmark = pytest.mark.django_db
MARCH = dt.date(2026, 3, 1)


@pytest.fixture
def lead():
    return by_user(account("lead@example.org", Role.SAFEGUARDING_LEAD))


def person(lead, name="Pat Sample", **more):
    return add_person(lead, PersonDetails(name=name, agency=home_agency(), **more))


@pytest.mark.parametrize(
    "attempt",
    [
        lambda by, who, post: add_person(by, PersonDetails("X", home_agency())),
        lambda by, who, post: edit_person(by, who, PersonDetails("X", home_agency()), 1),
        lambda by, who, post: note_leaver(by, who, MARCH),
        lambda by, who, post: add_post(by, "Post", home_agency()),
        lambda by, who, post: edit_post(by, post, "Post", None, 1),
        lambda by, who, post: end_post(by, post, MARCH),
        lambda by, who, post: fill_post(by, post, who, HoldingKind.COVER, MARCH),
        lambda by, who, post: end_holding(by, post.holdings.get(), MARCH),
        lambda by, who, post: add_agency(by, AgencyDetails("Y", AgencyKind.OTHER)),
        lambda by, who, post: edit_agency(
            by, home_agency(), AgencyDetails("Y", AgencyKind.OTHER), 1
        ),
        lambda by, who, post: add_team(by, home_agency(), "Team"),
        lambda by, who, post: edit_team(by, home_agency().teams.get(), "Z", None, 1),
    ],
)
def test_lists_of_people_are_kept_only_by_those_who_may(lead, attempt):
    who, post = person(lead), add_post(lead, "Housing manager", home_agency())
    fill_post(lead, post, who, HoldingKind.LEAD, LONG_AGO)
    add_team(lead, home_agency(), "Team")
    partner = by_user(account("partner@example.org", Role.PARTNER))
    before = Entry.objects.count()
    with pytest.raises(Refused):
        attempt(partner, who, post)
    assert Entry.objects.count() == before


def test_an_address_belongs_to_one_person(lead):
    person(lead, email="pat@example.org")
    with pytest.raises(Problem, match="Somebody else"):
        person(lead, "Another", email="PAT@example.org")


def test_a_stale_save_shows_what_is_saved_now(lead):
    who = person(lead)
    edit_person(lead, who, PersonDetails("Pat Changed", home_agency()), 1)
    with pytest.raises(Stale) as stale:
        edit_person(lead, who, PersonDetails("Pat Other", home_agency()), 1)
    assert stale.value.now["Name"] == "Pat Changed"
    assert Person.objects.get(pk=who.pk).name == "Pat Changed"


def test_nobody_is_their_own_manager_even_through_others(lead):
    boss = person(lead, "Boss")
    worker = person(lead, "Worker", manager=boss)
    with pytest.raises(Problem, match="own manager"):
        edit_person(lead, boss, PersonDetails("Boss", home_agency(), manager=worker), 1)


def test_when_a_person_leaves_the_post_stays_and_is_vacant(lead):
    who, post = person(lead), add_post(lead, "Housing manager", home_agency())
    fill_post(lead, post, who, HoldingKind.LEAD, LONG_AGO)
    assert note_leaver(lead, who, MARCH) == 1
    assert Holding.objects.get().to_on == MARCH
    after = dt.date(2026, 3, 2)
    assert [row.title for row in posts(after, state="vacant")] == ["Housing manager"]
    assert not posts(MARCH, state="vacant").exists()


def test_a_deputy_does_not_fill_a_vacancy_but_cover_does(lead):
    who, post = person(lead), add_post(lead, "Housing manager", home_agency())
    fill_post(lead, post, who, HoldingKind.DEPUTY, LONG_AGO)
    assert posts(MARCH, state="vacant").exists()
    fill_post(lead, post, person(lead, "Cover"), HoldingKind.COVER, LONG_AGO)
    assert not posts(MARCH, state="vacant").exists()


def test_one_person_holds_a_post_at_a_time(lead):
    post = add_post(lead, "Housing manager", home_agency())
    first = fill_post(lead, post, person(lead), HoldingKind.LEAD, LONG_AGO)
    with pytest.raises(Problem, match="Somebody else holds"):
        fill_post(lead, post, person(lead, "Next"), HoldingKind.LEAD, MARCH)
    end_holding(lead, first, MARCH - dt.timedelta(days=1))
    fill_post(lead, post, person(lead, "Then"), HoldingKind.LEAD, MARCH)
    assert post.holdings.count() == 2


def test_an_agency_that_ends_names_what_follows_and_never_itself(lead):
    old = add_agency(lead, AgencyDetails("Old Trust", AgencyKind.HEALTH))
    new = add_agency(lead, AgencyDetails("New Trust", AgencyKind.HEALTH))
    with pytest.raises(Problem, match="last day"):
        edit_agency(lead, old, AgencyDetails("Old Trust", AgencyKind.HEALTH, successor=new), 1)
    ended = AgencyDetails("Old Trust", AgencyKind.HEALTH, to_on=MARCH, successor=new)
    assert edit_agency(lead, old, ended, 1).successor == new
    circle = AgencyDetails("New Trust", AgencyKind.HEALTH, to_on=MARCH, successor=old)
    with pytest.raises(Problem, match="follow itself"):
        edit_agency(lead, new, circle, 1)


def test_nobody_fills_a_post_with_themselves(lead):
    post = add_post(lead, "Duty officer", home_agency())
    with pytest.raises(Problem, match="Somebody else"):
        fill_post(lead, post, lead.user.person, HoldingKind.COVER, LONG_AGO)
    assert not post.holdings.exists()
    other = by_user(account("other@example.org", Role.SAFEGUARDING_LEAD))
    fill_post(other, post, lead.user.person, HoldingKind.COVER, LONG_AGO)
    assert post.holdings.get().person == lead.user.person


def test_nobody_fills_a_post_with_themselves_by_a_list_of_people(lead):
    add_post(lead, "Duty officer", home_agency())
    mine = PersonRow(
        line=2, name=lead.user.person.name, email=lead.user.email, team="", post="Duty officer",
        manager="", agency=home_agency().name,
    )  # fmt: skip
    with pytest.raises(Problem, match="Somebody else must say"):
        import_people(lead, [mine], MARCH)
    assert not Holding.objects.exists()


def test_somebody_who_has_left_has_no_roles(lead):
    gone = account("gone@example.org", Role.ADMINISTRATOR)
    today = timezone.localdate()
    note_leaver(lead, gone.person, today)
    assert holds(_again(gone), May.READ_PLANS)
    note_leaver(lead, gone.person, today - dt.timedelta(days=1))
    assert not holds(_again(gone), May.READ_PLANS)


def test_a_post_to_be_taken_up_after_leaving_ends_and_stays_on_record(lead):
    who, post = person(lead), add_post(lead, "Housing manager", home_agency())
    fill_post(lead, post, who, HoldingKind.LEAD, MARCH + dt.timedelta(days=30))
    assert note_leaver(lead, who, MARCH) == 1
    assert Holding.objects.get().to_on == MARCH
    ended = Entry.objects.get(verb="post.holding_end")
    assert "2026-03-31" in ended.detail


def _again(user):
    return User.objects.select_related("person__agency").get(pk=user.pk)
