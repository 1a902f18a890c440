"""What the service does by itself: removes what has expired, takes up abandoned packets."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread

from web.quiet_log import log_without_data

_log = logging.getLogger(__name__)
_FIRST = 20.0


class Caretaker:
    """One thread that calls each of `duties` every `seconds`, first soon after the start."""

    def __init__(self, duties: list[Callable[[], object]], seconds: float) -> None:
        self._duties, self._seconds = duties, seconds
        self._stopped = Event()
        self._thread = Thread(target=self._work, name="caretaker", daemon=True)

    def start(self) -> None:
        """Begins; the first round comes after a moment, so that it does not delay the first page."""
        self._thread.start()

    def stop(self) -> None:
        """Ends after the duty in hand."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)

    def _work(self) -> None:
        pause = min(self._seconds, _FIRST)
        while not self._stopped.wait(pause):
            for duty in self._duties:
                try:
                    duty()
                except Exception as error:  # the next round tries again
                    log_without_data(_log, "caretaker", error)
            pause = self._seconds
