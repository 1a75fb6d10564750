"""The public door: one question a page, nothing lost, nothing leaked, everything in the queue."""

from __future__ import annotations

import datetime as dt
import gzip
import logging
import random
import re
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.models import Tally
from joinedup.audit.models import Entry
from joinedup.concerns import unsent
from joinedup.concerns.choices import ConcernState, Door, PersonRole
from joinedup.concerns.models import Concern, Report, Unsent
from joinedup.concerns.queries.public import questions_on
from joinedup.concerns.queries.queue import queue
from joinedup.notices.models import Notice
from tests.factories import assurance as make
from tests.factories import directory as helping
from tests.factories.door import ANSWERS, WORRIED, answered, begin, go_on, send

pytestmark = pytest.mark.django_db
STATIC = Path(__file__).resolve().parents[2] / "src/joinedup/pages/static/joinedup"
CODE = re.compile(r'class="ju-code">([0-9A-Z-]+)<')
MOST_BYTES = 100_000


@pytest.fixture
def visitor(client):
    make.agency()
    helping.number(make.lead())
    helping.service()
    return client


def page(visitor, address="/worry/"):
    return visitor.get(address).content.decode()


def test_what_to_ring_stands_before_anything_else(visitor):
    text = page(visitor)
    main = text[text.index('id="main"') :]
    assert main.index("999") < main.index("01632 960 111")
    assert main.index("999") < main.index("Start now")
    assert ("reports" in main and "8:30 am" in main) or "until 5 pm" in main
    assert "British Sign Language" in main


def test_a_report_without_a_name_stands_in_the_queue_with_its_words(visitor):
    answered(visitor)
    text = send(visitor)
    report = Report.objects.get()
    concern = report.concern
    assert concern.state == ConcernState.RECEIVED and report.door == Door.PUBLIC
    assert report.words.startswith(WORRIED) and "Again and again" in report.words
    assert (report.raiser_name, report.raiser_contact) == ("", "")
    assert concern.types == ["concern.child_neglect"]
    child, other = concern.people.order_by("position")
    assert (child.name, child.role, child.age_group) == ("Sam", PersonRole.CHILD, "child")
    assert (other.role, other.words) == (PersonRole.OF_CONCERN, "The stepfather")
    assert len(CODE.findall(text)) == 1


def test_somebody_who_may_be_reached_says_how_it_is_safe(visitor):
    reach = {"your_name": "Jo", "message": "no", "safe_when": "Mornings", "who_sees": "My son"}
    answered(visitor, contact={"contact": "yes"}, reach=reach)
    send(visitor)
    report = Report.objects.get()
    assert (report.raiser_name, report.raiser_contact) == ("Jo", "01632 960 555")
    assert "No, never" in report.safe and "Mornings" in report.safe and "My son" in report.safe


def test_who_may_be_reached_and_leaves_no_way_is_asked_at_the_field(visitor):
    begin(visitor)
    go_on(visitor, "contact", contact="yes")
    answer = visitor.post("/worry/reach/", {"phone": "", "email": ""})
    assert answer.status_code == 422 and 'id="id_phone-error"' in answer.content.decode()


def test_somebody_who_reports_about_themselves_is_spoken_to_as_themselves(visitor):
    begin(visitor)
    assert go_on(visitor, "about", about="me") == "/worry/danger/"
    text = page(visitor, "/worry/who/")
    assert "About you" in text and "What do you know about the person" not in text
    answered(visitor, about={"about": "me"}, who={"name": "", "age": "34"})
    send(visitor)
    assert Concern.objects.get().people.first().role == PersonRole.ADULT


def test_danger_now_leads_to_999_first_and_the_report_goes_on(visitor):
    begin(visitor)
    go_on(visitor, "about")
    assert go_on(visitor, "danger", danger="yes") == "/worry/danger/999/"
    text = page(visitor, "/worry/danger/999/")
    assert "tel:999" in text and 'href="/worry/worries/"' in text


def test_whoever_is_not_sure_of_danger_sees_999_and_stands_first_in_the_queue(visitor):
    answered(visitor)
    send(visitor)
    begin(visitor)
    go_on(visitor, "about")
    assert go_on(visitor, "danger", danger="unsure") == "/worry/worries/"
    assert "tel:999" in page(visitor, "/worry/worries/")
    answered(visitor, danger={"danger": "unsure"}, worries={"worries": ["exploited"]})
    assert "tel:999" in page(visitor, "/worry/check/")
    send(visitor)
    desk = make.account(Role.DUTY_OFFICER)
    rows = queue(desk, timezone.localdate()).rows
    assert [one.danger for one in rows] == ["May be in danger now", ""]
    assert rows[0].types == ("A child is exploited, kind to be settled",)
    visitor.force_login(desk)
    text = page(visitor, f"/concerns/{rows[0].reference}/")
    assert "May be in danger now" in text and "“gifts”" not in text


