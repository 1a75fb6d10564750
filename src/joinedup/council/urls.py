"""Addresses of the council's settings, the rule book and the pages for everybody."""

from __future__ import annotations

from django.urls import path

from joinedup.council.views import rules, settings, words

urlpatterns = [
    path("council/", settings.council_settings, name="council_settings"),
    path("rules/", rules.rule_book, name="rule_book"),
    path("rules/local/<str:reference>/end/", rules.local_rule_end, name="local_rule_end"),
    path(
        "rules/local/<str:reference>/withdraw/",
        rules.local_rule_withdraw,
        name="local_rule_withdraw",
    ),
    path("rules/<str:code>/", rules.rule_page, name="rule"),
    path("rules/<str:code>/local/", rules.local_rule_add, name="local_rule_add"),
    path("glossary/", words.glossary, name="glossary"),
    path("help/", words.help_page, name="help"),
    path("accessibility/", words.accessibility, name="accessibility"),
    path("privacy/", words.privacy, name="privacy"),
]
