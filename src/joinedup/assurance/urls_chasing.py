"""Addresses of chasing: the chase list, reminders of a plan and of an action, answering by link."""

from __future__ import annotations

from django.urls import URLPattern, path

from joinedup.assurance.views import answering

urlpatterns: list[URLPattern] = [
    path("answer/<str:token>/", answering.answer, name="answer_by_link"),
    path("answer/<str:token>/again/", answering.answer_again, name="answer_again"),
]