def test_what_is_told_once_as_name_and_as_age_stands_once_in_the_queue(visitor):
    answered(visitor, who={"name": "", "who_words": "maybe 6", "age": "maybe 6"})
    send(visitor)
    rows = queue(make.account(Role.DUTY_OFFICER), timezone.localdate()).rows
    assert rows[0].people == ("maybe 6",)


def test_a_domestic_abuse_answer_shows_help_and_asks_who_may_see_and_how_it_is_safe(visitor):
    begin(visitor)
    go_on(visitor, "about", about="adult")
    go_on(visitor, "danger")
    assert go_on(visitor, "worries", worries=["domestic"]) == "/worry/help/"
    text = page(visitor, "/worry/help/")
    assert "Marram House helpline" in text and 'href="/worry/screen/"' in text
    assert "private window" in page(visitor, "/worry/screen/")
    assert go_on(visitor, "screen", screen="yes") == "/worry/happened/"


def test_a_mistake_keeps_what_was_typed_and_says_what_to_do(visitor):
    begin(visitor)
    answer = visitor.post("/worry/happened/", {"happened": "x" * 8_001})
    text = answer.content.decode()
    assert answer.status_code == 422 and "x" * 8_001 in text
    assert "at most 8,000" in text and 'href="#id_happened"' in text
    answer = visitor.post("/worry/about/", {})
    assert "Choose who you are worried about" in answer.content.decode()


def test_answers_can_be_changed_from_the_last_page(visitor):
    answered(visitor)
    assert WORRIED in page(visitor, "/worry/check/")
    visitor.post("/worry/where/?then=check", {"lives": "Orchard Way", "where": ""})
    text = page(visitor, "/worry/check/")
    assert "Orchard Way" in text and "Mill Lane" not in text


def test_the_rest_can_be_skipped_once_the_needful_is_said(visitor):
    begin(visitor)
    for part in ("about", "danger", "worries"):
        go_on(visitor, part)
    assert "Skip the other questions" in page(visitor, "/worry/happened/")
    assert go_on(visitor, "happened", check="1") == "/worry/check/"
    send(visitor)
    assert Report.objects.get().raiser_contact == ""


def test_nothing_can_be_sent_before_the_needful_is_said(visitor):
    begin(visitor)
    assert visitor.post("/worry/check/")["Location"] == "/worry/about/"
    assert not Concern.objects.exists()


def test_answers_that_were_forgotten_do_not_take_the_last_page_with_them(visitor):
    begin(visitor)
    Unsent.objects.update(seen_at=timezone.now() - dt.timedelta(hours=1))
    answer = visitor.post("/worry/happened/", {"happened": WORRIED})
    assert answer["Location"] == "/worry/about/"
    for part in ("about", "danger"):
        go_on(visitor, part)
    assert WORRIED in page(visitor, "/worry/happened/")
    assert Unsent.objects.count() == 1


def test_unsent_answers_can_be_read_by_nobody_else(visitor):
    answered(visitor)
    row = Unsent.objects.get()
    assert b"Sam" not in bytes(row.sealed)
    assert visitor.cookies["visit"].value not in (row.key_hash, bytes(row.sealed).decode())
    other = Client()
    assert other.get("/worry/check/").status_code == 410
    other.cookies["visit"] = "guessed"
    assert other.get("/worry/check/").status_code == 410


def test_the_cookie_is_forgotten_with_the_browser_and_seen_by_no_script(visitor):
    begin(visitor)
    cookie = visitor.cookies["visit"]
    assert cookie["httponly"] and cookie["samesite"] == "Strict"
    assert (cookie["max-age"], cookie["expires"], cookie["path"]) == ("", "", "/worry/")
    assert "sessionid" not in visitor.cookies


def test_leaving_erases_the_answers_and_lands_somewhere_harmless(visitor):
    answered(visitor)
    answer = visitor.get("/worry/leave/")
    assert answer["Location"] == "https://www.bbc.co.uk/weather"
    assert not Unsent.objects.exists() and visitor.cookies["visit"].value == ""
    begin(visitor)
    assert visitor.get("/worry/leave/", headers={"sec-purpose": "prefetch"}).status_code == 204
    assert Unsent.objects.exists()


