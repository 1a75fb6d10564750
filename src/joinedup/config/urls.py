"""Every address of the product. Each package keeps its own; this file only gathers them."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from joinedup.config.views import home

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("", include("joinedup.council.urls")),
    path("", include("joinedup.notices.urls")),
    path("", include("joinedup.access.urls")),
    path("", include("joinedup.pages.urls")),
    path("", include("joinedup.figures.urls")),
    path("", include("joinedup.files.urls")),
    path("", include("joinedup.directory.urls")),
    path("", include("joinedup.library.urls")),
    path("", include("joinedup.concerns.urls_public")),
    path("", include("joinedup.referrals.urls")),
    path("", include("joinedup.cases.urls")),
    path("", include("joinedup.assurance.urls")),
    path("", include("joinedup.papers.urls")),
    path("", include("joinedup.concerns.urls")),
    path("", include("joinedup.subjects.urls")),
    path("", include("joinedup.casefile.urls")),
]

handler400 = "joinedup.pages.views.bad_request"
handler403 = "joinedup.pages.views.refused"
handler404 = "joinedup.pages.views.not_found"
handler500 = "joinedup.pages.views.server_error"
