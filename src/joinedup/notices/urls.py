"""Addresses of invitations and the outbox."""

from __future__ import annotations

from django.urls import path

from joinedup.notices import views

urlpatterns = [
    path("accounts/open/", views.account_open, name="account_open"),
    path("accounts/<str:reference>/invite/", views.account_invite, name="account_invite"),
    path("welcome/<str:token>/", views.welcome, name="welcome"),
    path("outbox/", views.outbox_page, name="outbox"),
    path("outbox/<str:reference>/again/", views.notice_retry, name="notice_retry"),
]
