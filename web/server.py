"""Serves the pages: one process with threads, enough for a legal-aid office."""

from __future__ import annotations

from signal import SIGTERM, signal
from types import FrameType

from waitress import create_server

from web import create_app

# Browsers keep their connections open while people think: many more than there are threads to answer them.
_WAITRESS = {
    "threads": 16,
    "connection_limit": 800,
    "backlog": 1024,
    "channel_timeout": 60,
    "asyncore_use_poll": True,
    "ident": None,
    "max_request_body_size": 512 * 1024**2,
}


def serve(host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serves until it is stopped, and says in Russian where to look."""
    app = create_app()
    app.extensions["filings"].take_care()
    server = create_server(app, host=host, port=port, **_WAITRESS)
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    signal(SIGTERM, _stop)
    print(f"Откройте http://{shown}:{port}  (остановить: Ctrl+C)", flush=True)
    try:
        server.run()
    finally:
        server.close()
        app.extensions["filings"].close()


def _stop(number: int, frame: FrameType | None) -> None:
    """A service manager asks to stop: the same way out as Ctrl+C, so that the database is stopped too."""
    raise SystemExit(0)
