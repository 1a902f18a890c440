"""The folder for a court's portal: each document a file of its own, sounded and reported on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from filings.documents import reading_room
from filings.documents.efiling import findings, recognition
from filings.documents.efiling.findings import MOST_BYTES, Finding, Level
from filings.documents.efiling.names import file_name, is_shortened
from filings.errors import ExhibitError, FilingError

FOLDER = "efiling"
# Dots per inch and quality, from hardly seen to still readable.
_LADDER = ((250, 80), (200, 70), (200, 50), (150, 45))


@dataclass(frozen=True)
class Efiling:
    """What is done to the files: `shrink` scans with a loss until they fit, `recognise` the text of scans.

    `by_command` says that the person gives the options of a command and may be told of others.
    """

    shrink: bool = False
    recognise: bool = False
    by_command: bool = True


@dataclass(frozen=True)
class Document:
    """One document of the packet; `number` is that of the exhibit, None for what was made here."""

    title: str
    pdf: bytes
    pages: int
    number: int | None = None
    is_exhibit: bool = False


@dataclass(frozen=True)
class FiledFile:
    """One file of the folder and what is to be said of it."""

    name: str
    title: str
    content: bytes
    pages: int
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Level | None:
        """The worst of the findings that matter; None when it will do."""
        levels = {finding.level for finding in self.findings}
        return next((level for level in (Level.REFUSED, Level.RISK) if level in levels), None)


def file_all(
    documents: Sequence[Document], wish: Efiling, progress: Callable[[str], None] = lambda step: None
) -> list[FiledFile]:
    """Every document as its file, in order; FilingError when a page is lost on the way."""
    if wish.recognise and not recognition.languages():
        raise FilingError(f"Распознать текст нечем: нет tesseract с русским языком. Поставьте: {recognition.INSTALL}")
    progress("Готовим файлы для суда")
    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(lambda document: _filed(document, wish), documents))


def _filed(document: Document, wish: Efiling) -> FiledFile:
    try:
        content, soundings, lost_dots = _prepared(document, wish)
    except reading_room.Lost as lost:
        raise ExhibitError(document.title, "файл для суда из него не получается. Соберите пакет ещё раз.") from lost
    pages = len(soundings["pages"])
    if pages != document.pages:
        raise FilingError(
            f"Счёт листов не сошёлся: в «{document.title}» {document.pages} л., а в файле для суда {pages}."
            " Папка не выдана, соберите её заново."
        )
    cut = is_shortened(document.title)
    told = findings.of_file(
        content, soundings, may_shrink=wish.shrink, lost_dots=lost_dots, cut_name=cut, by_command=wish.by_command
    )
    name = file_name(document.title, pages, number=document.number)
    return FiledFile(name, document.title, content, pages, tuple(told))


def _prepared(document: Document, wish: Efiling) -> tuple[bytes, dict[str, Any], bool]:
    """The file at its own size, recognised and shrunk where it was asked for; what a computer finds in it; any loss."""
    content = reading_room.ask("leaves", document.pdf)[1] if document.is_exhibit else document.pdf
    soundings = _sounded(content)
    mute = [number for number, page in enumerate(soundings["pages"]) if not page["text"]]
    smaller, lost_dots = _fitted(content, wish)
    if wish.recognise and mute:
        smaller = recognition.recognise(document.title, smaller, mute)
    return smaller, soundings if smaller is content else _sounded(smaller), lost_dots


def _fitted(content: bytes, wish: Efiling) -> tuple[bytes, bool]:
    """The file within the limit, if it can be had: first without loss; and whether dots were lost."""
    if len(content) <= MOST_BYTES:
        return content, False
    smallest = lossless = reading_room.ask("shrink", content, lossy=False)[1]
    for dpi, quality in _LADDER if wish.shrink else ():
        if len(smallest) <= MOST_BYTES:
            break
        smallest = reading_room.ask("shrink", content, lossy=True, dpi=dpi, quality=quality)[1]
    best = min(smallest, content, key=len)
    return best, best not in (lossless, content)


def _sounded(content: bytes) -> dict[str, Any]:
    return reading_room.ask("sound", content)[0]
