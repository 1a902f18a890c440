"""Whether a foreign PDF is whole and of a bearable size, before anything is done with it.

Both readers are lenient by nature: they repair, skip and guess. Here nothing is guessed. pypdf unfolds every drawing
under its limits; then the stored streams are checked against their own checksums, which both readers ignore.
"""

import io
import logging
import re
import zlib
from typing import Any

import pikepdf
import pypdf
from pikepdf import Name, Pdf
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

MAX_PAGES = 500
MAX_UNFOLDED = 300_000_000
MAX_RASTER_BYTES = 360_000_000
MAX_DRAWINGS = 20_000
# A promise above this is no thick book but a lie; walking the tree shows it.
_LIKELY_PAGES = 100_000
_PIECE = 1 << 20
_REFERENCE = re.compile(rb"(?<![\d.])(\d{1,7}) (\d{1,5}) R(?![\w])")
# qpdf's own words for an object that is replaced by nothing (libqpdf/QPDF_objects.cc).
_LOSSES = ("not found in file", "treating as null")
# The readers' remarks on a foreign file are English and for developers; without a handler Python prints them.
for _reader in ("pypdf", "pikepdf", "img2pdf", "PIL"):
    logging.getLogger(_reader).addHandler(logging.NullHandler())

# ISO 32000-1, 7.5.5: the end marker; readers look for it in the last kilobyte or two. Downloads add empty blocks.
_LAST_BYTES, _PADDING = 2048, b"\0\r\n\t "
# RFC 1951, 3.2.4: an empty stored block that is not the last one. Adobe Acrobat ends what it writes into forms so.
_FLUSHED = b"\x00\x00\xff\xff"
# pypdf has one error for what unfolds too far and for what runs in a circle or is written against the rules.
_GROWTH = re.compile(r"unfold|decod|decompress|too many|too large|buffer|entries|memory|row length", re.IGNORECASE)


class Locked(ValueError):
    """The file asks for a password."""


class TooManyPages(ValueError):
    """The message is the number of pages."""


class Damaged(ValueError):
    """Something is missing or spoilt; the message is for a developer."""


def grows_too_far(limit: LimitReachedError) -> bool:
    """Whether the limit that was reached is one of size; the others are those of broken files."""
    return bool(_GROWTH.search(str(limit)))


def measure(content: bytes) -> int:
    """How many pages there are, each of them read to the end; raises Locked, TooManyPages, Damaged, LimitReachedError.

    pypdf may raise anything else on a file made to break it.
    """
    reader = pypdf.PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Locked
    # Read here and not by pikepdf, which writes its own count over it when it repairs the tree.
    promised = reader.root_object["/Pages"].get("/Count")
    if isinstance(promised, int) and MAX_PAGES < promised <= _LIKELY_PAGES:
        raise TooManyPages(promised)
    count = len(reader.pages)
    if promised != count:
        raise Damaged(f"pages: read {count}, promised {promised}")
    meter = _Meter()
    for page in reader.pages:
        meter.page(page)
    return count


def refuse_damage(source: Pdf, content: bytes, pages: int) -> None:
    """Repair is accepted only if nothing can have been lost by it: same pages, an end, every drawing intact."""
    if pages != len(source.pages):
        raise Damaged(f"pages: pypdf reads {pages}, pikepdf {len(source.pages)}")
    if _was_repaired(source):
        if b"%%EOF" not in content.rstrip(_PADDING)[-_LAST_BYTES:]:
            raise Damaged("cut short")
        _refuse_holes(source, content)
    for page in source.pages:
        page.as_form_xobject(handle_transformations=False).read_bytes()
    _check_sums(source)
    # Only now: qpdf looks for an object when it is asked for it, and _check_sums has asked for all.
    lost = [warning for warning in map(str, source.get_warnings()) if any(sign in warning for sign in _LOSSES)]
    if lost:
        raise Damaged(lost[0])


def _was_repaired(source: Pdf) -> bool:
    return any("reconstruct" in str(warning) for warning in source.get_warnings())


def _refuse_holes(source: Pdf, content: bytes) -> None:
    """A reference to nothing is null by the standard (ISO 32000-1, 7.3.10), without a word; in a repaired file it is a
    part that was cut out, a picture's colours or a font's letters. qpdf hides such entries, so the bytes are asked."""
    for found in set(_REFERENCE.findall(content)):
        if source.get_object(int(found[0]), int(found[1])) is None:
            raise Damaged("something that is referred to is missing")


