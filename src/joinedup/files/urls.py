"""Addresses of stored files."""

from __future__ import annotations

from django.urls import path

from joinedup.files.views import send

urlpatterns = [path("files/<str:reference>/", send, name="file")]
