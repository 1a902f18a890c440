"""Word into PDF: the one door to LibreOffice. Every PDF is checked before it is let out."""

import io
import tempfile
import threading
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pikepdf
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from filings.documents import package, soffice
from filings.documents.soffice import find_soffice, font_report, version
from filings.errors import ConversionError, TemplateError

__all__ = ["convert", "find_soffice", "font_report", "version"]

AT_ONCE = threading.BoundedSemaphore(2)
# Families with the metrics that the templates were drawn with; others may join for a rare sign, never stand alone.
_EXPECTED_FONTS = ("Liberation", "TimesNewRoman", "Arial", "CourierNew", "PTAstra", "Carlito", "Caladea")


def convert(documents: Mapping[str, bytes], *, timeout: float = 60, on: date | None = None) -> dict[str, bytes]:
    """PDF of every .docx, under the same names and in one run; all of them or ConversionError.

    `timeout` is in seconds, for the whole batch. `on` is the date written into the PDFs (none is written without it);
    the same documents give the same bytes.
    """
    if not documents:
        return {}
    for name, docx in documents.items():
        _refuse_garbage(name, docx)
    with AT_ONCE, tempfile.TemporaryDirectory(prefix="filings-pdf-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        stems = {f"{number:04d}": name for number, name in enumerate(documents)}
        (folder / "in").mkdir()
        for stem, name in stems.items():
            (folder / "in" / f"{stem}.docx").write_bytes(documents[name])
        soffice.run(folder, [f"{stem}.docx" for stem in stems], timeout)
        return {name: _checked(name, folder / "out" / f"{stem}.pdf", on) for stem, name in stems.items()}


def _refuse_garbage(name: str, docx: bytes) -> None:
    """LibreOffice lays out an empty file as a blank page and random bytes as four pages of signs."""
    try:
        package.read(docx, name)
    except TemplateError as error:
        raise ConversionError(error.message) from error


def _checked(name: str, path: Path, on: date | None) -> bytes:
    if not path.is_file():
        raise ConversionError(
            f"LibreOffice не смог превратить «{name}» в PDF. Откройте файл в Word, сохраните заново и повторите."
        )
    try:
        content = _without_traces(path, on)
        reader = PdfReader(io.BytesIO(content))
        pages, fonts = len(reader.pages), set(_fonts(reader))
    except (PyPdfError, pikepdf.PdfError, OSError, ValueError) as error:
        raise ConversionError(f"PDF из «{name}» получился испорченным. Повторите; проверьте место на диске.") from error
    if not pages:
        raise ConversionError(f"PDF из «{name}» получился пустым: ни одной страницы.")
    if fonts and not any(font.startswith(_EXPECTED_FONTS) for font in fonts):
        found = ", ".join(sorted(fonts))
        raise ConversionError(
            f"«{name}» набран чужим шрифтом ({found}), строки и страницы разойдутся иначе."
            f" Выберите в документе Times New Roman. {soffice.INSTALL_FONTS}"
        )
    return content


def _fonts(reader: PdfReader) -> Iterator[str]:
    """«LiberationSerif-Bold»: font names without the «BAAAAA+» of a subset."""
    for page in reader.pages:
        resources = page.get("/Resources")
        fonts = resources.get_object().get("/Font") if resources is not None else None
        for font in (fonts.get_object() if fonts is not None else DictionaryObject()).values():
            yield str(font.get_object().get("/BaseFont", "")).lstrip("/").rpartition("+")[2]


def _without_traces(path: Path, on: date | None) -> bytes:
    """The PDF without the moment of its making and the random identifier, so that equal documents are equal bytes."""
    with pikepdf.open(path) as document:
        title = document.docinfo.get("/Title")
        for key in list(document.docinfo.keys()):
            del document.docinfo[key]
        if title is not None:
            document.docinfo["/Title"] = title
        if on is not None:
            document.docinfo["/CreationDate"] = document.docinfo["/ModDate"] = f"D:{on:%Y%m%d}000000Z"
        for key in ("/Metadata", "/OpenAction"):
            if key in document.Root:
                del document.Root[key]
        for key in ("/ID", "/DocChecksum"):
            if key in document.trailer:
                del document.trailer[key]
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()
