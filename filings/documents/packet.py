"""The packet: its parts bound into one PDF with bookmarks, stamps and running page numbers.

The binding is read back before it is handed over: every page is there and carries its marks, or there is no packet.
"""

import hashlib
import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date

import pikepdf
import pypdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf

from filings.documents.foreign_outline import Heading
from filings.documents.inventory_links import lines_of, link
from filings.documents.stamps import Marks, encoded, exhibit_stamp, folio, print_marks
from filings.errors import FilingError

_END = 1 << 16


@dataclass(frozen=True)
class Part:
    """One document of the packet; `children` follow it and are bookmarked under it."""

    title: str
    pdf: bytes
    """Empty when the part only gathers its children under one bookmark."""
    bookmark: str
    exhibit_number: int | None = None
    """Stamped «Приложение № N, лист M» on each page; the pages come from open_exhibit, which leaves room."""
    children: "tuple[Part, ...]" = ()
    outline: tuple[Heading, ...] = ()
    """The document's own bookmarks, hung under its bookmark."""
    leads_to: tuple[str, ...] = ()
    """Lines printed in it that lead to the parts after it, one to each, in order."""


@dataclass(frozen=True)
class Place:
    """Where a part stands in the packet; `first_page` counts from 1."""

    title: str
    first_page: int
    pages: int


@dataclass(frozen=True)
class Bound:
    """The packet and the place of every part that has pages, in order."""

    pdf: bytes
    places: list[Place]


def bind(parts: Sequence[Part], *, title: str, author: str, on: date) -> Bound:
    """Bind the parts in the order given; the same parts always give the same bytes.

    `on` is the packet's date, `title` and `author` go into the document's properties.
    Raises FilingError when a part has no pages or when the result does not hold every page with its marks.
    """
    with ExitStack() as opened, Pdf.new() as packet:
        places = _gather(packet, parts, opened)
        marks = _marks(parts, places)
        names = print_marks(packet, marks)
        _describe(packet, title, author, on)
        _identify(packet, parts)
        _bookmark(packet, parts, places)
        _link(packet, parts, places)
        content = _save(packet)
    _read_back(content, marks, names)
    return Bound(content, places)


def _gather(packet: Pdf, parts: Sequence[Part], opened: ExitStack) -> list[Place]:
    """Append every part's pages; the sources stay open until the packet is written."""
    places = []
    for part in _in_order(parts):
        if not part.pdf:
            continue
        first_page = len(packet.pages) + 1
        packet.pages.extend(opened.enter_context(_open(part)).pages)
        places.append(Place(part.title, first_page, len(packet.pages) + 1 - first_page))
    if not places:
        raise FilingError("Пакет пуст: в нём нет ни одного документа.")
    return places


def _in_order(parts: Sequence[Part]) -> Iterator[Part]:
    """Every part, each followed by its children."""
    for part in parts:
        if not part.pdf and not part.children:
            raise FilingError(f"В пакете нет страниц документа «{part.title}». Соберите пакет заново.")
        yield part
        yield from _in_order(part.children)


def _open(part: Part) -> Pdf:
    try:
        pdf = pikepdf.open(io.BytesIO(part.pdf))
    except pikepdf.PdfError as mistake:
        raise FilingError(f"Документ «{part.title}» повреждён и в пакет не вошёл. Соберите пакет заново.") from mistake
    if len(pdf.pages) == 0:
        raise FilingError(f"В документе «{part.title}» нет ни одной страницы. Соберите пакет заново.")
    return pdf


def _marks(parts: Sequence[Part], places: Sequence[Place]) -> list[Marks]:
    """The marks of every page of the packet."""
    total = sum(place.pages for place in places)
    bodies = (part for part in _in_order(parts) if part.pdf)
    marks = []
    for part, place in zip(bodies, places, strict=True):
        for leaf in range(1, place.pages + 1):
            stamp = exhibit_stamp(part.exhibit_number, leaf) if part.exhibit_number is not None else None
            marks.append(Marks(folio(place.first_page + leaf - 1, total), stamp))
    return marks


def _describe(packet: Pdf, title: str, author: str, on: date) -> None:
    """Properties of the document: what a reader's window shows, and the language for a screen reader."""
    packet.docinfo.Title, packet.docinfo.Author = title, author
    # Midnight in Greenwich is the same calendar day in every time zone of Russia.
    packet.docinfo.CreationDate = f"D:{on:%Y%m%d}000000Z"
    packet.Root.Lang = "ru-RU"
    packet.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    packet.Root.PageMode = Name.UseOutlines
    packet.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))


