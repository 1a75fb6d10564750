"""The chase list, chasing now with a look at the mail first, a plan's own steps, one action's reminders."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.permission import by_user
from joinedup.assurance.actions import ask_for_evidence, challenge, declare_complete
from joinedup.assurance.actions.chasing import chase_now
from joinedup.assurance.models import Chase, PlanChasing
from joinedup.notices.choices import NoticeState
from joinedup.notices.models import Link, Notice
from tests.factories import assurance as make
from tests.factories.chasing import DAY, SITE, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def lead(client):
    by = make.lead("Lea Lead")
    client.force_login(by.user)
    return by


@pytest.fixture
def plan(lead):
    return make.plan(lead)


@pytest.fixture
def row(lead, plan, today):
    owner = somebody("Ann Lee")
    return make.owned(
        lead, plan, owner, title="Hidden words", due_on=today - 5 * DAY, today=today - 60 * DAY
    )


def text(answer):
    return answer.content.decode()


def listed(answer):
    """References of the actions on the chase list, in order."""
    return re.findall(r"/actions/([^/]+)/reminders/", text(answer))


def test_the_list_says_who_owes_what_and_counts_by_organisation(client, lead, plan, row, today):
    trust = make.agency("Fen Trust", kind=AgencyKind.HEALTH, contact_email="desk@trust.example")
    rows = [
        make.owned(lead, plan, trust, due_on=today - days * DAY, today=today - 60 * DAY)
        for days in (3, 9)
    ]
    page = client.get(reverse("chase_list"))
    assert listed(page) == [rows[1].reference, row.reference, rows[0].reference]
    counts = [re.sub(r"<[^>]+>|\s+", " ", one) for one in text(page).split("<tr")[2:4]]
    assert "Fen Trust" in counts[0]
    assert "2 9 days – 2 –" in re.sub(r" +", " ", counts[0])
    assert "Marlow Vale Council" in counts[1]
    assert "Ann Lee" in text(page)
    narrowed = client.get(reverse("chase_list"), {"agency": trust.reference})
    assert listed(narrowed) == [rows[1].reference, rows[0].reference]


def test_the_mail_is_looked_at_before_it_is_sent(client, row):
    look = client.get(reverse("chase_send"), {"action": row.reference})
    assert "1 action waits for your answer" in text(look)
    assert not Notice.objects.exists()
    sent = client.post(reverse("chase_send"), {"action": row.reference}, follow=True)
    assert "One message is on the way" in text(sent)
    body = Notice.objects.get().body
    assert row.reference in body
    assert "Hidden words" not in body
    again = client.post(reverse("chase_send"), {"action": row.reference}, follow=True)
    assert "Nobody was written to" in text(again)


def test_a_whole_organisation_is_chased_at_once(client, lead, plan, row, today):
    other = somebody("Bo Rowe")
    make.owned(lead, plan, other, due_on=today - 2 * DAY, today=today - 60 * DAY)
    client.post(reverse("chase_send"), {"agency": row.agency.reference})
    assert set(Notice.objects.values_list("recipient", flat=True)) == {
        "ann@example.org", "bo@example.org",
    }  # fmt: skip


def test_mail_that_failed_is_shown_and_the_lead_is_asked_next_time(client, lead, row, today):
    chase_now(lead, [row.reference], SITE, today=today)
    Notice.objects.update(state=NoticeState.FAILED)
    page = text(client.get(reverse("chase_list")))
    assert "could not be delivered" in page
    assert "Not delivered" in page
    found = client.get(reverse("chase_list"), {"show": "failed"})
    assert listed(found) == [row.reference]
    chase_now(lead, [row.reference], SITE, today=today + DAY)
    notice = Notice.objects.latest("pk")
    assert notice.recipient == lead.user.email
    assert "cannot be delivered" in notice.body


def test_what_was_answered_is_told_apart(client, lead, row, today):
    chase_now(lead, [row.reference], SITE, today=today - 2 * DAY)
    unanswered = client.get(reverse("chase_list"), {"show": "unanswered"})
    assert listed(unanswered) == [row.reference]
    client.post(reverse("say", args=[row.reference]), {"words": "On its way.", "how": "said"})
    unanswered = client.get(reverse("chase_list"), {"show": "unanswered"})
    assert listed(unanswered) == []


def test_a_plan_keeps_its_own_steps(client, plan):
    address = reverse("plan_chasing", args=[plan.reference])
    assert 'name="step_before" type="text" value="-7"' in text(client.get(address))
    data = {
        "is_chased": "on", "step_before": "-14", "step_on_the_day": "", "step_after": "5",
        "step_manager": "15", "step_lead": "30", "lead": "", "version": "0",
    }  # fmt: skip
    assert client.post(address, data).status_code == 302
    assert PlanChasing.objects.get().days == {
        "before": -14, "on_the_day": None, "after": 5, "manager": 15, "lead": 30,
    }  # fmt: skip
    stale = client.post(address, {**data, "step_after": "6"})
    assert stale.status_code == 422
    assert "Somebody else has changed this" in text(stale)
    wrong = client.post(address, {**data, "version": "1", "step_after": "soon"})
    assert "Enter a whole number of days" in text(wrong)
    assert "soon" in text(wrong)


def test_an_actions_reminders_show_what_was_sent_and_stop_its_links(client, lead, row, today):
    chase_now(lead, [row.reference], SITE, today=today)
    address = reverse("action_reminders", args=[row.reference])
    page = text(client.get(address))
    assert "Chased by hand" in page
    assert "1 link to answer about this action works still" in page
    client.post(address)
    assert Link.objects.filter(revoked_at__isnull=True).count() == 0
    assert "Stopped" in text(client.get(address))
    assert reverse("action_reminders", args=[row.reference]) in text(
        client.get(reverse("action", args=[row.reference]))
    )


def test_only_those_who_lead_plans_chase(client, row):
    client.force_login(make.account(Role.SERVICE_MANAGER))
    for name, args in (
        ("chase_send", []),
        ("action_reminders", [row.reference]),
    ):
        assert client.get(reverse(name, args=args)).status_code == 404
    assert client.post(reverse("chase_send"), {"action": row.reference}).status_code == 404
    assert not Chase.objects.exists()


def test_the_list_takes_as_many_statements_for_many_rows_as_for_few(
    client, lead, plan, row, today, django_assert_max_num_queries
):
    for number in range(12):
        owner = somebody(f"Owner{number} Somebody")
        make.owned(lead, plan, owner, due_on=today - DAY, today=today - 60 * DAY)
    client.get(reverse("chase_list"))
    with django_assert_max_num_queries(34):
        assert len(listed(client.get(reverse("chase_list")))) == 13
    assert by_user(lead.user) == lead


def test_a_named_contact_reads_what_their_own_organisation_owes_and_chases_nobody(
    client, lead, plan, row, today
):
    trust = make.agency("Fen Trust", kind=AgencyKind.HEALTH, contact_email="desk@trust.example")
    theirs = make.owned(lead, plan, trust, due_on=today - 3 * DAY, today=today - 60 * DAY)
    chase_now(lead, [theirs.reference, row.reference], SITE, today=today)
    client.force_login(make.account(Role.PARTNER, of=trust))
    page = text(client.get(reverse("chase_list")))
    assert theirs.reference in page
    assert row.reference not in page
    assert "Marlow Vale Council" not in re.sub(
        r"<header.*?</header>|<footer.*", "", page, flags=re.S
    )
    assert "No answer since" in page
    assert "Chase now" not in page
    assert reverse("action_reminders", args=[theirs.reference]) not in page


def test_a_lead_sees_the_plans_that_come_to_her_in_the_end(client, lead, plan, row, today):
    other = make.plan(lead, title="Somebody else's plan")
    theirs = make.owned(
        lead, other, somebody("Bo Rowe"), due_on=today - DAY, today=today - 60 * DAY
    )
    deputy = somebody("Dee Deputy")
    PlanChasing.objects.create(plan=other, lead=deputy)
    mine = client.get(reverse("chase_list"), {"lead": lead.user.person.reference})
    assert listed(mine) == [row.reference]
    hers = client.get(reverse("chase_list"), {"lead": deputy.reference})
    assert listed(hers) == [theirs.reference]
    assert "Dee Deputy" in text(hers)


def test_the_list_says_how_many_organisations_have_not_answered_and_shows_only_these(
    client, lead, plan, row, today
):
    trust = make.agency("Fen Trust", kind=AgencyKind.HEALTH, contact_email="desk@trust.example")
    theirs = make.owned(lead, plan, trust, due_on=today - 9 * DAY, today=today - 60 * DAY)
    chase_now(lead, [theirs.reference], SITE, today=today)
    page = re.sub(r"<[^>]+>", "", text(client.get(reverse("chase_list"))))
    assert "2 organisations owe something that is late. 1 has not answered" in page
    only = client.get(reverse("chase_list"), {"show": "unanswered"})
    assert listed(only) == [theirs.reference]
    counted = text(only).split("By organisation")[1].split("Action by action")[0]
    assert "Fen Trust" in counted
    assert "Marlow Vale Council" not in counted


def test_evidence_that_was_asked_for_counts_from_that_day_not_from_its_old_date(
    client, lead, plan, row, today
):
    owner = somebody("Cy Done")
    done = make.owned(lead, plan, owner, due_on=today - 90 * DAY, today=today - 99 * DAY)
    declare_complete(lead, done.reference, "Done.", today=today - 80 * DAY)
    ask_for_evidence(lead, done.reference, today=today - 2 * DAY)
    page = client.get(reverse("chase_list"))
    assert listed(page) == [row.reference, done.reference]
    assert "90 days" not in text(page)


def test_something_finished_with_a_question_is_not_late(client, lead, plan, row, today):
    done = make.owned(
        lead, plan, somebody("Cy Done"), due_on=today - 90 * DAY, today=today - 99 * DAY
    )
    declare_complete(lead, done.reference, "Done.", today=today - 80 * DAY)
    challenge(lead, done.reference, "Who checks?", today + DAY, today=today)
    assert listed(client.get(reverse("chase_list"))) == [row.reference]
