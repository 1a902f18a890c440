"""What LibreOffice printed: read back, checked for pages and fonts, and freed from every trace of its making."""

import io
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from xml.sax.saxutils import escape

import pikepdf

from filings.documents import archive, joined, soffice
from filings.errors import ConversionError

# Families with the metrics that the templates were drawn with; others may join for a rare sign, never stand alone.
_EXPECTED_FONTS = ("Liberation", "TimesNewRoman", "Arial", "CourierNew", "PTAstra", "Carlito", "Caladea")

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>ru-RU</rdf:li></rdf:Bag></dc:language>{dated}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def finish(name: str, printed: bytes | None, on: date | None, *, archival: bool = False) -> bytes:
    """The PDF as it is let out, dated `on`; ConversionError when there is none, or no pages, or foreign fonts.

    An `archival` one keeps title and author, says the same in its metadata, and says that it is PDF/A-2b.
    """
    with _opened(name, printed) as document:
        _check(name, document)
        return _without_traces(document, on, archival)


def finish_joined(names: Sequence[str], printed: bytes | None, on: date | None) -> list[bytes]:
    """The same of documents that were printed as one, each cut out; ConversionError also when that cannot be done."""
    with _opened(", ".join(names), printed) as document:
        _check(", ".join(names), document)
        begins = joined.first_pages(document, len(names))
        if begins is None:
            raise ConversionError(f"В общем PDF не видно, где начинается каждый из документов: {', '.join(names)}.")
        return [_cut(document, *span, on) for span in pairwise([*begins, len(document.pages)])]


@contextmanager
def _opened(name: str, printed: bytes | None) -> Iterator[pikepdf.Pdf]:
    if printed is None:
        raise ConversionError(
            f"LibreOffice не смог превратить «{name}» в PDF. Откройте файл в Word, сохраните заново и повторите."
        )
    try:
        with pikepdf.open(io.BytesIO(printed), attempt_recovery=False) as document:
            yield document
    except (pikepdf.PdfError, OSError, ValueError, TypeError, AttributeError) as error:
        raise ConversionError(f"PDF из «{name}» получился испорченным. Повторите; проверьте место на диске.") from error


def _check(name: str, document: pikepdf.Pdf) -> None:
    if not len(document.pages):
        raise ConversionError(f"PDF из «{name}» получился пустым: ни одной страницы.")
    used = set(fonts(document))
    if used and not any(expected_font(font) for font in used):
        found = ", ".join(sorted(used))
        raise ConversionError(
            f"«{name}» набран чужим шрифтом ({found}), строки и страницы разойдутся иначе."
            f" Выберите в документе Times New Roman. {soffice.INSTALL_FONTS}"
        )


def _cut(document: pikepdf.Pdf, begin: int, end: int, on: date | None) -> bytes:
    with pikepdf.new() as own:
        own.pages.extend(document.pages[begin:end])
        return _without_traces(own, on, archival=False)


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


def _without_traces(document: pikepdf.Pdf, on: date | None, archival: bool) -> bytes:
    """The PDF without the moment of its making and the random identifier, so that equal documents are equal bytes."""
    kept = ("/Title", "/Author") if archival else ("/Title",)
    for key in list(document.docinfo.keys()):
        if key not in kept:
            del document.docinfo[key]
    if on is not None:
        document.docinfo["/CreationDate"] = document.docinfo["/ModDate"] = f"D:{on:%Y%m%d}000000Z"
    for key in ("/Metadata", "/OpenAction", "/Dests"):
        if key in document.Root:
            del document.Root[key]
    for key in ("/ID", "/DocChecksum"):
        if key in document.trailer:
            del document.trailer[key]
    if archival:
        document.Root.Metadata = _metadata(document, on)
        _date_colours(document)
        archive.put_in_order(document)
    _tag_fonts(document)
    out = io.BytesIO()
    # streams of objects would keep the order in which LibreOffice numbered them, and that changes from run to run
    document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def _metadata(document: pikepdf.Pdf, on: date | None) -> pikepdf.Stream:
    """The same as the document's properties, as PDF/A wants it, and nothing that changes from run to run."""
    title, author = (escape(str(document.docinfo.get(key, ""))) for key in ("/Title", "/Author"))
    dated = f"<xmp:CreateDate>{on}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{on}T00:00:00Z</xmp:ModifyDate>"
    xmp = _XMP.format(title=title, author=author, dated=dated if on else "")
    return pikepdf.Stream(document, xmp.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)


def _date_colours(document: pikepdf.Pdf) -> None:
    """LibreOffice makes the profile of colours anew each time, and the moment stands in bytes 24 to 35 of its head."""
    for intent in document.Root.get("/OutputIntents", []):
        profile = intent.DestOutputProfile.read_bytes()
        dated = profile[:24] + struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + profile[36:]
        intent.DestOutputProfile.write(dated)


def _tag_fonts(document: pikepdf.Pdf) -> None:
    """Tags of subsets («BAAAAA+») by the fonts' own numbers: LibreOffice gives them in the order of addresses."""
    for name, font in _named_fonts(document):
        _, plus, family = str(font.get("/BaseFont", "")).partition("+")
        number = name.removeprefix("/F")
        if plus and number.isdecimal():
            letters = "".join(chr(ord("A") + int(digit)) for digit in number.zfill(6)[-6:])
            font.BaseFont = font.FontDescriptor.FontName = pikepdf.Name(f"/{letters}+{family}")
