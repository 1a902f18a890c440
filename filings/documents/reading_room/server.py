"""The warm process: it reads nothing itself, and forks a reader for every file that comes.

Run as a program with the number of its socket; it ends, with all its readers, when the other end closes.
"""

from __future__ import annotations

import gc
import io
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any

from PIL import Image

from filings.documents.reading_room.seal import seal
from filings.documents.reading_room.talk import hear, say
from filings.errors import ExhibitError

# A packet waits for its papers longer than for its exhibits: with few processors the papers go first.
_MODESTY = 5
Job = Callable[[dict[str, Any], bytes], tuple[dict[str, Any], bytes]]


def main() -> None:
    """Serves until the socket closes."""
    control = socket.socket(fileno=int(sys.argv[1]))
    from filings.documents.reading_room.jobs import JOBS

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to answer
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # readers that ended leave no trace
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _warm(JOBS["exhibit"])
    os.nice(_MODESTY)
    seal()
    gc.collect()
    gc.freeze()
    while _forked(control, JOBS):
        pass
    os.killpg(0, signal.SIGKILL)


def _warm(job: Job) -> None:
    """Reads a small picture and a page of our own, so that what is loaded at first use is there in every reader."""
    encoded = io.BytesIO()
    Image.new("RGB", (8, 8)).save(encoded, "JPEG")
    _, page = job({"name": "", "kind": "jpeg"}, encoded.getvalue())
    job({"name": "", "kind": "pdf"}, page)


def _forked(control: socket.socket, jobs: dict[str, Job]) -> bool:
    """One reader for the next file; False when nobody will send any more."""
    try:
        message, sockets, *_ = socket.recv_fds(control, 1, 1)
    except OSError:
        return False
    if not message:
        return False
    if os.fork() == 0:
        control.close()
        _read(socket.socket(fileno=sockets[0]), jobs)
    os.close(sockets[0])
    return True


def _read(asked: socket.socket, jobs: dict[str, Job]) -> None:
    """The life of one reader: a job, an answer, the end."""
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        say(asked, {"pid": os.getpid()})
        facts, content = hear(asked)
        # With nobody left to watch it, the reader still ends.
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, facts["seconds"] + 5)
        answer, made = _done(jobs[facts["job"]], facts, content)
        say(asked, answer, made)
    finally:
        os._exit(0)


def _done(job: Job, facts: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        return job(facts, content)
    except ExhibitError as refused:
        return {"refused": refused.reason}, b""


if __name__ == "__main__":
    main()
