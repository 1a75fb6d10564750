"""Addresses of the directory and of the help numbers."""

from __future__ import annotations

from django.urls import path

from joinedup.directory.views import help_numbers, services

urlpatterns = [
    path("directory/", services.directory, name="directory"),
    path("directory/add/", services.service_add, name="service_add"),
    path("directory/bring-in/", services.services_bring_in, name="services_bring_in"),
    path("directory/copy/", services.services_copy, name="services_copy"),
    path("directory/<str:reference>/", services.service_page, name="service"),
    path("directory/<str:reference>/edit/", services.service_edit, name="service_edit"),
    path("directory/<str:reference>/checked/", services.service_checked, name="service_checked"),
    path("directory/<str:reference>/withdraw/", services.service_withdraw, name="service_withdraw"),
    path("directory/<str:reference>/reopen/", services.service_reopen, name="service_reopen"),
    path("help-numbers/", help_numbers.help_numbers, name="help_numbers"),
    path("help-numbers/add/", help_numbers.number_add, name="help_number_add"),
    path(
        "help-numbers/<str:reference>/change/", help_numbers.number_change,
        name="help_number_change",
    ),
    path("help-numbers/<str:reference>/end/", help_numbers.number_end, name="help_number_end"),
]  # fmt: skip
