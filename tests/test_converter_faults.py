"""Documents that hang, crash or eat memory, workers that are killed: one document is lost at most, and it is named."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from converter_inputs import crashing, hanging, is_alive, paper, parent, soon, text

from filings.documents import soffice
from filings.documents.converter import workers
from filings.documents.converter.pool import Pool
from filings.errors import ConversionError

WARM = ("zygote", "uno")


@pytest.fixture(params=WARM)
def pool(request: pytest.FixtureRequest) -> Iterator[Pool]:
    pool = Pool([request.param], job_seconds=2)
    pool.start()
    yield pool
    pool.stop()


def numbered(count: int) -> dict[str, bytes]:
    return {f"лист {number}": paper(*[f"Это лист {number}."] * 40) for number in range(count)}


def is_whole(made: dict[str, bytes]) -> bool:
    return bool(made) and all(f"Это {name}." in text(content) for name, content in made.items())


def busy_worker(pool: Pool) -> int | None:
    """The number of a worker in mid-document; not of one that was made for a second try: two losses are its fault."""
    with pool._guard:
        return next((worker.number for worker in pool._busy if worker.jobs > 1), None)


def test_workers_killed_under_load_lose_nothing(pool: Pool) -> None:
    """A worker is killed in mid-document now and then while four clients convert, each its own papers."""
    killed, done = [], threading.Event()

    def kill() -> None:
        while len(killed) < 4 and not done.is_set():
            if (number := busy_worker(pool)) and is_alive(number):
                os.kill(number, signal.SIGKILL)
                killed.append(number)
            done.wait(0.3)

    papers = [{f"{client}-{name}": docx for name, docx in numbered(10).items()} for client in range(4)]
    killer = threading.Thread(target=kill)
    with ThreadPoolExecutor(4) as clients:
        converting = [clients.submit(pool.to_pdf, batch, 120) for batch in papers]
        killer.start()
        made = [future.result() for future in converting]
        done.set()
    killer.join()
    assert killed
    for batch in made:
        assert is_whole({name.partition("-")[2]: content for name, content in batch.items()})


def test_after_a_killed_worker_the_next_paper_comes_soon() -> None:
    pool = Pool(["zygote"])
    try:
        pool.to_pdf(numbered(4), 60)
        for worker in list(pool._idle):
            os.kill(worker.number, signal.SIGKILL)
        began = time.monotonic()
        assert is_whole(pool.to_pdf(numbered(1), 60))
        assert time.monotonic() - began < 2  # 0.1 s when the machine is free
    finally:
        pool.stop()


def test_a_killed_fork_server_is_replaced_and_its_workers_work_on() -> None:
    pool = Pool(["zygote"])
    try:
        pool.to_pdf(numbered(4), 60)
        idle = {worker.number for worker in pool._idle}
        (server,) = {parent(number) for number in idle}
        os.kill(server, signal.SIGKILL)
        assert soon(lambda: not is_alive(server))
        assert is_whole(pool.to_pdf(numbered(4), 60))
        assert all(is_alive(number) for number in idle)
        assert is_whole(pool.to_pdf(numbered(2), 60, untrusted=True))
        assert pool.way == "zygote"
    finally:
        pool.stop()


def test_a_crashing_document_is_named_and_not_tried_again(pool: Pool) -> None:
    bad = crashing()
    with pytest.raises(ConversionError, match="«иск» не превратить в PDF: LibreOffice аварийно закрылся"):
        pool.to_pdf({"иск": bad}, 60)
    began = time.monotonic()
    with pytest.raises(ConversionError, match="«копия иска» не превратить"):
        pool.to_pdf({"копия иска": bad}, 60)
    assert time.monotonic() - began < 0.1
    assert is_whole(pool.to_pdf(numbered(2), 60))


def test_the_crashing_document_crashes_the_cold_way_too() -> None:
    """The control: were it sound, the test above would show nothing."""
    assert soffice.to_pdf({"иск": crashing()}, 60) == {}


def test_a_hanging_document_is_stopped_and_named(pool: Pool) -> None:
    bad = hanging()
    began = time.monotonic()
    with pytest.raises(ConversionError, match="LibreOffice не закончил за 2 с"):
        pool.to_pdf({"иск": bad}, 60)
    assert 4 <= time.monotonic() - began < 20
    assert pool._quarantine.reason(bad)
    assert is_whole(pool.to_pdf(numbered(2), 60))


def test_too_little_time_is_not_the_document_s_fault(pool: Pool) -> None:
    slow = hanging()
    with pytest.raises(ConversionError):
        pool.to_pdf({"иск": slow}, 0.5)
    assert pool._quarantine.reason(slow) is None


def test_others_do_not_wait_for_hanging_documents() -> None:
    """As many hang as there are workers; everybody else is served meanwhile."""
    pool = Pool(["zygote"], job_seconds=8)
    pool.start()
    hung = [threading.Thread(target=swallow, args=(pool, hanging(300 + number))) for number in range(2)]
    try:
        for thread in hung:
            thread.start()
        time.sleep(0.5)
        began = time.monotonic()
        assert is_whole(pool.to_pdf(numbered(4), 60))
        assert time.monotonic() - began < 7
        assert all(thread.is_alive() for thread in hung)
    finally:
        pool.stop()
        for thread in hung:
            thread.join()


def swallow(pool: Pool, docx: bytes) -> None:
    with pytest.raises(Exception):  # noqa: B017 the pool is stopped under its hands
        pool.to_pdf({"иск": docx}, 60)


def test_a_document_that_eats_memory_is_stopped(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "MOST_MEMORY", 10 * workers.MEGABYTE)
    pool.job_seconds = 20
    with pytest.raises(ConversionError, match="занял больше 10 МБ памяти"):
        pool.to_pdf({"иск": hanging()}, 60)


def test_a_worker_is_replaced_after_so_many_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "MOST_JOBS", 3)
    pool = Pool(["zygote"], workers=1)
    try:
        seen = set()
        for _ in range(7):
            pool.to_pdf(numbered(1), 60)
            seen |= {worker.number for worker in pool._idle}
        assert len(seen) == 3
    finally:
        pool.stop()
