"""What the pages work with, opened once when the service starts."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock, Thread

from flask import current_app
from sqlalchemy import Engine

from filings.documents import converter, reading_room
from web.assembling import Assembler
from web.caretaker import Caretaker
from web.config import Settings
from web.quiet_log import log_without_data
from web.storage.access import Access
from web.storage.cases import Cases
from web.storage.database import open_database, revive_embedded
from web.storage.expiry import sweep
from web.storage.files import open_files
from web.storage.keyfiles import CODES_KEY, secret_in
from web.storage.packets import BEAT_SECONDS, Packets
from web.storage.vault import open_vault

_log = logging.getLogger(__name__)


_SWEEP_SECONDS = 3600.0


@dataclass(frozen=True)
class Services:
    """The open database, files and queue."""

    settings: Settings
    engine: Engine
    cases: Cases
    access: Access
    packets: Packets
    assembler: Assembler
    caretakers: tuple[Caretaker, ...]
    _reviving: Lock

    def close(self) -> None:
        """Waits for the packets in work, ends the converter and closes the database."""
        for one in self.caretakers:
            one.stop()
        self.assembler.close()
        converter.stop()
        reading_room.stop()
        self.engine.dispose()

    def take_care(self) -> None:
        """Begins what is done by itself: in a service that stays, not in a test or a command."""
        for one in self.caretakers:
            one.start()

    def revive_database(self) -> None:
        """Starts the embedded database again if it has died; one of several callers does it, nobody waits for it."""
        if not self.settings.database_url and self._reviving.acquire(blocking=False):
            Thread(target=self._revive, name="revival", daemon=True).start()

    def _revive(self) -> None:
        try:
            revive_embedded(self.settings.data)
        except Exception as error:  # the next request that finds no database tries again
            log_without_data(_log, "revival", error)
        finally:
            self._reviving.release()


def open_services(settings: Settings) -> Services:
    """Opens the keys, the database and the files of `settings`; what makes documents warms up meanwhile."""
    converter.start()
    reading_room.start()
    cases = open_cases(settings)
    packets = Packets(cases)
    assembler = Assembler(cases, packets, settings.workers, specimen=settings.specimen)
    access = Access(cases, secret_in(settings.keys, CODES_KEY))
    caretakers = (
        Caretaker([lambda: sweep(cases)], _SWEEP_SECONDS),
        Caretaker([packets.keep, assembler.resume], BEAT_SECONDS),
    )
    return Services(settings, cases.engine, cases, access, packets, assembler, caretakers, Lock())


def open_cases(settings: Settings) -> Cases:
    """The keys, the database and the files alone, as the commands need them."""
    vault = open_vault(settings.keys)
    engine = open_database(settings.database_url, settings.data)
    return Cases(engine, vault, open_files(settings.data / "files", vault))


@contextmanager
def opened_cases(settings: Settings) -> Iterator[Cases]:
    """The cases for one command, closed after it."""
    cases = open_cases(settings)
    try:
        yield cases
    finally:
        cases.engine.dispose()


def services() -> Services:
    """The services of the running application."""
    return current_app.extensions["filings"]
