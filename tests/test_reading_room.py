"""A file that breaks, hangs or bloats its reader ends the reader and nothing else."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from exhibit_inputs import encoded_as, pdf, picture
from PIL import Image

from filings.documents import reading_room
from filings.documents.reading_room import Lost, desk

NOISE = Image.effect_noise((3000, 3000), 80)


def ask(content: bytes, **how) -> tuple[dict, bytes]:
    return reading_room.ask("exhibit", content, name="чек", kind="jpeg", **how)


def readers() -> list[int]:
    """The processes that the room has forked and that are still there."""
    room = desk._open(None).process.pid
    return [int(number) for number in Path(f"/proc/{room}/task/{room}/children").read_text().split()]


def gone(pids: list[int]) -> bool:
    """Whether none of the processes is left, waiting a little for the system to tell."""
    for _ in range(100):
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.02)
    return False


def test_a_reader_that_takes_too_long_is_killed() -> None:
    began = time.monotonic()
    with pytest.raises(Lost) as lost:
        ask(encoded_as(NOISE, "PNG"), seconds=0.05)
    assert lost.value.why == "time" and time.monotonic() - began < 3
    assert gone(readers())


def test_a_reader_that_grows_too_large_is_killed() -> None:
    bomb = encoded_as(Image.new("RGB", (10_000, 11_000), "red"), "PNG")
    with pytest.raises(Lost) as lost:
        reading_room.ask("exhibit", bomb, name="чек", kind="png", memory=100_000_000)
    assert lost.value.why == "memory"
    assert gone(readers())


def test_a_reader_that_breaks_takes_nobody_with_it() -> None:
    with ThreadPoolExecutor(2) as threads:
        slow = threads.submit(ask, encoded_as(NOISE, "JPEG", quality=95))
        with pytest.raises(Lost) as lost:
            reading_room.ask("leaves", b"not a PDF at all")
        assert lost.value.why == "crash"
        assert slow.result()[1].startswith(b"%PDF")


def test_a_killed_reader_is_told_at_once() -> None:
    """As when the machine runs out of memory and takes the largest process."""
    reader, pid = desk._fresh_reader()
    os.kill(pid, signal.SIGKILL)
    with reader, pytest.raises(Lost) as lost:
        desk._watched(reader, pid, {"job": "exhibit", "seconds": 60}, encoded_as(NOISE, "JPEG"), 10**9)
    assert lost.value.why == "crash"


def test_a_killed_room_is_opened_again() -> None:
    ask(encoded_as(picture(), "JPEG"))
    room = desk._open(None).process
    os.killpg(room.pid, signal.SIGKILL)
    room.wait()
    assert ask(encoded_as(picture(), "JPEG"))[1].startswith(b"%PDF")


def test_many_files_at_once_are_not_mixed_up() -> None:
    def pages(count: int) -> int:
        made = reading_room.ask("exhibit", pdf(count), name="дело", kind="pdf")[1]
        return len(reading_room.ask("sound", made)[0]["pages"])

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(pages, range(1, 17))) == list(range(1, 17))


@pytest.mark.parametrize("way", ["конец программы", "kill -9"])
def test_no_process_is_left_when_the_program_ends(way: str, tmp_path: Path) -> None:
    (tmp_path / "чек.jpg").write_bytes(encoded_as(picture(), "JPEG"))
    program = (
        "import sys, os, signal; from pathlib import Path\n"
        "from filings.documents.exhibits import open_exhibit; from filings.documents.reading_room import desk\n"
        "open_exhibit(Path(sys.argv[1])); print(desk._room.process.pid, flush=True)\n"
    ) + ("os.kill(os.getpid(), signal.SIGKILL)" if way == "kill -9" else "")
    command = [sys.executable, "-c", program, str(tmp_path / "чек.jpg")]
    ran = subprocess.run(command, cwd=Path(__file__).parent.parent, capture_output=True, text=True)
    assert gone([int(ran.stdout)]), ran.stderr


def test_a_reader_taken_over_reaches_neither_files_nor_the_network(tmp_path: Path) -> None:
    """Run as the readers are: sealed, in a process of its own."""
    (tmp_path / "чужое.txt").write_text("тайна")
    program = (
        "import socket, sys; from pathlib import Path\n"
        "from filings.documents.reading_room import jobs; from filings.documents.reading_room.seal import seal\n"
        "seal()\n"
        "def tried(work):\n"
        "    try: work()\n"
        "    except OSError as refused: return type(refused).__name__\n"
        "    return 'done'\n"
        "print(tried(lambda: Path(sys.argv[1]).read_text()), tried(lambda: Path(sys.argv[1]).write_text('x')),\n"
        "      tried(lambda: socket.create_connection(('127.0.0.1', int(sys.argv[2])), 2)))\n"
    )
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = str(listening.getsockname()[1])
        command = [sys.executable, "-c", program, str(tmp_path / "чужое.txt"), port]
        ran = subprocess.run(command, cwd=Path(__file__).parent.parent, capture_output=True, text=True, timeout=60)
    read, written, connected = ran.stdout.split()
    if _LANDLOCK:
        assert (read, written) == ("PermissionError", "PermissionError")
    if os.geteuid() == 0:
        assert connected != "done"


_LANDLOCK = ctypes.CDLL(None).syscall(444, None, 0, 1) > 0
