"""Addresses of cases."""

from __future__ import annotations

from django.urls import URLPattern, path

from joinedup.cases.views import deeds_of_meetings, numbers, pages, people

CASE = "cases/<str:reference>/"

urlpatterns: list[URLPattern] = [
    path("cases/", pages.cases, name="cases"),
    path("cases/open/", pages.case_open, name="case_open"),
    path("cases/open/who/", people.case_open_who, name="case_open_who"),
    path("cases/attendance/", deeds_of_meetings.attendance_numbers, name="attendance_numbers"),
    path("cases/kept-words/", numbers.kept_words, name="kept_words"),
    path("cases/files/<str:reference>/", pages.case_file, name="case_file"),
    path(CASE, pages.case, name="case"),
    path(f"{CASE}people/<int:pk>/", people.case_who, name="case_who"),
    path(f"{CASE}concern/<str:concern>/", people.case_new_concern, name="case_new_concern"),
    path(f"{CASE}close/", pages.case_close, name="case_close"),
    path(f"{CASE}sign/<int:closing>/", pages.case_sign, name="case_sign"),
    path(f"{CASE}do/<str:deed>/", pages.case_deed, name="case_deed"),
]
