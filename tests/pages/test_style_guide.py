"""The style guide shows every component, and the answers when something is wrong say what to do."""

import pytest
from django.db import OperationalError
from django.test import Client, override_settings


@pytest.fixture(autouse=True)
def _without_a_council(settings):
    """These pages are tried without a database."""
    settings.JOINEDUP_BRAND = ""


def test_the_style_guide_shows_every_component_without_script_or_style_inline(client: Client):
    answer = client.get("/style/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<style" not in page and "style=" not in page and " onclick" not in page
    assert page.count("<script") == page.count("<script src=") + page.count('<script type="module"')
    for words in ("What to do next", "There is a problem", "Meeting view", "ju-rag--red"):
        assert words in page


def test_the_style_guide_is_absent_from_a_live_system(client: Client):
    with override_settings(MODE="live"):
        assert client.get("/style/").status_code == 404


def test_a_page_that_does_not_exist_says_what_to_do(client: Client):
    from joinedup.pages import views

    answer = views.not_found(None)
    refused = views.refused(None)
    assert answer.status_code == refused.status_code == 404
    assert answer.content == refused.content
    assert "What to do" in answer.content.decode()


@pytest.mark.parametrize(
    ("view", "status"),
    [
        ("bad_request", 400),
        ("csrf_failure", 403),
        ("not_found", 404),
        ("too_many", 429),
        ("server_error", 500),
        ("unavailable", 503),
    ],
)
def test_each_wrong_answer_has_a_heading_a_next_step_and_no_person(view: str, status: int):
    from joinedup.pages import views

    answer = getattr(views, view)(None)
    page = answer.content.decode()
    assert answer.status_code == status
    assert page.count("<h1") == 1 and "What to do" in page
    assert "Signed in as" not in page


def test_a_body_that_is_too_large_is_answered_413():
    from django.core.exceptions import RequestDataTooBig

    from joinedup.pages import views

    assert views.bad_request(None, RequestDataTooBig()).status_code == 413


def broken_brand():
    """A council that cannot be asked."""
    raise OperationalError


def test_an_absent_page_is_answered_even_when_the_database_is_away(settings):
    from joinedup.pages import views

    settings.JOINEDUP_BRAND = "tests.pages.test_style_guide.broken_brand"
    answer = views.not_found(None)
    assert answer.status_code == 404
    assert "What to do" in answer.content.decode()
