"""Files of cases: sealed, under names that say nothing, in a folder that another store can replace."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore

from filings.errors import FilingError
from web.storage.vault import Vault


class StorageFull(FilingError):
    """A file could not be written: the disk is full or the store does not answer. What was there before is whole."""

    http_status = 503

    def __init__(self) -> None:
        super().__init__(
            "Файл не сохранился: у нас закончилось место или хранилище не отвечает. "
            "Это не ваша вина. Попробуйте ещё раз через несколько минут."
        )


class FileStore:
    """Keeps bytes under a name like `exhibits/<id>`; the name is part of what the seal protects."""

    def __init__(self, store: ObjectStore, vault: Vault) -> None:
        self._store, self._vault = store, vault

    def put(self, name: str, content: bytes) -> None:
        """Writes the file whole or not at all; raises StorageFull when it cannot be written."""
        try:
            obstore.put(self._store, name, self._vault.seal(content, f"file/{name}"))
        except (OSError, BaseError) as mistake:
            raise StorageFull from mistake

    def get(self, name: str) -> bytes:
        """The content; FileNotFoundError when there is none."""
        return self._vault.unseal(bytes(obstore.get(self._store, name).bytes()), f"file/{name}")

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        try:
            obstore.head(self._store, name)
        except FileNotFoundError:
            return False
        return True

    def delete(self, name: str) -> None:
        """Removes the file; a file that is not there is removed already."""
        try:
            obstore.delete(self._store, name)
        except FileNotFoundError:
            return

    def all(self) -> Iterator[tuple[str, datetime]]:
        """The name of every file and when it was written."""
        for some in obstore.list(self._store):
            yield from ((one["path"], one["last_modified"]) for one in some)

    def reseal(self, name: str) -> None:
        """Seals the file with the newest key, unless it is sealed with that already; a file that is gone is skipped."""
        try:
            sealed = bytes(obstore.get(self._store, name).bytes())
        except FileNotFoundError:
            return
        if not self._vault.is_newest(sealed):
            self.put(name, self._vault.unseal(sealed, f"file/{name}"))

    def key_of(self, name: str) -> bytes:
        """The id of the key that the file is sealed with, empty when the file is gone."""
        try:
            return self._vault.key_of(bytes(obstore.get_range(self._store, name, start=0, length=4)))
        except FileNotFoundError:
            return b""


def open_files(folder: Path, vault: Vault) -> FileStore:
    """The store in a local folder that only its owner can read."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return FileStore(LocalStore(folder, mkdir=True), vault)
