"""Addresses of the pages package."""

from django.urls import path

from joinedup.pages import views

urlpatterns = [
    path("brand.css", views.brand_stylesheet, name="brand_css"),
    path("style/", views.style, name="style"),
    path("style/<slug:part>/", views.style, name="style"),
]
