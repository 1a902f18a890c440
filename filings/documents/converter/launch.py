"""Starts a worker script in a private folder with a profile, a home and a temporary folder of its own."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Sequence
from glob import glob
from pathlib import Path

from filings.documents import soffice
from filings.documents.converter.faults import WayClosed
from filings.documents.converter.interpreter import find_interpreter, program_folder
from filings.documents.office import wire
from filings.documents.office.traces import wipe

_SCRIPTS = Path(__file__).parents[1] / "office"
_PREFIX = "filings-lo-"
_READY_SECONDS = 60
_LEAVE_SECONDS = 1.0
_PASSING = {errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM}
_JEMALLOC = ("/usr/lib/*/libjemalloc.so.2", "/usr/lib64/libjemalloc.so.2", "/usr/lib/libjemalloc.so.2")


class Launched:
    """A started script: its process, the socket to it, its folder. `close` leaves nothing of them."""

    def __init__(self, script: str, samples: Sequence[Path] = (), **extra: str) -> None:
        """Returns at once; `wait` says when it is ready. WayClosed when it cannot even start."""
        program = program_folder()
        interpreter = find_interpreter(program)
        try:
            self._folder, self._lock = _private_folder()
        except OSError as error:
            raise WayClosed(f"нет места для временной папки ({error.strerror})", is_passing=True) from error
        self.channel, theirs = socket.socketpair()
        command = [interpreter, "-I", "-B", str(_SCRIPTS / script), str(theirs.fileno()), str(self._folder)]
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closed = False
        try:
            with theirs:
                self._process = self._begin([*command, str(program), *map(str, samples)], theirs.fileno(), extra)
        except OSError as error:
            self.close()
            raise WayClosed(f"не запускается ({error.strerror})", is_passing=error.errno in _PASSING) from error

    def _begin(self, command: list[str], channel: int, extra: dict[str, str]) -> subprocess.Popen[bytes]:
        soffice.furnish(self._folder)
        with open(self._folder / "log", "wb") as log:
            return subprocess.Popen(
                command,
                cwd=self._folder,
                env=soffice.environment(self._folder) | _allocator() | extra,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[channel],
                start_new_session=True,
            )

    def wait(self) -> tuple[bool, int]:
        """Whether the network is cut off, and the number of the process that holds LibreOffice."""
        self.channel.settimeout(_READY_SECONDS)
        try:
            kind, body = wire.receive(self.channel)
        except (EOFError, OSError) as error:
            raise WayClosed(f"не запустился ({self._last_words()})") from error
        if kind != wire.READY:
            raise WayClosed("ответил невпопад")
        return body[:1] == b"1", int(body[1:])

    def is_running(self) -> bool:
        """Whether the script still runs."""
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """Ends the whole group; the number cannot be anybody else's before the process has been collected."""
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """Lets it end and collect its children, kills what does not, wipes the folder."""
        if self._is_closed:
            return
        self._is_closed = True
        self.channel.close()
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_LEAVE_SECONDS)
            self.kill()
            self._process.wait()
        wipe(self._folder)
        os.close(self._lock)

    def _last_words(self) -> str:
        with contextlib.suppress(OSError):
            lines = (self._folder / "log").read_text(errors="replace").split("\n")
            if said := [line.strip() for line in lines if line.strip()]:
                return said[-1][:200]
        return "без объяснений"


def uses_jemalloc() -> bool:
    """Whether the faster allocator is on this machine."""
    return bool(_allocator())


def _allocator() -> dict[str, str]:
    for pattern in _JEMALLOC:
        if found := glob(pattern):
            return {"LD_PRELOAD": found[0]}
    return {}


def _private_folder() -> tuple[Path, int]:
    """A new folder and the lock that says it is in use; folders whose owner was killed are wiped on the way."""
    _sweep(Path(tempfile.gettempdir()))
    unborn = Path(tempfile.mkdtemp(prefix="filings-unborn-"))
    lock = os.open(unborn / "lock", os.O_CREAT | os.O_RDWR, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    # Only a locked folder gets the name that others sweep by.
    return unborn.rename(unborn.with_name(unborn.name.replace("filings-unborn-", _PREFIX))), lock


def _sweep(parent: Path) -> None:
    for folder in parent.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            lock = os.open(folder / "lock", os.O_RDWR | os.O_NOFOLLOW)
            try:
                if os.fstat(lock).st_uid == os.getuid():
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    wipe(folder)
            finally:
                os.close(lock)
