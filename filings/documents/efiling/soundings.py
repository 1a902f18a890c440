"""What a computer finds in a PDF: text and pictures page by page, and anything that acts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw
from pikepdf import Dictionary, Name
from pypdfium2 import PdfMatrix, PdfPage

# Fewer signs are a stamp or a page number on a picture, not the text of a page.
_FEWEST_SIGNS = 20
# Pictures smaller than this share of the page are logos and signatures: their dots say nothing of the scan.
_SMALLEST_SHARE = 0.2
_COLOUR_STEP = 32
_LOOK_AT_DPI = 24


def of_pages(pdf: bytes) -> list[dict[str, Any]]:
    """For every page: `text` (whether it can be copied), `dpi` of its scan (None without one), `colour`."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_of_page(page) for page in document]
    finally:
        document.close()


def _of_page(page: PdfPage) -> dict[str, Any]:
    dpi = min(_resolutions(page), default=None)
    signs = page.get_textpage().get_text_range()
    has_text = sum(not sign.isspace() for sign in signs) >= (_FEWEST_SIGNS if dpi else 1)
    return {"text": has_text, "dpi": dpi, "colour": dpi is not None and _is_coloured(page)}


def _resolutions(page: PdfPage) -> Iterator[int]:
    """Dots per inch of every picture that takes a good part of the page; the lower of its two directions."""
    area = page.get_width() * page.get_height()
    for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=8):
        a, b, c, d, *_ = _whole_matrix(found).get()
        width, height = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
        if width > 0 and height > 0 and width * height > area * _SMALLEST_SHARE:
            across, down = found.get_px_size()
            yield round(min(across / width, down / height) * 72)


def _whole_matrix(found: Any) -> PdfMatrix:
    """From the picture's square to the page, through all the forms that it lies in."""
    matrix, around = found.get_matrix(), found.container
    while around is not None:
        matrix, around = matrix.multiply(around.get_matrix()), around.container
    return matrix


def _is_coloured(page: PdfPage) -> bool:
    """Whether something on the page is really coloured, and not a grey scan kept as colour."""
    drawn = page.render(scale=_LOOK_AT_DPI / 72).to_pil().convert("RGB")
    strong = drawn.convert("HSV").split()[1:]
    dots = zip(*(band.tobytes() for band in strong), strict=True)
    vivid = sum(1 for saturation, value in dots if saturation * value > 255 * _COLOUR_STEP)
    return vivid > drawn.width * drawn.height / 200


def active(pdf: bytes) -> list[str]:
    """Names of what a file may not do: «JavaScript», «Launch», «EmbeddedFiles»…; empty when it lies still."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = {"Encrypt"} if opened.is_encrypted else set()
        found |= {key.lstrip("/") for key in ("/OpenAction", "/AA", "/AcroForm", "/Collection") if key in opened.Root}
        found |= {key for key in opened.Root.get("/Names", Dictionary())} - {"/Dests"}
        for stored in opened.objects:
            if isinstance(stored, Dictionary) and (kind := _action(stored)):
                found.add(kind)
        return sorted(name.lstrip("/") for name in found)


def unembedded(pdf: bytes) -> list[str]:
    """Names of fonts that the file does not bring with it; ISO 19005 wants every font inside."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = set()
        for stored in opened.objects:
            if isinstance(stored, Dictionary) and stored.get("/Type") == Name.Font and not _is_inside(stored):
                found.add(str(stored.get("/BaseFont", "/?")).lstrip("/").rpartition("+")[2])
        return sorted(found)


def _is_inside(font: Dictionary) -> bool:
    """A composite font is told by the one below it; a drawn one (Type3) has its letters in itself."""
    if font.get("/Subtype") in (Name.Type0, Name.Type3):
        return True
    described = font.get("/FontDescriptor")
    return described is not None and any(f"/FontFile{kind}" in described for kind in ("", "2", "3"))


def _action(stored: Dictionary) -> str:
    """The kind of an action, but for those that only turn pages."""
    kind = stored.get("/S")
    if kind in (Name.JavaScript, Name.Launch, Name.SubmitForm, Name.ImportData, Name.GoToR, Name.URI):
        return str(kind)
    return ""
