"""All settings, from the environment and one data folder. Nothing secret stands in this file."""

from __future__ import annotations

import os
from pathlib import Path

import dj_database_url

from joinedup.config.home import home_folder, secret_key

PACKAGE = Path(__file__).resolve().parents[1]
HOME = home_folder()
MODE = os.environ.get("JOINEDUP_MODE", "live")
if MODE not in {"demo", "live", "test"}:
    raise ValueError("JOINEDUP_MODE must be demo, live or test.")
IS_DEMO = MODE == "demo"

SECRET_KEY = secret_key(HOME)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("JOINEDUP_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
IS_SECURE = os.environ.get("JOINEDUP_HTTPS", "yes" if MODE == "live" else "no") == "yes"
CSRF_TRUSTED_ORIGINS = [
    f"https://{host}" for host in ALLOWED_HOSTS if IS_SECURE and host not in {"*", "[::1]"}
]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_tasks",
    "django_tasks_db",
    "joinedup.pages",
    "joinedup.audit",
    "joinedup.access",
    "joinedup.council",
    "joinedup.figures",
    "joinedup.files",
    "joinedup.notices",
    "joinedup.clocks",
    "joinedup.referrals",
    "joinedup.subjects",
    "joinedup.concerns",
    "joinedup.directory",
    "joinedup.library",
    "joinedup.cases",
    "joinedup.assurance",
    "joinedup.papers",
    "joinedup.casefile",
    "joinedup.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "joinedup.pages.middleware.ContentSecurityPolicy",
    "joinedup.subjects.forgetting.ForgetNames",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "joinedup.access.middleware.SessionLimits",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "joinedup.access.middleware.SecondStep",
    "django.contrib.messages.middleware.MessageMiddleware",
    "joinedup.pages.form_addresses.FormAddresses",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "joinedup.config.urls"
WSGI_APPLICATION = "joinedup.config.wsgi.application"

CONTEXT_PROCESSORS = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "joinedup.pages.context.page",
    "joinedup.config.navigation.site",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": [
            PACKAGE / name / "templates"
            for name in (
                "pages",
                "access",
                "audit",
                "council",
                "notices",
                "files",
                "assurance",
                "subjects",
                "config",
            )
        ],
        "OPTIONS": {
            "environment": "joinedup.pages.environment.environment",
            "context_processors": CONTEXT_PROCESSORS,
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": CONTEXT_PROCESSORS},
    },
]

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    " PRAGMA secure_delete=ON;"
)


def database() -> dict[str, object]:
    """The one database: DATABASE_URL, or SQLite in the data folder with the durable settings."""
    url = os.environ.get("DATABASE_URL", "")
    if url and not url.startswith("sqlite"):
        found = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
        is_postgres = found["ENGINE"] == "django.db.backends.postgresql"
        return {**found, **({"ENGINE": "joinedup.config.steady_postgres"} if is_postgres else {})}
    name = url.removeprefix("sqlite:///") if url else str(HOME / "joinedup.sqlite3")
    return {
        "ENGINE": "joinedup.config.fair_sqlite",
        "NAME": name,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": SQLITE_PRAGMAS,
        },
    }


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["joinedup.access.backend.AccountBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
CSRF_FAILURE_VIEW = "joinedup.pages.views.csrf_failure"
JOINEDUP_SITE = os.environ.get("JOINEDUP_SITE", "http://localhost:8000")
JOINEDUP_OVERLAY = "joinedup.council.queries.overlay"
JOINEDUP_TELL_OF_EMERGENCY = "joinedup.notices.emergencies.tell"
JOINEDUP_TELL_OF_UNSEALING = "joinedup.notices.emergencies.tell_of_unsealing"
JOINEDUP_TELL_OF_LOST_LEADS = "joinedup.cases.shut_out.tell_managers"
JOINEDUP_FAILED_MAILS = "joinedup.notices.queries.failed_mails"
JOINEDUP_INVITATION_MAIL = "joinedup.notices.queries.invitation_mail"
JOINEDUP_RENAMED = "joinedup.assurance.writing.owner_order.renamed"
JOINEDUP_DOCUMENT_CLOSED = "joinedup.assurance.queries.imports.is_closed_to"
JOINEDUP_GUARDS_BESIDE = "joinedup.cases.queries.beside.guards_beside"
JOINEDUP_GUARDS_ALONG = "joinedup.cases.queries.beside.guards_along"
JOINEDUP_CASES_ABOUT = "joinedup.cases.queries.earlier.cases_about"
JOINEDUP_CASES_NAMED = "joinedup.cases.queries.earlier.cases_named"
JOINEDUP_DUTY_POSTS = "joinedup.directory.duty.duty_posts"
JOINEDUP_KEPT_APART_IN = "joinedup.cases.queries.safe.kept_apart_in_matter"
JOINEDUP_PEOPLE_OF_CASES = "joinedup.cases.queries.earlier.people_of_cases"
JOINEDUP_NAMED = "joinedup.casefile.tying.note"
JOINEDUP_NAMED_TOO = "joinedup.casefile.queries.ties.named_too"
JOINEDUP_MAKE_PAPER = "joinedup.papers.press.make"
JOINEDUP_OWED = ("joinedup.papers.queries.owed.owed_by",)
JOINEDUP_NEWS = (
    "joinedup.papers.queries.news.new_papers",
    "joinedup.concerns.queries.raised.news_of_reports",
)
JOINEDUP_TO_READ = "joinedup.referrals.queries.alerts.alerts_owed"
JOINEDUP_TALLIES = {
    "concerns": "joinedup.concerns.queries.home.tallies",
    "referrals": "joinedup.referrals.queries.home.tallies",
    "cases": "joinedup.cases.queries.home.tallies",
}
JOINEDUP_ERASED_RECORDS = "joinedup.casefile.queries.governance.erased_records"
JOINEDUP_FORGET_FILE = "joinedup.assurance.actions.forgetting.forget_file"
JOINEDUP_BRAND = "joinedup.council.brand.council_brand"

from joinedup.config.sign_in import *  # noqa: E402, F403

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SESSION_SAVE_EVERY_REQUEST = False
CSRF_COOKIE_AGE = None
SECURE_SSL_REDIRECT = IS_SECURE
SECURE_HSTS_SECONDS = 31_536_000 if IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_SECURE
SECURE_HSTS_PRELOAD = IS_SECURE
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("JOINEDUP_PROXY") == "yes" else None
)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
FORMAT_MODULE_PATH = None

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if MODE == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILES_FOLDER = HOME / "files"
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_PERMISSIONS = 0o600

TRIES_LINKS = MODE == "live" and os.environ.get("JOINEDUP_TRY_LINKS", "yes") == "yes"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

EMAIL_BACKEND = os.environ.get(
    "JOINEDUP_EMAIL_BACKEND",
    "django.core.mail.backends.smtp.EmailBackend"
    if MODE == "live"
    else "django.core.mail.backends.locmem.EmailBackend",
)
EMAIL_HOST = os.environ.get("JOINEDUP_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("JOINEDUP_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("JOINEDUP_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("JOINEDUP_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("JOINEDUP_SMTP_TLS") == "yes"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("JOINEDUP_FROM", "joined-up@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"place": {"()": "joinedup.config.logs.CodePlaceFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "place"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
