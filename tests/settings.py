"""The site's settings as the tests want them: a database of their own, no secret to give, quick passwords."""
# ruff: noqa: E402, F403

import os

os.environ["DEBUG"] = "0"
os.environ["SECRET_KEY"] = "known to everybody, for the tests alone"
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL") or "sqlite:///:memory:"
os.environ["CACHE_URL"] = "locmem://"
os.environ.setdefault("PAGE_CACHE", "0")  # a page kept from one test would be seen in the next

from newsdesk.settings import *
from newsdesk.settings import DATABASES, STORAGES

# A cluster made without a locale holds SQL_ASCII; the desk's text is UTF-8 everywhere.
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["TEST"] = {"CHARSET": "UTF8", "TEMPLATE": "template0"}

# Static files as they lie in the folder: no manifest has to be collected before a test.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
