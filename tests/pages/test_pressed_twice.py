"""Somebody presses Send twice at the public door: one report, and the code is not lost."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from joinedup.concerns import unsent
from joinedup.concerns.models import Report
from joinedup.concerns.models.public import Unsent
from tests.factories import assurance as make
from tests.factories import door

pytestmark = pytest.mark.django_db
CODE = re.compile(r'class="ju-code">([^<]+)<')


def test_pressed_twice_it_comes_once_and_the_code_is_on_both_pages():
    make.agency()
    visitor = Client()
    door.answered(visitor)
    key = visitor.cookies["visit"].value
    first = CODE.search(door.send(visitor))[1]
    visitor.cookies["visit"] = key
    assert CODE.search(door.send(visitor))[1] == first
    assert Report.objects.count() == 1
    assert not Unsent.objects.exists()


def test_the_answers_are_gone_once_it_was_sent_and_another_worry_is_another_report():
    make.agency()
    visitor = Client()
    door.answered(visitor)
    key = visitor.cookies["visit"].value
    door.send(visitor)
    visitor.cookies["visit"] = key
    assert visitor.get("/worry/happened/").status_code == 302
    door.answered(visitor)
    door.send(visitor)
    assert Report.objects.count() == 2


def test_sending_erases_the_answers_and_leaves_the_code_to_the_key_for_a_moment():
    make.agency()
    visitor = Client()
    door.answered(visitor)
    key = visitor.cookies["visit"].value
    door.send(visitor)
    kept = unsent.kept(key)
    assert kept is not None and {*kept.answers} == {"sent"}
    assert visitor.get("/worry/check/").status_code == 410
