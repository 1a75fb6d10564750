"""What templates read values and addresses by."""

from django.test import override_settings
from django.urls import path, set_script_prefix

from joinedup.pages.environment import environment, url


def shown(text, **values):
    return environment().from_string(text).render(**values)


def test_what_a_dict_holds_is_read_by_name_and_its_methods_stay_methods():
    row = {"title": "Write it", "items": ["one"], "sub": {"name": "Ada"}}
    assert shown("{{ row.title }} {{ row.sub.name }}", row=row) == "Write it Ada"
    assert shown("{% for k, v in row.items() %}{{ k }} {% endfor %}", row=row) == "title items sub "
    assert shown("{{ row.absent }}{{ row.absent.further }}", row=row) == ""


def test_an_address_follows_its_routes_and_where_the_site_stands():
    assert url("register") == "/register/"
    try:
        set_script_prefix("/council/")
        assert url("register") == "/council/register/"
    finally:
        set_script_prefix("/")
    assert url("register") == "/register/"
    with override_settings(ROOT_URLCONF="tests.pages.test_environment"):
        assert url("register") == "/elsewhere/"
    assert url("register") == "/register/"


urlpatterns = [path("elsewhere/", lambda request: None, name="register")]
