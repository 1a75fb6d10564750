"""What every test gets: the append-only triggers stand in the test database, as they do in life."""

import os

import pytest
from hypothesis import settings

# A slow moment of the machine is no fault of the rule under test. The same inputs each time, so
# that a red run can be repeated; HYPOTHESIS_PROFILE=searching looks for new ones.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    from joinedup.audit.triggers import install

    with django_db_blocker.unblock():
        install()


def pytest_configure(config):
    config.addinivalue_line("markers", "postgres: also runs on PostgreSQL")
