"""Many people at once fill in and assemble while the server is killed: all that was confirmed is there, unmixed."""

from __future__ import annotations

import io
import random
import re
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from uuid import UUID

from filings.catalogue import Kind, kinds
from tests.bench.rows import Row
from tests.bench.web.answers import Step
from tests.bench.web.service import Service
from tests.bench.web.visitor import Failed, Visitor, surname_of
from web.forms.raw import at
from web.services import opened_cases

_REFRESH_SECONDS = 2.0
_AFTER_SECONDS = 600


@dataclass
class Ledger:
    """What happened, kept outside the service."""

    lock: Lock = field(default_factory=Lock)
    confirmed: list[tuple[str, Step]] = field(default_factory=list)
    packets: int = 0
    again: int = 0
    errors: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)

    def confirm(self, filing: str, step: Step) -> None:
        """The service has said that this page is saved."""
        with self.lock:
            self.confirmed.append((filing, step))

    def note(self, words: list[str], text: str) -> None:
        """Adds to a list of what went wrong."""
        with self.lock:
            words.append(text)


def people(service: Service, count: int, seconds: float, kills: int, think: float) -> Iterator[Row]:
    """Everybody begins one filing after another until the time is over, and finishes the one in hand."""
    ledger, over, began = Ledger(), Event(), time.monotonic()
    killer = Thread(target=_kill, args=(service, kills, seconds, over))
    killer.start()
    with ThreadPoolExecutor(count) as threads:
        for number in range(count):
            threads.submit(_live, Visitor(service.port, number), ledger, began + seconds, think, count)
    over.set()
    killer.join()
    lost = _lost(service, ledger)
    yield Row(f"{count} people, {seconds:g} s, killed {kills} times", f"{len(ledger.confirmed)} pages confirmed")
    yield Row("packets assembled and opened", str(ledger.packets), "≥ 1", ledger.packets > 0)
    yield Row("packets asked for once more", str(ledger.again))
    for what, found in (("errors", ledger.errors), ("packets mixed up", ledger.mixed), ("answers lost", lost)):
        yield Row(what, f"{len(found)} {' | '.join(found[:3])}".strip(), "0", not found)


def _live(visitor: Visitor, ledger: Ledger, until: float, think: float, count: int) -> None:
    chance = random.Random(visitor.number)
    fitting = list(kinds().values())
    time.sleep(chance.uniform(0, min(think * 4, 10)))
    turn = visitor.number
    while True:
        try:
            _file(visitor, fitting[turn % len(fitting)], ledger, think, chance, count, until)
        except Failed as failed:
            ledger.note(ledger.errors, str(failed))
        except Exception as wrong:
            ledger.note(ledger.errors, f"{type(wrong).__name__}: {wrong}")
        turn += 1
        if time.monotonic() > until:
            return


def _file(
    visitor: Visitor, kind: Kind, ledger: Ledger, think: float, chance: random.Random, count: int, until: float
) -> None:
    """One filing from «Начать» to the opened packet."""
    visitor.begin(kind)
    for step in visitor.steps(kind):
        if time.monotonic() < until:  # then everybody hurries to the end
            time.sleep(chance.uniform(0.5, 1.5) * think)
        if not visitor.answer(step):
            raise Failed(f"{kind.name}/{step.path} is not accepted")
        ledger.confirm(visitor.filing, step)
    _look_into(_assembled(visitor, ledger, until + _AFTER_SECONDS), visitor, kind, ledger, count)


def _assembled(visitor: Visitor, ledger: Ledger, until: float) -> str:
    """Presses «Собрать пакет» and waits as the page does; the page of the finished packet."""
    visitor.send(f"{visitor.filing}/exhibits", [("do", "next")])
    while time.monotonic() < until:
        page = visitor.get(f"{visitor.filing}/packet").text
        if "Пакет готов" in page:
            return page
        if "Пакет не собран" in page:
            with ledger.lock:
                ledger.again += 1
            visitor.send(f"{visitor.filing}/exhibits", [("do", "next")])
        time.sleep(_REFRESH_SECONDS)
    raise Failed("the packet was not assembled in time")


def _look_into(page: str, visitor: Visitor, kind: Kind, ledger: Ledger, count: int) -> None:
    reply = visitor.get(re.search(rf'href="({visitor.filing}/packet/{kind.name}\.docx)"', page)[1])
    with zipfile.ZipFile(io.BytesIO(reply.content)) as archive:
        text = re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode())
    mine = surname_of(visitor.number)[:-1]
    others = [one for number in range(count) if (one := surname_of(number)[:-1]) != mine and one in text]
    if mine not in text or others:
        ledger.note(ledger.mixed, f"{kind.name}: {mine} got {others or 'a packet without the own name'}")
    with ledger.lock:
        ledger.packets += 1


def _kill(service: Service, kills: int, seconds: float, over: Event) -> None:
    moments = sorted(random.uniform(0.05, 0.95) * seconds for _ in range(kills))
    began = time.monotonic()
    for moment in moments:
        if over.wait(max(0.0, began + moment - time.monotonic())):
            return
        service.kill()
        service.start()


def _lost(service: Service, ledger: Ledger) -> list[str]:
    """Confirmed answers that are not in the database as they were sent."""
    stored, lost = {}, []
    with opened_cases(service.settings) as cases, cases.session() as session:
        for filing in {filing for filing, _ in ledger.confirmed}:
            stored[filing] = cases.by_id(session, UUID(filing.rsplit("/", 1)[1])).answers
    for filing, step in ledger.confirmed:
        for path, value in step.kept.items():
            if at(stored[filing], path) != value:
                lost.append(f"{step.path} {path}")
    return lost
