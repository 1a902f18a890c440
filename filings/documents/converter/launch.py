"""Starts a worker script in a private folder with a profile, a home and a temporary folder of its own."""

from __future__ import annotations

import contextlib
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
_JEMALLOC = ("/usr/lib/*/libjemalloc.so.2", "/usr/lib64/libjemalloc.so.2", "/usr/lib/libjemalloc.so.2")


class Launched:
    """A started script: its process, the socket to it, its folder. `close` leaves nothing of them."""

    def __init__(self, script: str, samples: Sequence[Path] = (), **extra: str) -> None:
        """Returns at once; `wait` says when it is ready. WayClosed when it cannot even start."""
        program = program_folder()
        interpreter = find_interpreter(program)
        self._folder, self._lock = _private_folder()
        soffice.furnish(self._folder)
        self.channel, theirs = socket.socketpair()
        command = [interpreter, "-I", "-B", str(_SCRIPTS / script), str(theirs.fileno()), str(self._folder)]
        with theirs, open(self._folder / "log", "wb") as log:
            self._process = subprocess.Popen(
                [*command, str(program), *map(str, samples)],
                cwd=self._folder,
                env=soffice.environment(self._folder) | _allocator() | extra,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[theirs.fileno()],
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
        return self._process.poll() is None

    def kill(self) -> None:
        """Ends the whole group; the number cannot be anybody else's before `close` has collected it."""
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """Lets it end and collect its children, kills what does not, wipes the folder."""
        self.channel.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_LEAVE_SECONDS)
        self.kill()
        self._process.wait()
        wipe(self._folder)
        os.close(self._lock)
        self.close = lambda: None  # type: ignore[method-assign]

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
