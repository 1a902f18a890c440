"""Nothing gets out and nothing stays: no request, no process, no file, whoever is killed and when."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from converter_inputs import children, hanging, is_alive, paper, soon, text, with_linked_picture
from PIL import Image
from pypdf import PdfReader

from filings.documents import soffice
from filings.documents.converter.faults import WayClosed
from filings.documents.converter.pool import Pool
from filings.documents.office import traces
from filings.errors import FilingError

WARM = ("zygote", "uno")
SERVICE = """
import sys, threading
sys.path.insert(0, sys.argv[3])
from converter_inputs import hanging, paper
from filings.documents.converter.pool import Pool
pool = Pool([sys.argv[1]])
pool.to_pdf({"a": paper("Прошу"), "b": paper("Прошу")}, 60)
if sys.argv[2] == "busy":
    threading.Thread(target=pool.to_pdf, args=({"c": hanging(), "d": hanging(301)}, 60), daemon=True).start()
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's pools make their folders."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def sockets(names: set[str]) -> list[Path]:
    """What LibreOffices in folders of these names left outside of them."""
    return [
        path for name in names for folder in ("/tmp", "/var/tmp") for path in Path(folder).glob(f"OSL_PIPE_*_{name}")
    ]


class Service:
    """A program with a pool of its own, like the web service."""

    def __init__(self, way: str, mood: str = "idle") -> None:
        self.program = subprocess.Popen(
            [sys.executable, "-c", SERVICE, way, mood, str(Path(__file__).parent)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.program.stdout.readline() == "ready\n"
        self.workers = children(self.program.pid)
        self.folders = {path.name for path in Path(os.environ["TMPDIR"]).iterdir()}

    def end(self, how: Callable[[subprocess.Popen[str]], None]) -> None:
        how(self.program)
        self.program.wait(60)
        self.program.stdin.close()
        self.program.stdout.close()


@pytest.mark.parametrize("mood", ["idle", "busy"])
@pytest.mark.parametrize("way", WARM)
def test_a_killed_service_leaves_nothing(way: str, mood: str, temporary: Path) -> None:
    service = Service(way, mood)
    assert len(service.workers) >= 2
    service.end(lambda program: program.send_signal(signal.SIGKILL))
    assert soon(lambda: not any(map(is_alive, service.workers)), 45)
    assert soon(lambda: not list(temporary.iterdir()))
    assert not sockets(service.folders)


@pytest.mark.parametrize("way", WARM)
def test_a_service_that_ends_leaves_nothing(way: str, temporary: Path) -> None:
    service = Service(way)
    service.end(lambda program: program.stdin.close())
    assert service.program.returncode == 0
    assert soon(lambda: not any(map(is_alive, service.workers)))
    assert not list(temporary.iterdir())
    assert not sockets(service.folders)


@pytest.mark.parametrize("way", WARM)
def test_a_stopped_pool_leaves_nothing_even_in_mid_document(way: str, temporary: Path) -> None:
    before = children()
    pool = Pool([way])
    pool.start()
    threads = [threading.Thread(target=swallow, args=(pool, hanging(300 + number))) for number in range(2)]
    for thread in threads:
        thread.start()
    assert soon(lambda: len(pool._busy) == 2, 30)
    pool.stop()
    for thread in threads:
        thread.join(30)
    assert soon(lambda: not children() - before)
    assert not list(temporary.iterdir())


def swallow(pool: Pool, docx: bytes) -> None:
    with pytest.raises(Exception):  # noqa: B017 the pool is stopped under its hands
        pool.to_pdf({"иск": docx}, 60)


def test_a_pool_stopped_while_it_starts_leaves_nothing(temporary: Path) -> None:
    before = children()
    pool = Pool(["zygote", "uno"])
    starting = threading.Thread(target=start, args=(pool,))
    starting.start()
    assert soon(lambda: bool(children() - before))
    pool.stop()
    starting.join(30)
    assert soon(lambda: not children() - before)
    assert not list(temporary.iterdir())


def start(pool: Pool) -> None:
    with suppress(Exception):  # stopped on the way, unless it was quicker
        pool.start()


def test_folders_of_the_killed_are_wiped_and_those_in_use_are_not(temporary: Path) -> None:
    abandoned = temporary / "filings-lo-abandoned"
    abandoned.mkdir()
    (abandoned / "lock").touch()
    used = Service("zygote")
    other = Service("zygote")
    try:
        assert not abandoned.exists()
        assert len(list(temporary.iterdir())) == 2
        assert all(map(is_alive, used.workers | other.workers))
    finally:
        used.end(lambda program: program.stdin.close())
        other.end(lambda program: program.stdin.close())


def test_a_full_disk_is_told_and_leaves_nothing(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file can be written: as on a full disk, in the one place where the supervisor writes."""
    monkeypatch.setattr(soffice, "_registry", lambda: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(WayClosed, match="не запускается"):
        Pool(["zygote"]).start()
    assert not list(temporary.iterdir())


@pytest.mark.parametrize("way", WARM)
def test_temporary_files_of_documents_never_reach_the_disk(way: str, temporary: Path) -> None:
    """Where a worker may have mounts of its own, which is where it may drop the network."""
    pool = Pool([way])
    try:
        pool.to_pdf({"иск": paper("Прошу")}, 60)
        if not pool.is_without_network():
            pytest.skip("this system gives a worker no namespace of its own")
        (folder,) = temporary.iterdir()
        (worker,) = pool._idle
        mounted = [line.split()[:3] for line in Path(f"/proc/{worker.number}/mounts").read_text().splitlines()]
        assert ["tmpfs", str(folder / "tmp"), "tmpfs"] in mounted
        assert not list((folder / "tmp").iterdir())
    finally:
        pool.stop()


def test_what_killed_workers_left_is_swept_when_it_is_old(tmp_path: Path) -> None:
    folder = tmp_path / "tmp" / "lu1.tmp"
    folder.mkdir(parents=True)
    old, new = folder / "old.tmp", folder / "new.tmp"
    old.touch()
    new.touch()
    os.utime(old, (1, 1))
    traces.sweep_temporary(tmp_path)
    assert [path.name for path in folder.iterdir()] == ["new.tmp"]


def test_two_pools_at_once_do_not_disturb_each_other(temporary: Path) -> None:
    pools = [Pool([way]) for way in (*WARM, *WARM)]
    papers = [{f"лист {number}": paper(f"Это лист {number} службы {one}.") for number in range(8)} for one in range(4)]
    try:
        with ThreadPoolExecutor(4) as clients:
            made = list(clients.map(lambda pool, batch: pool.to_pdf(batch, 120), pools, papers))
    finally:
        for pool in pools:
            pool.stop()
    for one, batch in enumerate(made):
        assert [f"Это {name} службы {one}." in text(content) for name, content in batch.items()] == [True] * 8
    assert not list(temporary.iterdir())


class TestNetwork:
    @pytest.fixture
    def listener(self) -> Iterator[tuple[str, list[bytes]]]:
        """An address of this machine, and what was sent there."""
        heard: list[bytes] = []
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(0.1)
            done = threading.Event()

            def listen() -> None:
                while not done.is_set():
                    try:
                        connection, _ = server.accept()
                    except TimeoutError:
                        continue
                    with connection:
                        connection.settimeout(1)
                        heard.append(connection.recv(100))

            thread = threading.Thread(target=listen)
            thread.start()
            yield f"http://127.0.0.1:{server.getsockname()[1]}/picture.png", heard
            done.set()
            thread.join()

    @pytest.mark.parametrize("way", WARM)
    def test_a_linked_picture_is_not_asked_for(self, way, listener):
        address, heard = listener
        pool = Pool([way])
        try:
            assert "Прошу суд" in text(pool.to_pdf({"иск": with_linked_picture(address)}, 60)["иск"])
        finally:
            pool.stop()
        assert heard == []

    @pytest.mark.parametrize("way", WARM)
    def test_a_linked_picture_of_this_machine_is_not_taken_in(self, way, tmp_path):
        """That a picture can get in at all is seen in test_pdf.py."""
        Image.new("RGB", (40, 40), "red").save(tmp_path / "secret.png")
        pool = Pool([way])
        try:
            made = pool.to_pdf({"иск": with_linked_picture((tmp_path / "secret.png").as_uri())}, 60)["иск"]
        finally:
            pool.stop()
        assert "Прошу суд" in text(made)
        assert not PdfReader(BytesIO(made)).pages[0].images

    @pytest.mark.parametrize("way", WARM)
    def test_without_the_setting_the_network_is_still_away(self, way, listener, monkeypatch):
        """Two locks: here the first is open, and the second holds where the system lets a worker drop the network."""
        monkeypatch.setitem(soffice._PROFILE["Office.Common/Security/Scripting"], "BlockUntrustedRefererLinks", "false")
        address, heard = listener
        pool = Pool([way])
        try:
            pool.to_pdf({"иск": with_linked_picture(address)}, 60)
            assert heard == [] or not pool.is_without_network()
        finally:
            pool.stop()

    def test_the_same_picture_is_asked_for_when_both_locks_are_open(self, listener, monkeypatch):
        """The control: it shows that the listener hears and that LibreOffice would ask."""
        monkeypatch.setitem(soffice._PROFILE["Office.Common/Security/Scripting"], "BlockUntrustedRefererLinks", "false")
        address, heard = listener
        soffice.to_pdf({"иск": with_linked_picture(address)}, 60)
        assert heard


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_copy_of_this_program_does_not_use_or_end_our_workers() -> None:
    from filings.documents import converter
    from filings.documents.converter import house

    os.environ["FILINGS_CONVERTER"] = "zygote"
    try:
        converter.to_pdf({"иск": paper("Прошу")}, 60)
        copy = os.fork()
        if copy == 0:
            os._exit(0 if house._pool is None else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]) == 0
        assert converter.to_pdf({"иск": paper("Прошу")}, 60)
    except FilingError as error:
        pytest.fail(error.message)
    finally:
        del os.environ["FILINGS_CONVERTER"]
        converter.stop()
