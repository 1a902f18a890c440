"""Encryption at rest: AES-256-GCM, keys in a file outside the database, bound to table, column and row.

A sealed value is `key id (4 bytes) + nonce (12) + ciphertext and tag`. A new key is a new last line of the key file:
new values take it, old values are still opened by the key that they name.
"""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_ID_BYTES, _NONCE_BYTES = 4, 12


class Vault:
    """Seals and opens bytes, texts and JSON. `place` is «table/column/row»: a value moved elsewhere does not open."""

    def __init__(self, keys: dict[bytes, bytes]) -> None:
        self._ciphers = {name: AESGCM(key) for name, key in keys.items()}
        self._newest = list(keys)[-1]

    def seal(self, content: bytes, place: str) -> bytes:
        """The content encrypted with the newest key."""
        nonce = os.urandom(_NONCE_BYTES)
        return self._newest + nonce + self._ciphers[self._newest].encrypt(nonce, content, place.encode())

    def unseal(self, sealed: bytes, place: str) -> bytes:
        """The content; raises cryptography's InvalidTag when it was changed or moved, KeyError for an unknown key."""
        name, rest = sealed[:_ID_BYTES], sealed[_ID_BYTES:]
        return self._ciphers[name].decrypt(rest[:_NONCE_BYTES], rest[_NONCE_BYTES:], place.encode())

    def seal_json(self, value: Any, place: str) -> bytes:
        """A JSON value encrypted."""
        return self.seal(json.dumps(value, ensure_ascii=False).encode(), place)

    def unseal_json(self, sealed: bytes, place: str) -> Any:
        """The JSON value."""
        return json.loads(self.unseal(sealed, place))


def open_vault(folder: Path) -> Vault:
    """The vault over `storage.keys` in `folder`; the first start makes the file, readable by its owner alone."""
    path = folder / "storage.keys"
    _write_once(path, b"k001 " + base64.b64encode(os.urandom(32)) + b"\n")
    pairs = [row.split() for row in path.read_bytes().splitlines() if row.strip() and not row.startswith(b"#")]
    return Vault({name: base64.b64decode(key) for name, key in pairs})


def session_secret(folder: Path) -> bytes:
    """The secret that signs cookies, made at the first start."""
    path = folder / "session.key"
    _write_once(path, base64.b64encode(os.urandom(32)))
    return path.read_bytes().strip()


def _write_once(path: Path, content: bytes) -> None:
    """Written aside and linked into place, so that a second process never reads half a key."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if path.exists():
        return
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with open(os.open(aside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        os.fsync(file.fileno())
    try:
        os.link(aside, path)
    except FileExistsError:
        pass
    finally:
        aside.unlink()
