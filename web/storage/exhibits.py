"""The files that a person attached: kept in order, each with a title."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID, uuid4

from pydantic_core import PydanticCustomError
from sqlalchemy import select
from sqlalchemy.orm import Session

from filings.questions import texts
from web.storage.cases import Cases, touch
from web.storage.files import StorageFull
from web.storage.tables import ExhibitRecord, FilingRecord


@dataclass(frozen=True)
class StoredExhibit:
    """An attached file without its content; `name` is the person's own file name, `title` the one to print."""

    id: UUID
    name: str
    title: str
    pages: int
    size_bytes: int


Admits = Callable[[list[StoredExhibit]], bool]


class Exhibits:
    """All access to the files of one filing; the caller has found the filing by its token."""

    def __init__(self, cases: Cases, filing_id: UUID) -> None:
        self._cases, self._filing_id = cases, filing_id

    def all(self) -> list[StoredExhibit]:
        """The exhibits in their order."""
        with self._cases.reading() as session:
            return [self._stored(record) for record in self._records(session)]

    def add(self, name: str, content: bytes, pages: int, admits: Admits = lambda there: True) -> bool:
        """Puts a file after the others; its title is the name in words. Whether it was put there.

        `admits` is asked with what is there while nobody else can add: it says no, or raises what is wrong.
        """
        record = ExhibitRecord(id=uuid4(), filing_id=self._filing_id, pages=pages, size_bytes=len(content))
        record.sealed_name = self._seal(name, record.id, "name")
        record.sealed_title = self._seal(_title_from(name), record.id, "title")
        try:
            with self._locked() as (session, filing):
                there = self._records(session)
                if not admits([self._stored(one) for one in there]):
                    return False
                self._cases.files.put(f"exhibits/{record.id}", content)
                touch(session, filing)
                record.position = 1 + max((one.position for one in there), default=0)
                session.add(record)
                return True
        except StorageFull:  # it is written whole or not at all
            raise
        except Exception:  # the case was removed meanwhile, or the database is gone: no file without a record
            self._cases.files.delete(f"exhibits/{record.id}")
            raise

    def rename(self, titles: dict[UUID, str]) -> None:
        """Gives new titles to those exhibits that have another one."""
        with self._locked() as (session, filing):
            changed = False
            for record in self._records(session):
                title = titles.get(record.id, "").strip()
                if title and title != self._stored(record).title:
                    record.sealed_title = self._seal(title, record.id, "title")
                    changed = True
            if changed:
                touch(session, filing)

    def move_up(self, exhibit_id: UUID) -> None:
        """Exchanges the exhibit with the one before it."""
        with self._locked() as (session, filing):
            records = self._records(session)
            place = next((place for place, one in enumerate(records) if one.id == exhibit_id), 0)
            if place > 0:
                records[place - 1], records[place] = records[place], records[place - 1]
                for position, record in enumerate(records, 1):
                    record.position = position
                touch(session, filing)

    def remove(self, exhibit_id: UUID) -> str:
        """Removes the exhibit with its file; its title, empty when there was none."""
        with self._locked() as (session, filing):
            record = next((one for one in self._records(session) if one.id == exhibit_id), None)
            if record is None:
                return ""
            title = self._stored(record).title
            self._cases.files.delete(f"exhibits/{record.id}")
            session.delete(record)
            touch(session, filing)
            return title

    def content(self, exhibit_id: UUID) -> bytes:
        """The file as it was given."""
        return self._cases.files.get(f"exhibits/{exhibit_id}")

    def _records(self, session: Session) -> list[ExhibitRecord]:
        chosen = select(ExhibitRecord).where(ExhibitRecord.filing_id == self._filing_id)
        return list(session.scalars(chosen.order_by(ExhibitRecord.position, ExhibitRecord.created_at)))

    @contextmanager
    def _locked(self) -> Iterator[tuple[Session, FilingRecord]]:
        """A transaction in which nobody else changes the filing or its exhibits."""
        with self._cases.session() as session:
            yield session, session.get_one(FilingRecord, self._filing_id, with_for_update=True)

    def _stored(self, record: ExhibitRecord) -> StoredExhibit:
        name = self._cases.vault.unseal(record.sealed_name, f"exhibit/name/{record.id}").decode()
        title = self._cases.vault.unseal(record.sealed_title, f"exhibit/title/{record.id}").decode()
        return StoredExhibit(record.id, name, title, record.pages, record.size_bytes)

    def _seal(self, text: str, exhibit_id: UUID, column: str) -> bytes:
        return self._cases.vault.seal(text.encode(), f"exhibit/{column}/{exhibit_id}")


def _title_from(name: str) -> str:
    """The name in words, as far as it can be printed: a title with «😀» would stop the packet."""
    named = unicodedata.normalize("NFC", name).rsplit(".", 1)[0].replace("_", " ")
    words = "".join(sign for sign in named if _can_be_printed(sign))
    words = " ".join(words.split())[:200]
    return words[:1].upper() + words[1:] if any(sign.isalnum() for sign in words) else "Документ"


def _can_be_printed(sign: str) -> bool:
    try:
        return bool(texts.legible(sign))
    except PydanticCustomError:
        return False