def test_old_answers_are_erased_by_the_daily_job_too(visitor):
    begin(visitor)
    Unsent.objects.update(seen_at=timezone.now() - dt.timedelta(hours=1))
    assert unsent.erase_old() == 1


@pytest.mark.parametrize("part", [*ANSWERS, "help", "check", "code", "danger/999", "leave"])
def test_every_page_is_kept_by_no_browser_and_names_nothing_in_its_address(visitor, part):
    answered(visitor)
    answer = visitor.get(f"/worry/{part}/")
    assert "no-store" in answer["Cache-Control"]
    for found in re.findall(r'(?:href|action)="(/worry/[^"]*)"', answer.content.decode()):
        assert "Sam" not in found and re.fullmatch(r"/worry/[a-z0-9/]*(\?then=check)?", found)


def test_no_word_stands_in_log_mail_cookie_or_audit_record(visitor, caplog):
    caplog.set_level(logging.DEBUG)
    answered(visitor)
    code = CODE.findall(send(visitor))[0]
    visitor.post("/worry/code/", {"code": code})
    told = caplog.text + str(visitor.cookies) + str(list(Notice.objects.values()))
    told += str(list(Entry.objects.values()))
    for word in ("stepfather", "Mill Lane", "bicycle", code):
        assert word not in told, word


def test_the_code_opens_what_was_told_and_lets_something_join(visitor):
    answered(visitor)
    code = CODE.findall(send(visitor))[0]
    assert code not in str(list(Report.objects.values()))
    other = Client()
    text = other.post("/worry/code/", {"code": code.lower().replace("-", " ")}).content.decode()
    assert "We have your report" in text and WORRIED not in text
    once = re.findall(r'name="once" value="([^"]+)"', text)[0]
    text = other.post("/worry/code/add/", {"code": code, "words": ""}).content.decode()
    assert "Write what you want to add" in text
    added = {"code": code, "words": "He is home.", "once": once}
    gone = other.post("/worry/code/add/", added)
    assert gone.status_code == 302 and code not in gone["Location"]
    text = page(other, gone["Location"])
    assert "We have what you added" in text and "He is home." in text
    assert "He is home." not in page(other, gone["Location"])
    other.post("/worry/code/add/", added)
    assert Report.objects.count() == 2 and Concern.objects.count() == 1
    back = Client().post("/worry/code/", {"code": code}).content.decode()
    assert "You added to it" in back and "He is home." not in back


def test_what_somebody_adds_stands_in_the_thread_as_theirs(visitor):
    answered(visitor)
    code = CODE.findall(send(visitor))[0]
    visitor.post("/worry/code/add/", {"code": code, "words": "He is home.", "once": "y"})
    visitor.force_login(make.account(Role.DUTY_OFFICER))
    text = page(visitor, f"/concerns/{Concern.objects.get().reference}/")
    assert "Added by the same person" in text and text.count("Tell them something") == 1


def test_the_same_words_on_one_form_join_the_thread_of_each_code(visitor):
    for _ in range(2):
        answered(visitor)
        said = {"code": CODE.findall(send(visitor))[0], "words": "He is home.", "once": "x"}
        assert [visitor.post("/worry/code/add/", said).status_code for _ in "ab"] == [302, 302]
    added = Report.objects.filter(words="He is home.")
    assert added.count() == added.values("concern").distinct().count() == 2


def test_a_code_that_is_none_says_so_at_the_field_and_guessing_is_stopped(visitor):
    answers = [visitor.post("/worry/code/", {"code": f"AAAAABBBBB{n:05}"}) for n in range(11)]
    assert [one.status_code for one in answers[:10]] == [422] * 10
    assert 'id="id_code-error"' in answers[0].content.decode()
    assert answers[10].status_code == 429 and "999" in answers[10].content.decode()
    added = visitor.post("/worry/code/add/", {"code": "AAAAABBBBB00000", "words": "x"})
    assert added.status_code == 429


def test_a_machine_that_fills_the_trap_sends_nothing_until_it_is_emptied(visitor):
    answered(visitor)
    visitor.post("/worry/check/")
    answer = visitor.post("/worry/check/", {"website": "spam.example.org"})
    assert answer.status_code == 422 and not Concern.objects.exists()
    visitor.post("/worry/check/", {"website": ""})
    assert Concern.objects.count() == 1


