"""Addresses of plans, meetings, actions and findings; gathered by `urls`."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from joinedup.assurance.views import (
    action,
    answers,
    deeds,
    findings,
    mail,
    meeting,
    moderation,
    plans,
    rows,
)

PLAN = "plans/<str:reference>/"
ACTION = "actions/<str:reference>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("plans/", plans.plans, name="plans"),
    path("plans/add/", plans.plan_add, name="plan_add"),
    path(PLAN, plans.plan, name="plan"),
    path(f"{PLAN}settings/", plans.plan_settings, name="plan_settings"),
    path(f"{PLAN}end/", plans.plan_end, name="plan_end"),
    path(f"{PLAN}add/", rows.action_add, name="action_add"),
    path(f"{PLAN}meeting/", meeting.meeting, name="meeting"),
    path(f"{PLAN}meeting/agree/", meeting.meeting_agree, name="meeting_agree"),
    path(f"{PLAN}meeting/<str:action>/", meeting.meeting_row, name="meeting_row"),
    path(ACTION, action.action, name="action"),
    *(
        path(f"{ACTION}{name.replace('_', '-')}/", page, name=f"action_{name}")
        for name, page in deeds.PAGES.items()
    ),
    path(f"{ACTION}edit/", rows.action_edit, name="action_edit"),
    path(f"{ACTION}part/", rows.part_add, name="part_add"),
    path(f"{ACTION}mail/", mail.mail, name="action_mail"),
    path(f"{ACTION}mail/take/", mail.take, name="action_mail_take"),
    path(f"{ACTION}answer/<str:question>/", answers.answer_question, name="question_answer"),
    path(f"{ACTION}withdraw/<str:evidence>/", answers.withdraw, name="evidence_withdraw"),
    path(f"{ACTION}judge/<str:evidence>/", answers.judge, name="evidence_judge"),
    path("sources/", findings.sources, name="sources"),
    path("sources/add/", findings.source_add, name="source_add"),
    path("sources/<str:reference>/", findings.source, name="source"),
    path("sources/<str:reference>/add/", findings.statement_add, name="statement_add"),
    path("statements/<str:reference>/", findings.statement, name="statement"),
    path("statements/<str:reference>/answer/", findings.response_ask, name="response_ask"),
    path("statements/<str:reference>/link/", findings.statement_link, name="statement_link"),
    path("responses/<str:reference>/", findings.response, name="response"),
    path("responses/<str:reference>/moderate/", moderation.moderate_response, name="moderate"),
]
