"""Encryption at rest: AES-256-GCM, keys in a file outside the database, bound to table, column and row.

A sealed value is `key id (4 bytes) + nonce (12) + ciphertext and tag`. A new key is a new last line of the key file:
new values take it, old values are still opened by the key that they name. The file is read anew when it changes,
so that a running service follows a rotation.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from web.storage.keyfiles import ID_BYTES, STORAGE_KEYS, new_key_line, read_keys, write_once

_NONCE_BYTES = 12


class Vault:
    """Seals and opens bytes, texts and JSON. `place` is «table/column/row»: a value moved elsewhere does not open."""

    def __init__(self, path: Path) -> None:
        """`path` is the file of keys, see `keyfiles`."""
        self._path = path
        self._seen: tuple[int, ...] = ()
        self._ciphers: dict[bytes, AESGCM] = {}
        self._newest = b""
        self._follow()

    def seal(self, content: bytes, place: str) -> bytes:
        """The content encrypted with the newest key."""
        newest, cipher = self._follow()
        nonce = os.urandom(_NONCE_BYTES)
        return newest + nonce + cipher.encrypt(nonce, content, place.encode())

    def unseal(self, sealed: bytes, place: str) -> bytes:
        """The content; raises cryptography's InvalidTag when it was changed or moved, KeyError for an unknown key."""
        name, rest = self.key_of(sealed), sealed[ID_BYTES:]
        if name not in self._ciphers:
            self._follow()
        return self._ciphers[name].decrypt(rest[:_NONCE_BYTES], rest[_NONCE_BYTES:], place.encode())

    def seal_json(self, value: Any, place: str) -> bytes:
        """A JSON value encrypted."""
        return self.seal(json.dumps(value, ensure_ascii=False).encode(), place)

    def unseal_json(self, sealed: bytes, place: str) -> Any:
        """The JSON value."""
        return json.loads(self.unseal(sealed, place))

    def key_of(self, sealed: bytes) -> bytes:
        """The id of the key that a sealed value names."""
        return sealed[:ID_BYTES]

    def is_newest(self, sealed: bytes) -> bool:
        """Whether a value is sealed with the newest key."""
        return self.key_of(sealed) == self._follow()[0]

    def _follow(self) -> tuple[bytes, AESGCM]:
        """The newest key, after a look whether the file has changed; costs a few microseconds."""
        found = self._path.stat()
        seen = (found.st_mtime_ns, found.st_size, found.st_ino)
        if seen != self._seen:
            keys = read_keys(self._path)
            # Other threads read these two without a lock: new ciphers first, then the name of the newest.
            self._ciphers = {name: AESGCM(key) for name, key in keys.items()}
            self._newest, self._seen = list(keys)[-1], seen
        return self._newest, self._ciphers[self._newest]


def open_vault(folder: Path) -> Vault:
    """The vault over `storage.keys` in `folder`; the first start makes the file, readable by its owner alone."""
    path = folder / STORAGE_KEYS
    write_once(path, new_key_line(b"k001"))
    return Vault(path)
