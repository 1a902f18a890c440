"""Packets asked for, in work and finished: a queue in the database that outlives a killed server."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, or_, select, update

from web.storage.cases import Cases, record_event
from web.storage.tables import Case, FilingRecord, PacketRecord, now

LEASE = timedelta(seconds=45)
BEAT_SECONDS = 12.0
TRIES = 3


@dataclass(frozen=True)
class StoredPacket:
    """A packet of a filing. `result` holds the names of its files and what the person reads, or the `error`."""

    id: UUID
    filing_id: UUID
    filing_version: int
    status: str
    step: str
    result: dict[str, Any]


class Packets:
    """All access to packets."""

    def __init__(self, cases: Cases) -> None:
        self._cases = cases
        self._in_hand: set[UUID] = set()

    def ask(self, filing_id: UUID) -> UUID:
        """Asks for a packet of the present answers; one that waits or runs for them already is taken instead."""
        with self._cases.session() as session:
            filing = session.get_one(FilingRecord, filing_id, with_for_update=True)
            same = select(PacketRecord).where(
                PacketRecord.filing_id == filing_id,
                PacketRecord.filing_version == filing.version,
                PacketRecord.status.in_(("waiting", "running")),
            )
            found = session.scalars(same).first()
            if found is None:
                found = PacketRecord(filing_id=filing_id, filing_version=filing.version)
                session.add(found)
                session.flush()
                record_event(session, filing.case_id, filing_id, "packet_asked")
            return found.id

    def latest(self, filing_id: UUID) -> StoredPacket | None:
        """The packet asked for last."""
        with self._cases.reading() as session:
            chosen = select(PacketRecord).where(PacketRecord.filing_id == filing_id)
            record = session.scalars(chosen.order_by(PacketRecord.created_at.desc())).first()
            return self._stored(record) if record else None

    def claim(self, packet_id: UUID) -> StoredPacket | None:
        """Takes the packet to work on it; None when somebody has it or it is finished."""
        with self._cases.session() as session:
            taken = session.scalars(
                update(PacketRecord)
                .where(PacketRecord.id == packet_id, _free())
                .values(status="running", tries=PacketRecord.tries + 1, leased_until=now() + LEASE)
                .returning(PacketRecord)
            ).first()
            if taken is None:
                return None
            taken.filing_version = session.get_one(FilingRecord, taken.filing_id).version
            self._in_hand.add(packet_id)
            return self._stored(taken)

    def keep(self) -> None:
        """Says that the packets in hand are still worked on; called every BEAT_SECONDS while this process lives."""
        in_hand = list(self._in_hand)
        if in_hand:
            with self._cases.session() as session:
                chosen = update(PacketRecord).where(PacketRecord.id.in_(in_hand), PacketRecord.status == "running")
                session.execute(chosen.values(leased_until=now() + LEASE))

    def let_go(self, packet_id: UUID) -> None:
        """Leaves the packet to whoever takes it up next, after its time has run out."""
        self._in_hand.discard(packet_id)

    def note_step(self, packet_id: UUID, step: str) -> None:
        """Writes down what is being done now."""
        with self._cases.session() as session:
            chosen = update(PacketRecord).where(PacketRecord.id == packet_id)
            session.execute(chosen.values(step=step, leased_until=now() + LEASE))

    def give_up(self, packet_id: UUID, error: str) -> None:
        """Fails a packet that was abandoned too often."""
        with self._cases.session() as session:
            record = session.get(PacketRecord, packet_id)
            lost = record is not None and record.status == "running" and record.tries >= TRIES
            expired = lost and record.leased_until is not None and record.leased_until < now()
        if expired:
            self.finish(packet_id, "failed", {"error": error})

    def unfinished(self) -> list[UUID]:
        """Packets that nobody works on although they were asked for."""
        with self._cases.session() as session:
            return list(session.scalars(select(PacketRecord.id).where(_free()).order_by(PacketRecord.created_at)))

    def finish(self, packet_id: UUID, status: str, result: dict[str, Any]) -> None:
        """Keeps the outcome: `done` or `failed`. Older packets of the filing and their files go."""
        self.let_go(packet_id)
        with self._cases.session() as session:
            record = session.get(PacketRecord, packet_id)
            if record is None:  # the person removed the case meanwhile
                self._cases.files.delete(f"packets/{packet_id}")
                return
            record.status, record.finished_at, record.leased_until = status, now(), None
            record.sealed_result = self._cases.vault.seal_json(result, f"packet/result/{packet_id}")
            if status == "done":
                filing = session.get_one(FilingRecord, record.filing_id)
                filing.status = session.get_one(Case, filing.case_id).stage = "finished"
            older = select(PacketRecord).where(
                PacketRecord.filing_id == record.filing_id,
                PacketRecord.id != packet_id,
                PacketRecord.created_at < record.created_at,
                PacketRecord.status.in_(("done", "failed")),
            )
            for one in session.scalars(older):
                self._cases.files.delete(f"packets/{one.id}")
                session.delete(one)

    def _stored(self, record: PacketRecord) -> StoredPacket:
        sealed = record.sealed_result
        result = self._cases.vault.unseal_json(sealed, f"packet/result/{record.id}") if sealed else {}
        return StoredPacket(record.id, record.filing_id, record.filing_version, record.status, record.step, result)


def _free():
    abandoned = and_(PacketRecord.status == "running", PacketRecord.leased_until < now())
    return and_(or_(PacketRecord.status == "waiting", abandoned), PacketRecord.tries < TRIES)
