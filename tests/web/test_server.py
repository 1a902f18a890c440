"""The service as a process: it says where to look, answers, and takes its database with it when it is stopped."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
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


@pytest.fixture
def start() -> Iterator[Callable[[], Service]]:
    """Starts a service over a folder. Not pytest's own: that forbids others to enter, and PostgreSQL is one."""
    folder = Path(tempfile.mkdtemp(prefix="filings-server-"))
    begun: list[Service] = []

    def begin() -> Service:
        begun.append(Service(folder))
        return begun[-1]

    yield begin
    for service in begun:  # a test that failed has left it running
        if service.process.poll() is None:
            service.end(signal.SIGTERM)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl+C"])
def test_it_stops_with_its_database(start: Callable[[], Service], how: signal.Signals) -> None:
    service = start()
    assert service.status() == 200
    database = service.database()
    assert is_running(database)
    assert service.end(how) == 0
    assert not is_running(database)


def test_a_killed_service_starts_again_and_then_stops_with_its_database(start: Callable[[], Service]) -> None:
    start().end(signal.SIGKILL)
    again = start()
    assert again.status() == 200
    database = again.database()
    assert again.end(signal.SIGTERM) == 0
    assert not is_running(database)


def test_idle_connections_keep_nobody_out(start: Callable[[], Service]) -> None:
    service = start()
    idle = [socket.create_connection(("127.0.0.1", service.port)) for _ in range(300)]
    assert service.status() == 200
    for one in idle:
        one.close()
    assert service.end(signal.SIGTERM) == 0
