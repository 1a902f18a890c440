"""A page as a picture, for the program that recognises text and for the eye."""

from __future__ import annotations

import io

import pypdfium2

# A page of A3 at 300 dots per inch has 17 million; more than this tells the program nothing new.
_MOST_DOTS = 40_000_000


def of_page(pdf: bytes, number: int, dpi: int) -> bytes:
    """The page (counted from 0) as a grey PNG of `dpi`, or of fewer when it is very large; states its dpi."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        width, height = page.get_size()
        fits = min(dpi, (_MOST_DOTS / (width * height)) ** 0.5 * 72)
        drawn = page.render(scale=fits / 72, grayscale=True).to_pil().convert("L")
    finally:
        document.close()
    encoded = io.BytesIO()
    drawn.save(encoded, "PNG", dpi=(fits, fits), compress_level=1)
    return encoded.getvalue()
