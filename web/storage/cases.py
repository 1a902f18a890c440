"""Reading and writing cases: what is sealed stays behind these functions."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Engine, delete, select
from sqlalchemy.orm import Session

from web.storage.files import FileStore
from web.storage.tables import Case, EventRecord, ExhibitRecord, FilingRecord, PacketRecord, now
from web.storage.vault import Vault

Answers = dict[str, Any]


@dataclass(frozen=True)
class StoredFiling:
    """A filing as it is kept: the raw answers under English names."""

    id: UUID
    case_id: UUID
    kind: str
    version: int
    answers: Answers


class Cases:
    """All access to cases and their filings. A filing is found only together with a token of its case."""

    def __init__(self, engine: Engine, vault: Vault, files: FileStore) -> None:
        self.engine, self.vault, self.files = engine, vault, files

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A transaction: committed at the end, undone by an exception."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    def start(self, kind: str) -> tuple[str, UUID]:
        """A new case with an empty filing of `kind`: the case's secret token and the filing's id."""
        token = secrets.token_urlsafe(24)
        case = Case(id=uuid4(), token_hash=_hash(token))
        filing_id = uuid4()
        sealed = self.vault.seal_json({}, _answers_place(filing_id))
        with self.session() as session:
            session.add(case)
            session.flush()
            session.add(FilingRecord(id=filing_id, case_id=case.id, kind=kind, sealed_answers=sealed))
            session.flush()
            session.add(EventRecord(case_id=case.id, filing_id=filing_id, name="started"))
        return token, filing_id

    def find(self, filing_id: UUID, tokens: list[str]) -> StoredFiling | None:
        """The filing, if one of `tokens` opens its case."""
        with self.session() as session:
            found = session.scalars(_opened_by(tokens).where(FilingRecord.id == filing_id)).first()
            return self._stored(found) if found else None

    def all_of(self, tokens: list[str]) -> list[StoredFiling]:
        """Every filing that `tokens` open, the latest change first."""
        with self.session() as session:
            found = session.scalars(_opened_by(tokens).order_by(FilingRecord.changed_at.desc()))
            return [self._stored(one) for one in found]

    def change(self, filing_id: UUID, change: Callable[[Answers], Answers]) -> StoredFiling:
        """Saves `change(answers)`; the row is locked meanwhile, so that two tabs never overwrite each other."""
        with self.session() as session:
            record = session.scalars(select(FilingRecord).where(FilingRecord.id == filing_id).with_for_update()).one()
            before = self._answers(record)
            after = change(before)
            if after != before:
                record.sealed_answers = self.vault.seal_json(after, _answers_place(filing_id))
                touch(session, record)
            return self._stored(record)

    def forget(self, filing: StoredFiling) -> None:
        """Removes the whole case of a filing: records, files, packets. Files go first, so that none is left alone."""
        with self.session() as session:
            ids = select(FilingRecord.id).where(FilingRecord.case_id == filing.case_id)
            for exhibit_id in session.scalars(select(ExhibitRecord.id).where(ExhibitRecord.filing_id.in_(ids))):
                self.files.delete(f"exhibits/{exhibit_id}")
            for packet in session.scalars(select(PacketRecord).where(PacketRecord.filing_id.in_(ids))):
                self.files.delete(f"packets/{packet.id}")
            session.execute(delete(Case).where(Case.id == filing.case_id))

    def by_id(self, session: Session, filing_id: UUID) -> StoredFiling:
        """The filing for the service's own work, without a token; never for a request."""
        return self._stored(session.get_one(FilingRecord, filing_id))

    def _answers(self, record: FilingRecord) -> Answers:
        return self.vault.unseal_json(record.sealed_answers, _answers_place(record.id))

    def _stored(self, record: FilingRecord) -> StoredFiling:
        return StoredFiling(record.id, record.case_id, record.kind, record.version, self._answers(record))


def touch(session: Session, record: FilingRecord) -> None:
    """Counts a change of a filing: packets made before it are out of date."""
    record.version += 1
    record.changed_at = now()
    session.get_one(Case, record.case_id).touched_at = now()


def record_event(session: Session, case_id: UUID, filing_id: UUID, name: str) -> None:
    """Notes what happened; `name` is ours, never the person's words."""
    session.add(EventRecord(case_id=case_id, filing_id=filing_id, name=name))


def _opened_by(tokens: list[str]):
    hashes = [_hash(token) for token in tokens]
    return select(FilingRecord).join(Case).where(Case.token_hash.in_(hashes))


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _answers_place(filing_id: UUID) -> str:
    return f"filing/answers/{filing_id}"
