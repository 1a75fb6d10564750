"""Addresses of chasing: the chase list, reminders of a plan and of an action, answering by link."""

from __future__ import annotations

from django.urls import URLPattern, path

from joinedup.assurance.views import answering, chasing

urlpatterns: list[URLPattern] = [
    path("chase/", chasing.chase_list, name="chase_list"),
    path("chase/now/", chasing.chase_send, name="chase_send"),
    path("plans/<str:reference>/chasing/", chasing.plan_chasing, name="plan_chasing"),
    path("actions/<str:reference>/reminders/", chasing.action_reminders, name="action_reminders"),
    path("answer/<str:token>/", answering.answer, name="answer_by_link"),
    path("answer/<str:token>/again/", answering.answer_again, name="answer_again"),
]
