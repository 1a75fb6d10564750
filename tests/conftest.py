"""What every test gets: the append-only triggers stand in the test database, as they do in life."""

import pytest
from hypothesis import settings

# A slow moment of the machine is no fault of the rule under test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    from joinedup.audit.triggers import install

    with django_db_blocker.unblock():
        install()


def pytest_configure(config):
    config.addinivalue_line("markers", "postgres: also runs on PostgreSQL")
