"""The one pool of this process: chosen by the environment, started once, ended with the program."""

from __future__ import annotations

import atexit
import contextlib
import os
from collections.abc import Mapping
from threading import Lock, Thread

from filings.documents import soffice
from filings.documents.converter.faults import WayClosed
from filings.documents.converter.launch import uses_jemalloc
from filings.documents.converter.pool import WAYS, Pool
from filings.errors import ArgumentsError, ConversionError

_NAMES = {
    "zygote": "ветвление разогретого LibreOffice",
    "uno": "тёплый LibreOffice",
    "cold": "холодный запуск LibreOffice",
}
DEFAULT = "auto"
_pool: Pool | None = None
_lock = Lock()


def start() -> None:
    """Begins to warm the workers in the background, so that the first document does not wait; returns at once."""
    if _way() != "cold":
        Thread(target=_warm, args=(_the_pool(),), name="filings-converter", daemon=True).start()


def _warm(pool: Pool) -> None:
    # Whoever converts next tries again and is told.
    with contextlib.suppress(WayClosed, ConversionError):
        pool.start()


def stop() -> None:
    """Ends the workers and wipes their folders; a later document starts new ones."""
    global _pool
    with _lock:
        pool, _pool = _pool, None
    if pool is not None:
        pool.stop()


def to_pdf(
    documents: Mapping[str, bytes], seconds: float, *, untrusted: bool = False, archival: bool = False
) -> dict[str, bytes]:
    """PDF of every document that LibreOffice takes; ConversionError when it cannot be asked or fails twice."""
    if _way() != "cold":
        try:
            return _the_pool().to_pdf(documents, seconds, untrusted=untrusted, archival=archival)
        except WayClosed as error:
            if _way():
                raise ConversionError(f"Выбранный способ не работает: {error}. Уберите FILINGS_CONVERTER.") from error
    return soffice.to_pdf(documents, seconds, archival=archival)


def describe() -> str:
    """«ветвление разогретого LibreOffice, 2 рабочих, без сети», and why nothing better runs."""
    way, pool = _way(), _the_pool()
    if way != "cold":
        try:
            pool.start()
        except WayClosed as error:
            if way:
                raise ConversionError(f"FILINGS_CONVERTER={way} не работает: {error}") from error
            return f"{_NAMES['cold']} ({_reasons(pool)})"
    chosen = "cold" if way == "cold" else pool.way
    details = [_NAMES[chosen]] + ([] if chosen == "cold" else _details(pool))
    reasons = f"выбран FILINGS_CONVERTER={way}" if way else _reasons(pool)
    return ", ".join(details) + (f" ({reasons})" if reasons else "")


def _details(pool: Pool) -> list[str]:
    network = "без сети" if pool.is_without_network() else "сеть отключить не удалось, ссылки заперты настройкой"
    return [f"одновременно документов: {pool.workers}", network, *(["jemalloc"] if uses_jemalloc() else [])]


def _reasons(pool: Pool) -> str:
    return "; ".join(f"{_NAMES[way]}: {why}" for way, why in pool.rejected.items())


def _way() -> str:
    """The way that is forced; empty when the best is to be found."""
    way = os.environ.get("FILINGS_CONVERTER") or DEFAULT
    if way not in (*_NAMES, "auto"):
        raise ArgumentsError(f"FILINGS_CONVERTER={way}: такого способа нет. Есть auto, {', '.join(_NAMES)}.")
    return "" if way == "auto" else way


def _workers() -> int:
    said = os.environ.get("FILINGS_WORKERS", "2")
    if not said.isdecimal() or not 1 <= int(said) <= 64:
        raise ArgumentsError(f"FILINGS_WORKERS={said}: нужно целое число от 1 до 64.")
    return int(said)


def _the_pool() -> Pool:
    global _pool
    with _lock:
        if _pool is None:
            _pool = Pool([_way()] if _way() in WAYS else list(WAYS), _workers())
        return _pool


def _forget() -> None:
    """In a forked copy of this program: the workers belong to the original."""
    global _pool, _lock
    _pool, _lock = None, Lock()


atexit.register(stop)
os.register_at_fork(after_in_child=_forget)
