"""What is printed over the bound pages: «Приложение № 2, лист 1» on top, «Лист 7 из 9» at the bottom.

All marks of a packet are drawn in one pass by reportlab, one small page for each page of the packet, and laid
over it with pikepdf. The text stays text: it can be searched and copied.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import pikepdf
from pikepdf import Dictionary, Name, Page, Pdf, Rectangle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from filings.documents.fonts import FAMILY, font_file
from filings.documents.sheet import MM, corners

FONT_SIZE = 9
EDGE = 8 * MM
TOP_EDGE = 3.5 * MM
FOLIO_BASELINE = 6 * MM
FRAME_HEIGHT = 6 * MM
PADDING = 2 * MM
INK = 0.15
PAPER_OPACITY = 0.9


@dataclass(frozen=True)
class Marks:
    """What one page carries: its own number in the packet and, on an exhibit, the exhibit's stamp."""

    folio: str
    stamp: str | None = None

    def texts(self) -> tuple[str, ...]:
        """Everything that must be found on the page afterwards."""
        return (self.stamp, self.folio) if self.stamp else (self.folio,)


def folio(number: int, total: int) -> str:
    """The packet's page number."""
    return f"Лист {number} из {total}"


def exhibit_stamp(exhibit_number: int, leaf: int) -> str:
    """The mark of one page of an exhibit; both counted from 1."""
    return f"Приложение № {exhibit_number}, лист {leaf}"


def print_marks(pdf: Pdf, marks: Sequence[Marks]) -> list[Name]:
    """Print one set of marks over each page, upright as the page is shown; returns the marks' names in resources.

    `marks` has one entry for each page. Raises ConversionError when the font is not installed.
    """
    sizes = [_shown_size(page) for page in pdf.pages]
    with pikepdf.open(io.BytesIO(_draw(sizes, marks))) as drawn:
        return [
            _lay_over(pdf, page, drawn.pages[index], f"/PacketMarks{index + 1}") for index, page in enumerate(pdf.pages)
        ]


def _shown_size(page: Page) -> tuple[float, float]:
    left, bottom, right, top = corners(page.cropbox)
    width, height = right - left, top - bottom
    return (height, width) if page.rotation % 180 == 90 else (width, height)


def _draw(sizes: Sequence[tuple[float, float]], marks: Sequence[Marks]) -> bytes:
    """One document with the marks of every page; `invariant` keeps dates and random identifiers out of it."""
    _register_font()
    encoded = io.BytesIO()
    canvas = Canvas(encoded, invariant=1, pageCompression=1)
    for size, mark in zip(sizes, marks, strict=True):
        canvas.setPageSize(size)
        _draw_folio(canvas, size, mark.folio)
        if mark.stamp:
            _draw_stamp(canvas, size, mark.stamp)
        canvas.showPage()
    canvas.save()
    return encoded.getvalue()


def _draw_folio(canvas: Canvas, size: tuple[float, float], text: str) -> None:
    """Bottom right: the filing's own numbers stand at the top."""
    width = _width(text)
    _draw_paper(canvas, size[0] - EDGE - width - 2, FOLIO_BASELINE - 3, width + 4, FONT_SIZE + 3, stroke=0)
    canvas.setFont(FAMILY, FONT_SIZE)
    canvas.drawRightString(size[0] - EDGE, FOLIO_BASELINE, text)


def _draw_stamp(canvas: Canvas, size: tuple[float, float], text: str) -> None:
    """Top right, in a thin frame on nearly opaque white: legible over a dark scan."""
    width = _width(text) + 2 * PADDING
    left, bottom = size[0] - EDGE - width, size[1] - TOP_EDGE - FRAME_HEIGHT
    _draw_paper(canvas, left, bottom, width, FRAME_HEIGHT, stroke=1)
    canvas.setFont(FAMILY, FONT_SIZE)
    canvas.drawString(left + PADDING, bottom + (FRAME_HEIGHT - FONT_SIZE) / 2 + 2, text)


def _draw_paper(canvas: Canvas, left: float, bottom: float, width: float, height: float, *, stroke: int) -> None:
    canvas.setFillGray(1, alpha=PAPER_OPACITY)
    canvas.setStrokeGray(INK)
    canvas.setLineWidth(0.6)
    canvas.rect(left, bottom, width, height, stroke=stroke, fill=1)
    canvas.setFillGray(INK, alpha=1)


def _lay_over(pdf: Pdf, page: Page, drawn: Page, name: str) -> Name:
    """Put the drawn marks over the page, whatever its rotation and the origin of its boxes."""
    form = pdf.copy_foreign(drawn.as_form_xobject())
    placed = page.calc_form_xobject_placement(
        form,
        Name(name),
        Rectangle(*corners(page.cropbox)),
        invert_transformations=True,
        allow_shrink=True,
        allow_expand=True,
    )
    _own_resources(page).XObject[name] = form
    # The page's own drawing may leave the coordinates turned: q and Q give the marks a clean start.
    page.contents_add(pdf.make_stream(b"q\n"), prepend=True)
    page.contents_add(pdf.make_stream(b"\nQ\n" + placed))
    return Name(name)


def _own_resources(page: Page) -> Dictionary:
    """The page's resources as its own copy: LibreOffice shares one dictionary between all pages of a document."""
    shared = page.resources
    own = Dictionary({key: value for key, value in shared.items()})
    own.XObject = Dictionary({key: value for key, value in shared.get("/XObject", Dictionary()).items()})
    page.obj.Resources = own
    return page.obj.Resources


def _width(text: str) -> float:
    return pdfmetrics.stringWidth(text, FAMILY, FONT_SIZE)


@cache
def _register_font() -> None:
    """Find the font as the system finds it, and once."""
    pdfmetrics.registerFont(TTFont(FAMILY, font_file()))
