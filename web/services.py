"""What the pages work with, opened once when the service starts."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app
from sqlalchemy import Engine

from filings.documents import converter
from web.assembling import Assembler
from web.config import Settings
from web.storage.cases import Cases
from web.storage.database import open_database
from web.storage.files import open_files
from web.storage.packets import Packets
from web.storage.vault import open_vault


@dataclass(frozen=True)
class Services:
    """The open database, files and queue."""

    engine: Engine
    cases: Cases
    packets: Packets
    assembler: Assembler

    def close(self) -> None:
        """Waits for the packets in work, ends the converter and closes the database."""
        self.assembler.close()
        converter.stop()
        self.engine.dispose()


def open_services(settings: Settings) -> Services:
    """Opens the keys, the database and the files of `settings`; the converter warms up meanwhile."""
    converter.start()
    vault = open_vault(settings.keys)
    engine = open_database(settings.database_url, settings.data)
    cases = Cases(engine, vault, open_files(settings.data / "files", vault))
    packets = Packets(cases)
    return Services(engine, cases, packets, Assembler(cases, packets, settings.workers))


def services() -> Services:
    """The services of the running application."""
    return current_app.extensions["filings"]
