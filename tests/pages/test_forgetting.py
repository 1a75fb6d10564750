"""No process remembers a name longer than one request."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from django.urls import reverse

from joinedup.subjects import forgetting, rules
from joinedup.subjects.rules.names import sound
from joinedup.subjects.rules.words import fold
from tests.factories import concerns as worry

DATA = {"_forms", "_vehicle_words"}
"""What is read from rule data and holds nobody's words."""


@pytest.mark.django_db
def test_a_name_that_was_looked_up_is_forgotten_when_the_answer_is_ready(client):
    client.force_login(worry.duty().user)
    fold("Zwolinkitty Marlow"), sound("zwolinkitty")
    assert fold.cache_info().currsize
    said = {"forename": "Zwolinkitty", "surname": "Marlow", "phone": "07700 900123"}
    assert client.post(reverse("subject_find"), said).status_code == 200
    assert [one.cache_info().currsize for one in forgetting.REMEMBERING] == [0] * len(
        forgetting.REMEMBERING
    )


def test_it_is_forgotten_too_where_the_page_fails():
    def fails(request):
        fold("Zwolinkitty")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        forgetting.ForgetNames(fails)(None)
    assert fold.cache_info().currsize == 0


def test_nothing_else_that_compares_people_remembers_words():
    found = set()
    for one in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{one.name}")
        for name, value in vars(module).items():
            own = getattr(value, "__module__", "") == module.__name__
            if own and hasattr(value, "cache_clear"):
                found.add((name, value))
    left = {name for name, value in found if value not in forgetting.REMEMBERING}
    assert left == DATA
