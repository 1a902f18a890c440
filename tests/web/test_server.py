"""The service as a process: it says where to look, answers, and takes its database with it when it is stopped."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

FILINGS = str(Path(sys.executable).with_name("filings"))


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def is_running(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.fixture
def folder() -> Iterator[Path]:
    """Not pytest's own: it forbids others to enter, and PostgreSQL runs as another user."""
    made = Path(tempfile.mkdtemp(prefix="filings-server-"))
    yield made
    shutil.rmtree(made, ignore_errors=True)


class Service:
    """`filings serve` over a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder / "data", free_port()
        settings = {"FILINGS_DATA": str(self.folder), "DATABASE_URL": ""}
        command = [FILINGS, "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(command, env=os.environ | settings, stdout=subprocess.PIPE, text=True)
        assert f"http://127.0.0.1:{self.port}" in self.process.stdout.readline()

    def status(self) -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=20) as page:
            return page.status

    def database(self) -> int:
        """The process of its PostgreSQL."""
        return int((self.folder / "postgres/postmaster.pid").read_text().split()[0])

    def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        self.process.stdout.close()
        return self.process.wait(timeout=30)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl+C"])
def test_it_stops_with_its_database(folder: Path, how: signal.Signals) -> None:
    service = Service(folder)
    assert service.status() == 200
    database = service.database()
    assert is_running(database)
    assert service.end(how) == 0
    assert not is_running(database)


def test_a_killed_service_starts_again_and_then_stops_with_its_database(folder: Path) -> None:
    Service(folder).end(signal.SIGKILL)
    again = Service(folder)
    assert again.status() == 200
    database = again.database()
    assert again.end(signal.SIGTERM) == 0
    assert not is_running(database)


def test_idle_connections_keep_nobody_out(folder: Path) -> None:
    service = Service(folder)
    idle = [socket.create_connection(("127.0.0.1", service.port)) for _ in range(300)]
    assert service.status() == 200
    for one in idle:
        one.close()
    assert service.end(signal.SIGTERM) == 0
