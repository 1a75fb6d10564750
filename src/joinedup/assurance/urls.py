"""Addresses of the register and its plans. Each file of views keeps its own; this only gathers."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

from joinedup.assurance import import_urls, urls_chasing, urls_lists, urls_proving, urls_records

urlpatterns: list[URLPattern | URLResolver] = [
    *import_urls.urlpatterns,
    *urls_lists.urlpatterns,
    *urls_chasing.urlpatterns,
    *urls_proving.urlpatterns,
    *urls_records.urlpatterns,
]
