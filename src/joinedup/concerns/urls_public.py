"""Addresses of the public door. They hold the page alone: no answer, no code, no reference."""

from __future__ import annotations

from django.urls import path

from joinedup.concerns.views import phone_script, public, public_return

urlpatterns = [
    path("worry/", public.worry, name="worry"),
    path("worry/danger/999/", public.worry_danger, name="worry_danger"),
    path("worry/help/", public.worry_help, name="worry_help"),
    path("worry/check/", public.worry_check, name="worry_check"),
    path("worry/leave/", public.worry_leave, name="worry_leave"),
    path("worry/code/", public_return.worry_return, name="worry_return"),
    path("worry/code/add/", public_return.worry_add, name="worry_add"),
    path("worry/<str:part>/", public.worry_question, name="worry_question"),
    path("phone-script/", phone_script.phone_script, name="phone_script"),
]
