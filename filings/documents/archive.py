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
    for text in _texts(document):
        while text.get("/Filter") == Name.FlateDecode and text.read_raw_bytes().endswith(b"\r"):
            text.write(zlib.compress(text.read_bytes() + b"\n"), filter=Name.FlateDecode)


def _texts(document: Pdf) -> Iterator[Stream]:
    """The streams that a line end more does not change: what pages draw, and what the letters of fonts mean."""
    for page in document.pages:
        drawn = page.obj.get("/Contents", Array())
        yield from drawn if isinstance(drawn, Array) else [drawn]
        for font in page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary()).as_dict().values():
            if isinstance(meaning := font.get("/ToUnicode"), Stream):
                yield meaning
