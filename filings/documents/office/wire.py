"""How supervisor and worker speak: a letter, a length, that many bytes. Both interpreters read this file."""

from __future__ import annotations

import socket
import struct

JOB, PDF, REFUSED, READY, FORK, CHILD = b"J", b"P", b"R", b"Y", b"F", b"C"

_HEAD = struct.Struct("!cQ")
_TERMS = struct.Struct("!d?")
# A worker that went mad must not make the supervisor swallow everything.
_LONGEST = 512 * 1024 * 1024


def send(channel: socket.socket, kind: bytes, body: bytes = b"") -> None:
    """One whole message; OSError when nobody reads."""
    channel.sendall(_HEAD.pack(kind, len(body)))
    channel.sendall(body)


def receive(channel: socket.socket) -> tuple[bytes, bytes]:
    """Kind and body of the next message; EOFError when the other side has gone."""
    kind, length = _HEAD.unpack(_exactly(channel, _HEAD.size))
    if length > _LONGEST:
        raise EOFError("length out of bounds")
    return kind, _exactly(channel, length)


def job(seconds: float, docx: bytes, archival: bool = False) -> bytes:
    """The body of a JOB: how long it may take, whether the PDF is for an archive, and the document."""
    return _TERMS.pack(seconds, archival) + docx


def parse_job(body: bytes) -> tuple[float, bool, bytes]:
    """Seconds, «for an archive» and document of a JOB."""
    return *_TERMS.unpack_from(body), body[_TERMS.size :]


def _exactly(channel: socket.socket, length: int) -> bytes:
    whole = bytearray(length)
    view, filled = memoryview(whole), 0
    while filled < length:
        count = channel.recv_into(view[filled:], min(length - filled, 1 << 20))
        if not count:
            raise EOFError("closed")
        filled += count
    return bytes(whole)
