"""Addresses of people who are known: references only; what is searched for is sent, not addressed."""

from __future__ import annotations

from django.urls import path

from joinedup.subjects import views

urlpatterns = [
    path("subjects/find/", views.subject_find, name="subject_find"),
    path("subjects/pairs/", views.pairs, name="subject_pairs"),
    path("subjects/pairs/<str:pair>/", views.pair_page, name="subject_pair"),
    path("subjects/add/<str:sort>/", views.subject_add, name="subject_add"),
]
