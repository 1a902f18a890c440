"""A .docx as a zip of XML parts: read with limits, written so that the same content gives the same bytes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from xml.sax.saxutils import escape

from lxml import etree

from filings.errors import TemplateError

MAXIMUM_UNPACKED = 50 * 1024 * 1024
MAXIMUM_PARTS = 500
# The heads of a part, of its line in the directory and of the end of a zip, as PKWARE's APPNOTE.TXT has them.
_LOCAL, _LISTED, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")
_UTF8, _EPOCH_DATE, _RIGHTS = 0x800, 1 << 5 | 1, 0o600 << 16
CORE = "docProps/core.xml"
# What zipfile raises on a broken archive, names of parts in no alphabet among it.
_UNREADABLE = (
    *(zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, struct.error, zlib.error),
)
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)

# What a reader sees on the sheet and what Jinja therefore fills; any other part with a tag is refused.
PRINTED = tuple(
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{part}+xml"
    for part in ("document.main", "header", "footer", "footnotes", "endnotes")
)


def read(docx: bytes, name: str) -> dict[str, bytes]:
    """Parts by their zip name, in the order of the file; `name` is what the error calls the file."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MAXIMUM_PARTS or sum(entry.file_size for entry in entries) > MAXIMUM_UNPACKED:
                raise TemplateError(f"Файл «{name}» слишком велик в развёрнутом виде: больше 50 МБ или 500 частей.")
            parts = {entry.filename: _unpacked(archive, entry) for entry in entries}
    except _UNREADABLE as error:
        raise TemplateError(f"Файл «{name}» не читается как документ Word. Сохраните его в Word как .docx.") from error
    if "[Content_Types].xml" not in parts or not printed_parts(parts):
        raise TemplateError(
            f"Файл «{name}» — не документ Word (.docx): в нём нет текста. Сохраните его в Word как .docx."
        )
    return parts


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """No more than the entry says it holds: `ZipFile.read` unfolds two gigabytes before it sees that this was a lie."""
    with archive.open(entry) as opened:
        return opened.read(entry.file_size + 1)


def read_file(path: Path) -> dict[str, bytes]:
    """Parts of the file at `path`; TemplateError if it is missing or is not Word."""
    return read(content_of(path), path.name)


def content_of(path: Path) -> bytes:
    """The bytes of the template at `path`; TemplateError if it is missing."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise TemplateError(f"Нет шаблона «{path.name}». Положите файл Word с этим именем в папку шаблонов.") from error


@dataclass(frozen=True)
class Packed:
    """A part as it lies in the zip."""

    crc: int
    size: int
    deflated: bytes


def pack(content: bytes, level: int = 1) -> Packed:
    """Deflated; `level` 1 is a tenth larger than 9 and takes half the time: right for what is made anew each time."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(zlib.crc32(content), len(content), packer.compress(content) + packer.flush())


def write(parts: Mapping[str, bytes], level: int = 1, packed: Mapping[str, Packed] = MappingProxyType({})) -> bytes:
    """A zip in the given order with one fixed time stamp, so that equal parts give equal bytes.

    `packed` are parts that are ready: most of a filled template is the same each time, and the zipfile of the standard
    library can neither take a ready part nor write eight of them in less time than the filling itself takes.
    """
    bodies, directory, place = [], [], 0
    for name, content in parts.items():
        part, encoded = packed.get(name) or pack(content, level), name.encode()
        entry = (20, _UTF8, zipfile.ZIP_DEFLATED, 0, _EPOCH_DATE, part.crc, len(part.deflated), part.size, len(encoded))
        body = b"".join((_LOCAL.pack(b"PK\3\4", *entry, 0), encoded, part.deflated))
        directory.append(_LISTED.pack(b"PK\1\2", 20, *entry, 0, 0, 0, 0, _RIGHTS, place) + encoded)
        bodies.append(body)
        place += len(body)
    listed = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(listed), place, 0)
    return b"".join((*bodies, listed, end))


def printed_parts(parts: Mapping[str, bytes]) -> list[str]:
    """Names of the parts that are printed, body first, told by their content types, not by their file names."""
    types = parse(parts.get("[Content_Types].xml", b"<Types/>"), "[Content_Types].xml")
    kinds = {
        node.get("PartName", "").lstrip("/"): node.get("ContentType") for node in types if isinstance(node.tag, str)
    }
    found = [name for name in parts if kinds.get(name) in PRINTED]
    return sorted(found, key=lambda name: PRINTED.index(kinds[name]))


def parse(xml: bytes | str, name: str) -> etree._Element:
    """Strict parsing: a part that is not well-formed is refused, never "recovered" with a loss of text."""
    try:
        root = etree.fromstring(xml.encode() if isinstance(xml, str) else xml, PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TemplateError(f"Часть документа Word «{name}» испорчена. Сохраните файл в Word заново.") from error
    if root.getroottree().docinfo.doctype:
        raise TemplateError(f"Часть документа Word «{name}» содержит DTD: такой файл не принимается.")
    return root


def core_properties(title: str, author: str, on: date) -> bytes:
    """docProps/core.xml with the given title and one date, instead of the template author's name and dates."""
    stamp = f"{on.isoformat()}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator><dc:language>ru-RU</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified></cp:coreProperties>'
    ).encode()
