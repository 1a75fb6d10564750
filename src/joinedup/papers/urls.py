"""Addresses of papers."""

from __future__ import annotations

from django.urls import URLPattern, path

from joinedup.papers.views import (
    clearing,
    layouts,
    lists,
    publishing,
    reading,
    risks,
    withholding,
    work,
)

PAPER = "papers/<str:reference>/"

urlpatterns: list[URLPattern] = [
    path("papers/", lists.papers, name="papers"),
    path("paper-layouts/", layouts.paper_layouts, name="paper_layouts"),
    path("paper-layouts/built-in/", layouts.paper_layout_built_in, name="paper_layout_built_in"),
    path("paper-layouts/<int:number>/use/", layouts.paper_layout_use, name="paper_layout_use"),
    path("paper-layouts/<int:number>/end/", layouts.paper_layout_end, name="paper_layout_end"),
    path(
        "paper-layouts/<int:number>/sample/",
        layouts.paper_layout_sample,
        name="paper_layout_sample",
    ),
    path("papers/start/", lists.paper_start, name="paper_start"),
    path(PAPER, reading.paper, name="paper"),
    path(f"{PAPER}versions/<int:number>/", reading.paper_version, name="paper_version"),
    path(
        f"{PAPER}versions/<int:number>/files/<str:file_form>/",
        reading.paper_file,
        name="paper_file",
    ),
    path(
        f"{PAPER}versions/<int:number>/exempt/<str:file_form>/",
        reading.paper_exempt,
        name="paper_exempt",
    ),
    path(
        f"{PAPER}versions/<int:number>/withhold/",
        withholding.paper_withhold,
        name="paper_withhold",
    ),
    path(
        f"{PAPER}versions/<int:number>/hand-out/",
        withholding.paper_hand_out,
        name="paper_hand_out",
    ),
    path(f"{PAPER}work/", work.paper_work, name="paper_work"),
    path(f"{PAPER}front/", work.paper_front, name="paper_front"),
    path(f"{PAPER}sections/add/", work.add_one, name="paper_section_add"),
    path(f"{PAPER}sections/<str:section>/", work.paper_section, name="paper_section"),
    path(f"{PAPER}sections/<str:section>/move/", work.move, name="paper_section_move"),
    path(f"{PAPER}sections/<str:section>/switch/", work.switch, name="paper_section_switch"),
    path(f"{PAPER}implications/<str:kind>/", work.paper_implication, name="paper_implication"),
    path(f"{PAPER}parts/<str:piece>/", clearing.paper_parts, name="paper_parts"),
    path(
        f"{PAPER}parts/<str:piece>/<int:pk>/remove/", clearing.part_remove, name="paper_part_remove"
    ),
    path(f"{PAPER}risks/<int:pk>/", risks.paper_risk, name="paper_risk"),
    path(f"{PAPER}clearance/", clearing.paper_clearance, name="paper_clearance"),
    path(f"{PAPER}send/", clearing.paper_send, name="paper_send"),
    path(f"{PAPER}sign/", clearing.paper_sign, name="paper_sign"),
    path(f"{PAPER}preview/", publishing.paper_preview, name="paper_preview"),
    path(f"{PAPER}draft/<str:file_form>/", publishing.paper_draft, name="paper_draft"),
    path(f"{PAPER}publish/", publishing.paper_publish, name="paper_publish"),
    path(f"{PAPER}making/", publishing.paper_making, name="paper_making"),
    path(f"{PAPER}correct/", publishing.paper_correct, name="paper_correct"),
    path(f"{PAPER}withdraw/", publishing.paper_withdraw, name="paper_withdraw"),
    path(f"{PAPER}decision/", publishing.paper_decision, name="paper_decision"),
]
