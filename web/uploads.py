"""Files that come from a browser: measured, opened at once, kept only when they can be bound into a packet."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from werkzeug.datastructures import FileStorage

from filings.documents.exhibits import open_exhibit
from filings.documents.filetypes import WORD, recognise
from filings.errors import ExhibitError
from web.config import FILE_BYTES, MOST_FILES, REQUEST_BYTES, WORD_BYTES
from web.storage.exhibits import Exhibits, StoredExhibit


def take(files: list[FileStorage], exhibits: Exhibits) -> tuple[list[str], list[str]]:
    """Keeps every file that is good; the names kept and, for the others, what is wrong in Russian."""
    kept, refused = [], []
    for file in files:
        if not file.filename:
            continue
        name = own_name(file.filename)
        try:
            _take_one(name, file, exhibits)
        except ExhibitError as error:
            refused.append(error.message)
        else:
            kept.append(name)
        finally:
            file.close()
    return kept, refused


def own_name(sent: str) -> str:
    """The file's name as the person knows it, without folders and control characters."""
    name = re.sub(
        r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069]", "", sent.replace("\\", "/").rsplit("/", 1)[-1]
    )
    stem, dot, extension = name.strip().rpartition(".")
    return f"{stem[:150]}{dot}{extension[:10]}" if dot else extension[:150] or "файл"


def _take_one(name: str, file: FileStorage, exhibits: Exhibits) -> None:
    content = file.stream.read(FILE_BYTES + 1)

    def admits(there: list[StoredExhibit]) -> bool:
        _refuse_large(name, content, sum(one.size_bytes for one in there), len(there))
        return True

    there = exhibits.all()
    if _is_among(there, name, content, exhibits):  # the same page sent twice
        return
    admits(there)  # before the work of opening, and again when nobody else can add
    with tempfile.TemporaryDirectory(prefix="upload-") as folder:
        path = Path(folder) / "file"
        path.write_bytes(content)
        opened = open_exhibit(path, name=name)
    exhibits.add(
        name, content, opened.pages, lambda there: not _is_among(there, name, content, exhibits) and admits(there)
    )


def _is_among(there: list[StoredExhibit], name: str, content: bytes, exhibits: Exhibits) -> bool:
    same = (one for one in there if (one.name, one.size_bytes) == (name, len(content)))
    return any(exhibits.content(one.id) == content for one in same)


def _refuse_large(name: str, content: bytes, others: int, count: int) -> None:
    """How large a file may be depends on what it is, told by its content, not by its name."""
    if len(content) > FILE_BYTES:
        raise ExhibitError(name, f"он больше {_megabytes(FILE_BYTES)}. Сожмите его или разделите на части.")
    if len(content) > WORD_BYTES and recognise(name, content) in WORD:
        raise ExhibitError(name, f"документ Word больше {_megabytes(WORD_BYTES)}. Сохраните его как PDF.")
    if others + len(content) > REQUEST_BYTES:
        raise ExhibitError(name, f"все файлы вместе больше {_megabytes(REQUEST_BYTES)}. Сожмите или уберите лишние.")
    if count >= MOST_FILES:
        raise ExhibitError(name, f"файлов уже {MOST_FILES}. Соедините часть из них в один PDF.")


def _megabytes(size: int) -> str:
    return f"{size // (1024 * 1024)} МБ"
