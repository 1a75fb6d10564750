"""Demo mode opens no database in which real people have accounts."""

import pytest
from django.db import transaction

from joinedup.access.actions.demo import mark_as_demo
from joinedup.access.actions.first import open_first_account
from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.access.problems import Problem
from joinedup.access.queries import holds_real_accounts
from joinedup.audit.actor import system
from joinedup.audit.recorder import record
from joinedup.config import serving
from joinedup.config.command import main
from tests.factories.assurance import account

pytestmark = pytest.mark.django_db


@pytest.fixture
def served(monkeypatch, settings):
    """What would be served, in demo mode."""
    settings.IS_DEMO = True
    monkeypatch.setenv("JOINEDUP_MODE", "demo")
    begun = []
    monkeypatch.setattr(serving, "start_web", lambda host, port: None)
    monkeypatch.setattr(serving, "serve", lambda *words: begun.append(words) or 0)
    return begun


@pytest.mark.parametrize("words", [["demo", "--serve"], ["demo"], ["serve"]])
def test_demo_mode_refuses_a_database_with_real_accounts(served, capsys, words):
    account(Role.SAFEGUARDING_LEAD)
    assert main(words) == 1
    assert "accounts that are not the demo's" in capsys.readouterr().err
    assert served == []


def test_demo_mode_serves_a_database_that_was_marked_as_a_demo(served):
    mark_as_demo(system("demo"))
    account(Role.SAFEGUARDING_LEAD)
    assert main(["serve"]) == 0
    assert len(served) == 1


def test_a_first_account_over_the_demo_makes_it_real(served):
    mark_as_demo(system("demo"))
    open_first_account(system("setup"), "ada@example.org", "Ada Marsh", "seven tall ships at noon")
    assert holds_real_accounts()
    assert main(["serve"]) == 1


def test_live_mode_serves_real_accounts(served, settings):
    settings.IS_DEMO = False
    account(Role.SAFEGUARDING_LEAD)
    assert main(["serve"]) == 0
    assert len(served) == 1


def test_a_database_with_accounts_cannot_be_marked_as_a_demo():
    account(Role.SAFEGUARDING_LEAD)
    with pytest.raises(Problem):
        mark_as_demo(system("demo"))


def test_the_mark_counts_only_where_the_system_set_it():
    user = account(Role.SAFEGUARDING_LEAD)
    with transaction.atomic():
        record(by_user(user), "demo.mark", "demo")
    assert holds_real_accounts()
