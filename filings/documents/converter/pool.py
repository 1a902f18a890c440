"""The workers and their rules: two tries for a document, a fresh worker for a lost one, the best way that works."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock, RLock

from filings.documents.converter import selftest
from filings.documents.converter.faults import Refused, WayClosed, WorkerLost
from filings.documents.converter.lanes import Lane, Lanes
from filings.documents.converter.plain import Plain
from filings.documents.converter.quarantine import Quarantine
from filings.documents.converter.workers import Worker
from filings.documents.converter.zygote import Zygote
from filings.errors import ConversionError

WAYS: dict[str, Callable[..., Zygote | Plain]] = {"zygote": Zygote, "uno": Plain}
JOB_SECONDS = 30.0
PATIENCE = 3.0
_CHANCES = 3
_log = logging.getLogger(__name__)
# The person is told by the error; whoever runs the service sets up the log.
_log.addHandler(logging.NullHandler())


@dataclass(frozen=True)
class Wish:
    """How documents are to be made into PDF."""

    untrusted: bool = False
    archival: bool = False


class Pool:
    """Warm workers, started when first needed or by `start`; `stop` leaves nothing of them."""

    def __init__(self, ways: Sequence[str] = tuple(WAYS), workers: int = 2, job_seconds: float = JOB_SECONDS) -> None:
        """`ways` are tried in order; `job_seconds` bounds each try of one document."""
        self.ways, self.workers, self.job_seconds = list(ways), workers, job_seconds
        self.way, self.rejected = "", dict[str, str]()
        self._source: Zygote | Plain | None = None
        self._spent: list[Zygote | Plain] = []
        self._opening, self._guard = RLock(), Lock()
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._lanes, self._quarantine = Lanes(workers), Quarantine()
        self._stopped, self._failures = False, 0

    def start(self) -> None:
        """Chooses the way and tests it, unless that is done already; WayClosed when no way works."""
        with self._opening:
            if self._source is not None and self._source.is_running():
                return
            self._drop_source()
            while self.ways and not self._stopped:
                try:
                    return self._open(self.ways[0])
                except WayClosed as why:
                    self._drop_source()
                    if why.is_passing:
                        raise
                    self._reject(str(why))
            raise WayClosed("; ".join(f"{way}: {why}" for way, why in self.rejected.items()) or "остановлен")

    def _reject(self, why: str) -> None:
        """A way that worked before is given some more chances: the machine may just be short of something."""
        self._failures += 1
        if not self._stopped and (self.way != self.ways[0] or self._failures > _CHANCES):
            self.rejected[self.ways.pop(0)] = why
        _log.warning("converter does not start: %s", why)

    def stop(self) -> None:
        """Ends every worker, whatever it does; a start on its way is ended too."""
        self._stopped = True
        if source := self._source:
            source.kill()
        with self._opening:
            self._drop_source()
        with self._guard:
            for worker in self._busy:
                worker.kill()
        self._end_idle()
        for source in self._spent:
            source.close()

    def _end_idle(self) -> None:
        with self._guard:
            workers, self._idle = self._idle, []
        for worker in workers:
            worker.close()

    def to_pdf(
        self, documents: Mapping[str, bytes], seconds: float, *, untrusted: bool = False, archival: bool = False
    ) -> dict[str, bytes]:
        """PDF of every document that LibreOffice takes, laid out side by side; `seconds` for all of them.

        ConversionError when one of them takes a worker down twice or time runs out; WayClosed when no way works.
        `untrusted` documents get a worker of their own each, which ends with them; `archival` ones become PDF/A-2b.
        """
        until, wish = time.monotonic() + seconds, Wish(untrusted, archival)

        def one(name: str) -> bytes | None:
            try:
                return self._convert(name, documents[name], until, wish)
            except Refused:
                return None

        if len(documents) == 1:
            made = [one(name) for name in documents]
        else:
            with ThreadPoolExecutor(min(len(documents), self.workers)) as threads:
                made = list(threads.map(one, documents))
        return {name: pdf for name, pdf in zip(documents, made, strict=True) if pdf is not None}

    def _convert(self, name: str, docx: bytes, until: float, wish: Wish) -> bytes:
        if what := self._quarantine.reason(docx):
            raise ConversionError(_bad(name, what))
        try:
            with self._lanes.enter(until - time.monotonic()) as lane:
                return self._in_two_tries(name, docx, until, wish, lane)
        except TimeoutError as error:
            raise ConversionError(f"До «{name}» не дошла очередь: слишком много работы. Повторите позже.") from error

    def _in_two_tries(self, name: str, docx: bytes, until: float, wish: Wish, lane: Lane) -> bytes:
        """The second try is in a fresh worker; then the document is to blame, if the workers are well."""
        for fresh in (wish.untrusted, True):
            seconds = min(self.job_seconds, until - time.monotonic())
            if seconds <= 0:
                raise TimeoutError
            began = time.monotonic()
            try:
                return self._try(docx, seconds, fresh, wish, lane)
            except WorkerLost as lost:
                _log.warning("worker lost after %.1f s of at most %.1f: %s", time.monotonic() - began, seconds, lost)
                what, whole = str(lost), not lost.out_of_time or seconds == self.job_seconds
        if whole and self._is_well():
            self._quarantine.add(docx, what)
            _log.warning("document refused from now on: %s", what)
        raise ConversionError(_bad(name, what))

    def _try(self, docx: bytes, seconds: float, fresh: bool, wish: Wish, lane: Lane) -> bytes:
        worker = self._take(fresh)

        def waiting(spent: float) -> None:
            if spent > PATIENCE and lane.move_aside():
                worker.step_back()

        try:
            pdf = worker.to_pdf(docx, seconds, waiting, archival=wish.archival)
        except Refused:
            self._give_back(worker, worn=wish.untrusted)
            raise
        except BaseException:
            self._give_back(worker, worn=True)
            raise
        self._give_back(worker, worn=wish.untrusted or lane.is_aside)
        return pdf

    def _take(self, fresh: bool) -> Worker:
        if self._source is None:
            self.start()  # leaves the worker that it tested among the idle
        worker = (None if fresh else self._take_idle()) or self._new_worker()
        with self._guard:
            self._busy.add(worker)
        return worker

    def _take_idle(self) -> Worker | None:
        """One that waits and is alive: a document does not lose a try to a worker that was killed before it came."""
        with self._guard:
            while self._idle:
                worker = self._idle.pop()
                if not worker.is_worn():
                    return worker
                worker.close()
        return None

    def _give_back(self, worker: Worker, worn: bool) -> None:
        with self._guard:
            self._busy.discard(worker)
            keep = not (worn or self._stopped or worker.is_worn()) and len(self._idle) < self.workers
            if keep:
                self._idle.append(worker)
        if not keep:
            worker.close()

    def _new_worker(self) -> Worker:
        """A fresh one; a fork server that has gone is replaced, once."""
        for last in (False, True):
            self.start()
            source = self._source
            try:
                if source is None:
                    raise WayClosed("остановлен")
                return source.worker()
            except WayClosed:
                if last or self._stopped:
                    raise
        raise AssertionError

    def _is_well(self) -> bool:
        """Whether a fresh worker still lays out the sample; if not, the workers are to blame and are made anew."""
        try:
            worker = self._new_worker()
            try:
                selftest.check(worker)
            finally:
                worker.close()
        except WayClosed:
            with self._opening:
                self._drop_source()
            self._end_idle()
            return False
        return True

    def _open(self, way: str) -> None:
        self._source = WAYS[way](selftest.SAMPLE)
        worker = self._source.worker()
        try:
            selftest.check(worker)
        except WayClosed:
            worker.close()
            raise
        self.way, self._failures = way, 0
        self._give_back(worker, worn=False)

    def _drop_source(self) -> None:
        """Its workers live on, and need its folder until the end."""
        source, self._source = self._source, None
        if source is not None:
            source.kill()
            self._spent.append(source)

    def is_without_network(self) -> bool:
        """Whether the workers cannot reach any network, whatever a document asks of them."""
        return self._source is not None and self._source.without_network


def _bad(name: str, what: str) -> str:
    return (
        f"«{name}» не превратить в PDF: LibreOffice {what}."
        " Откройте файл в Word, упростите его, сохраните заново как .docx и повторите."
    )
