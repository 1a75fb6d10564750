"""Pages of the directory: kept through its forms."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from joinedup.access.choices import Role
from joinedup.directory.models import HelpNumber, Service
from tests.factories import assurance as make
from tests.factories import directory as helping

pytestmark = pytest.mark.django_db
SERVICE = {
    "name": "Marram House helpline", "organisation": "Marram House", "topics": ["domestic_abuse"],
    "areas": "Fenside\nOstrey\n", "room": "room", "phone": "01632 960 201", "seen": "care",
    "seen_note": "Shows on bills",
}  # fmt: skip
NUMBER = {
    "title": "Children's social care", "number": "01632 960 111", "about": "child", "hours": "day",
    "days": ["1", "2", "3", "4", "5"], "opens": "8:45", "closes": "17:15", "from_on": "1 June 2020",
}  # fmt: skip


@pytest.fixture
def reader(client):
    make.agency()
    client.force_login(make.account(Role.DUTY_OFFICER, name="Dee Duty"))
    return client


def test_a_service_is_added_read_changed_checked_and_withdrawn(reader):
    answer = reader.post("/directory/add/", SERVICE)
    made = Service.objects.get()
    at = f"/directory/{made.reference}/"
    assert answer["Location"] == at and made.areas == ["Fenside", "Ostrey"]
    page = reader.get(at).content.decode()
    assert "Shows on bills" in page and "Domestic abuse" in page
    assert 'value="01632 960 201"' in reader.get(f"{at}edit/").content.decode()
    reader.post(f"{at}edit/", {**SERVICE, "phone": "01632 960 299", "version": "1"})
    assert Service.objects.get().phone == "01632 960 299"
    assert reader.post(f"{at}checked/").status_code == 302
    reader.post(f"{at}withdraw/", {"reason": "It closed"})
    assert "It closed" in reader.get(at).content.decode()
    assert "Marram" in reader.get("/directory/?show=withdrawn").content.decode()
    reader.post(f"{at}reopen/")
    assert Service.objects.get().state == "open"


def test_a_mistake_is_shown_at_its_field_and_nothing_typed_is_lost(reader):
    answer = reader.post("/directory/add/", {**SERVICE, "phone": "", "email": "nobody"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "There is a problem" in page
    assert "Fenside" in page and 'value="nobody"' in page


def test_the_list_is_narrowed_by_words_topic_and_age_of_checking(reader):
    helping.service(name="Old line", today=make.LONG_AGO)
    helping.service(name="Penny line", topics=("money",))
    assert "Old line" not in reader.get("/directory/?q=penny").content.decode()
    assert "Penny line" not in reader.get("/directory/?topic=domestic_abuse").content.decode()
    assert "Old line" in reader.get("/directory/?show=stale").content.decode()


def sent(text):
    return {"file": SimpleUploadedFile("services.json", text.encode())}


def test_a_file_comes_in_and_goes_out(reader):
    helping.service()
    copy = reader.get("/directory/copy/")
    assert copy["Content-Type"].startswith("application/json")
    page = json.loads(copy.content)
    page["contents"][0]["name"] = "Marram House line"
    answer = reader.post("/directory/bring-in/", sent(json.dumps(page)))
    assert answer.status_code == 302
    assert Service.objects.get().name == "Marram House line"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("no", "no JSON file"),
        ('[{"name": ""}]', "It has no name."),
        ('[{"name": "A", "url": "javascript:x()"}]', "web address"),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing_and_says_why(reader, text, says):
    answer = reader.post("/directory/bring-in/", sent(text))
    assert answer.status_code == 422 and says in answer.content.decode()
    assert not Service.objects.exists()


def test_help_numbers_are_added_changed_and_ended(reader):
    assert reader.post("/help-numbers/add/", NUMBER).status_code == 302
    first = HelpNumber.objects.get()
    page = reader.get("/help-numbers/").content.decode()
    assert "01632 960 111" in page and "999" in page and "read" in page
    change = f"/help-numbers/{first.reference}/change/"
    assert 'value="08:45' in reader.get(change).content.decode()
    answer = reader.post(change, {**NUMBER, "from_on": "1 June 2020"})
    assert answer.status_code == 422
    reader.post(change, {**NUMBER, "number": "01632 960 222", "from_on": "1 June 2021"})
    last = HelpNumber.objects.get(to_on__isnull=True)
    assert last.number == "01632 960 222"
    reader.post(f"/help-numbers/{last.reference}/end/", {"to_on": "1 June 2022"})
    page = reader.get("/help-numbers/").content.decode()
    assert "Numbers that are over" in page
