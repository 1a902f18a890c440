"""Where the lines of the inventory stand on its pages, so that each may lead to its document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import pypdfium2
from pikepdf import Array, Dictionary, Name, Pdf, String

from filings.russian.typography import typeset

# The beginning of a title stands on the first line of its cell, whatever follows on the next.
_BEGINNING = 24
_PAD = 3.0
_MARGIN = 40.0
# PDFium knows no threads. In this process nothing else uses it: foreign files are for the reading room.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class Line:
    """The place of one line: the page from 0, and the rectangle in points."""

    page: int
    box: tuple[float, float, float, float]


def lines_of(pdf: bytes, titles: Sequence[str]) -> list[Line | None]:
    """The line of every title, sought in their order; None for one that cannot be found."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return _sought([_Letters(page) for page in document], titles)
        finally:
            document.close()


def _sought(pages: list[_Letters], titles: Sequence[str]) -> list[Line | None]:
    """Each title after the one before it, on its page or a later one."""
    number, after = 0, 0
    found: list[tuple[int, float, float] | None] = []
    for title in titles:
        spot, place = None, number
        while place < len(pages) and spot is None:
            spot = pages[place].find(title, after if place == number else 0)
            place += 1
        if spot is None:
            found.append(None)
            continue
        number, after = place - 1, spot[0]
        found.append((number, spot[1], spot[2]))
    return [_line(found, at, pages) for at in range(len(found))]


def _line(found: list[tuple[int, float, float] | None], at: int, pages: list[_Letters]) -> Line | None:
    """From above this line to above the next one of the page, as wide as the text of the page."""
    here = found[at]
    if here is None:
        return None
    page, bottom, top = here
    below = next((line[2] for line in found[at + 1 :] if line and line[0] == page), bottom)
    return Line(page, (_MARGIN, min(below + _PAD, bottom - _PAD), pages[page].width - _MARGIN, top + _PAD))


class _Letters:
    """The text of a page without its spaces, and where each sign stands."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.width = page.get_width()
        self._letters = page.get_textpage()
        signs = self._letters.get_text_range()
        if len(signs) != self._letters.count_chars():  # a sign of two halves, or none: sign by sign, slowly
            signs = [self._letters.get_text_range(index, 1)[:1] for index in range(self._letters.count_chars())]
        self._places = [index for index, sign in enumerate(signs) if sign and not sign.isspace()]
        self._text = "".join(signs[index] for index in self._places)

    def find(self, title: str, after: int) -> tuple[int, float, float] | None:
        """Where the beginning of the title ends in the text, and the bottom and the top of its first line."""
        wanted = "".join(typeset(title).split())[:_BEGINNING]
        at = self._text.find(wanted, after)
        if at < 0 or not wanted:
            return None
        boxes = [self._letters.get_charbox(index) for index in self._places[at : at + len(wanted)]]
        top = max(box[3] for box in boxes)
        return at + len(wanted), min(box[1] for box in boxes if box[3] > top - 6), top


def link(packet: Pdf, lines: Sequence[Line | None], first_pages: Sequence[int], at: int) -> None:
    """Each line, on the packet's pages from `at` (counted from 0), leads to the first page (from 1) of its document."""
    for line, first_page in zip(lines, first_pages, strict=False):
        if line is not None:
            page = packet.pages[at + line.page].obj
            mark = packet.make_indirect(_annotation(packet, line, first_page))
            page.Annots = Array([*page.get("/Annots", []), mark])


def _annotation(packet: Pdf, line: Line, first_page: int) -> Dictionary:
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([round(side, 2) for side in line.box]),
        Border=Array([0, 0, 0]),
        F=4,
        Contents=String(f"Перейти к листу {first_page}"),
        Dest=Array([packet.pages[first_page - 1].obj, Name.XYZ, None, None, None]),
    )
