"""Where Word files become PDF side by side: each is taken at once, and none is printed twice."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from io import BytesIO

import pikepdf

from filings.documents.pdf import convert

# One more than usually print at a time, so that the next is at hand when a place is free.
_AT_HAND = 3


class Press:
    """The documents of one packet by name, each on its way to paper or there already."""

    def __init__(self, threads: ThreadPoolExecutor, on: date) -> None:
        """`on` is the date of the documents; the threads belong to whoever opened the press."""
        self._threads, self._on = threads, on
        self._under_way: dict[bytes, Future[bytes]] = {}
        self.words: dict[str, bytes] = {}

    def put(self, name: str, docx: bytes) -> None:
        """Begins to print; a document that is the same as before is not printed again."""
        self.words[name] = docx
        if docx not in self._under_way:
            self._under_way[docx] = self._threads.submit(self._print, name, docx)

    def _print(self, name: str, docx: bytes) -> bytes:
        return convert({name: docx}, on=self._on)[name]

    def pdf(self, name: str) -> bytes:
        """The PDF of the last Word file put under this name; waits for it, raises what went wrong with it."""
        return self._under_way[self.words[name]].result()

    def pages(self, name: str) -> int:
        """How many pages it came out on."""
        with pikepdf.open(BytesIO(self.pdf(name))) as document:
            return len(document.pages)

    def pdfs(self) -> dict[str, bytes]:
        """All of them."""
        return {name: self.pdf(name) for name in self.words}


@contextmanager
def opened(on: date) -> Iterator[Press]:
    """A press for one packet; when one document fails, those that have not begun are left."""
    threads = ThreadPoolExecutor(_AT_HAND, thread_name_prefix="filings-press")
    try:
        yield Press(threads, on)
    finally:
        threads.shutdown(cancel_futures=True)
