"""`joinedup daily`: what is due today is done, once."""

import datetime as dt
import os

import pytest
from django.utils.module_loading import import_string

from joinedup.access.drafts import save_draft
from joinedup.access.models import Draft
from joinedup.assurance.actions import add_action, pass_missed
from joinedup.assurance.actions.daily import pass_all_missed
from joinedup.assurance.models import Chase, ChaseRound, Update
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.state import OwnerMark
from joinedup.audit.actor import system
from joinedup.audit.models import Seal
from joinedup.clocks.models import Clock
from joinedup.config.command import main
from joinedup.config.demo.moment import at
from joinedup.files import storage
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link, Notice
from tests.factories import assurance as make
from tests.factories.chasing import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

DAY = dt.timedelta(days=1)
NOW = dt.datetime(2026, 6, 15, 6, tzinfo=dt.UTC)
SITE = "https://joinedup.example.org"


def monthly():
    """A monthly duty first owed on 10 January, made on 5 January."""
    by = make.lead()
    owner = make.account("action_owner", name="Owner of the duty")
    plan = make.plan(by)
    row = add_action(
        by,
        plan.reference,
        "Hold the meeting",
        today=dt.date(2026, 1, 5),
        owners=(OwnerMark(owner.person.reference),),
        start_on=dt.date(2026, 1, 10),
        recurrence="monthly",
    )
    return row, owner


def test_a_duty_nobody_recorded_goes_on_and_its_times_are_missed():
    row, _ = monthly()
    assert pass_all_missed(system("daily"), today=dt.date(2026, 2, 9)) == 0
    assert pass_all_missed(system("daily"), today=dt.date(2026, 2, 10)) == 1
    row.refresh_from_db()
    assert row.occurrence_on == dt.date(2026, 2, 10)
    clocks = Clock.objects.filter(about=row.reference).order_by("due_on")
    assert [(one.due_on.day, one.due_on.month, one.outcome) for one in clocks] == [
        (10, 1, "missed"),
        (10, 2, "open"),
    ]


def test_going_on_does_not_hide_that_nobody_said_anything():
    row, _ = monthly()
    before = row.updated_on
    pass_all_missed(system("daily"), today=dt.date(2026, 4, 20))
    row.refresh_from_db()
    assert row.updated_on == before
    assert row.occurrence_on == dt.date(2026, 4, 10)


def test_a_duty_whose_next_time_has_not_come_does_not_go_on():
    row, _ = monthly()
    with pytest.raises(Problem):
        pass_missed(system("daily"), row.reference, today=dt.date(2026, 1, 20))
    assert Update.objects.filter(action=row).count() == 1


def test_daily_twice_does_nothing_twice(settings, tmp_path, capsys):
    settings.HOME, settings.FILES_FOLDER = tmp_path, tmp_path / "files"
    monthly()
    user = make.account("action_owner")
    save_draft(user, "form", {"words": ["something typed"]})
    Draft.objects.update(saved_at=NOW - 30 * DAY)
    Link.objects.create(
        token_hash="0" * 64,
        purpose=Purpose.INVITATION,
        about=user.reference,
        expires_at=NOW - DAY,
    )
    storage.write(b"bytes that no row speaks of")
    stray = next(storage.folder().iterdir())
    os.utime(stray, (0, 0))
    with at(NOW):
        assert main(["daily", "--site", SITE]) == 0
        first = capsys.readouterr().out
        assert main(["daily", "--site", SITE]) == 0
    second = capsys.readouterr().out
    done = dict(line.rsplit(": ", 1) for line in first.splitlines())
    again = dict(line.rsplit(": ", 1) for line in second.splitlines())
    assert done["recurring duties gone on to their next time"] == "1"
    assert done["links run out"] == "1"
    assert done["weekly messages written"] == done["mails sent"] != "0"
    assert int(done["seals made"]) == 1
    quiet = {name: count for name, count in again.items() if "seal" not in name}
    assert set(quiet.values()) <= {"0", "done", "off"}
    assert done["stray files removed"] == "1"
    assert not stray.exists()
    assert Seal.objects.count() == len((tmp_path / "seals.log").read_text().splitlines())


class Killed(BaseException):
    """What no job catches: the machine went away."""


@pytest.mark.parametrize(
    ("place", "nth"),
    [
        ("joinedup.assurance.weekly.post_letter", 2),
        ("joinedup.assurance.weekly.end_round", 1),
        ("joinedup.notices.delivery.EmailMessage", 2),
        ("joinedup.notices.delivery.claim", 3),
    ],
)
def test_a_day_that_is_killed_half_way_is_finished_later_with_nothing_twice_and_nothing_lost(
    settings, tmp_path, monkeypatch, mailoutbox, place, nth
):
    settings.HOME, settings.FILES_FOLDER = tmp_path, tmp_path / "files"
    by = make.lead()
    plan = make.plan(by)
    people = [somebody(f"Owner{number} Somebody") for number in range(3)]
    for owner in people:
        make.owned(by, plan, owner, due_on=NOW.date() - 5 * DAY, today=NOW.date() - 60 * DAY)
    with at(NOW), monkeypatch.context() as patched:
        kept, calls = import_string(place), []

        def killed(*args, **kwargs):
            calls.append(args)
            if len(calls) == nth:
                raise Killed
            return kept(*args, **kwargs)

        patched.setattr(place, killed)
        with pytest.raises(Killed):
            main(["daily", "--site", SITE])
    assert len(mailoutbox) < 3
    for hours in (1, 2):
        with at(NOW + dt.timedelta(hours=hours)):
            assert main(["daily", "--site", SITE]) == 0
    assert sorted(one.to[0] for one in mailoutbox) == sorted(one.email for one in people)
    assert Chase.objects.count() == Notice.objects.filter(state="sent").count() == 3
    assert ChaseRound.objects.get().done_at is not None
