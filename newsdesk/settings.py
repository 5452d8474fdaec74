"""Settings of the site. What differs between installations comes from the environment, read here."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse_lazy
from django_prose_editor.config import html_tags
from environs import Env
from js_asset import static_lazy

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)

DEBUG = env.str("DEBUG", "").lower() in ("1", "true", "yes")
SECRET_KEY = env.str("SECRET_KEY", "only for development" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "Set SECRET_KEY in the environment or in .env (a long random text), or DEBUG=1 for development. "
        "请设置 SECRET_KEY（一长串随机字符）；只是开发试用可设 DEBUG=1。"
    )
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", [])
DATABASE = env.dj_db_url("DATABASE_URL", f"sqlite:///{BASE_DIR / 'db.sqlite3'}")
CACHE = env.dj_cache_url("CACHE_URL", "locmem://")
PAGE_CACHE = env.bool("PAGE_CACHE", not DEBUG)  # a changed template shows at once in development
PAGE_CACHE_MEGABYTES = env.int("PAGE_CACHE_MEGABYTES", 24)  # in each process
MEDIA_ROOT = env.path("MEDIA_ROOT", BASE_DIR / "media")
PRIVATE_ROOT = env.path("PRIVATE_ROOT", BASE_DIR / "private")

SITE_URL = env.str("SITE_URL", f"http://127.0.0.1:{env.str('PORT', '8000')}")  # make run PORT=8001
SITE_NAME = env.str("SITE_NAME", "茂名晚报")
CITY = env.str("CITY", "茂名")
SITE_OWNER = env.str("SITE_OWNER", "")  # 主办单位
ICP_NUMBER = env.str("ICP_NUMBER", "")
POLICE_NUMBER = env.str("POLICE_NUMBER", "")  # 公安备案
NEWS_LICENCE = env.str("NEWS_LICENCE", "")  # 互联网新闻信息服务许可证
CONTRIBUTIONS = env.bool("CONTRIBUTIONS", True)  # 投稿: the box for correspondents
ATTACHMENT_MEGABYTES = env.int("ATTACHMENT_MEGABYTES", 20)
VIDEO_MEGABYTES = env.int("VIDEO_MEGABYTES", 200)
REPORT_TELEPHONE = env.str("REPORT_TELEPHONE", "")  # 违法和不良信息举报电话

INSTALLED_APPS = [
    "newsdesk.apps.NewsdeskConfig",
    "articles",
    "people",
    "newsdesk.apps.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sites",
    "django.contrib.redirects",
    "django.contrib.humanize",
    "django_prose_editor",
    "taggit",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsdesk.views.kept.ReadersPages",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "newsdesk.too_large.TooLargeMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "newsdesk.held.HeldMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsdesk.actor.ActorMiddleware",
    "django.contrib.redirects.middleware.RedirectFallbackMiddleware",
    "newsdesk.views.errors.MissingPage",
]

ROOT_URLCONF = "newsdesk.urls"
WSGI_APPLICATION = "newsdesk.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsdesk.context.site",
            ],
        },
    },
]


def with_options(database: dict) -> dict:
    """The connection options that each database wants; see docs/decisions/databases.md."""
    if database["ENGINE"].endswith("sqlite3"):
        pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
        # opening one costs more than most pages: a thread keeps its own
        return database | {"CONN_MAX_AGE": None, "OPTIONS": options}
    return database | {"CONN_MAX_AGE": 0, "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}}}


DATABASES = {"default": with_options(DATABASE)}
CACHES = {"default": CACHE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SITE_ID = 1

AUTH_USER_MODEL = "people.User"
LOGIN_URL = reverse_lazy("admin:login")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "zh-hans"  # for everybody, whatever a browser asks for: the desk reads Chinese
LOCALE_PATHS = [BASE_DIR / "newsdesk" / "locale"]
FORMAT_MODULE_PATH = "newsdesk.formats"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
STATIC_STORAGE = "django.contrib.staticfiles.storage.StaticFilesStorage"
if not DEBUG:
    STATIC_STORAGE = "newsdesk.static_files.KnownStaticFiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None},
    },
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024  # forms refuse long texts themselves, in words
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # an event with hundreds of participants is one form
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# our own parts of the text editor, and what each adds to the allowed HTML; newsdesk/html.py turns them on
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy("desk/editor/paste.js")],
        "extensions": {"CleanPaste": html_tags([])},
    },
    {
        "js": [static_lazy("desk/editor/photo.js")],
        "extensions": {"Photo": html_tags(["img"], {"img": ["data-photo"]})},
    },
]

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_TAGS_FROM_STRING = "articles.models.tags.split_tags"
TAGGIT_STRING_FROM_TAGS = "articles.models.tags.join_tags"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if not DEBUG:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 30 * 24 * 3600)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [])
CSRF_FAILURE_VIEW = "newsdesk.views.errors.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
    }
}
