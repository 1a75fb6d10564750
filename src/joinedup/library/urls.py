"""Addresses of the library."""

from __future__ import annotations

from django.urls import path

from joinedup.library.views import by_link, items

ITEM = "library/items/<str:reference>/"

urlpatterns = [
    path("library/", items.library, name="library"),
    path("library/definitions/", items.library_definitions, name="library_definitions"),
    path("library/duties/", items.library_duty, name="library_duty"),
    path("library/duties/<int:pk>/end/", items.library_duty_end, name="library_duty_end"),
    path("library/items/", items.library_items, name="library_items"),
    path("library/items/add/", items.library_add, name="library_add"),
    path(ITEM, items.library_item, name="library_item"),
    path(f"{ITEM}edit/", items.library_edit, name="library_edit"),
    path(f"{ITEM}review/", items.library_review, name="library_review"),
    path(f"{ITEM}ask/", items.library_ask, name="library_ask"),
    path(f"{ITEM}withdraw/", items.library_withdraw, name="library_withdraw"),
    path(f"{ITEM}reopen/", items.library_reopen, name="library_reopen"),
    path("library-answer/<str:token>/", by_link.library_answer, name="library_answer"),
]
