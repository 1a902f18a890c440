"""What the person attaches: recognised by its content, refused with a reason, or made into A4 pages.

Nothing is mended silently. A file is either wholly in the packet or named in an ExhibitError that says what to do.
"""

import hashlib
import io
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf

from filings.documents import foreign_word, reading_room
from filings.documents.filetypes import WORD, recognise
from filings.documents.foreign_outline import Heading
from filings.errors import ExhibitError

MAX_BYTES = 100 * 1024 * 1024
_SIMPLER = "Откройте его, выберите «Печать» → «Сохранить как PDF» и приложите то, что получилось."
_LOST = {
    "time": f"его не удалось прочитать за полминуты: файл слишком сложный или испорчен. {_SIMPLER}",
    "memory": f"на его чтение не хватило памяти: он разворачивается в слишком большой. {_SIMPLER}",
    "crash": f"он ломает программу, которая его читает. {_SIMPLER}",
}


@dataclass(frozen=True)
class Exhibit:
    """An attached file ready to be bound: A4 pages with free strips for the stamps."""

    name: str
    pdf: bytes
    pages: int
    sha256: str
    """Of the file as it was given, not of the pages made from it."""
    kind: str
    notes: tuple[str, ...] = ()
    """Russian remarks for the person: what the paper does not carry over."""
    outline: tuple[Heading, ...] = ()
    """Its own bookmarks: lists of a title, the number of a page from 0, and the headings below."""


def open_exhibit(path: Path, *, name: str | None = None) -> Exhibit:
    """Read one attached file; `name` is what the person calls it (its own name by default).

    Raises ExhibitError with the reason and the way to mend it. The same file always gives the same bytes.
    """
    name = name or path.name
    content = _read(path, name)
    kind = recognise(name, content)
    found, pdf = _on_sheets(name, content, kind)
    pages = len(pypdf.PdfReader(io.BytesIO(pdf)).pages)
    if pages != found["pages"]:
        raise ExhibitError(name, f"листов в нём {found['pages']}, а прочиталось {pages}. {_SIMPLER}")
    digest = hashlib.sha256(content).hexdigest()
    return Exhibit(name, pdf, pages, digest, kind, tuple(found["notes"]), tuple(found["outline"]))


def _on_sheets(name: str, content: bytes, kind: str) -> tuple[dict[str, Any], bytes]:
    """The file as A4 pages, with `notes` and its `outline`; whatever reads it may break without harm."""
    first_notes: tuple[str, ...] = ()
    if kind in WORD:
        content, first_notes = foreign_word.to_pdf(name, content, kind)
        kind = "pdf"
    try:
        found, pdf = reading_room.ask("exhibit", content, name=name, kind=kind)
    except reading_room.Lost as lost:
        raise ExhibitError(name, _LOST[lost.why]) from lost
    if "refused" in found:
        raise ExhibitError(name, found["refused"])
    return found | {"notes": [*first_notes, *found["notes"]]}, pdf


def _read(path: Path, name: str) -> bytes:
    """The whole file, or the reason why there is none."""
    try:
        found = os.stat(path)
        _refuse_unreadable(name, found)
        return path.read_bytes()
    except FileNotFoundError as mistake:
        raise ExhibitError(name, "такого файла нет. Проверьте имя и папку.") from mistake
    except PermissionError as mistake:
        raise ExhibitError(name, "нет права читать этот файл. Разрешите чтение или скопируйте его.") from mistake
    except (OSError, ValueError) as mistake:
        raise ExhibitError(name, "файл не читается. Скопируйте его на этот диск и попробуйте снова.") from mistake


def _refuse_unreadable(name: str, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise ExhibitError(name, "это папка. Приложите файлы из неё по одному.")
    if not stat.S_ISREG(found.st_mode):
        raise ExhibitError(name, "это не обычный файл. Приложите PDF или картинку.")
    if found.st_size == 0:
        raise ExhibitError(name, "файл пустой (0 байт). Скачайте или отсканируйте его заново.")
    if found.st_size > MAX_BYTES:
        megabytes = found.st_size // (1024 * 1024)
        raise ExhibitError(name, f"файл слишком большой ({megabytes} МБ, можно до 100). Разделите или сожмите его.")
