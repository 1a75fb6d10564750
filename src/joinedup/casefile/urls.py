"""Addresses of a person's file: references only, what is written is sent, not addressed."""

from __future__ import annotations

from django.urls import URLPattern, path

from joinedup.casefile.views import chronology, person

PERSON = "subjects/<str:reference>/"

urlpatterns: list[URLPattern] = [
    path(PERSON, person.person, name="subject"),
    path(f"{PERSON}do/<str:act>/", person.person_deed, name="person_deed"),
    path(f"{PERSON}safe/<str:which>/", person.person_safe, name="person_safe"),
    path(f"{PERSON}history/", person.person_history, name="person_history"),
    path(f"{PERSON}chronology/", chronology.chronology, name="chronology"),
    path(f"{PERSON}chronology/copy/", chronology.chronology_copy, name="chronology_copy"),
]