def _identify(packet: Pdf, parts: Sequence[Part]) -> None:
    """The identifier of the file, of the ends of its parts: qpdf's own is of every byte of all scans."""
    found = hashlib.sha256()
    for part in _in_order(parts):
        found.update(b"%d " % len(part.pdf) + part.pdf[:_END] + part.pdf[-_END:])
    identifier = pikepdf.String(found.digest()[:16])
    packet.trailer.ID = Array([identifier, identifier])


def _bookmark(packet: Pdf, parts: Sequence[Part], places: Sequence[Place]) -> None:
    """The tree of bookmarks, as deep as the parts."""
    pages = iter(places)
    with packet.open_outline() as outline:
        outline.root.extend(_bookmarks(parts, pages)[0])


def _bookmarks(parts: Sequence[Part], pages: Iterator[Place]) -> tuple[list[OutlineItem], int | None]:
    """Bookmarks of the parts, and the index of the first page among them: a gatherer opens its first child's page."""
    items, first = [], None
    for part in parts:
        own = next(pages).first_page - 1 if part.pdf else None
        children, childs_page = _bookmarks(part.children, pages)
        opens = own if own is not None else childs_page
        item = OutlineItem(part.bookmark, opens)
        item.children.extend([*_own_bookmarks(part.outline, opens), *children])
        items.append(item)
        first = opens if first is None else first
    return items, first


def _own_bookmarks(outline: Sequence[Heading], at: int | None) -> list[OutlineItem]:
    """The bookmarks that a foreign document brought, on its pages in the packet; closed, for there may be many."""
    items = []
    for title, page, below in outline:
        item = OutlineItem(title, (at or 0) + page)
        item.is_closed = True
        item.children.extend(_own_bookmarks(below, at))
        items.append(item)
    return items


def _link(packet: Pdf, parts: Sequence[Part], places: Sequence[Place]) -> None:
    """The lines of the inventory lead to the documents."""
    bodies = [part for part in _in_order(parts) if part.pdf]
    for number, part in enumerate(bodies):
        if part.leads_to:
            first_pages = [place.first_page for place in places[number + 1 :]]
            link(packet, lines_of(part.pdf, part.leads_to), first_pages, places[number].first_page - 1)


def _save(packet: Pdf) -> bytes:
    target = io.BytesIO()
    packet.save(
        target,
        static_id=True,
        compress_streams=True,
        # streams of objects save half a percent, and the other reader would take half as long again
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return target.getvalue()


def _read_back(content: bytes, marks: Sequence[Marks], names: Sequence[Name]) -> None:
    """Open the packet with the other reader: the pages are all there, each draws its marks."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    if len(pages) != len(marks):
        raise FilingError(f"В собранном пакете {len(pages)} стр. вместо {len(marks)}. Соберите пакет заново.")
    read: set[int] = set()
    for number, (page, mark, name) in enumerate(zip(pages, marks, names, strict=True), 1):
        if not _carries(page, mark, str(name), read):
            raise FilingError(f"На стр. {number} пакета не напечатаны номер и отметка. Соберите пакет заново.")


# Fonts, by their letters and their table of letters, in which marks were once read as text: then the codes are enough.
_legible: set[tuple[bytes, bytes]] = set()


def _carries(page: pypdf.PageObject, mark: Marks, name: str, read: set[int]) -> bool:
    """Only our own drawing is read: a whole foreign page may take seconds and says nothing about the marks.

    `read` are the numbers of the fonts in this packet that are known to be legible.
    """
    drawing = page["/Resources"]["/XObject"].get(name)
    last = page["/Contents"][-1].get_object().get_data()
    if drawing is None or f"{name} Do".encode() not in last:
        return False
    drawing = drawing.get_object()
    drawn = drawing.get_data()
    if not all(f"<{encoded(expected).hex()}> Tj".encode() in drawn for expected in mark.texts()):
        return False
    number = drawing["/Resources"]["/Font"].raw_get("/M").idnum
    if number not in read and not _is_legible(page, drawing, mark):
        return False
    read.add(number)
    return True


def _is_legible(page: pypdf.PageObject, drawing: pypdf.generic.StreamObject, mark: Marks) -> bool:
    font = _font(drawing)
    if font not in _legible:
        text = page.extract_xform_text(drawing)
        if not all(expected in text for expected in mark.texts()):
            return False
        _legible.add(font)
    return True


def _font(drawing: pypdf.generic.StreamObject) -> tuple[bytes, bytes]:
    """What the letters look like, and which they are."""
    font = drawing["/Resources"]["/Font"]["/M"]
    return font["/FontDescriptor"]["/FontFile2"]._data, font["/ToUnicode"]._data
