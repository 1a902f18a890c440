"""What LibreOffice printed: read back, checked for pages and fonts, and freed from every trace of its making."""

import io
from collections.abc import Iterator
from datetime import date

import pikepdf

from filings.documents import soffice
from filings.errors import ConversionError

# Families with the metrics that the templates were drawn with; others may join for a rare sign, never stand alone.
_EXPECTED_FONTS = ("Liberation", "TimesNewRoman", "Arial", "CourierNew", "PTAstra", "Carlito", "Caladea")


def finish(name: str, printed: bytes | None, on: date | None) -> bytes:
    """The PDF as it is let out, dated `on`; ConversionError when there is none, or no pages, or foreign fonts."""
    if printed is None:
        raise ConversionError(
            f"LibreOffice не смог превратить «{name}» в PDF. Откройте файл в Word, сохраните заново и повторите."
        )
    try:
        with pikepdf.open(io.BytesIO(printed), attempt_recovery=False) as document:
            pages, used = len(document.pages), set(fonts(document))
            content = _without_traces(document, on)
    except (pikepdf.PdfError, OSError, ValueError, TypeError, AttributeError) as error:
        raise ConversionError(f"PDF из «{name}» получился испорченным. Повторите; проверьте место на диске.") from error
    if not pages:
        raise ConversionError(f"PDF из «{name}» получился пустым: ни одной страницы.")
    if used and not any(expected_font(font) for font in used):
        found = ", ".join(sorted(used))
        raise ConversionError(
            f"«{name}» набран чужим шрифтом ({found}), строки и страницы разойдутся иначе."
            f" Выберите в документе Times New Roman. {soffice.INSTALL_FONTS}"
        )
    return content


def expected_font(name: str) -> bool:
    """Whether lines set in this font break where they should."""
    return name.startswith(_EXPECTED_FONTS)


def fonts(document: pikepdf.Pdf) -> Iterator[str]:
    """«LiberationSerif-Bold»: font names without the «BAAAAA+» of a subset."""
    for _, font in _named_fonts(document):
        yield str(font.get("/BaseFont", "")).lstrip("/").rpartition("+")[2]


def _named_fonts(document: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    for page in document.pages:
        yield from page.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary()).items()


def _without_traces(document: pikepdf.Pdf, on: date | None) -> bytes:
    """The PDF without the moment of its making and the random identifier, so that equal documents are equal bytes."""
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
    _tag_fonts(document)
    out = io.BytesIO()
    document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _tag_fonts(document: pikepdf.Pdf) -> None:
    """Tags of subsets («BAAAAA+») by the fonts' own numbers: LibreOffice gives them in the order of addresses."""
    for name, font in _named_fonts(document):
        _, plus, family = str(font.get("/BaseFont", "")).partition("+")
        number = name.removeprefix("/F")
        if plus and number.isdecimal():
            letters = "".join(chr(ord("A") + int(digit)) for digit in number.zfill(6)[-6:])
            font.BaseFont = font.FontDescriptor.FontName = pikepdf.Name(f"/{letters}+{family}")
