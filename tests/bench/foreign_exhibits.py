"""Runs a folder of files that were not made here through the exhibits, and tells how each of them ended.

    .venv/bin/python -m tests.bench.foreign_exhibits FOLDER [--seconds 60] [--list]

A file may end in a right number of pages or in a refusal that names it. Anything else is a fault: a crash, a hang, a
wrong number of pages, a page that was not blank and is, words that were there and are not. poppler, which exhibits
do not use, is the judge. The exit code is 1 when there is a fault. Collections are no part of the project.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from filings.documents.exhibits import Exhibit, open_exhibit
from filings.errors import ExhibitError

LOOKED_AT = 6
_WORD = re.compile(r"\w{3,}")
_BLANK, _DRAWN = 0.00001, 0.0008
_CALL_SECONDS = 60


@dataclass(frozen=True)
class End:
    """How one file ended: «pages», «refused» or a fault by its name."""

    path: Path
    end: str
    said: str
    seconds: float

    @property
    def is_fault(self) -> bool:
        return self.end not in ("pages", "refused")


def end_of(path: Path, limit: float) -> End:
    """Opens one file and looks at what became of it."""
    began = time.monotonic()
    try:
        exhibit = open_exhibit(path)
        end, said = "pages", str(exhibit.pages)
    except ExhibitError as refused:
        exhibit, end, said = None, "refused", refused.reason
    except Exception as crash:
        exhibit, end, said = None, "crash", f"{type(crash).__name__}: {crash}"
    seconds = time.monotonic() - began
    if seconds > limit:
        return End(path, "hang", said, seconds)
    if exhibit and exhibit.kind == "pdf" and (loss := _loss(path, exhibit)):
        return End(path, "loss", loss, seconds)
    if end == "refused" and not said.endswith((".", ")")):
        return End(path, "poor reason", said, seconds)
    return End(path, end, said, seconds)


def _loss(path: Path, exhibit: Exhibit) -> str:
    """What the judge misses in the exhibit; empty when nothing."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.pdf"
        made.write_bytes(exhibit.pdf)
        if (pages := _pages(path)) is not None and pages != exhibit.pages:
            return f"pages: {pages} before, {exhibit.pages} after"
        before, after = _words(path), _words(made)
        lost = {word: count for word, count in (before - after).items() if count > 0}
        if sum(lost.values()) > sum(before.values()) * 0.02:
            return f"words: {', '.join(list(lost)[:5])}"
        for number in range(1, min(exhibit.pages, LOOKED_AT) + 1):
            was, is_now = _ink(path, number, Path(folder) / "was"), _ink(made, number, Path(folder) / "is")
            if was is not None and was > _DRAWN and (is_now or 0) < _BLANK:
                return f"page {number} is blank"
    return ""


def _called(*command: object) -> bytes | None:
    try:
        ran = subprocess.run([str(word) for word in command], capture_output=True, timeout=_CALL_SECONDS)
    except subprocess.TimeoutExpired:
        return None
    return ran.stdout if ran.returncode == 0 else None


def _pages(path: Path) -> int | None:
    told = _called("pdfinfo", path)
    found = re.search(rb"^Pages:\s+(\d+)", told or b"", re.MULTILINE)
    return int(found[1]) if found else None


def _words(path: Path) -> Counter[str]:
    """Words of the pages looked at: what a page cut at its crop box does not show does not count."""
    told = _called("pdftotext", "-cropbox", "-l", LOOKED_AT, path, "-") or b""
    return Counter(_WORD.findall(told.decode(errors="replace")))


def _ink(path: Path, page: int, target: Path) -> float | None:
    """The share of the page that is not white."""
    drawn = target.with_suffix(".png")
    drawn.unlink(missing_ok=True)
    _called(
        "pdftoppm", "-cropbox", "-scale-to", 400, "-gray", "-png", "-f", page, "-l", page, "-singlefile", path, target
    )
    if not drawn.exists():
        return None
    with Image.open(drawn) as image:
        dark = sum(image.convert("L").histogram()[:240])
        return dark / (image.width * image.height)


def run(folder: Path, limit: float) -> Iterator[End]:
    """Every file of the folder, two at a time."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    with ThreadPoolExecutor(2) as threads:
        yield from threads.map(lambda path: end_of(path, limit), files)


def main() -> int:
    """Prints the table; 1 when a file ended in a fault."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=60, help="longer than this is a hang")
    parser.add_argument("--list", action="store_true", help="tell every file, not faults alone")
    asked = parser.parse_args()
    ends = []
    for end in run(asked.folder, asked.seconds):
        ends.append(end)
        if asked.list or end.is_fault:
            print(f"{end.end:12} {end.seconds:6.2f} s  {end.path.relative_to(asked.folder)}: {end.said}", flush=True)
    counted = Counter(end.end for end in ends)
    slowest = max(ends, key=lambda end: end.seconds, default=None)
    print(f"{len(ends)} files: {', '.join(f'{name} {count}' for name, count in counted.most_common())}")
    if slowest:
        print(f"slowest: {slowest.seconds:.1f} s, {slowest.path.name}")
    return 1 if any(end.is_fault for end in ends) else 0


if __name__ == "__main__":
    sys.exit(main())
