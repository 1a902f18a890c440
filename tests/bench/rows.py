"""The measurements, each a few rows of the table: what, how much, and the goal where there is one."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from filings.assembly import ExhibitFile, assemble
from filings.catalogue import kind_of
from filings.documents import converter
from filings.documents.converter import house
from filings.documents.converter.pool import Pool
from filings.documents.joined import sheaves
from filings.documents.pdf import convert_joined
from filings.documents.printed import finish
from tests.bench import peers
from tests.bench.measuring import Way, in_turns, memory, milliseconds, p95, per_second
from tests.bench.papers import KIND, ON, Case, cases, scans

WORKERS = 2
ONE_BY_ONE = "our way, one by one"
CLIENTS = 3
PEOPLE = 20
# So many different ones that what was learned of one helps the next as little as it does in life.
STRANGERS = 200


@dataclass(frozen=True)
class Row:
    """One line of the table; a peer has no goal."""

    what: str
    value: str
    goal: str = ""
    is_met: bool = True


@dataclass(frozen=True)
class Scale:
    """How thorough: rounds of what takes turns, seconds of a stream and of the sustained run, conversions to soak."""

    rounds: int = 30
    stream: float = 10
    seconds: float = 120
    soak: int = 2000


def filling(scale: Scale) -> Iterator[Row]:
    """One claim from its template."""
    ways = {"docxtpl": peers.docxtpl_claim, "ours": Case.claim}
    times = in_turns(ways, cases(PEOPLE), scale.rounds * 2)
    yield Row("docxtpl from disk, p50", f"{times['docxtpl']:.1f} ms")
    yield Row("our way, p50", f"{times['ours']:.1f} ms", "≤ 5 ms", times["ours"] <= 5)
    yield _times("our way against docxtpl", times["docxtpl"] / times["ours"], 10)


def _times(what: str, found: float, goal: float) -> Row:
    return Row(what, f"{found:.1f} times", f"≥ {goal:g}", found >= goal)


def converting(scale: Scale) -> Iterator[Row]:
    """Word to PDF: one alone, then a steady stream with as many clients as workers."""
    papers = [docx for case in cases(PEOPLE) for docx in case.words().values()]
    with ExitStack() as opened:
        ways: dict[str, Way] = {"cold soffice": peers.cold}
        if peers.has_unoserver():
            ways["unoserver"] = opened.enter_context(peers.unoserver())
        ways["warm workers behind a pipe"] = opened.enter_context(_pool("uno"))
        ways["a fork for each"] = opened.enter_context(_pool("zygote", untrusted=True))
        ways[ONE_BY_ONE] = opened.enter_context(_pool("zygote"))
        alone = in_turns(ways, papers, scale.rounds, slow=["cold soffice"])
        rates = {name: per_second(way, papers, scale.stream, WORKERS)[0] for name, way in ways.items()}
        serial = per_second(peers.cold, papers, scale.stream, 1)[0]
        packets = opened.enter_context(_sheaves())
        together = 3 * per_second(packets, [case.words() for case in cases(PEOPLE)], scale.stream, WORKERS)[0]
    yield Row("cold soffice, one after another", f"{alone['cold soffice']:.0f} ms, {serial:.2f} docs/s")
    for name in ways:
        title = "cold soffice, two side by side" if name == "cold soffice" else name
        yield Row(title, f"{alone[name]:.0f} ms, {rates[name]:.1f} docs/s")
    yield Row("our way, the three papers of a packet at once", f"{together:.1f} docs/s")
    for name, rate in ((ONE_BY_ONE, rates[ONE_BY_ONE]), ("our way, as in a packet", together)):
        yield _times(f"{name}, against cold", rate / serial, 30)
        yield from _against_unoserver(name, rate, rates)


def _against_unoserver(name: str, rate: float, rates: dict[str, float]) -> Iterator[Row]:
    if "unoserver" in rates:
        yield _times(f"{name}, against unoserver", rate / rates["unoserver"], 5)
    else:
        yield Row("unoserver", "not here: script/bench installs it")


@contextmanager
def _pool(way: str, *, untrusted: bool = False) -> Iterator[Way]:
    """One of our ways, the reading back of each PDF included."""
    pool = Pool([way], WORKERS)
    pool.start()
    try:
        yield lambda docx: finish("paper", pool.to_pdf({"paper": docx}, 120, untrusted=untrusted)["paper"], ON)
    finally:
        pool.stop()


@contextmanager
def _sheaves() -> Iterator[Way]:
    """As a packet prints its papers: those of one style in one go."""
    try:
        yield lambda words: [convert_joined(sheaf, on=ON) for sheaf in sheaves(words)]
    finally:
        converter.stop()


def packet(scale: Scale) -> Iterator[Row]:
    """Claim, calculation, inventory, two scans, and our sheet of next steps: from answers to the file."""
    with tempfile.TemporaryDirectory() as folder:
        exhibits = scans(Path(folder))
        people = cases(STRANGERS)
        files = [exhibit.path for exhibit in exhibits]
        ways: dict[str, Way] = {
            "usual": lambda case: peers.usual_packet(case, files),
            "ours": lambda case: _assemble(case, exhibits),
        }
        alone = in_turns(ways, people, scale.rounds, slow=["usual"])
        rate, spent = per_second(ways["ours"], people, scale.seconds, CLIENTS)
        kept = memory()
        yield Row("usual way alone, p50", f"{alone['usual']:.0f} ms")
        yield Row("our way alone, p50", f"{alone['ours']:.0f} ms", "≤ 150 ms", alone["ours"] <= 150)
        yield _times("our way against the usual", alone["usual"] / alone["ours"], 25)
        yield Row(f"sustained for {scale.seconds:g} s", f"{rate:.1f} packets/s", "≥ 9", rate >= 9)
        yield Row("p95 meanwhile", f"{p95(spent):.0f} ms", "≤ 1000 ms", p95(spent) <= 1000)
        yield Row("memory of everything (PSS)", f"{kept:.0f} MB", "≤ 700 MB", kept <= 700)
        healed = _after_a_kill(people[0], exhibits)
        yield Row("packet after killed workers", f"{healed:.0f} ms", "≤ 500 ms", healed <= 500)
    converter.stop()


def _assemble(case: Case, exhibits: list[ExhibitFile]) -> bytes:
    return assemble(kind_of(KIND), case.answers, on=ON, exhibits=exhibits).files["packet.pdf"]


def _after_a_kill(case: Case, exhibits: list[ExhibitFile]) -> float:
    """Milliseconds of a packet when every idle worker has just been killed."""
    pool = house._the_pool()
    for worker in list(pool._idle):
        os.kill(worker.number, signal.SIGKILL)
    return milliseconds(lambda: _assemble(case, exhibits))


def starting(scale: Scale) -> Iterator[Row]:
    """From nothing to the first tested conversion."""
    pool = Pool(["zygote"], WORKERS)
    try:
        ready = milliseconds(pool.start) / 1000
    finally:
        pool.stop()
    yield Row("converter ready from cold start", f"{ready:.1f} s", "≤ 5 s", ready <= 5)


def soaking(scale: Scale) -> Iterator[Row]:
    """Thousands of conversions in a row: none fails, the memory stays."""
    papers = [docx for case in cases(PEOPLE) for docx in case.words().values()]
    tenth = max(1, scale.soak // 10)
    sizes, failures = [], 0
    with _pool("zygote") as way:
        for number in range(scale.soak):
            failures += not _is_made(way, papers[number % len(papers)])
            if number % tenth == tenth - 1:
                sizes.append(memory())
    grown = sizes[-1] - sizes[0]
    yield Row(f"{scale.soak} conversions in a row", f"{failures} failures", "0", failures == 0)
    yield Row("memory after a tenth and at the end", f"{sizes[0]:.0f}, {sizes[-1]:.0f} MB", "flat", grown < 30)


def _is_made(way: Way, docx: bytes) -> bool:
    try:
        return bool(way(docx))
    except Exception:
        return False


MEASUREMENTS: dict[str, Callable[[Scale], Iterator[Row]]] = {
    "fill": filling,
    "convert": converting,
    "packet": packet,
    "start": starting,
    "soak": soaking,
}
