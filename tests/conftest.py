"""What every test gets: the append-only triggers stand in the test database, as they do in life."""

import pytest


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    from joinedup.audit.triggers import install

    with django_db_blocker.unblock():
        install()


def pytest_configure(config):
    config.addinivalue_line("markers", "postgres: also runs on PostgreSQL")
