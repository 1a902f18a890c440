"""Usual warm LibreOffices behind a pipe, one to each worker: where forking does not work."""

from __future__ import annotations

from pathlib import Path

from filings.documents.converter.launch import Launched
from filings.documents.converter.workers import Worker


class Plain:
    """Starts a whole LibreOffice for each worker: a second or so, then as warm as the others."""

    def __init__(self, sample: Path) -> None:
        """The first is started at once."""
        self._sample = sample
        self._begun = [self._launch()]
        self.without_network = False

    def _launch(self) -> Launched:
        return Launched("plain_worker.py", [self._sample])

    def worker(self) -> Worker:
        """A fresh worker; WayClosed when LibreOffice does not start."""
        try:
            launched = self._begun.pop()
        except IndexError:
            launched = self._launch()
        try:
            self.without_network, number = launched.wait()
        except BaseException:
            launched.close()
            raise
        return Worker(launched.channel, number, launched.kill, launched.close, gently=True)

    def is_running(self) -> bool:
        """Always: there is nothing between the supervisor and the workers."""
        return True

    def kill(self) -> None:
        """Ends the one that nobody took; the others are ended by whoever holds them."""
        for launched in self._begun:
            launched.kill()

    def close(self) -> None:
        """The same, and its folder is wiped."""
        for launched in self._begun:
            launched.close()
