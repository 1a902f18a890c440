"""Packets are assembled behind the pages: a few threads, whose work is written down in the database."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.exc import DBAPIError

from filings.assembly import Beside, ExhibitFile, Packet, assemble
from filings.catalogue import Kind, kind_of
from filings.documents.efiling.folder import Efiling
from filings.errors import ConversionError, FilingError, TemplateError
from web.clock import today
from web.packing import measures, pack
from web.quiet_log import log_without_data
from web.storage.cases import Cases, StoredFiling
from web.storage.exhibits import Exhibits
from web.storage.packets import Packets, StoredPacket
from web.twin import kept

_log = logging.getLogger(__name__)
_OURS = "Собрать пакет не получилось из-за ошибки на нашей стороне. Ответы и файлы сохранены; попробуйте ещё раз позже."
_OURS_BESIDE = "Это ошибка на нашей стороне."


class Assembler:
    """Takes packets from the queue. Work cut short by a killed server is taken up again at the next start."""

    def __init__(self, cases: Cases, packets: Packets, workers: int, *, specimen: bool = False) -> None:
        """`specimen` marks every packet with «ОБРАЗЕЦ»."""
        self._cases, self._packets, self._specimen = cases, packets, specimen
        self._queued: set[UUID] = set()
        self._pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="assembler")

    def submit(self, packet_id: UUID) -> None:
        """Works on the packet as soon as a thread is free; one that is in the queue already keeps its place."""
        if packet_id not in self._queued:
            self._queued.add(packet_id)
            self._pool.submit(self._work, packet_id)

    def look_after(self, packet: StoredPacket) -> None:
        """Takes the packet up if nobody works on it, as after a killed server; fails it after too many tries."""
        self._packets.give_up(packet.id, _OURS)
        self.submit(packet.id)

    def resume(self) -> None:
        """Takes up everything that waits or was abandoned."""
        for packet_id in self._packets.unfinished():
            self.submit(packet_id)

    def close(self) -> None:
        """Lets the running packets finish; the waiting ones stay in the database."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, packet_id: UUID) -> None:
        self._queued.discard(packet_id)
        packet = self._packets.claim(packet_id)
        if packet is None:
            return
        try:
            status, result = "done", self._assemble(packet)
        except FilingError as error:
            status, result = "failed", {"error": _told(error, _OURS)}
        except DBAPIError as error:  # the database is gone: the packet is taken up again when it is back
            log_without_data(_log, "packet", error)
            self._packets.let_go(packet_id)
            return
        except Exception as error:
            log_without_data(_log, "packet", error)
            status, result = "failed", {"error": _OURS}
        self._packets.finish(packet_id, status, result)

    def _assemble(self, packet: StoredPacket) -> dict[str, Any]:
        with self._cases.session() as session:
            filing = self._cases.by_id(session, packet.filing_id)
        with tempfile.TemporaryDirectory(prefix="packet-") as folder:
            made, failed = self._made(filing, Path(folder), lambda step: self._packets.note_step(packet.id, step))
        self._cases.files.put(f"packets/{packet.id}", pack(made.files))
        return {
            "files": sorted(made.files),
            "sizes": measures(made.files),
            "warnings": made.warnings,
            "next_steps": _plain(asdict(made.next_steps)),
            "reading": kept(made.words),
            "efiling": {"failed": failed} if failed else made.manifest.efiling,
            "specimen": made.manifest.specimen,
        }

    def _made(self, filing: StoredFiling, folder: Path, progress: Callable[[str], None]) -> tuple[Packet, str]:
        """The packet, and why the files for the court's site are not in it, empty when they are."""
        exhibits = Exhibits(self._cases, filing.id)
        given = []
        for number, one in enumerate(exhibits.all()):
            path = folder / str(number)
            path.write_bytes(exhibits.content(one.id))
            given.append(ExhibitFile(path, title=one.title, name=one.name))
        kind = kind_of(filing.kind)
        wanted = _beside(kind, specimen=self._specimen)
        try:
            return assemble(kind, filing.answers, on=today(), exhibits=given, wanted=wanted, progress=progress), ""
        except FilingError as error:
            if wanted.efiling is None:
                raise
            failed = _told(error, _OURS_BESIDE)
        # The folder for the court is a convenience: what stands in its way must not stop the packet itself.
        wanted = replace(wanted, efiling=None)
        return assemble(kind, filing.answers, on=today(), exhibits=given, wanted=wanted, progress=progress), failed


def _told(error: FilingError, ours: str) -> str:
    """What the person reads; of templates and of LibreOffice only we can mend anything, and the log tells us."""
    if isinstance(error, TemplateError | ConversionError):
        log_without_data(_log, "packet", error)
        return ours
    return error.message


def _beside(kind: Kind, *, specimen: bool) -> Beside:
    """The sheets for paper and post; for a court also the folder of files that its portal takes."""
    efiling = Efiling(shrink=True, by_command=False) if "court" in kind.model.model_fields else None
    return Beside(paper=True, efiling=efiling, specimen=specimen)


def _plain(value: Any) -> Any:
    """Days become texts, so that the result fits JSON."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, str | int | bool) else f"{value:%d.%m.%Y}"
