"""The service as a process of its own over a fresh folder: started, killed, started again."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from web.config import Settings
from web.storage.database import stop_embedded

_START_SECONDS = 60


class Service:
    """`filings serve` behind an imaginary proxy, so that each visitor has an address of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = Settings(data=folder, keys=folder / "keys")
        self.port = _free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns when the start page is served."""
        told = {"FILINGS_DATA": str(self.folder), "FILINGS_PROXIES": "1", "DATABASE_URL": "", "FILINGS_KEYS": ""}
        command = [sys.executable, "-m", "filings", "serve", "--port", str(self.port)]
        with (self.folder / "service.log").open("ab") as log:
            self.process = subprocess.Popen(command, env=os.environ | told, stdout=log, stderr=log)
        deadline = time.monotonic() + _START_SECONDS
        while not self._answers():
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise RuntimeError((self.folder / "service.log").read_text()[-2000:])
            time.sleep(0.1)

    def kill(self) -> None:
        """Ends it as a power cut does: nothing is finished, nothing is said."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """Asks it to stop, and stops the database that an earlier kill may have left."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=60)
        stop_embedded(self.folder)

    def _answers(self) -> bool:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            link.request("GET", "/")
            return link.getresponse().status == 200
        except OSError:
            return False
        finally:
            link.close()


@contextmanager
def running() -> Iterator[Service]:
    """A service that has started; its folder goes with it. PostgreSQL as another user must be able to enter."""
    folder = Path(tempfile.mkdtemp(prefix="filings-bench-"))
    service = Service(folder)
    service.start()
    try:
        yield service
    finally:
        service.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]
