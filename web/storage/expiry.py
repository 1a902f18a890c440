"""What nobody has touched for long is removed: unfinished drafts, then finished ones, and files without a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, or_, select, text

from web.config import FINISHED_DAYS, KEEP_DAYS
from web.storage.cases import Cases
from web.storage.tables import Case, ExhibitRecord, PacketRecord, now

_LOCK = 7_201_812  # any number: of several processes only one sweeps
_STRAY = timedelta(hours=24)  # a file is written before its record; younger ones may still get theirs


@dataclass(frozen=True)
class Swept:
    """What a sweep removed."""

    cases: int = 0
    files: int = 0


def expires_at(touched_at: datetime, *, finished: bool) -> datetime:
    """When a case is removed if nobody opens it until then."""
    return touched_at + timedelta(days=FINISHED_DAYS if finished else KEEP_DAYS)


def sweep(cases: Cases, *, at: datetime | None = None, only_count: bool = False) -> Swept:
    """Removes what had expired `at` that moment, now by default. Does nothing while another process sweeps."""
    moment = at or now()
    with cases.engine.connect() as lock:
        if not lock.scalar(text("SELECT pg_try_advisory_lock(:number)"), {"number": _LOCK}):
            return Swept()
        try:
            expired, stray = _expired(cases, moment), _stray_files(cases, moment)
            if not only_count:
                for case_id in expired:
                    cases.forget_case(case_id)
                for name in stray:
                    cases.files.delete(name)
            return Swept(len(expired), len(stray))
        finally:
            lock.execute(text("SELECT pg_advisory_unlock(:number)"), {"number": _LOCK})


def _expired(cases: Cases, moment: datetime) -> list[UUID]:
    old = or_(
        and_(Case.stage == "draft", Case.touched_at < moment - timedelta(days=KEEP_DAYS)),
        Case.touched_at < moment - timedelta(days=FINISHED_DAYS),
    )
    with cases.session() as session:
        return list(session.scalars(select(Case.id).where(old)))


def _stray_files(cases: Cases, moment: datetime) -> list[str]:
    written = [name for name, written_at in cases.files.all() if written_at < moment - _STRAY]
    with cases.session() as session:
        known = {f"exhibits/{one}" for one in session.scalars(select(ExhibitRecord.id))}
        known |= {f"packets/{one}" for one in session.scalars(select(PacketRecord.id))}
    return [name for name in written if name not in known]
