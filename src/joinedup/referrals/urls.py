"""Addresses of referrals."""

from __future__ import annotations

from django.urls import URLPattern, path

from joinedup.referrals.views import alerts, assuring, by_link, pages

RETURN = "referrals/assurance/<str:reference>/"
REFERRAL = "referrals/<str:reference>/"

urlpatterns: list[URLPattern] = [
    path("referrals/", pages.referrals, name="referrals"),
    path("referrals/numbers/", pages.referral_numbers, name="referral_numbers"),
    path("referrals/challenges/", pages.challenge_outcomes, name="challenge_outcomes"),
    path("referrals/assurance/", assuring.escalation_assurance, name="escalation_assurance"),
    path("referrals/assurance/ask/", assuring.escalation_ask, name="escalation_ask"),
    path(f"{RETURN}answer/", assuring.escalation_answer, name="escalation_answer"),
    path("escalation-return/<str:token>/", by_link.escalation_return, name="escalation_return"),
    path("referrals/files/<str:reference>/", pages.referral_file, name="referral_file"),
    path(REFERRAL, pages.referral, name="referral"),
    path(f"{REFERRAL}pdf/", pages.referral_pdf, name="referral_pdf"),
    path(f"{REFERRAL}challenge/", pages.referral_challenge, name="referral_challenge"),
    path(f"{REFERRAL}do/<str:step>/", pages.referral_deed, name="referral_deed"),
    path("challenges/<str:reference>/do/<str:turn>/", pages.challenge_deed, name="challenge_deed"),
    path("alerts/<str:reference>/", alerts.alert, name="alert"),
    path("alerts/<str:reference>/read/", alerts.alert_read, name="alert_read"),
    path("challenge-answer/<str:token>/", by_link.challenge_answer, name="challenge_answer"),
    path("referral-answer/<str:token>/", by_link.referral_answer, name="referral_answer"),
]
