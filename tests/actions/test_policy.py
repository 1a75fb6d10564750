"""The policy table and the one decision, looked at by brute force: role × permission × relation."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.utils import timezone

from joinedup.access.choices import AgencyKind, May, Reach, Role
from joinedup.access.door import door
from joinedup.access.models import BreakGlass, Conflict, Guard, Involvement, Team, User
from joinedup.access.permission import (
    Refused,
    by_user,
    check,
    check_any,
    check_link,
    check_own,
    holds,
    may_touch,
    visible,
)
from joinedup.access.roles import PAST_SEALS, POLICY
from joinedup.audit.actor import By, public, system
from joinedup.audit.choices import ByKind
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
PRINTED = """
safeguarding_lead: agree all, break_glass all, challenge all, clear_papers all, declare_figures all, edit_plans all, export all, find_people all, govern_records all, import_plans all, keep_directory all, keep_library all, link_people all, manage_cases all, manage_mail all, manage_people all, moderate all, prepare_papers all, read_cases all, read_exempt all, read_papers all, read_plans all, report_concerns own, see_small_counts all, see_who_saw all, set_access all, triage all, update_actions all, work_cases all
administrator: clear_papers all, declare_figures all, edit_plans all, export all, import_plans all, keep_directory all, keep_library all, manage_council all, manage_mail all, manage_people all, prepare_papers all, read_exempt all, read_papers all, read_plans all, report_concerns own, see_small_counts all, update_actions all
service_manager: agree agency, break_glass agency, challenge agency, clear_papers own, export agency, read_papers all, read_plans agency, report_concerns own, see_small_counts agency, update_actions team
action_owner: clear_papers own, export agency, read_papers all, read_plans agency, report_concerns own, update_actions own
partner: challenge agency, clear_papers own, moderate own, read_papers all, read_plans agency, report_concerns own, update_actions own
auditor: challenge all, clear_papers own, export all, moderate all, read_papers all, read_plans all, report_concerns own, see_small_counts all
councillor: challenge all, clear_papers own, read_exempt own, read_papers all, read_plans all, report_concerns own
system_administrator: manage_accounts all, manage_council all, manage_mail all, report_concerns own
information_governance: govern_records all, read_audit all, report_concerns own, set_access all
duty_officer: break_glass agency, find_people all, keep_directory all, link_people all, read_cases agency, report_concerns own, triage all, work_cases agency
caseworker: break_glass agency, find_people all, read_cases own, report_concerns own, work_cases own
case_manager: break_glass agency, find_people all, link_people agency, manage_cases team, read_cases team, report_concerns own, work_cases team
"""  # noqa: E501


def test_the_policy_is_the_one_that_was_agreed():
    """Changing what a role may do changes this test too: two pairs of eyes."""
    lines = (
        f"{role}: " + ", ".join(sorted(f"{may} {reach}" for may, reach in POLICY[role].items()))
        for role in Role
    )
    assert "\n".join(lines) == PRINTED.strip()
    assert set(PAST_SEALS) == {May.SET_ACCESS, May.BREAK_GLASS}


@pytest.fixture
def places():
    """Guards by relation to somebody of the home council's team “Quality”."""
    home, other = make.agency(), make.agency("Fenmarsh Trust", kind=AgencyKind.HEALTH)
    mine, theirs = (Team.objects.create(agency=home, name=name) for name in ("Quality", "Other"))
    made = {
        "team": Guard.objects.create(agency=home, team=mine),
        "agency": Guard.objects.create(agency=home, team=theirs),
        "elsewhere": Guard.objects.create(agency=other),
    }
    sealed = {
        f"sealed {name}": Guard.objects.create(agency=one.agency, team=one.team, is_sealed=True)
        for name, one in made.items()
    }
    return {**made, **sealed}, mine


def reached(reach, name, may):
    where = name.removeprefix("sealed ")
    if name.startswith("sealed") and may not in PAST_SEALS:
        return False
    near = {Reach.ALL: 3, Reach.AGENCY: 2, Reach.TEAM: 1, Reach.OWN: 0}[reach]
    return near >= {"team": 1, "agency": 2, "elsewhere": 3}[where]


def again(user):
    return User.objects.select_related("person__agency", "person__team").get(pk=user.pk)


