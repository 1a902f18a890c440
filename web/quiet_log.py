"""Logs of our own errors: where in the code, never what the person wrote."""

from __future__ import annotations

import logging
import traceback


def log_without_data(log: logging.Logger, where: str, error: BaseException) -> None:
    """Logs the error's class and its lines of code; the message is left out, since it may quote an answer."""
    lines = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s: %s\n%s", where, type(error).__name__, lines)
