"""Addresses of the front door and of triage."""

from __future__ import annotations

from django.urls import URLPattern, path

from joinedup.concerns.views import deeds, news, numbers, people, reporting, triage

CONCERN = "concerns/<str:reference>/"

urlpatterns: list[URLPattern] = [
    path("concerns/", triage.triage, name="triage"),
    path("concerns/report/", reporting.concern_report, name="concern_report"),
    path("concerns/numbers/", numbers.concern_numbers, name="concern_numbers"),
    path("concerns/words/", reporting.language_look, name="language_look"),
    path("concerns/mine/", reporting.my_reports_page, name="my_reports"),
    path("concerns/mine/<str:reference>/", reporting.my_report, name="my_report"),
    path("concerns/files/<str:reference>/", triage.concern_file, name="concern_file"),
    path("concerns/reports/<str:reference>/tell/", deeds.concern_tell, name="concern_tell"),
    path(CONCERN, triage.concern, name="concern"),
    path(f"{CONCERN}take/", triage.concern_take, name="concern_take"),
    path(f"{CONCERN}back/", triage.concern_back, name="concern_back"),
    path(f"{CONCERN}give/", triage.concern_give, name="concern_give"),
    path(f"{CONCERN}aside/", triage.concern_aside, name="concern_aside"),
    path(f"{CONCERN}decide/", triage.concern_decide, name="concern_decide"),
    path(f"{CONCERN}end/", triage.concern_end, name="concern_end"),
    path(f"{CONCERN}send/", deeds.concern_send, name="concern_send"),
    path(f"{CONCERN}not-share/", deeds.concern_not_share, name="concern_not_share"),
    path(f"{CONCERN}add/", deeds.concern_add, name="concern_add"),
    path(f"{CONCERN}news/", news.concern_news, name="concern_news"),
    path(f"{CONCERN}kinds/", deeds.concern_types, name="concern_types"),
    path(f"{CONCERN}not-this/", deeds.concern_not_this, name="concern_not_this"),
    path(f"{CONCERN}people/", people.concern_person, name="concern_person"),
    path(f"{CONCERN}people/<int:pk>/name/", people.concern_name, name="concern_name"),
    path(f"{CONCERN}people/<int:pk>/age/", people.concern_age, name="concern_age"),
    path(f"{CONCERN}people/<int:pk>/age/seen/", people.concern_age_seen, name="concern_age_seen"),
    path(f"{CONCERN}people/<int:pk>/who/", people.concern_who, name="concern_who"),
    path(f"{CONCERN}people/<int:pk>/record/", people.concern_link, name="concern_link"),
]
