"""A Word or LibreOffice text made elsewhere, laid out as PDF by a LibreOffice of its own that ends with it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from filings.documents import converter, soffice
from filings.errors import ConversionError, ExhibitError

SECONDS = 60.0
MOST_UNPACKED = 200 * 1024 * 1024
MOST_PARTS = 2000
# ODF 1.2, part 3, 3.3: the type of the document is the first part, and it is not packed.
_TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
_SAVE_AS_PDF = "Откройте его и сохраните как PDF («Файл» → «Сохранить как» → PDF), затем приложите этот PDF."
_LAID_OUT = "Листы разложены заново: сравните их в пакете с тем, что видно в Word."
_CHANGES = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo) |<text:tracked-changes")
_REMARKS = re.compile(rb"<w:commentReference |<office:annotation[ >]")


def to_pdf(name: str, content: bytes, kind: str) -> tuple[bytes, tuple[str, ...]]:
    """PDF of a .docx, .doc, .rtf or .odt, and Russian notes on what paper does not carry over.

    Nothing that the file links to is fetched, no macro runs. ExhibitError when it is locked, broken or too large;
    ConversionError when there is no LibreOffice at all.
    """
    notes = [_LAID_OUT]
    if kind in ("rtf", "doc"):
        _refuse_links(name, content)
    if kind in ("docx", "odt"):
        notes += _notes(_text_part(name, content, kind))
        content = _typed_first(content) if kind == "odt" else content
    soffice.find_soffice()
    try:
        made = converter.to_pdf({name: content}, SECONDS, untrusted=True).get(name)
    except ConversionError as mistake:
        raise ExhibitError(name, f"LibreOffice не справился с этим документом. {_SAVE_AS_PDF}") from mistake
    if not made:
        raise ExhibitError(name, f"документ повреждён, закрыт паролем или сохранён не до конца. {_SAVE_AS_PDF}")
    return made, tuple(notes)


def _refuse_links(name: str, content: bytes) -> None:
    """Fields of these formats reach for files past LibreOffice's own lock; a cold one would follow them."""
    if content.startswith(b"{\\rtf") and not content.rstrip(b"\0\r\n\t ").endswith(b"}"):
        raise ExhibitError(name, f"документ обрывается. {_SAVE_AS_PDF}")
    plain = re.sub(rb"\\[a-z]+-?\d* ?|[{}\r\n\x00]", b"", content).upper()
    if b"INCLUDEPICTURE" in plain or b"INCLUDETEXT" in plain:
        raise ExhibitError(name, f"в документе картинка или текст взяты по ссылке из другого файла. {_SAVE_AS_PDF}")


def _text_part(name: str, content: bytes, kind: str) -> bytes:
    """The XML of the text itself, once the archive is known to be whole and of a bearable size."""
    main = "word/document.xml" if kind == "docx" else "content.xml"
    broken = ExhibitError(name, f"документ повреждён или обрывается. {_SAVE_AS_PDF}")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise ExhibitError(name, f"содержимое файла разворачивается до невозможного размера. {_SAVE_AS_PDF}")
            _refuse_locked(name, archive)
            # A spoilt picture would be left out of the layout without a word.
            if archive.testzip() is not None or main not in archive.namelist():
                raise broken
            text = archive.read(main)
    except ExhibitError:
        raise
    except Exception as mistake:  # a foreign archive may break its reader in any way: zlib.error, struct.error…
        raise broken from mistake
    if not text:
        raise broken
    return text


def _typed_first(content: bytes) -> bytes:
    """The same text with its type as the first bytes, where LibreOffice is told the format by them."""
    if _TYPE in content[:200]:
        return content
    ordered = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(ordered, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", archive.read("mimetype"), zipfile.ZIP_STORED)
        for entry in archive.infolist():
            if entry.filename != "mimetype" and not entry.is_dir():
                made.writestr(entry.filename, archive.read(entry))
    return ordered.getvalue()


def _refuse_locked(name: str, archive: zipfile.ZipFile) -> None:
    """ODF 1.2, part 3, 4.8.1: an encrypted part is named in the manifest."""
    if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise ExhibitError(name, f"документ закрыт паролем. {_SAVE_AS_PDF}")


def _notes(text: bytes) -> Iterator[str]:
    if _CHANGES.search(text):
        yield "В документе есть непринятые правки: на листах видно и старое, и новое. Примите или отклоните их в Word."
    if _REMARKS.search(text):
        yield "Примечания на полях документа в пакет не вошли."
