"""A smaller file of the same pages: first without any loss, then, when the person asks, with fewer dots."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Name, Pdf, PdfImage
from PIL import Image

from filings.documents.jpeg import without_metadata


def lossless(pdf: bytes) -> bytes:
    """Everything that can be packed tighter is; what is drawn stays bit for bit."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.remove_unreferenced_resources()
        return _saved(opened)


def lossy(pdf: bytes, dpi: int, quality: int) -> bytes:
    """Scans of more than `dpi` redrawn with so many dots and kept as JPEG of `quality`; text stays as it is.

    Pictures of one bit, and those that would grow, are left alone.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            longest = max(float(side) for side in page.mediabox[2:]) / 72
            for drawing in _pictures(page):
                _redraw(drawing, round(longest * dpi), quality)
        opened.remove_unreferenced_resources()
        return _saved(opened)


def _saved(opened: Pdf) -> bytes:
    encoded = io.BytesIO()
    opened.save(
        encoded,
        deterministic_id=True,
        compress_streams=True,
        recompress_flate=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return encoded.getvalue()


def _pictures(page: pikepdf.Page) -> list[pikepdf.Object]:
    """The rasters of a page, in forms too."""
    found, waiting, seen = [], [page.resources], set()
    while waiting:
        for drawing in waiting.pop().get("/XObject", pikepdf.Dictionary()).values():
            if drawing.objgen in seen:
                continue
            seen.add(drawing.objgen)
            if drawing.get("/Subtype") == Name.Image:
                found.append(drawing)
            elif "/Resources" in drawing:
                waiting.append(drawing.Resources)
    return found


def _redraw(drawing: pikepdf.Object, most_dots: int, quality: int) -> None:
    """One raster in place, when that makes it smaller and loses nothing but dots."""
    if int(drawing.get("/BitsPerComponent", 1)) < 8 or "/SMask" in drawing or "/Mask" in drawing:
        return
    try:
        image = PdfImage(drawing).as_pil_image()
    except Exception:  # a kind of raster that pikepdf does not unfold stays as it is
        return
    if image.mode not in ("L", "RGB") or "/Decode" in drawing:
        return
    image.thumbnail((most_dots, most_dots), Image.Resampling.LANCZOS, reducing_gap=3.0)
    encoded = io.BytesIO()
    image.info = {}
    image.save(encoded, "JPEG", quality=quality, optimize=True)
    small = without_metadata(encoded.getvalue())
    if len(small) < len(drawing.read_raw_bytes()):
        drawing.Width, drawing.Height, drawing.BitsPerComponent = image.width, image.height, 8
        drawing.ColorSpace = Name.DeviceGray if image.mode == "L" else Name.DeviceRGB
        drawing.write(small, filter=Name.DCTDecode)
