"""Serves the product on a free port of this machine until it is stopped; prints the port."""

from __future__ import annotations

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.config.settings")

from django.conf import settings

from tests.factories.compiled import keep_compiled

keep_compiled(settings.TEMPLATES)
django.setup()

from django.contrib.staticfiles.handlers import StaticFilesHandler  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler  # noqa: E402


class Quiet(WSGIRequestHandler):
    """Answers without writing a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    server = ThreadedWSGIServer(("127.0.0.1", int(os.environ.get("PORT", "0"))), Quiet)
    server.daemon_threads = True
    server.set_app(StaticFilesHandler(WSGIHandler()))
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()
