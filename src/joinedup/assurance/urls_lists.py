"""Addresses of lists: my work, the register, saved views, copies, the calendar."""

from __future__ import annotations

from django.urls import URLPattern, path

from joinedup.assurance.views import my_work, register, saved_views

urlpatterns: list[URLPattern] = [
    path("my-work/", my_work.my_work, name="my_work"),
    path("register/", register.register, name="register"),
    path("register/views/", saved_views.saved_views, name="saved_views"),
    path("actions/<str:reference>/say/", my_work.say, name="say"),
]
