"""Owners in the register: whom they belong to, and one owner's rows together."""

import csv
import datetime as dt
import importlib
import io
import re

import pytest
from django.apps import apps
from django.utils import timezone

from joinedup.access.actions.agencies import AgencyDetails, edit_agency
from joinedup.access.actions.import_people import import_people
from joinedup.access.actions.people import PersonDetails, edit_person
from joinedup.access.actions.posts import edit_post
from joinedup.access.choices import AgencyKind, Role
from joinedup.access.models import Agency, Person, Post
from joinedup.access.permission import by_user
from joinedup.access.rules.people_csv import PersonRow
from joinedup.assurance.actions import assign_owners
from joinedup.assurance.models import Action, Plan, SavedView
from joinedup.assurance.rules.state import OwnerMark
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
OWNER = re.compile(r'data-label="Owner">([^<]+)<')
CODE = re.compile(r'class="ju-code" data-label="Code">([^<]+)<')


@pytest.fixture
def lead():
    return make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh")


@pytest.fixture
def owned(client, lead):
    """Rows of two people of one name, of a post of a partner, of a partner and of nobody."""
    by, today = by_user(lead), timezone.localdate()
    plan = make.plan(by, "Safe homes plan")
    health = make.agency("Vale Health", kind=AgencyKind.HEALTH, short_name="VH")
    here, there = make.person("bo Rowe"), make.person("Bo Rowe", of=health)
    nurse, council = make.post("Nurse", of=health), make.agency()
    rows = (("C1", here), ("C2", there), ("C3", nurse), ("C4", here), ("C5", there))
    for number, (code, owner) in enumerate((*rows, ("C6", health), ("C7", council))):
        due = today + dt.timedelta(days=number)
        make.owned(by, plan, owner, title=f"Row {code}", code=code, today=today, due_on=due)
    make.added(by, plan, "Row C8", code="C8", today=today, due_on=today)
    client.force_login(lead)
    return client


def told(client, query):
    html = client.get(f"/register/{query}").content.decode()
    return list(zip(CODE.findall(html), OWNER.findall(html), strict=True))


def test_an_owner_of_a_partner_stands_with_the_organisation_and_one_of_the_council_without(owned):
    assert dict(told(owned, "?sort=code")) == {
        "C1": "bo Rowe",
        "C2": "Bo Rowe (VH)",
        "C3": "Nurse (VH)",
        "C4": "bo Rowe",
        "C5": "Bo Rowe (VH)",
        "C6": "VH",
        "C7": "Marlow Vale Council",
        "C8": "Nobody yet",
    }


@pytest.mark.postgres
@pytest.mark.parametrize("query", ["?sort=owner", "?sort=-owner", "?sort=owner&q=row"])
def test_rows_of_one_owner_stand_together_by_date_and_those_of_nobody_last(owned, query):
    codes = [code for code, _ in told(owned, query)]
    assert len(codes) == 8 and codes[-1] == "C8"
    for first, second in (("C1", "C4"), ("C2", "C5")):
        assert codes.index(second) == codes.index(first) + 1
    names = ["C7", "C3", "C6"]
    found = [code for code in codes if code in names]
    assert found == (names[::-1] if "-owner" in query else names)


def test_a_copy_has_the_order_and_the_organisations_of_the_page(owned):
    page = told(owned, "?sort=owner")
    text = owned.get("/register/csv/?sort=owner").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["Code"], row["Owner"] or "Nobody yet") for row in rows] == page


def test_a_saved_view_keeps_the_order_by_owner(owned, lead):
    owned.post("/register/views/?sort=-owner&due=30", {"save": "1", "name": "By owner"})
    assert SavedView.objects.get(user=lead).query == "?due=30&sort=-owner"
    page = owned.get("/register/").content.decode()
    assert "sort=owner" in page


def owners_in_order(client):
    return [owner for _, owner in told(client, "?sort=owner")]


def test_a_new_name_and_a_new_owner_sort_at_once(owned, lead):
    by, health = by_user(lead), Agency.objects.get(name="Vale Health")
    first = Person.objects.get(name="bo Rowe")
    edit_person(by, first, PersonDetails("Zoe Rowe", first.agency), first.version)
    nurse = Post.objects.get(title="Nurse")
    edit_post(by, nurse, "Ward sister", None, nurse.version)
    details = AgencyDetails("Able Health", AgencyKind.HEALTH, short_name="AH")
    edit_agency(by, health, details, health.version)
    assert owners_in_order(owned) == [
        *["AH", "Bo Rowe (AH)", "Bo Rowe (AH)", "Marlow Vale Council", "Ward sister (AH)"],
        *["Zoe Rowe", "Zoe Rowe", "Nobody yet"],
    ]
    c2 = Action.objects.get(code="C2")
    mark = OwnerMark(first.reference, "Z Rowe")
    today = timezone.localdate()
    assign_owners(by, c2.reference, [mark], today=today, reason="Agreed by both")
    assert owners_in_order(owned)[-4:] == [*["Zoe Rowe"] * 3, "Nobody yet"]


def test_the_order_of_a_list_of_people_is_that_of_their_new_names(owned, lead):
    health = Agency.objects.get(name="Vale Health")
    person = Person.objects.create(name="Ann Bell", agency=health, email="ann@example.org")
    by, today = by_user(lead), timezone.localdate()
    plan = Plan.objects.get()
    make.owned(by, plan, person, title="Row C9", code="C9", today=today, due_on=today)
    assert owners_in_order(owned)[0] == "Ann Bell (VH)"
    row = PersonRow(2, "Yvonne Bell", agency="Vale Health", email="ann@example.org")
    import_people(by, [row], today)
    assert owners_in_order(owned)[-2:] == ["Yvonne Bell (VH)", "Nobody yet"]


def test_an_older_register_learns_the_order_of_its_owners(owned):
    before = dict(Action.objects.values_list("code", "owner_key"))
    Action.objects.update(owner_key=None)
    step = importlib.import_module("joinedup.assurance.migrations.0016_order_of_owners_that_stand")
    step.keys_of_owners(apps, None)
    assert dict(Action.objects.values_list("code", "owner_key")) == before
    assert before["C8"] is None and before["C7"].startswith("marlow.vale.council AG-")
