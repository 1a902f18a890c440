"""This side of the reading room: hands a file over, watches the reader's time and memory, takes the answer."""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import time
from threading import BoundedSemaphore, Lock, Thread
from typing import Any

from filings.documents.reading_room.talk import hear, say

SECONDS = 30.0
# Above what the warm process holds already. A picture of 120 million dots takes 360 MB decoded and as much redrawn.
MEMORY = 1000 * 1024 * 1024
_LOOK_EVERY = 0.02
# Pages of a fork's memory come one by one and dear: large ones, and none given back, save a fifth of a reader's time.
_ALLOCATOR = "glibc.malloc." + ":glibc.malloc.".join(
    ("hugetlb=1", "mmap_threshold=268435456", "trim_threshold=268435456", "top_pad=16777216")
)
_PAGE = os.sysconf("SC_PAGE_SIZE")
_at_once = BoundedSemaphore(max(2, os.cpu_count() or 2))


class Lost(Exception):
    """There is no answer: `why` is «time», «memory» or «crash»."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class _Room:
    """The warm process and the way to it."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self.control = ours
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "filings.documents.reading_room.server", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )

    def reader(self) -> tuple[socket.socket, int]:
        """A fresh reader: the socket to it and its process number; OSError or EOFError when the room is closed."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            with theirs:
                socket.send_fds(self.control, [b"r"], [theirs.fileno()])
            return ours, int(hear(ours)[0]["pid"])
        except BaseException:
            ours.close()
            raise

    def close(self) -> None:
        """Ends the process and every reader."""
        self.control.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


_room: _Room | None = None
_lock = Lock()


def start() -> None:
    """Begins to warm up; returns at once."""
    Thread(target=lambda: _open(None), name="filings-reading-room", daemon=True).start()


def stop() -> None:
    """Ends the process and its readers; a later file starts them again."""
    global _room
    with _lock:
        room, _room = _room, None
    if room is not None:
        room.close()


def ask(
    job: str, content: bytes, *, seconds: float = SECONDS, memory: int = MEMORY, **facts: Any
) -> tuple[dict, bytes]:
    """What the job of `jobs.JOBS` says of `content`; Lost when the reader broke, hung or grew too large.

    `seconds` are of this machine's clock, `memory` is in bytes above that of a reader with nothing to read.
    """
    with _at_once:
        reader, pid = _fresh_reader()
        with reader:
            return _watched(reader, pid, {**facts, "job": job, "seconds": seconds}, content, memory)


def _fresh_reader() -> tuple[socket.socket, int]:
    room = _open(None)
    try:
        return room.reader()
    except (OSError, EOFError):  # it was killed from outside
        try:
            return _open(room).reader()
        except (OSError, EOFError) as gone:
            raise Lost("crash") from gone


def _open(broken: _Room | None) -> _Room:
    """The room; a new one when there is none or it is the broken one."""
    global _room
    with _lock:
        if _room is not None and _room is broken:
            _room.close()
            _room = None
        if _room is None:
            _room = _Room()
        return _room


def _watched(reader: socket.socket, pid: int, facts: dict, content: bytes, memory: int) -> tuple[dict, bytes]:
    ends_at, at_first = time.monotonic() + facts["seconds"], _resident(pid)
    try:
        say(reader, facts, content)
        while not select.select([reader], [], [], _LOOK_EVERY)[0]:
            if time.monotonic() > ends_at:
                raise Lost("time")
            if _resident(pid) - at_first > memory:
                raise Lost("memory")
        return hear(reader)
    except (OSError, EOFError, ValueError) as gone:
        raise Lost("crash") from gone
    except Lost:
        # Until the socket is closed the reader is there, so that its number is nobody else's.
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        raise


def _resident(pid: int) -> int:
    """Bytes of memory in use; 0 when the reader has ended or the system does not tell."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as told:
            return int(told.read().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def _environment() -> dict[str, str]:
    """Nothing of ours but where the programs and the modules are."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    modules = os.pathsep.join(path for path in sys.path if path)
    return kept | {"GLIBC_TUNABLES": _ALLOCATOR, "LC_ALL": "C.UTF-8", "PYTHONPATH": modules}


def _forget() -> None:
    """In a forked copy of this program: the room belongs to the original."""
    global _room, _lock
    _room, _lock = None, Lock()


atexit.register(stop)
os.register_at_fork(after_in_child=_forget)
