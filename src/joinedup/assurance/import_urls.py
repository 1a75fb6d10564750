"""Addresses of plans on their way in."""

from __future__ import annotations

from django.urls import URLPattern, path

from joinedup.assurance.views import confirm, imports, newer

urlpatterns: list[URLPattern] = [
    path("import/", imports.imports, name="imports"),
    path("import/<str:reference>/", imports.check, name="check"),
    path("import/<str:reference>/step/", imports.step, name="check_step"),
    path("import/<str:reference>/owners/", imports.owners, name="check_owners"),
    path("import/<str:reference>/undo/", imports.take_step_back, name="check_undo"),
    path("import/<str:reference>/year/", imports.year, name="check_year"),
    path("import/<str:reference>/aside/", imports.put_aside, name="check_set_aside"),
    path("import/<str:reference>/row/<str:row_id>/", imports.row, name="check_row"),
    path("import/<str:reference>/against/", newer.against, name="check_against"),
    path("import/<str:reference>/newer/", newer.newer, name="newer"),
    path("import/<str:reference>/confirm/", confirm.confirm, name="confirm"),
]
