"""The service as a process: it says where to look, answers, and takes its database with it when it is stopped."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
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


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl+C"])
def test_it_stops_with_its_database(tmp_path: Path, how: signal.Signals) -> None:
    port = free_port()
    settings = {"FILINGS_DATA": str(tmp_path / "data"), "DATABASE_URL": ""}
    command = [FILINGS, "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=os.environ | settings, stdout=subprocess.PIPE, text=True)
    try:
        assert f"http://127.0.0.1:{port}" in process.stdout.readline()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as page:
            assert page.status == 200
        database = int((tmp_path / "data/postgres/postmaster.pid").read_text().split()[0])
        assert is_running(database)
        process.send_signal(how)
        assert process.wait(timeout=30) == 0
        assert not is_running(database)
    finally:
        process.kill()
        process.stdout.close()
