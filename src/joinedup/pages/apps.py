"""The pages package as Django knows it: static files and templates, no tables."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """How every page looks and behaves."""

    name = "joinedup.pages"
    label = "pages"
    verbose_name = "Pages"