def _check_sums(source: Pdf) -> None:
    """Every zlib stream that is not a raster, against its checksum; rasters are too large and spoil visibly."""
    unfolded = 0
    for stored in source.objects:
        if not isinstance(stored, pikepdf.Stream) or stored.get("/Subtype") == Name.Image:
            continue
        if _first_filter(stored) == Name.FlateDecode:
            unfolded += _inflated_length(stored.read_raw_bytes(), MAX_UNFOLDED - unfolded)


def _first_filter(stored: pikepdf.Stream) -> Any:
    filters = stored.get("/Filter")
    return (filters[0] if len(filters) else None) if isinstance(filters, pikepdf.Array) else filters


def _inflated_length(stored: bytes, limit: int) -> int:
    """Bytes that a zlib stream (RFC 1950) unfolds to; a missing checksum is forgiven, a wrong one is not."""
    if not stored.strip():
        return 0
    inflater, pending, total, checksum = zlib.decompressobj(-zlib.MAX_WBITS), stored[2:], 0, 1
    while not inflater.eof:
        piece = inflater.decompress(pending, _PIECE)
        if not piece and not inflater.eof:
            if stored.endswith(_FLUSHED):
                break
            raise Damaged("stream cut short")
        pending, total, checksum = inflater.unconsumed_tail, total + len(piece), zlib.adler32(piece, checksum)
        if total > limit:
            raise LimitReachedError("the whole file unfolds too far")
    trailer = inflater.unused_data[:4]
    if len(trailer) == 4 and int.from_bytes(trailer, "big") != checksum:
        raise Damaged("stream checksum")
    return total


class _Meter:
    """Unfolds what pages draw, under pypdf's limits, and keeps the account for the whole file."""

    def __init__(self) -> None:
        self._unfolded = 0
        # The objects themselves are kept: pypdf may drop one, and its id would then be given to another.
        self._seen: dict[int, Any] = {}

    def page(self, page: pypdf.PageObject) -> None:
        """Read the page's own drawing and everything it may draw through resources."""
        # A page without the key is blank; a key that leads nowhere is a loss.
        contents = page["/Contents"] if "/Contents" in page else ArrayObject()
        for part in contents if isinstance(contents, ArrayObject) else [contents]:
            self._stream(part.get_object() if part is not None else None)
        waiting = [page.get("/Resources")]
        while waiting:
            waiting.extend(self._resources(waiting.pop()))

    def _resources(self, resources: Any) -> list[Any]:
        """Everything drawn through one dictionary of resources; returns those of the forms in it."""
        for font in _entries(resources, "/Font"):
            if not isinstance(font, DictionaryObject):
                raise Damaged("a font is missing")
        return [inner for drawing in _entries(resources, "/XObject") for inner in self._drawing(drawing)]

    def _drawing(self, drawing: Any) -> list[Any]:
        if id(drawing) in self._seen:
            return []
        self._seen[id(drawing)] = drawing
        if len(self._seen) > MAX_DRAWINGS:
            raise LimitReachedError("too many drawings")
        # ISO 32000-1, table 5: /F names a file outside that holds the data.
        if not isinstance(drawing, StreamObject) or "/F" in drawing:
            raise Damaged("a drawing is missing")
        if drawing.get("/Subtype") == "/Image":
            _measure_raster(drawing)
            return []
        self._stream(drawing)
        return [drawing.get("/Resources")]

    def _stream(self, stream: Any) -> None:
        if not isinstance(stream, StreamObject):
            raise Damaged("a page's content is missing")
        self._unfolded += len(stream.get_data())
        if self._unfolded > MAX_UNFOLDED:
            raise LimitReachedError("the whole file unfolds too far")


def _entries(resources: Any, group: str) -> list[Any]:
    """The objects of one group of resources, each looked up; one that is lost comes as null."""
    resources = resources.get_object() if resources is not None else None
    found = resources.get(group) if isinstance(resources, DictionaryObject) else None
    found = found.get_object() if found is not None else None
    return [entry.get_object() for entry in found.values()] if isinstance(found, DictionaryObject) else []


def _measure_raster(image: StreamObject) -> None:
    """A raster is measured by what it declares: decoding it is the printer's work."""
    bits = int(image.get("/BitsPerComponent", 1))
    colours = 1 if bits == 1 else 4 if "CMYK" in str(image.get("/ColorSpace")) else 3
    if int(image["/Width"]) * int(image["/Height"]) * bits * colours // 8 > MAX_RASTER_BYTES:
        raise LimitReachedError("raster too large")
