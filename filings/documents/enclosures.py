"""Which of the attached documents are files, bound into the packet, and which the person adds on paper."""

from __future__ import annotations

from collections.abc import Sequence
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
    opened: list[tuple[str, Exhibit]] = []
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
            opened.append((document.title, open_exhibit(match.path, name=match.shown_name)))
    opened += [(file.shown_title, open_exhibit(file.path, name=file.shown_name)) for file in left]
    return Enclosures(tuple(opened), tuple(by_hand))


def _beside(folder: Path | None, name: str) -> Path:
    """A file named in the answers; where the answers came without a folder, no name in them opens any file."""
    if folder is None:
        raise ExhibitError(Path(name).name, "его нет среди приложенных; приложите его ещё раз")
    return folder / name


def _fits(document: NamedExhibit, file: ExhibitFile) -> bool:
    if file.title:
        return file.title.casefold() == document.title.casefold()
    return bool(document.file) and Path(document.file).name == file.shown_name
