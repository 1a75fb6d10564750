"""Addresses of cases."""

from __future__ import annotations

from django.urls import URLPattern, path

from joinedup.cases.views import pages

CASE = "cases/<str:reference>/"

urlpatterns: list[URLPattern] = [
    path("cases/", pages.cases, name="cases"),
    path("cases/open/", pages.case_open, name="case_open"),
    path(CASE, pages.case, name="case"),
    path(f"{CASE}close/", pages.case_close, name="case_close"),
    path(f"{CASE}sign/<int:closing>/", pages.case_sign, name="case_sign"),
    path(f"{CASE}do/<str:deed>/", pages.case_deed, name="case_deed"),
]
