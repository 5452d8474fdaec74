"""The site's own settings, and one more address: a view that says "ok" through the same middleware."""
# ruff: noqa: F403

from newsdesk.settings import *

ROOT_URLCONF = "bench.urls"
ALLOWED_HOSTS = ["127.0.0.1"]
SECURE_SSL_REDIRECT = False
