"""Files of cases: sealed, under names that say nothing, in a folder that another store can replace."""

from __future__ import annotations

from pathlib import Path

import obstore
from obstore.store import LocalStore, ObjectStore

from web.storage.vault import Vault


class FileStore:
    """Keeps bytes under a name like `exhibits/<id>`; the name is part of what the seal protects."""

    def __init__(self, store: ObjectStore, vault: Vault) -> None:
        self._store, self._vault = store, vault

    def put(self, name: str, content: bytes) -> None:
        """Writes the file whole or not at all."""
        obstore.put(self._store, name, self._vault.seal(content, f"file/{name}"))

    def get(self, name: str) -> bytes:
        """The content; FileNotFoundError when there is none."""
        return self._vault.unseal(bytes(obstore.get(self._store, name).bytes()), f"file/{name}")

    def delete(self, name: str) -> None:
        """Removes the file; a file that is not there is removed already."""
        try:
            obstore.delete(self._store, name)
        except FileNotFoundError:
            return


def open_files(folder: Path, vault: Vault) -> FileStore:
    """The store in a local folder that only its owner can read."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return FileStore(LocalStore(folder, mkdir=True), vault)
