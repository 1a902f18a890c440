"""The tables: a case is one matter of one person; its filings, exhibits, packets and events hang on it.

Columns called `sealed_…` hold what `vault` has encrypted; the database alone shows no answer, name or title.
"""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy import DateTime, ForeignKey, LargeBinary, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


def now() -> datetime:
    """The present moment with its zone, as every `…_at` column holds it."""
    return datetime.now(UTC)


class Table(DeclarativeBase):
    """The base of all tables; moments carry a zone."""

    type_annotation_map = {datetime: DateTime(timezone=True), bytes: LargeBinary}  # noqa: RUF012 - SQLAlchemy's name


class Case(Table):
    """A matter. `stage` is draft until a packet is made, then finished; `touched_at` is its person's last visit."""

    __tablename__ = "case"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    stage: Mapped[str] = mapped_column(default="draft")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    touched_at: Mapped[datetime] = mapped_column(server_default=func.now(), index=True)

    filings: Mapped[list[FilingRecord]] = relationship(back_populates="case", order_by="FilingRecord.created_at")


class AccessRecord(Table):
    """A secret that opens a case; only its hash is kept.

    `purpose` is browser (the token in a cookie), code (twelve digits to read aloud) or link.
    """

    __tablename__ = "access"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str]
    secret_hash: Mapped[bytes] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class ConsentRecord(Table):
    """A person's consent to the processing of their data: which text, to the letter, and when it was given."""

    __tablename__ = "consent"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    version: Mapped[str]
    text_hash: Mapped[bytes]
    given_at: Mapped[datetime] = mapped_column(server_default=func.now())


class FilingRecord(Table):
    """A filing of a case; `version` grows with every saved change, so that a packet knows which answers it holds."""

    __tablename__ = "filing"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    status: Mapped[str] = mapped_column(default="draft")
    version: Mapped[int] = mapped_column(default=0)
    sealed_answers: Mapped[bytes]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    changed_at: Mapped[datetime] = mapped_column(server_default=func.now())

    case: Mapped[Case] = relationship(back_populates="filings")
    exhibits: Mapped[list[ExhibitRecord]] = relationship(order_by="ExhibitRecord.position")


class ExhibitRecord(Table):
    """A file that the person attached; its content lies in the file store under `exhibits/<id>`."""

    __tablename__ = "exhibit"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    filing_id: Mapped[UUID] = mapped_column(ForeignKey("filing.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    pages: Mapped[int]
    size_bytes: Mapped[int]
    sealed_name: Mapped[bytes]
    sealed_title: Mapped[bytes]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class PacketRecord(Table):
    """An assembly asked for, running or finished: the queue and its result are one table.

    `status` is waiting, running, done or failed; a running one whose `leased_until` has passed is taken up again.
    """

    __tablename__ = "packet"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    filing_id: Mapped[UUID] = mapped_column(ForeignKey("filing.id", ondelete="CASCADE"), index=True)
    filing_version: Mapped[int]
    status: Mapped[str] = mapped_column(default="waiting", index=True)
    step: Mapped[str] = mapped_column(default="")
    tries: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[datetime | None]
    sealed_result: Mapped[bytes | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    finished_at: Mapped[datetime | None]


class EventRecord(Table):
    """What happened to a case and when; holds no answer and no name."""

    __tablename__ = "event"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    filing_id: Mapped[UUID | None] = mapped_column(ForeignKey("filing.id", ondelete="CASCADE"))
    name: Mapped[str]
    at: Mapped[datetime] = mapped_column(server_default=func.now())
