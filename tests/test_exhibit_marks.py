"""Marks and fields of a foreign PDF: drawn into the pages, refused when they would vanish, or told of."""

import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
import pytest
from exhibit_inputs import changed, opened, pdf, refusal
from pikepdf import Array, Dictionary, Name, Pdf, String

RECT = Array([100, 100, 300, 130])
PICTURE = b"BT /F1 12 Tf 2 8 Td (FILLED-IN) Tj ET"


def text(made: bytes, page: int = 0) -> str:
    return pypdf.PdfReader(io.BytesIO(made)).pages[page].extract_text()


def mark(subtype: str, **more: object) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), Rect=RECT, F=4, **more)


def picture(owner: Pdf, drawing: bytes = PICTURE) -> pikepdf.Stream:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    drawn = owner.make_stream(drawing)
    drawn.Type, drawn.Subtype, drawn.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 30])
    drawn.Resources = Dictionary(Font=Dictionary(F1=font))
    return drawn


def with_marks(*made: Callable[[Pdf], Dictionary]) -> bytes:
    """A page with these marks; those that are fields stand in the form too."""

    def change(owner: Pdf) -> None:
        placed = [owner.make_indirect(each(owner)) for each in made]
        owner.pages[0].obj.Annots = Array(placed)
        owner.Root.AcroForm = Dictionary(Fields=Array([one for one in placed if one.Subtype == Name.Widget]))

    return changed(pdf(), change)


def ticked(state: str, *, drawn: bool) -> bytes:
    def field(owner: Pdf) -> Dictionary:
        box = mark("Widget", FT=Name.Btn, T=String("да"), V=Name("/" + state), AS=Name("/" + state))
        if drawn:
            box.AP = Dictionary(N=Dictionary(Yes=picture(owner)))
        return box

    return with_marks(field)


def choice(flags: int, value: str) -> bytes:
    def field(owner: Pdf) -> Dictionary:
        lines = Array([String("FIRST"), String("SECOND")])
        drawn = Dictionary(N=picture(owner, b"/Tx BMC EMC"))
        return mark("Widget", FT=Name.Ch, T=String("выбор"), Ff=flags, Opt=lines, V=String(value), AP=drawn)

    return with_marks(field)


LOST = {
    "галочка без рисунка": ticked("Yes", drawn=False),
    "список без рисунка строк": choice(0, ""),
    "выпадающий список с выбранным и без рисунка": choice(1 << 17, "FIRST"),
}
KEPT = {
    "галочка с рисунком": ticked("Yes", drawn=True),
    "пустая клетка без рисунка": ticked("Off", drawn=False),
    "выпадающий список, где ничего не выбрано": choice(1 << 17, ""),
}


@pytest.mark.parametrize("case", LOST)
def test_what_only_a_reader_draws_is_refused(case: str, tmp_path: Path) -> None:
    assert "поля на стр. 1 не попали бы на бумагу" in refusal(tmp_path, LOST[case], "анкета.pdf")


@pytest.mark.parametrize("case", KEPT)
def test_fields_that_lose_nothing_are_taken(case: str, tmp_path: Path) -> None:
    assert opened(tmp_path, KEPT[case], "анкета.pdf").pages == 1


def test_ticked_box_is_on_the_sheet(tmp_path: Path) -> None:
    assert "FILLED-IN" in text(opened(tmp_path, ticked("Yes", drawn=True), "анкета.pdf").pdf)


def test_field_drawn_as_a_raster_is_taken(tmp_path: Path) -> None:
    def field(owner: Pdf) -> Dictionary:
        drawn = picture(owner, b"q 200 0 0 30 0 0 cm /Im0 Do Q")
        raster = owner.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
        raster.ColorSpace, raster.BitsPerComponent = Name.DeviceGray, 8
        drawn.Resources = Dictionary(XObject=Dictionary(Im0=raster))
        return mark("Widget", FT=Name.Tx, T=String("имя"), V=String("Жанна"), AP=Dictionary(N=drawn))

    assert opened(tmp_path, with_marks(field), "анкета.pdf").pages == 1


def test_marks_that_pages_share_are_on_every_page(tmp_path: Path) -> None:
    def change(owner: Pdf) -> None:
        stamp = owner.make_indirect(mark("Stamp", AP=Dictionary(N=picture(owner))))
        shared = owner.make_indirect(Array([stamp]))
        for page in owner.pages:
            page.obj.Annots = shared

    exhibit = opened(tmp_path, changed(pdf(3), change), "акт.pdf")
    assert ["FILLED-IN" in text(exhibit.pdf, page) for page in range(3)] == [True] * 3


def test_form_saved_by_acrobat_is_whole(tmp_path: Path) -> None:
    """Acrobat flushes what it writes and leaves out the last block and the checksum."""

    def field(owner: Pdf) -> Dictionary:
        squeezed = zlib.compressobj()
        drawn = picture(owner)
        drawn.write(squeezed.compress(PICTURE) + squeezed.flush(zlib.Z_SYNC_FLUSH), filter=Name.FlateDecode)
        return mark("Widget", FT=Name.Tx, T=String("имя"), V=String("FILLED-IN"), AP=Dictionary(N=drawn))

    content = with_marks(field)
    assert b"\x00\x00\xff\xff" in content
    assert "FILLED-IN" in text(opened(tmp_path, content, "анкета.pdf").pdf)


REMARKS = {
    "записка на полях": (mark("Text", Contents=String("Не согласен")), "Всплывающие примечания"),
    "выделение с примечанием": (mark("Highlight", Contents=String("Не согласен")), "Всплывающие примечания"),
    "скрепка с файлом": (mark("FileAttachment"), "вложенные внутрь PDF"),
    "вставленное видео": (mark("Screen"), "Видео и звук"),
}


@pytest.mark.parametrize("case", REMARKS)
def test_what_is_left_out_is_told(case: str, tmp_path: Path) -> None:
    left_out, told = REMARKS[case]

    def drawn(owner: Pdf) -> Dictionary:
        own = Dictionary(left_out)
        own.AP = Dictionary(N=picture(owner))
        return own

    notes = opened(tmp_path, with_marks(drawn), "акт.pdf").notes
    assert len(notes) == 1 and told in notes[0]


def test_link_is_no_remark(tmp_path: Path) -> None:
    content = with_marks(lambda owner: mark("Link", Contents=String("сайт суда")))
    assert opened(tmp_path, content, "акт.pdf").notes == ()
