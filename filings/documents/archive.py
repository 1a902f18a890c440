"""What PDF/A wants (ISO 19005-2) and LibreOffice leaves undone, mended before the document is written."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Pdf, Stream


def put_in_order(document: Pdf) -> None:
    """The document as a strict validator reads it without a word; the pages and the text stay as they are."""
    _drop_circular_roles(document)
    _end_streams_clearly(document)


def _drop_circular_roles(document: Pdf) -> None:
    """6.7.3.4: no role stands for itself; LibreOffice maps «Table» to «Table»."""
    roles = document.Root.get("/StructTreeRoot", Dictionary()).get("/RoleMap", Dictionary())
    for role in [role for role, meaning in roles.items() if meaning == Name(role)]:
        del roles[role]


def _end_streams_clearly(document: Pdf) -> None:
    """6.1.7.1: the length ends before the end of the line. Where the last byte is a carriage return, the line may be
    read as ending one byte earlier; one more line end in what is packed gives it another checksum, hence another end.
    """
    for stored in _that_may_grow(document):
        while stored.get("/Filter") == Name.FlateDecode and stored.read_raw_bytes().endswith(b"\r"):
            longer = stored.read_bytes() + b"\n"
            stored.write(zlib.compress(longer), filter=Name.FlateDecode)
            if "/Length1" in stored:
                stored.Length1 = len(longer)


def _that_may_grow(document: Pdf) -> Iterator[Stream]:
    """The streams that a line end more does not change: what pages draw, what the letters of fonts mean and look like
    (the tables of a TrueType font are found by their places, and nothing by the end of the file)."""
    for page in document.pages:
        drawn = page.obj.get("/Contents", Array())
        yield from drawn if isinstance(drawn, Array) else [drawn]
        for font in page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary()).as_dict().values():
            parts = font.get("/ToUnicode"), font.get("/FontDescriptor", Dictionary()).get("/FontFile2")
            yield from (part for part in parts if isinstance(part, Stream))
