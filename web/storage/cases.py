"""Reading and writing cases: what is sealed stays behind these functions."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Engine, delete, exists, select, update
from sqlalchemy.orm import Session, contains_eager

from web.storage.files import FileStore
from web.storage.secrecy import token_hash
from web.storage.tables import (
    AccessRecord,
    Case,
    ConsentRecord,
    EventRecord,
    ExhibitRecord,
    FilingRecord,
    PacketRecord,
    now,
)
from web.storage.vault import Vault

Answers = dict[str, Any]
_TOUCH_AGAIN = timedelta(hours=12)


@dataclass(frozen=True)
class StoredFiling:
    """A filing as it is kept: the raw answers under English names.

    `touched_at` is when the person was last in its case, `finished` whether a packet was made there.
    """

    id: UUID
    case_id: UUID
    kind: str
    version: int
    answers: Answers
    changed_at: datetime
    touched_at: datetime
    finished: bool


@dataclass(frozen=True)
class Consent:
    """What a person agreed to: the version of the text and the hash of its very words."""

    version: str
    text_hash: bytes


class Cases:
    """All access to cases and their filings. A filing is found only together with a token of its case."""

    def __init__(self, engine: Engine, vault: Vault, files: FileStore) -> None:
        self.engine, self.vault, self.files = engine, vault, files
        self._reader = engine.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A transaction: committed at the end, undone by an exception."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """For one statement that reads: without a transaction it costs half the way to the database."""
        with Session(self._reader, expire_on_commit=False) as session:
            yield session

    def start(self, kind: str, *, consent: Consent | None = None) -> tuple[str, UUID]:
        """A new case with an empty filing of `kind`: the case's secret token and the filing's id."""
        token, case = secrets.token_urlsafe(24), Case(id=uuid4())
        with self.session() as session:
            session.add(case)
            session.flush()
            session.add(AccessRecord(case_id=case.id, purpose="browser", secret_hash=token_hash(token)))
            if consent:
                session.add(ConsentRecord(case_id=case.id, version=consent.version, text_hash=consent.text_hash))
            return token, self._add_filing(session, case.id, kind, {})

    def start_next(self, filing: StoredFiling, kind: str, answers: Answers) -> UUID:
        """A further filing of `kind` in the case of `filing`, begun with `answers`; the same token opens it."""
        with self.session() as session:
            return self._add_filing(session, filing.case_id, kind, answers)

    def find(self, filing_id: UUID, tokens: list[str]) -> StoredFiling | None:
        """The filing, if one of `tokens` opens its case; being here counts as a touch, so the term begins anew."""
        with self.reading() as session:
            found = session.scalars(_opened_by(tokens).where(FilingRecord.id == filing_id)).first()
        if found is None:
            return None
        if now() - found.case.touched_at > _TOUCH_AGAIN:
            with self.session() as session:
                session.execute(update(Case).where(Case.id == found.case_id).values(touched_at=now()))
        return self._stored(found)

    def all_of(self, tokens: list[str]) -> list[StoredFiling]:
        """Every filing that `tokens` open, the latest change first."""
        with self.reading() as session:
            found = session.scalars(_opened_by(tokens).order_by(FilingRecord.changed_at.desc()))
            return [self._stored(one) for one in found]

    def change(self, filing_id: UUID, change: Callable[[Answers], Answers]) -> StoredFiling:
        """Saves `change(answers)`; the row is locked meanwhile, so that two tabs never overwrite each other."""
        with self.session() as session:
            record = session.scalars(select(FilingRecord).where(FilingRecord.id == filing_id).with_for_update()).one()
            before = self._answers(record)
            after = change(before)
            if after != before:
                record.sealed_answers = self.vault.seal_json(after, answers_place(filing_id))
                touch(session, record)
            return self._stored(record)

    def forget(self, filing: StoredFiling) -> None:
        """Removes a filing with its files and packets, and the case when nothing else is in it."""
        self._remove(filing.case_id, FilingRecord.id == filing.id)

    def forget_case(self, case_id: UUID) -> None:
        """Removes a case with everything in it; a second call does nothing."""
        self._remove(case_id, FilingRecord.case_id == case_id)

    def _remove(self, case_id: UUID, chosen: ColumnElement[bool]) -> None:
        """Files go first, so that none is left without a record; the locks keep new ones from coming meanwhile."""
        with self.session() as session:
            filings = list(session.scalars(select(FilingRecord.id).where(chosen).with_for_update()))
            for name in _file_names(session, filings):
                self.files.delete(name)
            session.execute(delete(FilingRecord).where(FilingRecord.id.in_(filings)))
            rest = exists().where(FilingRecord.case_id == case_id)
            session.execute(delete(Case).where(Case.id == case_id, ~rest))

    def by_id(self, session: Session, filing_id: UUID) -> StoredFiling:
        """The filing for the service's own work, without a token; never for a request."""
        return self._stored(session.get_one(FilingRecord, filing_id))

    def _add_filing(self, session: Session, case_id: UUID, kind: str, answers: Answers) -> UUID:
        filing_id = uuid4()
        sealed = self.vault.seal_json(answers, answers_place(filing_id))
        session.add(FilingRecord(id=filing_id, case_id=case_id, kind=kind, sealed_answers=sealed))
        session.flush()
        record_event(session, case_id, filing_id, "started")
        return filing_id

    def _answers(self, record: FilingRecord) -> Answers:
        return self.vault.unseal_json(record.sealed_answers, answers_place(record.id))

    def _stored(self, record: FilingRecord) -> StoredFiling:
        case = record.case
        return StoredFiling(
            record.id,
            record.case_id,
            record.kind,
            record.version,
            self._answers(record),
            record.changed_at,
            case.touched_at,
            case.stage == "finished",
        )


def touch(session: Session, record: FilingRecord) -> None:
    """Counts a change of a filing: packets made before it are out of date."""
    record.version += 1
    record.changed_at = now()
    session.get_one(Case, record.case_id).touched_at = now()


def record_event(session: Session, case_id: UUID, filing_id: UUID | None, name: str) -> None:
    """Notes what happened; `name` is ours, never the person's words."""
    session.add(EventRecord(case_id=case_id, filing_id=filing_id, name=name))


def _file_names(session: Session, filings: list[UUID]) -> list[str]:
    exhibits = session.scalars(select(ExhibitRecord.id).where(ExhibitRecord.filing_id.in_(filings)))
    packets = session.scalars(select(PacketRecord.id).where(PacketRecord.filing_id.in_(filings)))
    return [f"exhibits/{one}" for one in exhibits] + [f"packets/{one}" for one in packets]


def answers_place(filing_id: UUID) -> str:
    """What the seal of a filing's answers is bound to."""
    return f"filing/answers/{filing_id}"


def _opened_by(tokens: list[str]):
    opened = select(AccessRecord.case_id).where(
        AccessRecord.purpose == "browser", AccessRecord.secret_hash.in_([token_hash(token) for token in tokens])
    )
    filings = select(FilingRecord).join(FilingRecord.case).options(contains_eager(FilingRecord.case))
    return filings.where(FilingRecord.case_id.in_(opened))
