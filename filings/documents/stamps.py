"""What is printed over the bound pages: «Приложение № 2, лист 1» on top, «Лист 7 из 9» at the bottom.

The letters of the marks come from one small font, drawn once in the life of the program; a mark is a few lines of
PDF. The text stays text: it can be searched and copied.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Page, Pdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from filings.documents.fonts import FAMILY, font_file
from filings.documents.sheet import MM, Box, corners

FONT_SIZE = 9
EDGE = 8 * MM
TOP_EDGE = 3.5 * MM
FOLIO_BASELINE = 6 * MM
FRAME_HEIGHT = 6 * MM
PADDING = 2 * MM
INK = 0.15
PAPER_OPACITY = 0.9
_ALPHABET = "".join(sorted(set("0123456789Приложение №, лист Лист из")))


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
    with pikepdf.open(io.BytesIO(_letters().pdf)) as drawn:
        font = pdf.copy_foreign(drawn.pages[0].resources.Font[_letters().name])
    see_through = Dictionary(ca=PAPER_OPACITY)
    resources = pdf.make_indirect(
        Dictionary(Font=Dictionary(M=font), ExtGState=Dictionary(P=see_through, I=Dictionary(ca=1)))
    )
    opening = pdf.make_stream(b"q\n")
    return [
        _lay_over(pdf, page, mark, Name(f"/PacketMarks{number}"), resources, opening)
        for number, (page, mark) in enumerate(zip(pdf.pages, marks, strict=True), 1)
    ]


def _lay_over(
    pdf: Pdf, page: Page, mark: Marks, name: Name, resources: pikepdf.Object, opening: pikepdf.Stream
) -> Name:
    """Put the drawn marks over the page, whatever its rotation and the origin of its boxes."""
    box = corners(page.cropbox)
    turn = page.rotation
    width, height = box[2] - box[0], box[3] - box[1]
    size = (height, width) if turn % 180 == 90 else (width, height)
    form = pdf.make_stream("\n".join(_drawing(mark, size)).encode("ascii"))
    form.Type, form.Subtype, form.BBox, form.Resources = Name.XObject, Name.Form, Array([0, 0, *size]), resources
    _own_resources(page).XObject[name] = form
    # The page's own drawing may leave the coordinates turned: q and Q give the marks a clean start.
    page.contents_add(opening, prepend=True)
    page.contents_add(pdf.make_stream(f"\nQ q {_upright(box, turn)} cm {name} Do Q".encode("ascii")))
    return name


def _upright(box: Box, turn: int) -> str:
    """The matrix from the page as shown to the page as stored (ISO 32000-1, 8.3.3); /Rotate is clockwise."""
    left, bottom, right, top = box
    matrix = {
        0: (1, 0, 0, 1, left, bottom),
        90: (0, 1, -1, 0, right, bottom),
        180: (-1, 0, 0, -1, right, top),
        270: (0, -1, 1, 0, left, top),
    }[turn % 360]
    return " ".join(f"{number:.3f}".rstrip("0").rstrip(".") for number in matrix)


def _drawing(mark: Marks, size: tuple[float, float]) -> Iterator[str]:
    """The folio bottom right, for the filing's own numbers stand at the top; the stamp in a frame top right.

    Both lie on nearly opaque white, legible over a dark scan.
    """
    width = _width(mark.folio)
    right = size[0] - EDGE
    yield from _paper(right - width - 2, FOLIO_BASELINE - 3, width + 4, FONT_SIZE + 3, "f")
    yield _text(right - width, FOLIO_BASELINE, mark.folio)
    if mark.stamp:
        framed = _width(mark.stamp) + 2 * PADDING
        bottom = size[1] - TOP_EDGE - FRAME_HEIGHT
        yield from _paper(right - framed, bottom, framed, FRAME_HEIGHT, "B")
        yield _text(right - framed + PADDING, bottom + (FRAME_HEIGHT - FONT_SIZE) / 2 + 2, mark.stamp)


def _paper(left: float, bottom: float, width: float, height: float, paint: str) -> Iterator[str]:
    yield f"/P gs 1 g {INK} G .6 w {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re {paint}"


def _text(left: float, bottom: float, text: str) -> str:
    return f"/I gs {INK} g BT /M {FONT_SIZE} Tf {left:.2f} {bottom:.2f} Td <{encoded(text).hex()}> Tj ET"


def encoded(text: str) -> bytes:
    """The text in the letters of the marks' own font."""
    return bytes(_letters().codes[sign] for sign in text)


def _width(text: str) -> float:
    return pdfmetrics.stringWidth(text, FAMILY, FONT_SIZE) if _letters() else 0.0


def _own_resources(page: Page) -> Dictionary:
    """The page's resources as its own copy: LibreOffice shares one dictionary between all pages of a document."""
    shared = page.resources
    own = Dictionary({key: value for key, value in shared.items()})
    own.XObject = Dictionary({key: value for key, value in shared.get("/XObject", Dictionary()).items()})
    page.obj.Resources = own
    return page.obj.Resources


@dataclass(frozen=True)
class _Letters:
    """The font of the marks: a one-page PDF that holds it under `name`, and the code of every letter."""

    pdf: bytes
    name: str
    codes: dict[str, int]


@cache
def _letters() -> _Letters:
    """Drawn once: the font as the system finds it, cut down to the letters that marks consist of."""
    font = TTFont(FAMILY, font_file())
    pdfmetrics.registerFont(font)
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1)
    canvas.setFont(FAMILY, FONT_SIZE)
    canvas.drawString(0, 0, _ALPHABET)
    (_, codes), *others = font.splitString(_ALPHABET, canvas._doc)
    assert not others, "the letters fill one set of 256"
    canvas.save()
    with pikepdf.open(io.BytesIO(target.getvalue())) as drawn:
        name = next(key for key, one in drawn.pages[0].resources.Font.items() if one.Subtype == Name.TrueType)
    return _Letters(target.getvalue(), name, dict(zip(_ALPHABET, codes, strict=True)))
