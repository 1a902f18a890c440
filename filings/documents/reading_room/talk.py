"""How the two sides talk: a line of facts as JSON and the bytes of a file, each with its length before it.

JSON and not pickle: a reader that was taken over by a hostile file must not be able to run anything on this side.
"""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

_LENGTHS = struct.Struct("!QQ")


def say(to: socket.socket, facts: dict[str, Any], content: bytes = b"") -> None:
    """Sends one message."""
    line = json.dumps(facts, ensure_ascii=True).encode()
    to.sendall(_LENGTHS.pack(len(line), len(content)) + line)
    if content:
        to.sendall(content)


def hear(of: socket.socket) -> tuple[dict[str, Any], bytes]:
    """Receives one message; EOFError when the other side is gone."""
    line, content = _LENGTHS.unpack(_exactly(of, _LENGTHS.size))
    return json.loads(_exactly(of, line)), bytes(_exactly(of, content))


def _exactly(of: socket.socket, length: int) -> bytearray:
    found = bytearray(length)
    view, at = memoryview(found), 0
    while at < length:
        got = of.recv_into(view[at:], length - at)
        if not got:
            raise EOFError
        at += got
    return found
