"""The bookmarks of a foreign PDF: titles and pages, of a bearable number and depth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pikepdf
from pikepdf import Array, Name, OutlineItem, Pdf

# A title, the number of its page from 0, and the headings under it: plain lists, so that they pass as JSON.
Heading = list[Any]

MOST, DEEPEST, LONGEST = 300, 4, 120


def outline_of(source: Pdf) -> list[Heading]:
    """The bookmarks that lead to pages of the file; those that lead nowhere give way to what is under them.

    A file whose bookmarks are broken has none: they are a convenience, the pages are the document.
    """
    try:
        numbers = {page.obj.objgen: number for number, page in enumerate(source.pages)}
        with source.open_outline(max_depth=DEEPEST, strict=False) as outline:
            left = [MOST]
            return _headings(source, outline.root, numbers, left)
    except Exception:  # cycles, strings in odd encodings, trees of the wrong type
        return []


def _headings(source: Pdf, items: Iterable[OutlineItem], numbers: dict, left: list[int]) -> list[Heading]:
    found: list[Heading] = []
    for item in items:
        if left[0] <= 0:
            break
        left[0] -= 1
        below = _headings(source, item.children, numbers, left)
        title, page = _title(item), _page(source, item, numbers)
        if title and page is not None:
            found.append([title, page, below])
        else:
            found.extend(below)
    return found


def _title(item: OutlineItem) -> str:
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in item.title).split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def _page(source: Pdf, item: OutlineItem, numbers: dict) -> int | None:
    """The number of the page that the bookmark opens; None when it opens another file, or nothing."""
    place = item.destination
    if place is None and item.action is not None and item.action.get("/S") == Name.GoTo:
        place = item.action.get("/D")
    if isinstance(place, pikepdf.String | pikepdf.Name):
        place = _named(source, place)
    if isinstance(place, pikepdf.Dictionary):
        place = place.get("/D")
    if not isinstance(place, Array) or not len(place):
        return None
    page = place[0]
    if isinstance(page, int):
        return page if 0 <= page < len(source.pages) else None
    return numbers.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None


def _named(source: Pdf, name: Any) -> Any:
    """A named place: of the tree (ISO 32000-1, 12.3.2.3) or of the older dictionary."""
    if isinstance(name, pikepdf.Name):
        return source.Root.get("/Dests", pikepdf.Dictionary()).get(str(name))
    tree = source.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    return pikepdf.NameTree(tree).get(str(name)) if tree is not None else None
