"""Settings of the installation; what the environment may change is listed in environment.py."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from lantoa.environment import BadSetting, read_all
from lantoa.secret_key import kept_key

PACKAGE = Path(__file__).resolve().parent
_given = read_all()
DATA: Path = _given["LANTOA_DATA"]
DEBUG: bool = _given["LANTOA_DEBUG"]
try:
    SECRET_KEY = _given["LANTOA_SECRET_KEY"] or kept_key(DATA / "secret_key")
except OSError as error:
    raise BadSetting("LANTOA_DATA", str(DATA), "một thư mục mà chương trình ghi được") from error
ALLOWED_HOSTS: list[str] = _given["LANTOA_HOSTS"]
PROXIES: int = _given["LANTOA_PROXIES"]
SOURCE: str = _given["LANTOA_SOURCE"]

INSTALLED_APPS = [
    "lantoa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "axes",
]
AUTH_USER_MODEL = "lantoa.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "lantoa.urls"
WSGI_APPLICATION = "lantoa.wsgi.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # a matrix of 50 people is 130 kB as it stands, 12 kB like this
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

# ---- Database
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
POSTGRESQL_OPTIONS = {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}}


def _described(given: dict[str, Any]) -> dict[str, Any]:
    database = given or {"ENGINE": "django.db.backends.sqlite3", "NAME": str(DATA / "lantoa.sqlite3")}
    if database["ENGINE"].endswith("sqlite3"):
        return {"CONN_MAX_AGE": None} | database | {"OPTIONS": SQLITE_OPTIONS | database.get("OPTIONS", {})}
    return database | {"OPTIONS": POSTGRESQL_OPTIONS | database.get("OPTIONS", {})}


DATABASES = {"default": _described(_given["DATABASE_URL"])}

# ---- Language, dates, numbers
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["lantoa.formats"]  # Django's own Vietnamese formats read 11/6 as 6 November
USE_THOUSAND_SEPARATOR = False  # a year is a number too: 2024, never 2.024; counts are grouped by `intcomma`
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

# ---- Pages
# Without the app of template_partials: it imports the whole admin; its loader and its tags are enough.
_LOADERS = ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "OPTIONS": {
            "loaders": [
                ("template_partials.loader.Loader", [("django.template.loaders.cached.Loader", _LOADERS)]),
            ],
            "builtins": ["template_partials.templatetags.partials"],
            "libraries": {"partials": "template_partials.templatetags.partials"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lantoa.web.navigation.navigation",
            ],
        },
    },
]
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [PACKAGE / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]  # ours alone, none of the libraries'
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_PERMISSIONS = 0o600

# ---- Signing in
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",  # by user name or e-mail
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/ban-lam-viec/"
LOGOUT_REDIRECT_URL = "account_login"
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60
ACCOUNT_ADAPTER = "lantoa.accounts.adapter.Adapter"
ACCOUNT_FORMS = {"login": "lantoa.accounts.forms.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # nobody signs up; allauth wants to know
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True  # for SESSION_COOKIE_AGE
# The lock is axes', kept in the database; allauth's own counts by address alone and would lock a whole school out.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "100/m/ip", "reset_password_from_key": "60/m/ip"}
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # by address alone, one user locks a whole school out
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "lantoa.accounts.adapter.account_name"
AXES_CLIENT_IP_CALLABLE = "lantoa.accounts.adapter.client_address"
AXES_LOCKOUT_TEMPLATE = "accounts/locked.html"
AXES_DISABLE_ACCESS_LOG = True  # who signed in from which browser is nobody's business
AXES_HTTP_RESPONSE_CODE = 429
AXES_VERBOSE = False
SESSION_COOKIE_AGE = 12 * 60 * 60

# ---- What browsers may do
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
HTTPS: bool = _given["LANTOA_HTTPS"]
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS: int = _given["LANTOA_HSTS_SECONDS"] if HTTPS else 0

# ---- What the school allows
PUBLIC_TIPS: bool = _given["LANTOA_PUBLIC_TIPS"]

# ---- Telling people
MAIL_IS_SET = bool(_given["LANTOA_MAIL"])
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST: str = _given["LANTOA_MAIL"].get("EMAIL_HOST", "localhost")
EMAIL_PORT: int = _given["LANTOA_MAIL"].get("EMAIL_PORT") or 25
EMAIL_HOST_USER: str = _given["LANTOA_MAIL"].get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD: str = _given["LANTOA_MAIL"].get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS: bool = _given["LANTOA_MAIL"].get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL: bool = _given["LANTOA_MAIL"].get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL: str = _given["LANTOA_MAIL_FROM"]
HOME_ADDRESS: str = _given["LANTOA_HOME"]
TOKEN_LIBRARY: str = _given["LANTOA_TOKEN"]
TOKEN_LABEL: str = _given["LANTOA_TOKEN_LABEL"]
DEADLINE_PROVIDERS = [  # each room above the notices names here what it expects of whom by when
    "lantoa.discovery.queries.deadlines.tips",
    "lantoa.discovery.queries.deadlines.pledges",
    "lantoa.discovery.queries.deadlines.reports",
    "lantoa.nurture.queries.deadlines.plans",
    "lantoa.nurture.queries.work_deadlines.work",
    "lantoa.nomination.queries.rounds.deadlines.rounds",
    "lantoa.nomination.queries.deadlines.nominees",
    "lantoa.nomination.queries.verification.deadlines.verification",
    "lantoa.nomination.queries.posting.deadlines.postings",
    "lantoa.nomination.queries.posting.deadlines.objections",
    "lantoa.council.queries.deadlines.meetings",
    "lantoa.council.queries.deadlines.signatures",
    "lantoa.recognition.queries.decisions.deadlines.decisions",
    "lantoa.recognition.queries.deadlines.complaints",
    "lantoa.recognition.queries.deadlines.submissions",
]

# ---- Long work
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
TASK_LEASE = timedelta(seconds=_given["LANTOA_TASK_LEASE"])
TASK_MOST_CLAIMS = 3
PAPER_OCCASIONS = "lantoa.nomination.queries.papers.occasions.occasions"  # the rounds that papers belong to
PAPER_SOURCES = [  # each room above the papers names here what it fills them with
    "lantoa.nomination.queries.papers.rounds.PLAN",
    "lantoa.nomination.queries.papers.rounds.NOTICE",
    "lantoa.nomination.queries.papers.unit_minutes.SOURCE",
    "lantoa.nomination.queries.papers.nominee_list.SOURCE",
    "lantoa.nomination.queries.papers.reports.INDIVIDUAL",
    "lantoa.nomination.queries.papers.reports.COLLECTIVE",
    "lantoa.nomination.queries.papers.verification_sheet.SOURCE",
    "lantoa.nomination.queries.papers.posting.SOURCE",
    "lantoa.council.queries.papers.agenda.AGENDA",
    "lantoa.council.queries.papers.agenda.PACK",
    "lantoa.council.queries.papers.counting.COUNTING_MINUTES",
    "lantoa.council.queries.papers.minutes.COUNCIL_MINUTES",
    "lantoa.council.queries.papers.submitting.SUBMISSION_TO_PRINCIPAL",
    "lantoa.recognition.queries.papers.recognising.RECOGNITION",
    "lantoa.recognition.queries.papers.recognising.COMMENDATION",
    "lantoa.recognition.queries.papers.changing.CORRECTION",
    "lantoa.recognition.queries.papers.changing.REVOCATION",
    "lantoa.recognition.queries.papers.submitting.SUBMISSION_TO_MINISTRY",
    "lantoa.recognition.queries.papers.replying.NOT_RECOGNISED",
    "lantoa.recognition.queries.papers.certificates.CERTIFICATE_OF_RECOGNITION",
    "lantoa.recognition.queries.papers.certificates.CERTIFICATE",
    "lantoa.recognition.queries.papers.stories.STORY",
    "lantoa.recognition.queries.papers.reviews.sources.INTERIM_REPORT",
    "lantoa.recognition.queries.papers.reviews.sources.FINAL_REPORT",
    "lantoa.recognition.queries.papers.yearbook.YEARBOOK",
    "lantoa.recognition.queries.papers.labels.ARCHIVE_LABEL",
    "lantoa.council.queries.papers.ballots.BALLOT",
]
DAILY_HOUR: int = _given["LANTOA_DAILY_HOUR"]
DAILY_TASKS = [  # in this order, once a day
    "lantoa.discovery.tasks.follow_the_book",
    "lantoa.discovery.tasks.look_after_tips",
    "lantoa.nomination.tasks.look_after_objections",
    "lantoa.nomination.tasks.look_after_holds",
    "lantoa.notice.tasks.remind_everybody",
    "lantoa.papers.tasks.sweep_files",
    "lantoa.papers.tasks.sweep_jobs",
    "lantoa.recognition.tasks.sweep_packages",
]
AFTER_IMPORT_TASKS = ["lantoa.discovery.tasks.follow_the_book"]  # what the rooms above do once a file is taken in

# ---- Technical log: to standard error, without names, addresses or what was typed
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"screen": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["screen"], "level": "WARNING"},
    "loggers": {
        "lantoa": {"level": _given["LANTOA_LOG_LEVEL"]},
        "django": {"handlers": ["screen"], "level": "WARNING", "propagate": False},
        "pyhanko": {"level": "CRITICAL"},  # its lines name signers; what it finds is shown on the page
        "pyhanko_certvalidator": {"level": "CRITICAL"},
        "axes": {"level": "ERROR"},  # its lines carry user names; the lock itself is in the database
    },
}
