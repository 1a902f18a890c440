"""Marks and form fields of a foreign PDF: which would be lost on paper, and what is said of those that are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

# Marks that a reader draws by itself when the file holds no picture of them; copied pages would lose them.
_DRAWN_BY_READERS = {
    *("/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine"),
    *("/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink"),
}
# What these say stands on the page itself, or is no remark of a reader.
_WITHOUT_REMARKS = {"/Link", "/Widget", "/FreeText", "/Popup", "/FileAttachment"}
_MEDIA = {"/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"}
_HIDDEN = 2
# ISO 32000-1, table 230: bit 18 makes a choice field a combo box, of which one line shows; a list shows all.
_COMBO = 1 << 17
_DEEPEST = 20
# What writes text (ISO 32000-1, 9.4.3), or a raster of it: so Acrobat draws letters that its font does not have.
_SHOWS = re.compile(rb"\b(?:Tj|TJ|Do)\b")


def marks(source: Pdf) -> Iterator[tuple[int, Dictionary]]:
    """Every mark with the number of its page, from 1."""
    for number, page in enumerate(source.pages, 1):
        for mark in page.obj.get("/Annots", ()):
            if isinstance(mark, Dictionary):
                yield number, mark


def page_with_a_loss(source: Pdf) -> int | None:
    """The number, from 1, of the first page on which a mark or a filled field would not come out on paper."""
    return next((number for number, mark in marks(source) if _would_vanish(mark)), None)


def notes(source: Pdf) -> Iterator[str]:
    """What is left out of the pages without harm to what is seen."""
    subtypes = {str(mark.get("/Subtype")) for _, mark in marks(source)}
    if len(source.attachments) or "/FileAttachment" in subtypes:
        yield "Файлы, вложенные внутрь PDF, в пакет не вошли: если они нужны суду, приложите их отдельно."
    if any(_is_remark(mark) for _, mark in marks(source)):
        yield "Всплывающие примечания из PDF на листы не вошли: если они важны для суда, перепишите их отдельно."
    if subtypes & _MEDIA:
        yield "Видео и звук, вставленные в PDF, на листы не вошли: передайте их суду на носителе."


def settle(source: Pdf) -> None:
    """Give every page a list of marks of its own: drawing a shared one into the first page empties it for the rest."""
    for page in source.pages:
        if isinstance(shared := page.obj.get("/Annots"), Array):
            page.obj.Annots = Array(list(shared))


def _is_remark(mark: Dictionary) -> bool:
    subtype = str(mark.get("/Subtype"))
    return subtype == "/Text" or (subtype not in _WITHOUT_REMARKS and bool(str(mark.get("/Contents", "")).strip()))


def _would_vanish(mark: Dictionary) -> bool:
    """A mark that readers draw by themselves, or a filled field with no picture of what is filled in."""
    if int(mark.get("/F", 0)) & _HIDDEN:
        return False
    if mark.get("/Subtype") == Name.Widget:
        return _field_would_vanish(mark)
    return str(mark.get("/Subtype")) in _DRAWN_BY_READERS and not _picture(mark)


def _field_would_vanish(widget: Dictionary) -> bool:
    kind = _inherited(widget, "/FT")
    if kind == Name.Btn:
        return _is_ticked(widget) and not isinstance(_picture(widget), pikepdf.Stream)
    if kind not in (Name.Tx, Name.Ch) or _shows_text(widget):
        return False
    shows_all = kind == Name.Ch and not int(_inherited(widget, "/Ff") or 0) & _COMBO
    value = _inherited(widget, "/Opt" if shows_all else "/V")
    return bool(len(value) if isinstance(value, Array) else str(value or "").strip())


def _is_ticked(widget: Dictionary) -> bool:
    """Whether a box or a radio button is on; a push button has no state."""
    state = widget.get("/AS")
    return isinstance(state, Name) and state != Name.Off


def _inherited(field: Any, key: str) -> Any:
    """A value of the field or of the nearest one above that has it."""
    for _ in range(_DEEPEST):
        if not isinstance(field, Dictionary):
            return None
        if key in field:
            return field[key]
        field = field.get("/Parent")
    return None


def _picture(mark: Dictionary) -> Any:
    """The picture of the mark as it stands; None when there is none for its state."""
    normal = mark.get("/AP", Dictionary()).get("/N")
    if isinstance(normal, Dictionary) and not isinstance(normal, pikepdf.Stream):
        return normal.get(str(mark.get("/AS", "/Off")))
    return normal


def _shows_text(widget: Dictionary) -> bool:
    """Whether the field's picture writes anything: half-finished forms carry an empty one beside a full value."""
    picture = _picture(widget)
    return isinstance(picture, pikepdf.Stream) and bool(_SHOWS.search(picture.read_bytes()))
