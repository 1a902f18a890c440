"""The fork server as the supervisor sees it: asked for a worker, it hands one over that is warm already."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
from pathlib import Path
from threading import Lock

from filings.documents.converter.faults import WayClosed
from filings.documents.converter.launch import Launched
from filings.documents.converter.workers import Worker
from filings.documents.office import wire

_SCRIPT = "fork_server.py"
_FORK_SECONDS = 10
_TEMPLATES = Path(__file__).parents[2] / "templates" / "packet"


class Zygote:
    """A single-threaded LibreOffice that does nothing but fork."""

    def __init__(self, sample: Path) -> None:
        """Returns at once; the first `worker` waits until it is warm."""
        samples = [sample, *sorted(_TEMPLATES.glob("*.docx")), sample]
        self._launched = Launched(_SCRIPT, samples, SAL_LOK_OPTIONS="unipoll")
        self._lock = Lock()
        self._warm = False
        self.without_network = False

    def worker(self) -> Worker:
        """A fresh worker, two milliseconds old; WayClosed when the fork server is gone."""
        ours, theirs = socket.socketpair()
        with self._lock, theirs:
            try:
                self._wait()
                number, handle = self._fork(theirs)
            except (OSError, WayClosed) as error:
                ours.close()
                self._launched.kill()
                raise WayClosed(str(error)) from error
        return Worker(ours, number, lambda: _kill(handle), lambda: os.close(handle))

    def _wait(self) -> None:
        if not self._warm:
            self.without_network, _ = self._launched.wait()
            self._warm = True

    def _fork(self, theirs: socket.socket) -> tuple[int, int]:
        channel = self._launched.channel
        channel.settimeout(_FORK_SECONDS)
        socket.send_fds(channel, [wire.FORK], [theirs.fileno()])
        answer, handles, _, _ = socket.recv_fds(channel, 9, 1)
        if answer[:1] != wire.CHILD or not handles:
            raise WayClosed("перестал отвечать")
        return int.from_bytes(answer[1:], "big"), handles[0]

    def is_running(self) -> bool:
        """Whether it can be asked."""
        return self._launched.is_running()

    def kill(self) -> None:
        """Ends it; its workers are ended by whoever holds them."""
        self._launched.kill()

    def close(self) -> None:
        """Ends it and wipes the folder it shares with its workers."""
        self._launched.close()


def _kill(handle: int) -> None:
    """By the handle: the number of a process that has ended may be somebody else's by now."""
    with contextlib.suppress(ProcessLookupError):
        signal.pidfd_send_signal(handle, signal.SIGKILL)
