"""The life of a worker: take a document, lay it out within its time, hand the PDF back; end when nobody needs it."""

from __future__ import annotations

import os
import select
import signal

import wire
from desktop import NotLoadable


def watch_parent():
    """A handle that becomes readable when the supervisor ends, however it ends."""
    return os.pidfd_open(os.getppid())


def serve(channel, office, supervisor):
    """Jobs from `channel` one after another, until it or the supervisor is gone."""
    while is_asked(channel, supervisor):
        try:
            kind, body = wire.receive(channel)
            if kind != wire.JOB:
                return
            seconds, archival, docx = wire.parse_job(body)
            ring_after(seconds)
            answer = _answer(office, docx, archival)
            ring_after(0)
            wire.send(channel, *answer)
        except (EOFError, OSError):
            return


def ring_after(seconds):
    """Death in so many seconds, 0 for never: the default action kills inside C++ too, where no handler would run."""
    # LibreOffice sets handlers of its own when it starts.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def is_asked(channel, supervisor, seconds=None):
    """Waits for a message; False when the supervisor is gone, None when `seconds` passed with nothing."""
    waiting = select.poll()
    waiting.register(channel, select.POLLIN)
    waiting.register(supervisor, select.POLLIN)
    ready = [handle for handle, _ in waiting.poll(None if seconds is None else seconds * 1000)]
    if supervisor in ready:
        return False
    return True if ready else None


def _answer(office, docx, archival):
    try:
        return wire.PDF, office.to_pdf(docx, archival)
    except NotLoadable as refusal:
        return wire.REFUSED, str(refusal).encode()
