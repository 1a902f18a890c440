"""Runs folders of files that were not made here through the exhibits, and tells how each of them ended.

    .venv/bin/python -m tests.bench.foreign_exhibits FOLDER... [--seconds 60] [--most 300] [--list]

A file may end in a right number of pages or in a refusal that names it. Anything else is a fault: a crash, a hang, a
wrong number of pages, a page that was not blank and is, words that were there and are not, another drawing. The judges
(foreign_judges.py) are programs that exhibits do not use. The exit code is 1 when there is a fault. Collections are no
part of the project.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from filings.documents import converter, reading_room
from filings.documents.exhibits import Exhibit, open_exhibit
from filings.errors import ExhibitError, FilingError
from tests.bench.foreign_judges import has_no_complaint, missed

SLOW_SECONDS = 5.0
_FAIR = ("pages", "refused", "strict")


@dataclass(frozen=True)
class End:
    """How one file ended: «pages», «refused», «strict» (refused though poppler shows it), or a fault by its name."""

    path: Path
    end: str
    said: str
    seconds: float

    @property
    def is_fault(self) -> bool:
        return self.end not in _FAIR

    @property
    def ending(self) -> str:
        return self.path.suffix.lower().lstrip(".") or "–"


def end_of(path: Path, limit: float) -> End:
    """Opens one file and looks at what became of it."""
    began = time.monotonic()
    exhibit = None
    try:
        exhibit = open_exhibit(path)
        end, said = "pages", str(exhibit.pages)
    except ExhibitError as refused:
        end, said = "refused", refused.reason
    except FilingError as failed:
        end, said = "not named", failed.message
    except Exception as crash:
        end, said = "crash", f"{type(crash).__name__}: {crash}"
    seconds = time.monotonic() - began
    if seconds > limit:
        return End(path, "hang", said, seconds)
    if exhibit and (loss := _looked_at(path, exhibit)):
        return End(path, "loss", loss, seconds)
    return End(path, _judged(path, said) if end == "refused" else end, said, seconds)


def _looked_at(path: Path, exhibit: Exhibit) -> str:
    try:
        return missed(path, exhibit)
    except Exception as mistake:  # a judge may break too; one broken judge does not end the sitting
        return f"nobody knows, for the judge broke: {type(mistake).__name__}: {mistake}"


def _judged(path: Path, reason: str) -> str:
    """A refusal by its worth: a whole Russian sentence is asked of every one."""
    if not reason.endswith((".", ")")) or re.search(r"None|[A-Za-z]+(Error|Exception)", reason):
        return "poor reason"
    return "strict" if path.suffix.lower() == ".pdf" and has_no_complaint(path) else "refused"


def chosen(folders: list[Path], most: int | None) -> Iterator[Path]:
    """Every file of the folders, or at most so many of each ending, evenly taken."""
    by_ending: dict[str, list[Path]] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        by_ending.setdefault(path.suffix.lower(), []).append(path)
    for files in by_ending.values():
        yield from files[:: max(1, -(-len(files) // most)) if most else 1]


def run(files: list[Path], limit: float) -> Iterator[End]:
    """Every file, two at a time."""
    with ThreadPoolExecutor(2) as threads:
        yield from threads.map(lambda path: end_of(path, limit), files)


def table(ends: list[End]) -> Iterator[str]:
    """The lines of the account: outcomes by ending of the name, reasons of refusals, slow files."""
    yield f"{'':8}{'files':>7}" + "".join(f"{name:>9}" for name in (*_FAIR, "faults", "p50, s", "longest"))
    for ending in sorted({end.ending for end in ends}):
        yield _row(ending, [end for end in ends if end.ending == ending])
    yield _row("all", ends)
    for reason, count in Counter(_kind_of(end.said) for end in ends if end.end in _FAIR[1:]).most_common():
        yield f"{count:6}  {reason}"
    for end in sorted((end for end in ends if end.seconds > SLOW_SECONDS), key=lambda end: -end.seconds):
        yield f"{end.seconds:6.1f} s  {end.end}: {end.path.name}"


def _row(name: str, ends: list[End]) -> str:
    counted = [*(sum(end.end == fair for end in ends) for fair in _FAIR), sum(end.is_fault for end in ends)]
    seconds = [end.seconds for end in ends]
    times = f"{median(seconds):9.2f}{max(seconds):9.2f}"
    return f"{name:8}{len(ends):7}" + "".join(f"{count:9}" for count in counted) + times


def _kind_of(reason: str) -> str:
    return re.sub(r"\d+", "N", reason.split(". ")[0])


def main() -> int:
    """Prints the faults, with --list every end, then the table; 1 when a file ended in a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.foreign_exhibits", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--seconds", type=float, default=60, help="longer than this is a hang")
    parser.add_argument("--most", type=int, help="so many files of each ending of the name")
    parser.add_argument("--list", action="store_true", help="tell every file, not faults alone")
    asked = parser.parse_args()
    ends = []
    for end in run(list(chosen(asked.folder, asked.most)), asked.seconds):
        ends.append(end)
        if asked.list or end.is_fault:
            print(f"{end.end:12} {end.seconds:6.2f} s  {end.path}: {end.said}", flush=True)
    converter.stop()
    reading_room.stop()
    if ends:
        print("\n".join(table(ends)))
    return 1 if any(end.is_fault for end in ends) else 0


if __name__ == "__main__":
    sys.exit(main())