def test_whoever_is_too_quick_is_asked_once_more_and_loses_nothing(visitor):
    answered(visitor)
    answer = visitor.post("/worry/check/")
    assert answer.status_code == 422 and "very quick" in answer.content.decode()
    assert visitor.post("/worry/check/").status_code == 200
    assert Concern.objects.count() == 1


def test_one_place_is_limited_and_another_is_not(visitor, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    last = 0
    for _ in range(21):
        one = Client(REMOTE_ADDR="192.0.2.7")
        answered(one)
        one.post("/worry/check/")
        last = one.post("/worry/check/").status_code
    assert last == 429 and Concern.objects.count() == 20
    assert WORRIED in page(one, "/worry/check/")
    other = Client(REMOTE_ADDR="192.0.2.8")
    answered(other)
    send(other)
    assert Concern.objects.count() == 21
    assert "192.0.2" not in str(list(Tally.objects.values()))


def some_answers(dice):
    """Whatever somebody could have answered; the needful is always there."""
    said = {"about": "child", "danger": "no", "happened": WORRIED}
    for field in (
        field for question in questions_on(timezone.localdate()) for field in question.fields
    ):
        if field.choices:
            values = [one.value for one in field.choices]
            chosen = dice.sample(values, dice.randint(1, len(values)))
            said[field.name] = chosen if field.kind == "several" else chosen[0]
        elif dice.random() < 0.5 and field.name not in said:
            said[field.name] = dice.choice(["x", "O’Brien & <b>sons</b>", "14", "z" * field.most])
    return {**said, "again": "yes", "phone": "01632 960 555", "email": "a@example.org"}


def test_every_report_of_the_public_stands_in_the_queue(visitor):
    dice, duty = random.Random(26), make.account(Role.DUTY_OFFICER, name="Dee Duty")
    for number in range(25):
        one = Client(REMOTE_ADDR=f"198.51.100.{number}")
        one.cookies["visit"] = unsent.begin(some_answers(dice))
        assert one.post("/worry/check/", {"website": ""}).status_code == 200
        found = queue(duty, timezone.localdate())
        assert found.counts["decide"] == Concern.objects.count() == number + 1
    assert {row.state for row in found.rows} == {ConcernState.RECEIVED}


def test_a_report_that_cannot_be_put_into_the_queue_is_not_said_to_have_arrived(
    visitor, monkeypatch
):
    def broken(*args, **kwargs):
        raise RuntimeError("no clock")

    answered(visitor)
    visitor.post("/worry/check/")
    monkeypatch.setattr("joinedup.concerns.actions.submitting.start_deciding", broken)
    with pytest.raises(RuntimeError):
        visitor.post("/worry/check/", {"website": ""})
    assert not Concern.objects.exists() and not Report.objects.exists()
    monkeypatch.undo()
    assert WORRIED in page(visitor, "/worry/check/")


def test_what_every_page_loads_is_at_most_100_kilobytes_compressed(visitor):
    answered(visitor, worries={"worries": ["domestic", "sexual", "money", "care", "exploited"]})
    parts = ("app.css", "door.css", "app.js", "js-enabled.js", "leave.js", "icon.svg",
             "vendor/govuk-frontend.min.js")  # fmt: skip
    fixed = sum(len(gzip.compress((STATIC / part).read_bytes())) for part in parts)
    pages = ["/worry/", "/worry/help/", "/worry/check/", "/worry/code/"]
    pages += [f"/worry/{part}/" for part in ANSWERS]
    for address in pages:
        weight = fixed + len(gzip.compress(visitor.get(address).content))
        assert weight <= MOST_BYTES, (address, weight)


def test_the_telephone_script_asks_the_same_and_reads_out_a_code(visitor):
    staff = Client()
    staff.force_login(make.account(Role.CASEWORKER, name="Cas Worker"))
    text = staff.get("/phone-script/").content.decode()
    assert "hang up and ring" in text and "Please tell me what has happened" in text
    said = {name: value for part in ANSWERS.values() for name, value in part.items()}
    said |= {"worries": ["domestic"], "phone": "", "caller": "public"}
    text = staff.post("/phone-script/", {**said, "show": "help"}).content.decode()
    assert "Marram House helpline" in text and WORRIED in text
    assert not Concern.objects.exists()
    lacking = staff.post("/phone-script/", {**said, "happened": "", "send": "1"})
    assert lacking.status_code == 422
    text = staff.post("/phone-script/", {**said, "send": "1"}).content.decode()
    assert len(CODE.findall(text)) == 1
    assert Report.objects.get().door == Door.PHONE
