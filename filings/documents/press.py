"""Where Word files become PDF side by side: each is taken at once, and none is printed twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import date
from io import BytesIO

import pikepdf

from filings.documents.joined import Sheaf, sheaves
from filings.documents.pdf import convert, convert_joined
from filings.documents.standing import Standing
from filings.errors import ConversionError

# The converter itself says how many it takes at once; the others wait here, none for the packet of another.
_threads = Standing(64, "filings-press")


class Press:
    """The documents of one packet by name, each on its way to paper or there already."""

    def __init__(self, on: date) -> None:
        """`on` is the date of the documents."""
        self._on = on
        self._sheaves: dict[tuple[tuple[str, bytes], ...], list[Sheaf]] = {}
        self._under_way: dict[tuple[bytes, ...], Future[list[bytes]]] = {}
        self._places: dict[str, tuple[tuple[bytes, ...], int]] = {}
        self.words: dict[str, bytes] = {}

    def put(self, documents: Mapping[str, bytes]) -> None:
        """Begins to print; what is the same as before is not printed again.

        Those of one style go in one sheaf, so that the same documents put together always give the same bytes.
        """
        together = tuple(documents.items())
        if together not in self._sheaves:
            self._sheaves[together] = sheaves(documents)
        self.words |= documents
        for sheaf in self._sheaves[together]:
            contents = tuple(sheaf.documents.values())
            self._places |= {name: (contents, number) for number, name in enumerate(sheaf.documents)}
            if contents not in self._under_way:
                self._under_way[contents] = _threads.submit(self._print, sheaf)

    def _print(self, sheaf: Sheaf) -> list[bytes]:
        """The PDFs in the order of the sheaf; what fails in one goes one by one, so that the bad one is named."""
        if len(sheaf.documents) > 1:
            try:
                return convert_joined(sheaf, on=self._on)
            except ConversionError:
                pass
        return [convert({name: docx}, on=self._on)[name] for name, docx in sheaf.documents.items()]

    def pdf(self, name: str) -> bytes:
        """The PDF of the last Word file put under this name; waits for it, raises what went wrong with it."""
        contents, number = self._places[name]
        return self._under_way[contents].result()[number]

    def pages(self, name: str) -> int:
        """How many pages it came out on."""
        with pikepdf.open(BytesIO(self.pdf(name))) as document:
            return len(document.pages)

    def pdfs(self) -> dict[str, bytes]:
        """All of them."""
        return {name: self.pdf(name) for name in self.words}

    def leave(self) -> None:
        """What has not begun will not be printed."""
        for printed in self._under_way.values():
            printed.cancel()


@contextmanager
def opened(on: date) -> Iterator[Press]:
    """A press for one packet; when one document fails, those that have not begun are left."""
    printing = Press(on)
    try:
        yield printing
    finally:
        printing.leave()
