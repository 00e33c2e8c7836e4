"""
The settings of the site: fixed ones here, the operator's own from the environment.

`environment.SETTINGS` lists what may be set; importing this module touches nothing.
"""

import os

from django.core.exceptions import ImproperlyConfigured

from newsportal.database.binaries import find_binaries
from newsportal.database.cluster import Cluster
from newsportal.database.failure import DatabaseUnavailable
from newsportal.edge.policy import PUBLIC_CSP
from newsportal.environment import ROOT, VAR, local_secret_key, read_environment

given = read_environment(os.environ)

BASE_DIR = ROOT

# --- This installation ---------------------------------------------------------------------

DEBUG = given["DEBUG"]
SECRET_KEY = given["SECRET_KEY"] or local_secret_key()
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is missing. Set SECRET_KEY to 50 random characters or more "
        "(`manage.py` makes a local one in var/secret-key)."
    )
SECRET_KEY_FALLBACKS = given["SECRET_KEY_FALLBACKS"]
PORT = given["PORT"]
WORKERS = given["WORKERS"]
THREADS = given["THREADS"]
SITE_URL = given["SITE_URL"] or f"http://127.0.0.1:{PORT}"
ADMIN_PATH = given["ADMIN_PATH"]
ALLOWED_HOSTS = given["ALLOWED_HOSTS"]
CSRF_TRUSTED_ORIGINS = given["CSRF_TRUSTED_ORIGINS"]

# --- Parts ---------------------------------------------------------------------------------

INSTALLED_APPS = [
    "newsportal.apps.NewsportalConfig",
    "newsportal.languages",
    "newsportal.edge",
    "tags",
    "articles",
    "newsportal.apps.NewsroomAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsportal.edge.headers.CompressionMiddleware",
    "newsportal.edge.headers.EdgeMiddleware",
    "django.middleware.common.CommonMiddleware",
    # Lazy, all of them: a public page that asks nothing of them sets and varies on no cookie.
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    # Before its launch an edition asks who is there; a public page still asks nobody.
    "newsportal.languages.middleware.EditionMiddleware",
    "newsportal.errors.OutageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "newsportal.urls"
WSGI_APPLICATION = "newsportal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database ------------------------------------------------------------------------------

# The server under var/, for newsportal.database to start; None where DATABASE_URL names another.
EMBEDDED_DATABASE: Cluster | None = None
if given["DATABASE_URL"] is None:
    try:
        binaries = find_binaries(os.environ)
    except DatabaseUnavailable as error:
        raise ImproperlyConfigured(str(error)) from error
    EMBEDDED_DATABASE = Cluster(binaries, VAR / f"postgres-{binaries.major}")
    connection = EMBEDDED_DATABASE.django_settings()
else:
    connection = given["DATABASE_URL"]

# A page that waits longer than its reader would is given up, and pages share connections; a
# command has all the time it needs and one connection (`manage.py` tells which it is).
SERVING = {
    "options": (
        "-c statement_timeout=10s -c lock_timeout=3s -c idle_in_transaction_session_timeout=30s"
    ),
    # A database that comes back is found by the next page: after this long without it the pool
    # asks no more by itself, where it would otherwise wait ever longer between two tries.
    "pool": {"min_size": 1, "max_size": THREADS, "timeout": 2, "reconnect_timeout": 2},
}
IS_SERVING = "NEWSPORTAL_UNHURRIED" not in os.environ
options = SERVING if IS_SERVING else {}

DATABASES = {
    "default": {
        **connection,
        "ENGINE": "django.db.backends.postgresql",
        # The pool keeps connections; Django must not keep them as well.
        "CONN_MAX_AGE": 0,
        # A connection that the server has closed meanwhile is replaced before a page meets it.
        "CONN_HEALTH_CHECKS": IS_SERVING,
        "OPTIONS": {**options, **connection["OPTIONS"]},
    }
}

# --- Languages and time --------------------------------------------------------------------

# Editions are rows with zones of their own; these are the languages of the interface strings.
LANGUAGE_CODE = "en"
LANGUAGES = [("uk", "Ukrainian"), ("ru", "Russian"), ("en", "English")]
LOCALE_PATHS = [ROOT / "newsportal" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- Files ---------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = given["MEDIA_ROOT"]
# The last known editions, for error pages while the database is away.
EDITIONS_FILE = VAR / "editions.json"
# Bits of today's reads, for the workers of this machine.
SEEN_FOLDER = VAR / "seen"
PICTURE_STORE = given["PICTURE_STORE"]
STORAGES = {
    "default": {
        "BACKEND": "newsportal.object_storage.PrivateObjectStorage",
        "OPTIONS": PICTURE_STORE,
    }
    if PICTURE_STORE
    else {"BACKEND": "newsportal.file_storage.WholeFileStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "newsportal.static_storage.ModularStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
# The inlined sheet cannot know hashed names, so the fonts carry a version of their own.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/(fonts/.+-v\d+-.+\.woff2|.+\.[0-9a-f]{12}\..+)$"

# --- Behind requests -----------------------------------------------------------------------

# Enqueued in the transaction that makes the work, worked off by `manage.py work`.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Safety --------------------------------------------------------------------------------

SECURE_CSP = PUBLIC_CSP
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"

BEHIND_HTTPS = given["BEHIND_HTTPS"]
if BEHIND_HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True

# The prefix makes browsers refuse the cookie from any other host or from plain http.
cookie_prefix = "__Host-" if BEHIND_HTTPS else ""
SESSION_COOKIE_NAME = f"{cookie_prefix}newsroom"
SESSION_COOKIE_SECURE = BEHIND_HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_NAME = f"{cookie_prefix}csrf"
CSRF_COOKIE_SECURE = BEHIND_HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# --- Reports -------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}
