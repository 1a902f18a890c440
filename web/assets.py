"""Style sheets, scripts and pictures: compressed once, kept by browsers until they change.

Pages themselves are not compressed: they mix a person's words with the token of the form, and the length of such
a mixture can give the token away.
"""

from __future__ import annotations

import gzip
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

_YEAR = 365 * 24 * 3600
_TEXTS = {"text/css", "text/javascript", "application/javascript", "image/svg+xml"}


def register(app: Flask) -> None:
    """Gives each file's address a mark of its content, and serves it compressed to who takes that."""
    folder = Path(app.static_folder or "")

    @app.url_defaults
    def _with_mark(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static" and "v" not in values:
            path = folder / values["filename"]
            values["v"] = _mark(path, path.stat().st_mtime_ns)

    @app.after_request
    def _finish(reply: Response) -> Response:
        if request.endpoint != "static" or reply.status_code != 200:
            return reply
        if request.args.get("v"):
            reply.cache_control.max_age, reply.cache_control.immutable = _YEAR, True
            reply.cache_control.no_cache = None
        return _compressed(reply) if reply.mimetype in _TEXTS else reply


def _compressed(reply: Response) -> Response:
    reply.vary.add("Accept-Encoding")
    if "gzip" in request.accept_encodings:
        reply.direct_passthrough = False
        reply.set_data(_gzip(reply.get_data()))
        reply.content_encoding = "gzip"
        # The etag names the plain file; a compressed one is another thing to a cache.
        reply.headers.pop("ETag", None)
    return reply


@lru_cache(maxsize=64)
def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


@lru_cache(maxsize=64)
def _mark(path: Path, changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]
