"""Rotation of keys: a new one is added, everything is sealed anew with it, then the old ones can be removed.

The service may run meanwhile: it notices the new key by itself and still opens what the old ones have sealed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from sqlalchemy import select

from filings.errors import FilingError
from web.storage.cases import Cases
from web.storage.keyfiles import STORAGE_KEYS, add_key, keep_newest, read_keys
from web.storage.tables import ExhibitRecord, FilingRecord, PacketRecord, Table

# Every sealed column with the place that its seal is bound to; the record's id follows.
SEALED: tuple[tuple[type[Table], str, str], ...] = (
    (FilingRecord, "sealed_answers", "filing/answers"),
    (ExhibitRecord, "sealed_name", "exhibit/name"),
    (ExhibitRecord, "sealed_title", "exhibit/title"),
    (PacketRecord, "sealed_result", "packet/result"),
)


class KeyInUse(FilingError):
    """An old key still seals something."""

    def __init__(self, count: int) -> None:
        super().__init__(
            f"Старыми ключами ещё зашифровано: {count}. Сначала выполните «filings keys rotate» и повторите."
        )


@dataclass(frozen=True)
class Rotated:
    """What a rotation did: the id of the new key, how many values and files were gone through.

    `spoiled` is how many values did not open: they are left as they are.
    """

    key: str
    values: int
    files: int
    spoiled: int


def rotate(cases: Cases, folder: Path) -> Rotated:
    """Adds a key and seals everything with it. Cut short, it is simply called again; it loses nothing."""
    key = add_key(folder / STORAGE_KEYS).decode()
    return Rotated(key, *reseal(cases))


def reseal(cases: Cases) -> tuple[int, int, int]:
    """Seals every value and file with the newest key: how many of each, and how many did not open."""
    done = [opened for column in SEALED for opened in _reseal_column(cases, *column)]
    files = [_opens(lambda name=name: cases.files.reseal(name)) for name, _ in cases.files.all()]
    return len(done), len(files), done.count(False) + files.count(False)


def retire(cases: Cases, folder: Path) -> list[str]:
    """Removes the old keys, whose copies open nothing from then on; raises KeyInUse while something needs them."""
    newest = list(read_keys(folder / STORAGE_KEYS))[-1]
    needed = sum(key != newest for key in _keys_in_use(cases))
    if needed:
        raise KeyInUse(needed)
    return [name.decode() for name in keep_newest(folder / STORAGE_KEYS)]


def _reseal_column(cases: Cases, record: type[Table], column: str, place: str) -> Iterator[bool]:
    """One record a transaction, locked, so that nobody's answer is overwritten by its older self."""
    with cases.session() as session:
        ids = list(session.scalars(select(record.id).where(getattr(record, column).is_not(None))))
    for one in ids:
        yield _opens(lambda one=one: _reseal_value(cases, record, one, column, f"{place}/{one}"))


def _reseal_value(cases: Cases, record: type[Table], one: UUID, column: str, place: str) -> None:
    with cases.session() as session:
        found = session.get(record, one, with_for_update=True)
        sealed = getattr(found, column, None)
        if sealed and not cases.vault.is_newest(sealed):
            setattr(found, column, cases.vault.seal(cases.vault.unseal(sealed, place), place))


def _opens(reseal: Callable[[], None]) -> bool:
    """Whether the value opened: a spoiled one must not keep all the others under the old key."""
    try:
        reseal()
    except (InvalidTag, KeyError, ValueError):
        return False
    return True


def _keys_in_use(cases: Cases) -> Iterator[bytes]:
    with cases.session() as session:
        for record, column, _ in SEALED:
            for sealed in session.scalars(select(getattr(record, column)).where(getattr(record, column).is_not(None))):
                yield cases.vault.key_of(sealed)
    for name, _ in cases.files.all():
        if key := cases.files.key_of(name):
            yield key