@pytest.mark.parametrize("role", list(Role))
def test_each_permission_reaches_what_the_table_says(places, role):
    guards, team = places
    user = make.account(role)
    user.person.team = team
    user.person.save()
    for may in May:
        user = again(user)
        shown = set(
            visible(user, may, Guard.objects.all(), guard="pk").values_list("pk", flat=True)
        )
        for name, guard in guards.items():
            reach = POLICY[role].get(may)
            expected = reach is not None and reached(reach, name, may)
            assert (guard.pk in shown) is expected, (role, may, name)
            assert may_touch(user, may, guard.pk) is expected, (role, may, name)
        assert holds(user, may) is (may in POLICY[role])


@pytest.mark.parametrize("state", ["now", "former", "future", "conflict", "ended conflict"])
@pytest.mark.parametrize("of", ["all", "item"])
def test_who_works_on_a_record_reaches_it_while_they_do(places, of, state):
    guards, _ = places
    guard, today = guards["sealed elsewhere"], timezone.localdate()
    user = make.account(Role.ACTION_OWNER)
    item = "" if of == "all" else "GU-ITEM"
    day = dt.timedelta(days=1)
    dates = {"former": (make.LONG_AGO, today - day), "future": (today + day, None)}
    start, end = dates.get(state, (make.LONG_AGO, today if state == "now" else None))
    Involvement.objects.create(guard=guard, person=user.person, item=item, from_on=start, to_on=end)
    if "conflict" in state:
        ended = timezone.now() if state.startswith("ended") else None
        Conflict.objects.create(guard=guard, person=user.person, reason="Kin", ended_at=ended)
    Guard.objects.filter(pk=guard.pk).update(about="GU-ITEM")
    expected = state in {"now", "ended conflict"}
    user = again(user)
    rows = Guard.objects.filter(pk=guard.pk)
    assert visible(user, May.READ_PLANS, rows, "pk", "about").exists() is expected
    assert may_touch(user, May.READ_PLANS, guard.pk, "GU-ITEM") is expected
    assert may_touch(user, May.READ_PLANS, guard.pk) is (expected and of == "all")
    assert not may_touch(user, May.EDIT_PLANS, guard.pk, "GU-ITEM")


HOLDINGS = {
    "before the seal": (-5, 0, True),
    "at the seal": (0, 0, True),
    "after the seal": (1, 0, False),
    "before the seal, and ended": (-5, -1, False),
    "before the seal, by another": (-5, 0, False),
    "before the seal, of another post": (-5, 0, False),
    "before a seal whose moment is not known": (-5, 0, False),
    "after it was noted, with no seal": (1, 0, True),
}


@pytest.mark.parametrize("of", ["all", "item"])
@pytest.mark.parametrize("held", HOLDINGS)
def test_a_post_passes_a_seal_only_for_those_who_held_it_before(places, held, of):
    guards, _ = places
    guard, now, item = guards["sealed elsewhere"], timezone.now(), "" if of == "all" else "GU-ITEM"
    minutes, ended, expected = HOLDINGS[held]
    user, post, other = make.account(Role.ACTION_OWNER), make.post(), make.post()
    someone = make.person() if "another" in held and "post" not in held else user.person
    since = now + dt.timedelta(minutes=minutes)
    holding = make.hold(other if "another post" in held else post, someone, since)
    if ended:
        holding.to_on = timezone.localdate() + dt.timedelta(days=ended)
        holding.save()
    if someone == user.person:
        # who holds the post now, but too late
        make.hold(post, user.person, now + dt.timedelta(days=1))
    is_sealed, at = "no seal" not in held, None if "not known" in held else now
    Guard.objects.filter(pk=guard.pk).update(about="GU-ITEM", is_sealed=is_sealed, sealed_at=at)
    Involvement.objects.create(guard=guard, post=post, item=item, from_on=make.LONG_AGO)
    user = again(user)
    rows = Guard.objects.filter(pk=guard.pk)
    assert visible(user, May.READ_PLANS, rows, "pk", "about").exists() is expected
    assert may_touch(user, May.READ_PLANS, guard.pk, "GU-ITEM") is expected
    assert may_touch(user, May.READ_PLANS, guard.pk) is (expected and of == "all")


def test_a_closed_account_may_nothing(places):
    guards, _ = places
    user = make.account(Role.SAFEGUARDING_LEAD)
    user.is_active = False
    assert not holds(user, May.READ_PLANS)
    assert not may_touch(user, May.READ_PLANS, guards["team"].pk)


@pytest.mark.parametrize("days", [(-3, -1), (1, None)])
def test_a_role_holds_between_its_days_only(days):
    user, today = make.account(Role.AUDITOR), timezone.localdate()
    first, last = (None if one is None else today + dt.timedelta(days=one) for one in days)
    user.grants.update(from_on=first, to_on=last)
    assert not holds(again(user), May.READ_PLANS)
    user.grants.update(from_on=today, to_on=today)
    assert holds(again(user), May.READ_PLANS)


