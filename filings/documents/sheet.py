"""The A4 sheet on which every exhibit page is laid: its size, its free strips, its window.

The strips at the top and at the bottom belong to the stamps (stamps.py), so that neither the
exhibit's mark nor the packet's page number ever lies over what the exhibit says.
"""

from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf, Rectangle

MM = 72 / 25.4
A4 = (595.276, 841.89)
TOP_STRIP = 12 * MM
BOTTOM_STRIP = 11 * MM
# 8 mm keeps the scale of a full A4 page limited by its height alone: nothing more is lost at the sides.
SIDE_STRIP = 8 * MM
SMALLEST_SIDE = 3.0
LARGEST_SIDE = 2_000_000.0

Box = tuple[float, float, float, float]


class NotAPage(ValueError):
    """The page has no usable size; the message is Russian."""


def sheet_for(width: float, height: float) -> tuple[float, float]:
    """The A4 sheet, portrait or landscape, that suits a page of this shape; points."""
    return (A4[1], A4[0]) if width > height else A4


def window(sheet: tuple[float, float]) -> Rectangle:
    """The part of a sheet that an exhibit's page may fill; points."""
    return Rectangle(SIDE_STRIP, BOTTOM_STRIP, sheet[0] - SIDE_STRIP, sheet[1] - TOP_STRIP)


def lay(page: Page, target: Pdf) -> None:
    """Append an A4 sheet to `target` with the whole of `page` on it: upright, centred, shrunk only if too large.

    `page` belongs to another open document and is changed (its boxes are put in order). Raises NotAPage.
    """
    box = _visible_box(page)
    _settle_boxes(page, box)
    sheet = sheet_for(*_shown_size(page, box))
    target.add_blank_page(page_size=sheet)
    leaf = target.pages[-1]
    form = target.copy_foreign(page.as_form_xobject())
    leaf.obj.Resources = Dictionary(XObject=Dictionary({"/Exhibit": form}))
    # Our own name: add_overlay() would invent a random one, and the same exhibit must give the same bytes.
    placed = leaf.calc_form_xobject_placement(
        form,
        Name.Exhibit,
        window(sheet),
        invert_transformations=True,
        allow_shrink=True,
        allow_expand=False,
    )
    leaf.obj.Contents = target.make_stream(placed)


def corners(box: Any) -> Box:
    """A PDF rectangle as (left, bottom, right, top), whichever corners it was written with; raises NotAPage."""
    try:
        x0, y0, x1, y1 = (float(Decimal(str(side))) for side in box)
    except (ArithmeticError, TypeError, ValueError) as mistake:
        raise NotAPage("у страницы не указан размер") from mistake
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _visible_box(page: Page) -> Box:
    """What a viewer shows: the crop box inside the media box (ISO 32000-1, 14.11.2), or the media box alone."""
    media, crop = corners(page.mediabox), corners(page.cropbox)
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    box = (left, bottom, right, top) if right > left and top > bottom else media
    unit = _user_unit(page)
    _refuse_impossible((box[2] - box[0]) * unit, (box[3] - box[1]) * unit)
    return box


def _user_unit(page: Page) -> float:
    """The length of the page's unit in points (ISO 32000-1, table 30); a senseless one is removed from the page."""
    unit = page.obj.get("/UserUnit", 1)
    if isinstance(unit, int | float | Decimal) and unit > 0:
        return float(unit)
    del page.obj["/UserUnit"]
    return 1.0


def _refuse_impossible(width: float, height: float) -> None:
    """A page of no size, or as large as a town, is a mistake of the file, not a document."""
    if min(width, height) < SMALLEST_SIDE:
        raise NotAPage("у страницы нет ни ширины, ни высоты")
    if max(width, height) > LARGEST_SIDE:
        raise NotAPage("страница невозможного размера")


def _settle_boxes(page: Page, box: Box) -> None:
    """Leave one box only: a form is cut at the trim box, but a reader is shown the crop box."""
    for name in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
        if name in page.obj:
            del page.obj[name]
    page.obj.MediaBox = Array([Decimal(str(side)) for side in box])
    page.obj.CropBox = Array([Decimal(str(side)) for side in box])


def _shown_size(page: Page, box: Box) -> tuple[float, float]:
    """Width and height as shown: after /Rotate, in units that count equally (/UserUnit changes no shape)."""
    width, height = box[2] - box[0], box[3] - box[1]
    return (height, width) if page.rotation % 180 == 90 else (width, height)
