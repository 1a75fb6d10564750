"""An allegation about a colleague is hidden from them and their line, and from nobody else: whoever
manages another team allocates the case that it became."""

from __future__ import annotations

import pytest
from django.utils import timezone

from joinedup.access.models import User
from joinedup.access.permission import Refused, by_user
from joinedup.cases import actions
from joinedup.cases.queries.for_managers import for_manager
from joinedup.cases.queries.lists import readable
from joinedup.cases.queries.one import case_to
from joinedup.concerns.choices import Allegation
from joinedup.concerns.queries.one import concern_to
from tests.factories import cases as hand
from tests.factories import concerns as worry
from tests.factories.referrals import in_team

pytestmark = pytest.mark.django_db


def fresh(by):
    return by_user(User.objects.select_related("person__agency", "person__team").get(pk=by.user.pk))


def opens(act):
    try:
        act()
    except Refused:
        return False
    return True


@pytest.fixture
def matter():
    """The subject, their manager and hers, a manager of the same team outside that line, and the
    case that a duty officer opened from the concern."""
    dot, today = worry.duty(), timezone.localdate()
    head, near, other = (hand.manager(f"{one} Manager") for one in ("Hedda", "Nerys", "Odile"))
    subject = by_user(hand.worker("Ulric Penhallow"))
    in_team(subject, "Vulnerability")
    for by, above in ((subject, near), (near, head)):
        by.user.person.manager = above.user.person
        by.user.person.save()
    suspect = worry.suspect(works_with=Allegation.CHILDREN, person=subject.user.person.reference)
    concern = worry.submitted(worry.child(), suspect)
    case = hand.opened(dot, who=hand.worker("Wil Worker"), on=today)
    actions.link_concern(dot, case.reference, concern.reference, concern.guard, today=today)
    return dot, subject, near, head, other, concern, case


def test_the_line_sees_neither_and_the_duty_officer_and_another_manager_do(matter):
    dot, subject, near, head, other, concern, case = matter
    assert opens(lambda: concern_to(fresh(dot), concern.reference))
    assert opens(lambda: case_to(fresh(other), case.reference))
    for by in (subject, near, head):
        assert not opens(lambda by=by: case_to(fresh(by), case.reference))
        assert not readable(fresh(by).user).exists()


def test_a_manager_outside_the_line_allocates_the_case(matter):
    *_, other, _, case = matter
    today, new = timezone.localdate(), hand.worker("New Worker").person
    actions.transfer(fresh(other), case.reference, new, "Read it all", today=today)
    assert hand.again(case).worker == new and for_manager(fresh(other).user)[0] == []


def test_nobody_of_the_line_is_given_the_case(matter):
    _, subject, near, _, other, _, case = matter
    for by in (subject, near):
        with pytest.raises(Exception, match="conflict of interest"):
            actions.transfer(
                fresh(other), case.reference, by.user.person, "All", today=timezone.localdate()
            )
