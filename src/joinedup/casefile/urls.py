"""Addresses of a person's file: references only, what is written is sent, not addressed."""

from __future__ import annotations

from django.urls import URLPattern, path

from joinedup.casefile.views import chronology, governance, handover, person, requests, ties

HANDOVER = "cases/<str:reference>/handover/<int:handover>/"
PERSON = "subjects/<str:reference>/"

urlpatterns: list[URLPattern] = [
    path(PERSON, person.person, name="subject"),
    path(f"{PERSON}do/<str:act>/", person.person_deed, name="person_deed"),
    path(f"{PERSON}safe/<str:which>/", person.person_safe, name="person_safe"),
    path(f"{PERSON}history/", person.person_history, name="person_history"),
    path(f"{PERSON}chronology/", chronology.chronology, name="chronology"),
    path(f"{PERSON}chronology/copy/", chronology.chronology_copy, name="chronology_copy"),
    path(HANDOVER, handover.case_handover, name="case_handover"),
    path(f"{HANDOVER}file/", handover.case_handover_file, name="case_handover_file"),
    path("ties/<str:reference>/", ties.ties, name="ties"),
    path("keeping/", governance.keeping, name="keeping"),
    path("keeping/hold/", governance.hold_set, name="hold_set"),
    path("keeping/holds/<int:hold>/end/", governance.hold_end, name="hold_end"),
    path("keeping/erasures/<str:reference>/", governance.erasure, name="record_erasure"),
    path("keeping/<str:reference>/keep/", governance.record_keep, name="record_keep"),
    path("keeping/<str:reference>/erase/", governance.record_erase, name="record_erase"),
    path("access-requests/", requests.requests, name="access_requests"),
    path("access-requests/new/", requests.request_new, name="access_request_new"),
    path("access-requests/find/", requests.request_find, name="access_request_find"),
    path("access-requests/<str:reference>/", requests.request_page, name="access_request"),
    path("access-requests/<str:reference>/pack/", requests.pack, name="access_pack_read"),
    path(
        "access-requests/<str:reference>/pack/take-out/", requests.pack_cut, name="access_pack_cut"
    ),
    path("access-requests/<str:reference>/given/", requests.pack_given, name="access_pack_given"),
    path("access-requests/<str:reference>/file/", requests.request_file, name="access_pack"),
]
