"""Settings of the tests: the product's own, with a throw-away data folder, a fast hasher and tasks run at once."""

import os
import tempfile

os.environ["LANTOA_DATA"] = f"{tempfile.gettempdir()}/lantoa-test-{os.getpid()}"  # made and removed by strict.py
os.environ["LANTOA_SECRET_KEY"] = "only-for-the-tests-" * 3

from lantoa.settings import *  # noqa: F403  (the data folder must be named before the settings read it)
from lantoa.settings import DATA, DATABASES, SQLITE_OPTIONS, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": ["default"]}}
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: the live server's threads then have connections of their own, as in the product.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS | {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"
    }
