"""One worker as the supervisor sees it: a document goes in, a PDF comes out, in bounded time and memory."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import time
from collections.abc import Callable

from filings.documents.converter.faults import Refused, WorkerLost
from filings.documents.office import wire

MEGABYTE = 1024 * 1024
MOST_MEMORY = 1024 * MEGABYTE
GROWN_MEMORY = 400 * MEGABYTE
MOST_JOBS = 50
_TICK_MS = 200
_GRACE = 2.0
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Worker:
    """A running worker behind `channel`; `number` is the process that holds LibreOffice."""

    def __init__(
        self,
        channel: socket.socket,
        number: int,
        kill: Callable[[], None],
        forget: Callable[[], None],
        *,
        gently: bool = False,
    ) -> None:
        """`kill` ends the worker, `forget` frees what the supervisor holds of it, `gently` leaves the end to that."""
        self._channel, self.number, self._kill, self._forget = channel, number, kill, forget
        self._gently, self.jobs = gently, 0

    def to_pdf(
        self,
        docx: bytes,
        seconds: float,
        waiting: Callable[[float], None] = lambda spent: None,
        *,
        archival: bool = False,
    ) -> bytes:
        """PDF of the document, PDF/A-2b when `archival`; `waiting` hears now and then how long it takes.

        Refused: the document is not laid out, the worker is well. WorkerLost: the worker is gone, and closed here.
        """
        self.jobs += 1
        try:
            kind, body = self._ask(wire.job(seconds, docx, archival), seconds, waiting)
        except BaseException:
            self.close()
            raise
        if kind == wire.REFUSED:
            raise Refused(body.decode(errors="replace"))
        return body

    def _ask(self, job: bytes, seconds: float, waiting: Callable[[float], None]) -> tuple[bytes, bytes]:
        started = time.monotonic()
        try:
            # The worker's own alarm rings first; ours is for a worker that cannot even be rung at.
            self._channel.settimeout(seconds + _GRACE)
            wire.send(self._channel, wire.JOB, job)
            self._watch(started, seconds + _GRACE, waiting)
            return wire.receive(self._channel)
        except (EOFError, OSError) as error:
            if time.monotonic() - started >= seconds:
                raise WorkerLost(f"не закончил за {seconds:g} с и остановлен", out_of_time=True) from error
            raise WorkerLost("аварийно закрылся") from error

    def _watch(self, started: float, limit: float, waiting: Callable[[float], None]) -> None:
        """Until the answer begins; a worker that eats the memory is killed here: a limit would make it lie instead."""
        ready = select.poll()
        ready.register(self._channel, select.POLLIN)
        while not ready.poll(_TICK_MS):
            spent = time.monotonic() - started
            if self.memory() > MOST_MEMORY:
                raise WorkerLost(f"занял больше {MOST_MEMORY // MEGABYTE} МБ памяти и остановлен")
            if spent > limit:
                raise TimeoutError
            waiting(spent)

    def memory(self) -> int:
        """Bytes that the worker keeps in memory, those shared with its parent included; 0 when it is gone."""
        try:
            with open(f"/proc/{self.number}/statm") as file:
                return int(file.read().split()[1]) * _PAGE
        except (OSError, IndexError, ValueError):
            return 0

    def is_worn(self) -> bool:
        """Time for a fresh one: enough documents, or too much memory kept, or gone."""
        return self.jobs >= MOST_JOBS or not 0 < self.memory() < GROWN_MEMORY

    def step_back(self) -> None:
        """Lets the others go first: for a document that takes long."""
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.number, 10)

    def kill(self) -> None:
        """Ends the worker under the hands of another thread, which then closes it."""
        self._kill()

    def close(self) -> None:
        """Ends the worker, whatever it does; only for the thread that works with it."""
        if not self._gently:
            self._kill()
        self._channel.close()
        self._forget()
        self._kill = self._forget = lambda: None
