"""Addresses of one-click sign-in. Added to the others in demo mode and never else."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from joinedup.access.views import demo

urlpatterns: list[URLPattern | URLResolver] = [
    path("demo/", demo.demo, name="demo"),
    path("demo/<str:reference>/", demo.demo_sign_in, name="demo_sign_in"),
]
