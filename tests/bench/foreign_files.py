"""Runs a folder of Word files that were not made here through templates and conversion, and tells how each one ended.

    .venv/bin/python -m tests.bench.foreign_files FOLDER... [--use template] [--most 300] [--seconds 150] [--list]

As a template a file must be filled or refused by name, and its copy with remarks must open again. As a document it
must come out on as many pages as a LibreOffice started for it alone gives, or be refused by name. Anything else is a
fault: a crash, a hang, another number of pages. The exit code is 1 when there is a fault. Collections are no part of
the project.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from filings.documents import converter, package, pdf, soffice, word
from filings.documents.annotating import annotated
from filings.documents.inspection import inspect
from filings.documents.slimming import slimmed
from filings.errors import FilingError
from filings.russian.wording import Wording
from tests.bench.foreign_exhibits import SLOW_SECONDS, chosen
from tests.bench.papers import ON

ENDINGS = (".docx", ".docm", ".dotx", ".dotm")


@dataclass(frozen=True)
class End:
    """How one use of a file ended: «filled», «pages», «refused», or a fault by its name."""

    path: Path
    use: str
    end: str
    said: str
    seconds: float

    @property
    def is_fault(self) -> bool:
        return self.end not in ("filled", "pages", "refused")


def end_of(path: Path, use: str, limit: float) -> End:
    """One use of one file."""
    began = time.monotonic()
    try:
        end, said = USES[use](path)
    except FilingError as refused:
        end, said = "refused", refused.message
    except Exception as crash:
        end, said = "crash", f"{type(crash).__name__}: {crash}"
    seconds = time.monotonic() - began
    return End(path, use, "hang" if seconds > limit else end, said, seconds)


def as_template(path: Path) -> tuple[str, str]:
    """Every fault, the copy with remarks, the lighter copy, and the filling with no answers."""
    content = path.read_bytes()
    faults = inspect(path.name, content, {})
    package.read(annotated(path.name, content, faults), "copy")
    package.read(slimmed(path.name, content).content, "light")
    word.fill(path, {}, Wording(), on=ON)
    return "filled", f"faults: {len(faults)}"


def as_document(path: Path) -> tuple[str, str]:
    """The pages of the PDF, compared with those of a LibreOffice of its own."""
    content = path.read_bytes()
    pages = _pages(pdf.convert({path.name: content}, on=ON, untrusted=True)[path.name])
    alone = soffice.to_pdf({"document": content}, 60)
    expected = _pages(alone["document"]) if alone else 0
    return "pages" if pages == expected else "other pages", f"{pages}, alone {expected}"


def _pages(content: bytes) -> int:
    with pikepdf.open(io.BytesIO(content)) as document:
        return len(document.pages)


USES = {"template": as_template, "document": as_document}


def table(ends: list[End]) -> Iterator[str]:
    """The lines of the account: how many ended how, why they were refused, which were slow."""
    for (use, end), count in sorted(Counter((end.use, end.end) for end in ends).items()):
        yield f"{use}: {end} {count}"
    for reason, count in Counter(_kind_of(end.said) for end in ends if end.end == "refused").most_common():
        yield f"{count:6}  {reason}"
    for end in sorted((end for end in ends if end.seconds > SLOW_SECONDS), key=lambda end: -end.seconds):
        yield f"{end.seconds:6.1f} s  {end.use}, {end.end}: {end.path.name}"


def _kind_of(reason: str) -> str:
    return re.sub(r"«.*?»", "«…»", reason.split(". ")[0])[:120]


def main() -> int:
    """Prints the faults, with --list every end, and how many ended how."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.foreign_files", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--use", choices=USES, nargs="+", default=list(USES))
    parser.add_argument("--most", type=int, help="so many files of each ending of the name")
    parser.add_argument("--seconds", type=float, default=150, help="after which an end counts as a hang")
    parser.add_argument("--list", action="store_true", help="every file, not only the faults")
    asked = parser.parse_args()
    files = [path for path in chosen(asked.folder, asked.most) if path.suffix.lower() in ENDINGS]
    ends = []
    for path in files:
        for use in asked.use:
            end = end_of(path, use, asked.seconds)
            ends.append(end)
            if asked.list or end.is_fault:
                print(f"{end.end:12}{end.use:10}{end.seconds:6.1f} s  {path.name}: {end.said}", flush=True)
    converter.stop()
    print("\n".join(table(ends)))
    return 1 if any(end.is_fault for end in ends) else 0


if __name__ == "__main__":
    sys.exit(main())
