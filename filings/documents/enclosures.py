"""Which of the attached documents are files, bound into the packet, and which the person adds on paper."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from filings.documents.exhibits import Exhibit, open_exhibit
from filings.errors import ExhibitError
from filings.schemas.exhibits import NamedExhibit


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


def enclose(named: Sequence[NamedExhibit], files: Sequence[ExhibitFile], folder: Path | None = None) -> Enclosures:
    """Match files with the documents named in the answers and open every one; ExhibitError names the bad one.

    A named document takes the file given for it: by its `file`, sought among `files` and then in `folder` if there
    is one, or by an equal title. Files that match nothing follow under their own titles.
    """
    left = list(files)
    found: list[tuple[str, ExhibitFile]] = []
    by_hand: list[NamedExhibit] = []
    for document in named:
        match = next((file for file in left if _fits(document, file)), None)
        if match is not None:
            left.remove(match)
        elif document.file:
            match = ExhibitFile(_beside(folder, document.file))
        if match is None:
            by_hand.append(document)
        else:
            found.append((document.title, match))
    found += [(file.shown_title, file) for file in left]
    return Enclosures(tuple(_opened(found)), tuple(by_hand))


def _opened(found: Sequence[tuple[str, ExhibitFile]]) -> Iterator[tuple[str, Exhibit]]:
    """Each with its title, read side by side: every file has a process of its own."""
    with ThreadPoolExecutor(max(2, os.cpu_count() or 2)) as threads:
        exhibits = threads.map(lambda file: open_exhibit(file.path, name=file.shown_name), [file for _, file in found])
        yield from zip((title for title, _ in found), exhibits, strict=True)


def _beside(folder: Path | None, name: str) -> Path:
    """A file named in the answers; where the answers came without a folder, no name in them opens any file."""
    if folder is None:
        raise ExhibitError(Path(name).name, "его нет среди приложенных; приложите его ещё раз")
    return folder / name


def _fits(document: NamedExhibit, file: ExhibitFile) -> bool:
    if file.title:
        return file.title.casefold() == document.title.casefold()
    return bool(document.file) and Path(document.file).name == file.shown_name
