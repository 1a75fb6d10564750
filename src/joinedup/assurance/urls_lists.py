"""Addresses of lists: my work, the register, saved views, copies, the calendar."""

from __future__ import annotations

from django.urls import URLPattern, path

from joinedup.assurance.views import calendar, copies, leaver, my_work, register, saved_views, sheet

urlpatterns: list[URLPattern] = [
    path("my-work/", my_work.my_work, name="my_work"),
    path("register/", register.register, name="register"),
    path("register/views/", saved_views.saved_views, name="saved_views"),
    path("register/excel/", copies.register_excel, name="register_excel"),
    path("register/csv/", copies.register_csv, name="register_csv"),
    path("register/sheet/", sheet.sheet, name="sheet"),
    path("register/sheet/edit/", sheet.sheet_to_edit, name="sheet_to_edit"),
    path("register/sheet/take/", sheet.take, name="sheet_take"),
    path("actions/<str:reference>/say/", my_work.say, name="say"),
    path("people/<str:reference>/leave/", leaver.person_leave, name="person_leave"),
    path("calendar/", calendar.calendar_link, name="calendar_link"),
    path("calendar/<str:token>.ics", calendar.calendar, name="calendar"),
]
