"""The pages of an exhibit as they were before they were fitted to the sheet: a court wants scans one to one."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Dictionary, Matrix, Name, Page, Pdf, Rectangle

from filings.documents.sheet import corners, sheet_for

# A page larger than A3 is a photograph without a true size, or a drawing that nobody prints: it goes on A4.
_LONGEST = 1200.0


def at_own_size(laid: bytes) -> bytes:
    """The same pages, each of its own size and without the free strips for stamps; `laid` comes from `sheet.lay`."""
    with pikepdf.open(io.BytesIO(laid)) as source, pikepdf.new() as target:
        for page in source.pages:
            _restore(page, target)
        encoded = io.BytesIO()
        target.save(encoded, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return encoded.getvalue()


def _restore(page: Page, target: Pdf) -> None:
    form = page.resources.XObject[Name.Exhibit]
    left, bottom, right, top = _shown_box(form)
    size = (right - left, top - bottom)
    fitted = sheet_for(*size) if max(size) > _LONGEST else size
    target.add_blank_page(page_size=fitted)
    leaf = target.pages[-1]
    copied = target.copy_foreign(form)
    leaf.obj.Resources = Dictionary(XObject=Dictionary({"/Exhibit": copied}))
    placed = leaf.calc_form_xobject_placement(
        copied,
        Name.Exhibit,
        Rectangle(0, 0, *fitted),
        invert_transformations=True,
        allow_shrink=True,
        allow_expand=False,
    )
    leaf.obj.Contents = target.make_stream(placed)


def _shown_box(form: pikepdf.Object) -> tuple[float, float, float, float]:
    """The box of the form after its own matrix, which carries the page's turn."""
    box = Rectangle(*corners(form.BBox))
    shown = (Matrix(form.Matrix) if "/Matrix" in form else Matrix()).transform(box)
    return shown.llx, shown.lly, shown.urx, shown.ury
