"""The files of keys: written whole, for their owner alone, never half.

`storage.keys` holds one key a line, `k001 <base64>`; the last line seals. `session.key` signs cookies,
`codes.key` goes into the hashes of short codes.
"""

from __future__ import annotations

import base64
import os
from pathlib import Path

ID_BYTES = 4
STORAGE_KEYS, SESSION_KEY, CODES_KEY = "storage.keys", "session.key", "codes.key"
_KEY_BYTES = 32


def secret_in(folder: Path, name: str) -> bytes:
    """The secret in the file `name`, made at the first start."""
    path = folder / name
    write_once(path, base64.b64encode(os.urandom(_KEY_BYTES)))
    return path.read_bytes().strip()


def read_keys(path: Path) -> dict[bytes, bytes]:
    """The keys by their ids, the newest last."""
    pairs = [row.split() for row in path.read_bytes().splitlines() if row.strip() and not row.startswith(b"#")]
    return {name: base64.b64decode(key) for name, key in pairs}


def new_key_line(name: bytes) -> bytes:
    """A line with a fresh key."""
    return name + b" " + base64.b64encode(os.urandom(_KEY_BYTES)) + b"\n"


def add_key(path: Path) -> bytes:
    """Puts a fresh key last, to seal from now on; its id."""
    name = b"k%03d" % (1 + max(int(one[1:]) for one in read_keys(path)))
    _replace(path, path.read_bytes().rstrip(b"\n") + b"\n" + new_key_line(name))
    return name


def keep_newest(path: Path) -> list[bytes]:
    """Removes every key but the last; the ids of those removed. Whatever they sealed can never be opened again."""
    *old, newest = read_keys(path)
    kept = [row for row in path.read_bytes().splitlines() if row.split()[:1] == [newest]]
    _replace(path, kept[0] + b"\n")
    return old


def write_once(path: Path, content: bytes) -> None:
    """Written aside and linked into place, so that a second process never reads half a key."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if path.exists():
        return
    aside = _written_aside(path, content)
    try:
        os.link(aside, path)
    except FileExistsError:
        pass
    finally:
        aside.unlink()


def _replace(path: Path, content: bytes) -> None:
    os.replace(_written_aside(path, content), path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _written_aside(path: Path, content: bytes) -> Path:
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with open(os.open(aside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        os.fsync(file.fileno())
    return aside
