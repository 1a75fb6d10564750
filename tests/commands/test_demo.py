"""The demo: the same people and plans every time, dates counted from the load day."""

import datetime as dt
import json
import re

import pytest
from django.db import transaction

from joinedup.access.choices import Role
from joinedup.access.models import Agency, Holding, Person, Post, User
from joinedup.access.queries import demo_people
from joinedup.assurance.choices import CLOSED, Status
from joinedup.assurance.models import (
    Action,
    Challenge,
    Chase,
    Evidence,
    Plan,
    PlanVersion,
    Response,
    Update,
)
from joinedup.assurance.models.imports import PlanImport
from joinedup.assurance.writing.columns import folded_state, plain_columns, updates_of
from joinedup.audit.seals import seal_now
from joinedup.audit.verify import problems
from joinedup.casefile.queries.due import due_records
from joinedup.clocks.models import Clock
from joinedup.config.demo import load
from joinedup.council.queries import profile
from joinedup.files.queries import damaged
from joinedup.notices.models import Notice

TODAY = dt.date(2026, 6, 15)
SITE = "http://localhost:8123"


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo, loaded once for this module and rolled back after it."""
    from django.conf import settings

    kept, was_demo = settings.FILES_FOLDER, settings.IS_DEMO
    settings.FILES_FOLDER = tmp_path_factory.mktemp("files")
    # the demo keeps the words of the mails that it sent
    settings.IS_DEMO = True
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        load(today=TODAY, site=SITE)
        yield
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)
    settings.FILES_FOLDER, settings.IS_DEMO = kept, was_demo


def told():
    """Everything that must be the same each time, references aside."""
    rows = Action.objects.order_by("plan__title", "position").values_list(
        "plan__title", "code", "title", "status", "next_on", "times_moved", "proof", "updated_on"
    )
    updates = Update.objects.order_by("action__plan__title", "action__position", "number")
    said = updates.values_list("kind", "words", "effective_on", "said_by", "reason")
    people = Person.objects.order_by("pk").values_list("name", "email", "left_on")
    return json.dumps([list(rows), list(said), list(people)], default=str)


@pytest.mark.usefixtures("demo")
@pytest.mark.django_db
class TestTheDemo:
    def test_one_account_for_each_role_is_offered(self):
        assert [one.role for one in demo_people(TODAY)] == list(Role)

    def test_there_are_a_council_and_its_partners(self):
        assert profile().name == Agency.objects.get(is_home=True).name
        kinds = list(Agency.objects.values_list("kind", flat=True))
        assert kinds.count("council") == 8
        assert kinds.count("charity") == 3
        assert kinds.count("board") == 2
        assert Person.objects.count() >= 60

    def test_every_page_has_something_to_show(self):
        open_rows = Action.objects.exclude(status__in=CLOSED)
        assert Plan.objects.count() >= 5
        assert open_rows.filter(next_on__lt=TODAY).count() >= 10
        assert open_rows.filter(next_on__range=(TODAY, TODAY + dt.timedelta(days=6))).count() >= 5
        assert open_rows.filter(updated_on__lt=TODAY - dt.timedelta(days=60)).count() >= 5
        assert open_rows.filter(review_method="").count() >= 5
        assert Action.objects.filter(evidence_until__lt=TODAY).exists()
        assert set(Action.objects.values_list("proof", flat=True)) == {
            "none", "declared", "evidenced", "agreed",
        }  # fmt: skip
        assert set(Action.objects.values_list("status", flat=True)) >= set(Status) - {"unstated"}
        assert set(Action.objects.values_list("times_moved", flat=True)) == {0, 1, 2, 3, 4}
        assert Challenge.objects.filter(answered_on__isnull=True).count() >= 2
        assert set(Evidence.objects.values_list("kind", flat=True)) == {
            "file", "link", "note", "minute",
        }  # fmt: skip
        assert set(Clock.objects.values_list("outcome", flat=True)) >= {"kept", "late", "missed"}
        assert set(Response.objects.values_list("answer", flat=True)) == {
            "accepted", "partly", "rejected", "waiting",
        }  # fmt: skip
        assert PlanImport.objects.get().state == "checking"

    def test_proof_and_chasing_have_something_of_each_kind_to_show(self):
        assert Action.objects.filter(embedded_on__isnull=False).exists()
        assert Evidence.objects.filter(claim="difference", judged_on__isnull=True).exists()
        assert set(PlanVersion.objects.values_list("state", flat=True)) == {
            "approved", "considered",
        }  # fmt: skip
        failed = Notice.objects.get(state="failed")
        assert failed.tries == 6
        assert Chase.objects.filter(notice=failed).exists()
        assert Notice.objects.filter(state="waiting").count() == 0

    def test_the_leavers_post_kept_its_actions_and_one_post_is_vacant(self):
        gone = Person.objects.get(left_on__isnull=False)
        post = Post.objects.get(holdings__person=gone)
        assert gone.left_on == TODAY - dt.timedelta(days=30)
        assert Action.objects.filter(owners__post=post, owners__to_on__isnull=True).exists()
        assert not Action.objects.filter(owners__person=gone, owners__to_on__isnull=True).exists()
        held = Holding.objects.filter(to_on__isnull=True).values("post")
        assert Post.objects.exclude(pk__in=held).exists()

    def test_nothing_happens_before_its_day_or_after_today(self):
        days = Update.objects.values_list("effective_on", "made_at__date")
        assert all(effective <= TODAY and effective == made for effective, made in days)

    def test_what_stands_in_the_register_is_the_fold_of_its_updates(self):
        for row in Action.objects.all():
            state = folded_state(updates_of(row))
            assert {name: getattr(row, name) for name in plain_columns(state)} == plain_columns(
                state
            )

    def test_no_mail_names_anybody_or_says_what_an_action_is_about(self):
        mails = [f"{one.subject}\n{one.body}" for one in Notice.objects.exclude(body="")]
        assert len(mails) >= 40
        said = re.sub(r"https?://\S+|[A-Z]{2}-\d{4}-\w{7}", "", "\n".join(mails)).casefold()
        names = {
            part for name in Person.objects.values_list("name", flat=True) for part in name.split()
        }
        posts = set(Post.objects.values_list("title", flat=True))
        titles = set(Action.objects.values_list("title", flat=True))
        plans = set(Plan.objects.values_list("title", flat=True))
        bodies = set(Agency.objects.values_list("name", flat=True))
        words = set(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", said))
        assert {one for one in names if len(one) > 2 and one.casefold() in words} == set()
        assert {one for one in posts | titles | plans | bodies if one.casefold() in said} == set()

    def test_every_link_in_its_mails_leads_to_where_it_is_served(self):
        mails = " ".join(Notice.objects.exclude(body="").values_list("body", flat=True))
        links = re.findall(r"http\S+", mails)
        assert any("/answer/" in one for one in links)
        assert [one for one in links if not one.startswith(f"{SITE}/")] == []

    def test_the_record_holds_and_the_files_are_whole(self):
        seal_now()
        assert problems() == []
        assert damaged() == []

    def test_loading_it_elsewhere_tells_the_same_story(self):
        before = told()
        with transaction.atomic():
            empty_everything()
            load(today=TODAY, site=SITE)
            after = told()
            transaction.set_rollback(True)
        assert after == before


def empty_everything():
    """Empty the tables (a copy of them, rolled back afterwards) as a new database is."""
    from django.apps import apps
    from django.db import connection

    from joinedup.audit.triggers import install

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA defer_foreign_keys = ON")
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')
        for model in apps.get_models():
            if model._meta.app_label not in ("contenttypes", "auth"):
                cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
    install()


def test_old_records_wait_on_the_page_of_what_is_kept(demo):
    officer = User.objects.filter(grants__role=Role.INFORMATION_GOVERNANCE).first()
    due = due_records(officer, TODAY)
    assert len(due) == 3 and not any(one.is_held for one in due)
    assert max(one.due_on for one in due) <= TODAY
