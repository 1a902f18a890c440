"""Word to PDF, every way on the same papers: how long one takes and how many come out in a second.

    python tests/bench/bench_conversion.py [ROUNDS]

The ways take turns in every round, so that the neighbours of the machine disturb them alike. The papers are those of
all kinds' sample answers. unoserver takes part when it is installed beside LibreOffice's Python.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import date
from statistics import median, quantiles

from filings.catalogue import kinds
from filings.documents import soffice
from filings.documents.converter.pool import Pool
from filings.documents.paperwork import Paperwork
from filings.documents.printed import finish
from filings.questions.reading import read_answers
from filings.questions.validation import validate

ON = date(2026, 11, 22)
WORKERS = 2
STREAM = 40
Way = Callable[[bytes], bytes]


def papers() -> list[bytes]:
    """The filing of every kind, its calculation and its sheet of next steps."""
    found = []
    for kind in kinds().values():
        filing = validate(kind.model, read_answers(kind.sample), on=ON)
        paperwork = Paperwork(kind.template, filing, filing.conclude(ON), ON)
        found += [paperwork.filing_document([]), paperwork.steps_document([])]
        found += [paperwork.calculation_document()] if paperwork.conclusions.calculation else []
    return found


def cold(docx: bytes) -> bytes:
    """A LibreOffice for each document, as is usual."""
    return soffice.to_pdf({"paper": docx}, 120)["paper"]


@contextmanager
def warm(name: str) -> Iterator[Way]:
    """A pool of ours."""
    pool = Pool([name], WORKERS)
    pool.start()
    try:
        yield lambda docx: pool.to_pdf({"paper": docx}, 120)["paper"]
    finally:
        pool.stop()


@contextmanager
def fresh() -> Iterator[Way]:
    """The fork server with a fork for each document."""
    pool = Pool(["zygote"], WORKERS)
    pool.start()
    try:
        yield lambda docx: pool.to_pdf({"paper": docx}, 120, untrusted=True)["paper"]
    finally:
        pool.stop()


@contextmanager
def unoserver() -> Iterator[Way]:
    """The usual warm server, one LibreOffice behind XML-RPC."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        ports = ["--port", "2803", "--uno-port", "2802"]
        server = subprocess.Popen(
            ["unoserver", *ports, "--user-installation", folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            from unoserver.client import UnoClient

            yield lambda docx: UnoClient(port="2803").convert(indata=docx, convert_to="pdf")
        finally:
            server.terminate()
            server.wait()


def time_one(way: Way, docx: bytes) -> float:
    """Milliseconds from Word to the checked PDF."""
    began = time.perf_counter()
    finish("paper", way(docx), ON)
    return (time.perf_counter() - began) * 1000


def per_second(way: Way, everything: list[bytes], count: int) -> float:
    """Documents in a second with as many clients as workers."""
    stream = (everything * count)[:count]
    began = time.perf_counter()
    with ThreadPoolExecutor(WORKERS) as clients:
        list(clients.map(lambda docx: finish("paper", way(docx), ON), stream))
    return count / (time.perf_counter() - began)


def main(rounds: int) -> None:
    """Prints the table."""
    everything = papers()
    with ExitStack() as opened:
        ways = {"cold soffice": cold}
        if shutil.which("unoserver"):
            ways["unoserver"] = opened.enter_context(unoserver())
        ways["warm workers (uno)"] = opened.enter_context(warm("uno"))
        ways["fork each (zygote)"] = opened.enter_context(fresh())
        ways["fork few (zygote)"] = opened.enter_context(warm("zygote"))
        for way in ways.values():
            with contextlib.suppress(OSError):
                finish("paper", way(everything[0]), ON)
        singles, streams = {name: [] for name in ways}, {name: [] for name in ways}
        for turn in range(rounds):
            for name, way in ways.items():
                singles[name] += [time_one(way, docx) for docx in everything]
                count = STREAM if name != "cold soffice" else 4
                streams[name].append(per_second(way, everything[turn % len(everything) :] + everything, count))
    report(singles, streams)


def report(singles: dict[str, list[float]], streams: dict[str, list[float]]) -> None:
    """One line a way, the cold one being the measure."""
    print(f"{'':22}{'p50 ms':>9}{'p90 ms':>9}{'docs/s':>9}{'times cold':>12}")
    base = median(streams["cold soffice"])
    for name, spent in singles.items():
        rate = median(streams[name])
        print(f"{name:22}{median(spent):9.0f}{quantiles(spent, n=10)[-1]:9.0f}{rate:9.1f}{rate / base:12.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