def test_emergency_access_opens_reading_only_until_it_ends(places):
    guards, _ = places
    guard, now = guards["sealed agency"], timezone.now()
    user = make.account(Role.SERVICE_MANAGER)
    opened = BreakGlass.objects.create(
        guard=guard,
        user=user,
        reason="Tonight",
        opened_at=now,
        expires_at=now + dt.timedelta(hours=1),
    )
    assert may_touch(again(user), May.READ_PLANS, guard.pk)
    assert not may_touch(again(user), May.CHALLENGE, guard.pk)
    opened.expires_at = now
    opened.save()
    assert not may_touch(again(user), May.READ_PLANS, guard.pk)


def test_checks_refuse_all_but_whom_they_are_for(places):
    guards, _ = places
    user, other = make.account(Role.SAFEGUARDING_LEAD), make.account(Role.PARTNER)
    by, link = by_user(user), By(ByKind.LINK, "LI-1")
    check(by, May.EDIT_PLANS, guards["team"].pk)
    check(system("daily"), May.EDIT_PLANS, guards["team"].pk)
    check_any(system("daily"), May.EDIT_PLANS)
    check_any(by, May.EDIT_PLANS)
    check_own(by, user)
    check_link(link)
    for refused in (
        lambda: check(by_user(other), May.EDIT_PLANS, guards["team"].pk),
        lambda: check(link, May.READ_PLANS, guards["team"].pk),
        lambda: check(public(), May.READ_PLANS, guards["team"].pk),
        lambda: check_any(by_user(other), May.EDIT_PLANS),
        lambda: check_any(link, May.READ_PLANS),
        lambda: check_any(public(), May.READ_PLANS),
        lambda: check_own(by, other),
        lambda: check_own(system("daily"), user),
        lambda: check_link(by),
        lambda: check_link(public()),
    ):
        with pytest.raises(Refused):
            refused()


def test_a_door_opens_to_those_who_hold_its_permission():
    page = door(May.EDIT_PLANS)(lambda request: HttpResponse("open"))
    opened = page(SimpleNamespace(user=make.account(Role.ADMINISTRATOR)))
    assert opened.content == b"open" and page.door is May.EDIT_PLANS
    for user in (make.account(Role.AUDITOR), SimpleNamespace(is_authenticated=False)):
        with pytest.raises(Refused):
            page(SimpleNamespace(user=user))


@pytest.mark.parametrize(
    ("role", "may", "expected"),
    [
        (Role.PARTNER, May.UPDATE_ACTIONS, True),
        (Role.PARTNER, May.READ_PLANS, True),
        (Role.PARTNER, May.EDIT_PLANS, False),
        (Role.ACTION_OWNER, May.UPDATE_ACTIONS, True),
        (Role.SERVICE_MANAGER, May.UPDATE_ACTIONS, False),
        (Role.SYSTEM_ADMINISTRATOR, May.READ_PLANS, False),
    ],
)
def test_what_an_organisation_owns_opens_to_its_people_and_to_no_others(
    places, role, may, expected
):
    guards, _ = places
    guard, today = guards["agency"], timezone.localdate()
    owner = make.agency("Brackwater Housing", kind=AgencyKind.CHARITY)
    Involvement.objects.create(guard=guard, agency=owner, item="GU-ITEM", from_on=make.LONG_AGO)
    Guard.objects.filter(pk=guard.pk).update(about="GU-ITEM")
    user = make.account(role, of=owner)

    def opens(who):
        rows = visible(again(who), may, Guard.objects.filter(pk=guard.pk), "pk", "about")
        touched = may_touch(again(who), may, guard.pk, "GU-ITEM")
        assert rows.exists() is touched
        return touched

    assert opens(user) is expected
    assert not may_touch(again(user), may, guard.pk)
    assert not may_touch(again(user), may, guard.pk, "GU-OTHER")
    assert not opens(make.account(role, of=make.agency("Tarn Police", kind=AgencyKind.POLICE)))
    conflict = Conflict.objects.create(guard=guard, person=user.person, reason="Kin")
    assert not opens(user)
    conflict.delete()
    Guard.objects.filter(pk=guard.pk).update(is_sealed=True)
    assert not opens(user)
    Guard.objects.filter(pk=guard.pk).update(is_sealed=False)
    Involvement.objects.update(to_on=today - dt.timedelta(days=1))
    assert not opens(user)
