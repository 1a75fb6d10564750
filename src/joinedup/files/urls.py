"""Addresses of stored files."""

from __future__ import annotations

from django.urls import path

from joinedup.files import views

urlpatterns = [
    path("files/to-destroy/", views.waiting, name="files_to_destroy"),
    path("files/<str:reference>/", views.send, name="file"),
    path("files/<str:reference>/destroy/", views.destroy, name="file_destroy"),
    path("erasures/", views.erasures, name="erasures"),
]
