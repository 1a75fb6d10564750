"""Addresses of signing in, accounts, people, posts and agencies."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, path, re_path

from joinedup.access import demo_urls
from joinedup.access.views import (
    account,
    accounts,
    agencies,
    audit,
    drafts,
    emergencies,
    guards,
    people,
    people_import,
    posts,
    sign_in,
)

SIGN_IN = {
    "account_login": "sign-in/",
    "account_logout": "sign-out/",
    "account_inactive": "sign-in/closed/",
    "account_reauthenticate": "sign-in/again/",
    "account_change_password": "account/password/",
    "account_reset_password": "sign-in/password/",
    "account_reset_password_done": "sign-in/password/sent/",
    "account_reset_password_from_key_done": "sign-in/password/done/",
    "mfa_authenticate": "sign-in/second-step/",
    "mfa_login_webauthn": "sign-in/passkey/",
    "mfa_index": "account/second-step/",
    "mfa_reauthenticate": "sign-in/again/code/",
    "mfa_reauthenticate_webauthn": "sign-in/again/passkey/",
    "mfa_activate_totp": "account/second-step/app/",
    "mfa_deactivate_totp": "account/second-step/app/remove/",
    "mfa_view_recovery_codes": "account/second-step/codes/",
    "mfa_generate_recovery_codes": "account/second-step/codes/new/",
    "mfa_list_webauthn": "account/passkeys/",
    "mfa_add_webauthn": "account/passkeys/add/",
    "mfa_edit_webauthn": "account/passkeys/<int:pk>/",
    "mfa_remove_webauthn": "account/passkeys/<int:pk>/remove/",
    "socialaccount_login_cancelled": "sign-in/provider/cancelled/",
    "socialaccount_login_error": "sign-in/provider/error/",
    "socialaccount_signup": "sign-in/provider/unknown/",
}

urlpatterns: list[URLPattern | URLResolver] = [
    *(path(route, sign_in.PAGES[name], name=name) for name, route in SIGN_IN.items()),
    re_path(
        r"^sign-in/password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        sign_in.PAGES["account_reset_password_from_key"],
        name="account_reset_password_from_key",
    ),
    path("sign-in/set-up/", sign_in.second_step, name="second_step"),
    path(
        "sign-in/provider/<str:provider_id>/", sign_in.provider_sign_in, name="openid_connect_login"
    ),
    path(
        "sign-in/provider/<str:provider_id>/back/",
        sign_in.provider_callback,
        name="openid_connect_callback",
    ),
    path("account/", account.account, name="account"),
    path("account/sign-out-everywhere/", account.leave_everywhere, name="leave_everywhere"),
    path("drafts/", drafts.draft_list, name="drafts"),
    path("drafts/drop/<path:form>/", drafts.draft_drop, name="draft_drop"),
    path("drafts/<str:form>/", drafts.draft_save, name="draft_save"),
    path("accounts/", accounts.account_list, name="accounts"),
    path("accounts/<str:reference>/", accounts.account_page, name="account_page"),
    path("accounts/<str:reference>/roles/", accounts.role_give, name="role_give"),
    path(
        "accounts/<str:reference>/roles/<int:grant>/withdraw/",
        accounts.role_withdraw,
        name="role_withdraw",
    ),
    path("accounts/<str:reference>/<str:what>/", accounts.account_change, name="account_change"),
    path("people/", people.people_list, name="people"),
    path("people/add/", people.person_add, name="person_add"),
    path("people/file/", people_import.people_file, name="people_file"),
    path("people/file/check/", people_import.people_file_check, name="people_file_check"),
    path("people/file/take/", people_import.people_file_take, name="people_file_take"),
    path("people/<str:reference>/", people.person_page, name="person"),
    path("posts/", posts.post_list, name="posts"),
    path("posts/add/", posts.post_add, name="post_add"),
    path("posts/<str:reference>/", posts.post_page, name="post"),
    path("posts/<str:reference>/fill/", posts.post_fill, name="post_fill"),
    path("posts/<str:reference>/end/", posts.post_end, name="post_end"),
    path(
        "posts/<str:reference>/holdings/<int:holding>/end/", posts.holding_end, name="holding_end"
    ),
    path("agencies/", agencies.agency_list, name="agencies"),
    path("agencies/add/", agencies.agency_add, name="agency_add"),
    path("agencies/<str:reference>/", agencies.agency_page, name="agency"),
    path("agencies/<str:reference>/teams/add/", agencies.team_add, name="team_add"),
    path("agencies/<str:reference>/teams/<int:team>/", agencies.team_page, name="team"),
    path("records/<str:reference>/who/", audit.seen, name="seen"),
    path("audit/", audit.audit, name="audit"),
    path("audit/state/", audit.audit_state, name="audit_state"),
    path("access/", guards.guard_list, name="guards"),
    path("access/<str:reference>/", guards.guard_page, name="guard"),
    path("access/<str:reference>/seal/", guards.guard_seal, name="guard_seal"),
    path("access/<str:reference>/unseal/", guards.guard_unseal, name="guard_unseal"),
    path("access/<str:reference>/conflicts/", guards.conflict_add, name="conflict_add"),
    path(
        "access/<str:reference>/conflicts/<int:conflict>/end/",
        guards.conflict_end,
        name="conflict_end",
    ),
    path("access/<str:reference>/people/", guards.person_in, name="person_in"),
    path(
        "access/<str:reference>/people/<int:involvement>/out/", guards.person_out, name="person_out"
    ),
    path("emergency/", emergencies.emergency_begin, name="emergency_begin"),
    path("emergencies/", emergencies.emergency_list, name="emergencies"),
    path("emergencies/<str:reference>/", emergencies.emergency, name="emergency"),
    path(
        "emergencies/<str:reference>/review/", emergencies.emergency_review, name="emergency_review"
    ),
    path("emergencies/<str:reference>/end/", emergencies.emergency_end, name="emergency_end"),
]

if settings.IS_DEMO:
    urlpatterns += demo_urls.urlpatterns
