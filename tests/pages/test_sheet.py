"""A sheet taken from the register, edited and brought back: compared first, then taken whole."""

import datetime as dt
import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.assurance import actions
from joinedup.assurance.models import Action, Update
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
HEADER = 1


@pytest.fixture
def lead():
    return make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh")


@pytest.fixture
def plan(lead):
    by, today = by_user(lead), timezone.localdate()
    plan = make.plan(by, "Safe homes plan")
    for code, title in (("A2", "Tell tenants whom to call"), ("A10", "Check every lock")):
        make.owned(
            by, plan, lead.person, title=title, code=code, today=today,
            due_on=today + dt.timedelta(days=20),
        )  # fmt: skip
    return plan


def taken(client):
    return openpyxl.load_workbook(io.BytesIO(client.get("/register/sheet/edit/").content))


def put(book, code, heading, value):
    sheet = book.active
    headings = [cell.value for cell in sheet[HEADER]]
    row = next(r for r in sheet.iter_rows(min_row=2) if r[headings.index("Code")].value == code)
    row[headings.index(heading)].value = value
    return row[headings.index("Reference")].value


def brought_back(client, book):
    out = io.BytesIO()
    book.save(out)
    file = SimpleUploadedFile("edited.xlsx", out.getvalue())
    return client.post("/register/sheet/", {"file": file}, follow=True)


def test_differences_are_shown_before_anything_is_taken(client, lead, plan):
    client.force_login(lead)
    book = taken(client)
    reference = put(book, "A2", "How it stands now", "Leaflets printed")
    page = brought_back(client, book).content.decode()
    assert "1 row differs" in page and "Leaflets printed" in page and reference in page
    assert "Check every lock" not in page
    assert not Update.objects.filter(words="Leaflets printed").exists()


def test_ticked_rows_become_updates(client, lead, plan):
    client.force_login(lead)
    book = taken(client)
    put(book, "A2", "Status", "In progress")
    reference = put(book, "A2", "How it stands now", "Leaflets printed")
    later = timezone.localdate() + dt.timedelta(days=60)
    other = put(book, "A10", "Due", later)
    put(book, "A10", "Reason for new date", "The locksmith was ill")
    put(book, "A10", "New date approved by", "Bo Rowe")
    brought_back(client, book)
    client.post("/register/sheet/take/", {"take": [reference, other]})
    first, second = Action.objects.get(code="A2"), Action.objects.get(code="A10")
    assert (first.status, first.latest) == ("in_progress", "Leaflets printed")
    assert second.due_on == later and second.times_moved == 1
    assert "Nothing in this sheet" not in client.get("/register/sheet/").content.decode()


def test_one_bad_row_and_nothing_is_taken(client, lead, plan):
    client.force_login(lead)
    book = taken(client)
    good = put(book, "A2", "How it stands now", "Leaflets printed")
    bad = put(book, "A10", "Status", "Sort of done")
    page = brought_back(client, book).content.decode()
    assert "is no status" in page
    answer = client.post("/register/sheet/take/", {"take": [good, bad]})
    assert answer.status_code == 422 and "Nothing was taken" in answer.content.decode()
    assert Action.objects.get(code="A2").latest != "Leaflets printed"
    assert "Leaflets printed" in client.get("/register/sheet/").content.decode()


def test_a_new_date_needs_reason_and_approver(client, lead, plan):
    client.force_login(lead)
    book = taken(client)
    put(book, "A10", "Due", timezone.localdate() + dt.timedelta(days=60))
    assert "needs a reason" in brought_back(client, book).content.decode()


def test_what_a_sheet_cannot_change_is_said_and_not_lost(client, lead, plan):
    client.force_login(lead)
    book = taken(client)
    reference = put(book, "A2", "Owner", "Somebody Else")
    page = brought_back(client, book).content.decode()
    assert "1 row differs" in page and "“Somebody Else” in the sheet and “Ada Marsh” here" in page
    box = page[page.index(f'id="take-{reference}"') :]
    assert "disabled" in box[: box.index(">")] and "checked" not in box[: box.index(">")]


def test_a_sheet_that_was_not_touched_differs_in_nothing(client, lead, plan):
    by, today = by_user(lead), timezone.localdate()
    make.owned(by, plan, lead.person, title="=now; look - twice", code="-1", today=today)
    monthly = make.owned(by, plan, lead.person, title="Look\n at it", code="A11", today=today)
    monthly_on = today + dt.timedelta(days=9)
    wanted = {"recurrence": "monthly", "occurrence_on": monthly_on}
    actions.edit_action(by, monthly.reference, monthly.version, wanted, today=today)
    client.force_login(lead)
    book = taken(client)
    assert monthly_on in {row[7].value.date() for row in book.active.iter_rows(2) if row[7].value}
    assert "Nothing in this sheet differs" in brought_back(client, book).content.decode()


def test_a_new_date_may_be_written_as_plans_write_it(client, lead, plan):
    client.force_login(lead)
    book = taken(client)
    year = timezone.localdate().year + 2
    reference = put(book, "A10", "Due", f"End of February {year}")
    put(book, "A10", "Reason for new date", "The locksmith was ill")
    put(book, "A10", "New date approved by", "Bo Rowe")
    brought_back(client, book)
    client.post("/register/sheet/take/", {"take": [reference]})
    march = dt.date(year, 3, 1)
    assert Action.objects.get(code="A10").due_on == march - dt.timedelta(days=1)


def test_a_row_that_moved_on_meanwhile_is_marked_and_not_ticked(client, lead, plan):
    client.force_login(lead)
    book = taken(client)
    reference = put(book, "A2", "How it stands now", "From the sheet")
    by, today = by_user(lead), timezone.localdate()
    actions.add_update(by, reference, "Said in the meantime", today=today)
    page = brought_back(client, book).content.decode()
    assert "Somebody changed this" in page
    assert "Said in the meantime" in page and "From the sheet" in page
    box = page[page.index(f'id="take-{reference}"') :]
    assert "checked" not in box[: box.index(">")]


def test_rows_of_others_are_listed_as_not_theirs(client, lead, plan):
    client.force_login(lead)
    book = taken(client)
    put(book, "A2", "How it stands now", "Leaflets printed")
    client.force_login(make.account(Role.ACTION_OWNER, name="Cai Hurst"))
    page = brought_back(client, book).content.decode()
    assert "not yours to change" in page and "Leaflets printed" not in page


@pytest.mark.parametrize("name", ["plan.xlsx", "notes.csv"])
def test_another_file_is_told_apart_in_plain_words(client, lead, plan, name):
    client.force_login(lead)
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    data = out.getvalue() if name.endswith("xlsx") else b"Name,Phone\nBo,1\n"
    answer = client.post("/register/sheet/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 422 and "sheet" in answer.content.decode()


def test_a_councillor_finds_no_sheet(client, plan):
    client.force_login(make.account(Role.COUNCILLOR))
    assert client.get("/register/sheet/").status_code == 404
    assert client.get("/register/sheet/edit/").status_code == 404
