"""Addresses of proving: questions, what does not fit, dates, assurances, approval of plans."""

from __future__ import annotations

from django.urls import URLPattern, path

from joinedup.assurance.views import approving, asking, deciding, proving_deeds

DATE = "actions/<str:reference>/date/<str:proposal>/"
TOLD = "actions/<str:reference>/told/<str:told>/"
APPROVAL = "plans/<str:reference>/approval/"

urlpatterns: list[URLPattern] = [
    *(
        path(f"actions/<str:reference>/{name}/", page, name=f"action_{name}")
        for name, page in proving_deeds.PAGES.items()
    ),
    path("questions/", asking.question_list, name="questions"),
    path("doubts/", asking.doubt_list, name="doubts"),
    path("doubts/<str:reference>/", asking.doubt_answer, name="doubt_answer"),
    path(DATE, deciding.date_decide, name="date_decide"),
    path(f"{DATE}back/", deciding.date_take_back, name="date_take_back"),
    path(f"{TOLD}rest/", deciding.told_rest, name="told_rest"),
    path(f"{TOLD}accept/", deciding.told_accept, name="told_accept"),
    path(f"{TOLD}end/", deciding.told_end, name="told_end"),
    path(APPROVAL, approving.approval, name="plan_approval"),
    path(f"{APPROVAL}submit/", approving.plan_submit, name="plan_submit"),
    path(f"{APPROVAL}<str:version>/", approving.version, name="plan_version"),
    path(f"{APPROVAL}<str:version>/decide/", approving.version_decide, name="version_decide"),
]
