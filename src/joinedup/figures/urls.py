"""Addresses of figures."""

from __future__ import annotations

from django.urls import path

from joinedup.figures import views

urlpatterns = [
    path("figures/", views.figures, name="figures"),
    path("figures/add/", views.set_add, name="figure_set_add"),
    path("figures/<str:reference>/", views.figure_set, name="figure_set"),
    path("figures/<str:reference>/words/", views.set_edit, name="figure_set_edit"),
    path("figures/<str:reference>/declare/", views.figures_declare, name="figures_declare"),
    path("figure/<str:figure>/correct/", views.figure_correct, name="figure_correct"),
]
