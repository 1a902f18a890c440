"""Which of the attached documents are files, bound into the packet, and which the person adds on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filings.documents.exhibits import Exhibit, open_exhibit
from filings.documents.standing import Standing
from filings.errors import ExhibitError
from filings.schemas.exhibits import NamedExhibit

_PAGE_OF_A_PDF = re.compile(rb"/Type\s*/Page\b")
_QUICKLY_READ = 4 * 1024 * 1024
# The reading room itself says how many it reads at once.
_threads = Standing(8, "filings-exhibits")
_PICTURES = {".jpg", ".jpeg", ".png", ".webp"}


@dataclass(frozen=True)
class ExhibitFile:
    """A file to attach. `title` is what the list of attachments calls it, `name` the person's own file name."""

    path: Path
    title: str = ""
    name: str = ""

    @property
    def shown_name(self) -> str:
        """The name for messages and the manifest."""
        return self.name or self.path.name

    @property
    def shown_title(self) -> str:
        """The title given, else the file's name in words: «расчётный_листок.pdf» is «Расчётный листок»."""
        words = " ".join(Path(self.shown_name).stem.replace("_", " ").split())
        return self.title or words[:1].upper() + words[1:]


@dataclass(frozen=True)
class Enclosures:
    """`files` are titles with their opened exhibits, in the order of their numbers; `by_hand` are on paper."""

    files: tuple[tuple[str, Exhibit], ...]
    by_hand: tuple[NamedExhibit, ...]


@dataclass(frozen=True)
class Matched:
    """The files by the titles they go under, none of them opened yet."""

    found: tuple[tuple[str, ExhibitFile], ...]
    by_hand: tuple[NamedExhibit, ...]

    def opened(self) -> Enclosures:
        """Every file opened. ExhibitError names the bad one."""
        with self.opening() as opened:
            return opened()

    @contextmanager
    def opening(self) -> Iterator[Callable[[], Enclosures]]:
        """The same, begun at once and side by side, each file in a process of its own, while the caller goes on."""
        begun = [(title, _threads.submit(_open, file)) for title, file in self.found]
        try:
            yield lambda: Enclosures(tuple((title, exhibit.result()) for title, exhibit in begun), self.by_hand)
        finally:
            for _, exhibit in begun:
                exhibit.cancel()

    def likely(self) -> Enclosures | None:
        """What will be there if each file is what its name says. None when that is no guess."""
        pages = [_likely_pages(file.path) for _, file in self.found]
        if not all(pages):
            return None
        files = (
            (title, Exhibit(file.shown_name, b"", pages, "", ""))
            for (title, file), pages in zip(self.found, pages, strict=True)
        )
        return Enclosures(tuple(files), self.by_hand)


def _open(file: ExhibitFile) -> Exhibit:
    return open_exhibit(file.path, name=file.shown_name)


def _likely_pages(path: Path) -> int:
    """One for a picture, as many as a PDF seems to mention; 0 when that is hard to say."""
    if path.suffix.lower() in _PICTURES:
        return 1
    try:
        if path.suffix.lower() == ".pdf" and path.stat().st_size <= _QUICKLY_READ:
            return len(_PAGE_OF_A_PDF.findall(path.read_bytes()))
    except OSError:
        return 0  # whoever opens it says what is wrong
    return 0


def enclose(named: Sequence[NamedExhibit], files: Sequence[ExhibitFile], folder: Path | None = None) -> Enclosures:
    """Match files with the documents named in the answers and open every one; ExhibitError names the bad one."""
    return match(named, files, folder).opened()


def match(named: Sequence[NamedExhibit], files: Sequence[ExhibitFile], folder: Path | None = None) -> Matched:
    """Which file is which document.

    A named document takes the file given for it: by its `file`, sought among `files` and then in `folder` if there
    is one, or by an equal title. Files that match nothing follow under their own titles.
    """
    left = list(files)
    found: list[tuple[str, ExhibitFile]] = []
    by_hand: list[NamedExhibit] = []
    for document in named:
        fitting = next((file for file in left if _fits(document, file)), None)
        if fitting is not None:
            left.remove(fitting)
        elif document.file:
            fitting = ExhibitFile(_beside(folder, document.file))
        if fitting is None:
            by_hand.append(document)
        else:
            found.append((document.title, fitting))
    found += [(file.shown_title, file) for file in left]
    return Matched(tuple(found), tuple(by_hand))


def _beside(folder: Path | None, name: str) -> Path:
    """A file named in the answers; where the answers came without a folder, no name in them opens any file."""
    if folder is None:
        raise ExhibitError(Path(name).name, "его нет среди приложенных; приложите его ещё раз")
    return folder / name


def _fits(document: NamedExhibit, file: ExhibitFile) -> bool:
    if file.title:
        return file.title.casefold() == document.title.casefold()
    return bool(document.file) and Path(document.file).name == file.shown_name
