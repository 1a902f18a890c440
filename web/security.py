"""What keeps the pages safe: headers, the forged-request guard, cookies, limits."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask, Response, request
from flask.sessions import SecureCookieSessionInterface
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from web import hosts
from web.config import FINISHED_DAYS, FORM_BYTES, REQUEST_BYTES, Settings
from web.storage.keyfiles import SESSION_KEY, secret_in

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), microphone=(), camera=()",
}


class _Cookies(SecureCookieSessionInterface):
    """The cookie is marked secure whenever the page came over https."""

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure or bool(app.config["SESSION_COOKIE_SECURE"])


def protect(app: Flask, settings: Settings) -> None:
    """Sets up the guards on the application."""
    app.config.update(
        SECRET_KEY=secret_in(settings.keys, SESSION_KEY),
        SESSION_COOKIE_NAME="filings",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https,
        PERMANENT_SESSION_LIFETIME=timedelta(days=FINISHED_DAYS),
        MAX_CONTENT_LENGTH=FORM_BYTES,
        MAX_FORM_MEMORY_SIZE=FORM_BYTES,
        MAX_FORM_PARTS=5000,
        WTF_CSRF_TIME_LIMIT=None,  # a form lies open for hours; the token is as good as the session
        WTF_CSRF_SSL_STRICT=False,  # it wants a Referer, which our own policy forbids to send
    )
    app.session_interface = _Cookies()
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies, x_host=0)
    hosts.guard(app, settings.hosts)
    app.before_request(_allow_files)
    CSRFProtect(app)
    app.after_request(_add_headers)


def _allow_files() -> None:
    """Only the page of exhibits takes more than a form can hold."""
    if request.endpoint == "exhibits.save":
        request.max_content_length = REQUEST_BYTES


def _add_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    # Pages hold a person's answers: nothing of them stays on a shared computer.
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    return response
