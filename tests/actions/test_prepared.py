"""Statements written once: kept for the process, whatever other threads do meanwhile."""

import pytest

from joinedup.access import prepared
from joinedup.access.models import Agency
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db


class Forgetful(dict):
    """Whatever is put in, another thread clears at once."""

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.clear()


def agencies(user, name):
    return Agency.objects.filter(name=name)


def test_a_statement_that_another_thread_clears_is_still_run(monkeypatch):
    monkeypatch.setattr(prepared, "_kept", Forgetful())
    made = make.agency("Fenmarsh Trust")
    assert prepared.rows(agencies, None, ["Fenmarsh Trust"]) == [made]
