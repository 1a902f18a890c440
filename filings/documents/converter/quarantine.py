"""Documents that LibreOffice does not survive: known by their hash, refused for an hour without another try."""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from threading import Lock

_SECONDS = 3600.0
_MOST = 1000


class Quarantine:
    """What each of the last thousand bad documents did."""

    def __init__(self) -> None:
        self._kept: OrderedDict[bytes, tuple[float, str]] = OrderedDict()
        self._lock = Lock()

    def reason(self, docx: bytes) -> str | None:
        """What the document did when it was last tried; None when nothing is known against it."""
        with self._lock:
            until, what = self._kept.get(_hash(docx), (0.0, ""))
        return what if time.monotonic() < until else None

    def add(self, docx: bytes, what: str) -> None:
        """Keeps the document out from now on."""
        with self._lock:
            self._kept[_hash(docx)] = time.monotonic() + _SECONDS, what
            self._kept.move_to_end(_hash(docx))
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)


def _hash(docx: bytes) -> bytes:
    return hashlib.sha256(docx).digest()
