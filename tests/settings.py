"""Settings for tests: their own data folder and mode; nothing outside it is touched."""

import os
import tempfile

from tests.factories.compiled import keep_compiled

os.environ.setdefault("JOINEDUP_HOME", tempfile.mkdtemp(prefix="joinedup-test-"))
os.environ["JOINEDUP_MODE"] = "test"

from joinedup.config.settings import *  # noqa: F403

if "sqlite" in str(DATABASES["default"]["ENGINE"]):  # noqa: F405
    # each test process has its own; pytest-django knows that only of Django's own engine
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405

STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405
PASSWORD_HASHERS = ["tests.factories.passwords.LightArgon2"]
keep_compiled(TEMPLATES)  # noqa: F405
