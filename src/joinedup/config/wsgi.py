"""The WSGI application that the server loads."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from joinedup.config.memory import keep_what_is_loaded

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.config.settings")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018 - every page's code is loaded before the first is asked for
keep_what_is_loaded()
