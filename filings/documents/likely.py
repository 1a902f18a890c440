"""How many pages a document will probably have: a guess that saves a second printing, and is always checked by one."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from threading import Lock

from filings.documents import package

_BYTES_A_LINE = 150
_LINES_A_PAGE = 44
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]+)")
_MOST_REMEMBERED = 500
_lock = Lock()
# For each sort of document, its lengths in order and the pages that came out.
_seen: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)


def lines(docx: bytes) -> int:
    """About how many lines the text of a Word file takes: Cyrillic letters are of two bytes."""
    paragraphs = package.read(docx, "")["word/document.xml"].split(b"</w:p>")
    return sum(1 + sum(map(len, _TEXT.findall(paragraph))) // _BYTES_A_LINE for paragraph in paragraphs)


def pages(sort: str, length: int) -> int:
    """As many as the document of this sort that was nearest in length; by the measure of a page when there was none."""
    with _lock:
        seen = _seen[sort]
        at = bisect_left(seen, (length, 0))
        nearest = min(seen[max(0, at - 1) : at + 1], key=lambda found: abs(found[0] - length), default=None)
    return nearest[1] if nearest else 1 + length // _LINES_A_PAGE


def remember(sort: str, length: int, found: int) -> None:
    """So many pages came out of so long a document."""
    with _lock:
        seen = _seen[sort]
        at = bisect_left(seen, (length, 0))
        if at < len(seen) and seen[at][0] == length:
            seen[at] = length, found
        elif len(seen) < _MOST_REMEMBERED:
            insort(seen, (length, found))


def forget() -> None:
    """As if nothing had been printed yet."""
    with _lock:
        _seen.clear()
