"""A foreign PDF lies whole on A4 and brings nothing active with it."""

import io
from pathlib import Path

import pikepdf
import pypdf
import pytest
from exhibit_inputs import (
    MM,
    assert_on_sheet,
    changed,
    darkest_quarter,
    encoded_as,
    form_field,
    ink,
    opened,
    pdf,
    picture,
    shown,
    turned,
    with_box,
)
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import A4

SHAPES = {
    "A4": (A4, None, False),
    "A4 альбомная": ((A4[1], A4[0]), None, True),
    "A5": ((420, 595), None, False),
    "A0": ((2384, 3370), None, False),
    "визитка": ((150, 250), None, False),
    "миллион пунктов": ((1_000_000, 500_000), None, True),
    "лента кассового чека": ((226, 2000), None, False),
    "поворот 90": (A4, lambda o: o.pages[0].rotate(90, relative=False), True),
    "поворот 180": (A4, lambda o: o.pages[0].rotate(180, relative=False), False),
    "поворот −90": (A4, lambda o: o.pages[0].obj.__setitem__("/Rotate", -90), True),
    "поворот 450": (A4, lambda o: o.pages[0].obj.__setitem__("/Rotate", 450), True),
    "листы начинаются не с нуля": (A4, with_box("/MediaBox", [-100, -200, A4[0] - 100, A4[1] - 200]), False),
    "углы наоборот": (A4, with_box("/MediaBox", [A4[0], A4[1], 0, 0]), False),
    "обрезка": (A4, with_box("/CropBox", [0, A4[1] / 2, A4[0], A4[1]]), True),
    "обрезка шире листа": (A4, with_box("/CropBox", [-1000, -1000, 5000, 5000]), False),
    "обрезка мимо листа": (A4, with_box("/CropBox", [5000, 5000, 6000, 6000]), False),
    "типографская рамка не режет": (A4, with_box("/TrimBox", [200, 200, 300, 300]), False),
    "единица 0": (A4, lambda o: o.pages[0].obj.__setitem__("/UserUnit", 0), False),
    "единица 2": ((300, 400), lambda o: o.pages[0].obj.__setitem__("/UserUnit", 2), False),
}


@pytest.mark.parametrize("case", SHAPES)
def test_page_of_any_shape_lies_whole_on_a4(case: str, tmp_path: Path) -> None:
    size, change, is_wide = SHAPES[case]
    content = pdf(size=size)
    exhibit = opened(tmp_path, changed(content, change) if change else content, "договор.pdf")
    assert_on_sheet(exhibit.pdf)
    drawn = shown(exhibit.pdf, tmp_path)
    assert (drawn.width > drawn.height) is is_wide
    left, top, right, bottom = ink(drawn)
    assert left >= 7 * MM and top >= 11 * MM and drawn.width - right >= 7 * MM and drawn.height - bottom >= 10 * MM


def test_turned_page_is_shown_as_a_reader_shows_it(tmp_path: Path) -> None:
    content = changed(pdf(), lambda o: o.pages[0].rotate(90, relative=False))
    (tmp_path / "before").mkdir()
    before, after = shown(content, tmp_path / "before"), shown(opened(tmp_path, content, "д.pdf").pdf, tmp_path)
    assert darkest_quarter(before) == darkest_quarter(after) == ("top", "right")


def test_small_page_keeps_its_size_in_the_middle(tmp_path: Path) -> None:
    content = pdf(size=(200, 300))
    framed = changed(content, lambda o: o.pages[0].contents_add(o.make_stream(b"0 0 200 300 re S")))
    drawn = shown(opened(tmp_path, framed, "талон.pdf").pdf, tmp_path)
    left, top, right, bottom = ink(drawn)
    assert (right - left, bottom - top) == (pytest.approx(200, abs=2), pytest.approx(300, abs=2))
    assert (left + right) / 2 == pytest.approx(drawn.width / 2, abs=2)


def test_text_of_the_page_stays_text(tmp_path: Path) -> None:
    exhibit = opened(tmp_path, pdf(3, text="Contract 61RS0001"), "договор.pdf")
    texts = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(exhibit.pdf)).pages]
    assert [f"Contract 61RS0001 {number}" in text for number, text in enumerate(texts, 1)] == [True] * 3


def test_same_file_gives_same_bytes(tmp_path: Path) -> None:
    for name, content in {"a.pdf": pdf(2), "b.jpg": turned(6), "c.png": encoded_as(picture("RGBA"), "PNG")}.items():
        assert opened(tmp_path, content, name).pdf == opened(tmp_path, content, name).pdf


def active(opened_pdf: pikepdf.Pdf) -> None:
    """Everything a document can do instead of lying still."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('JS-MARK')"))
    opened_pdf.Root.OpenAction = opened_pdf.make_indirect(script)
    opened_pdf.Root.AA = Dictionary(WC=script)
    opened_pdf.attachments["secret.txt"] = b"ATTACHMENT-MARK"
    page = opened_pdf.pages[0].obj
    page.AA = Dictionary(O=Dictionary(S=Name.Launch, F=String("LAUNCH-MARK")))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 99, 99]), Border=Array([0, 0, 0]))
    link.A = Dictionary(S=Name.URI, URI=String("http://URI-MARK.example"))
    page.Annots = Array([opened_pdf.make_indirect(link)])


def test_scripts_attachments_and_links_are_removed(tmp_path: Path) -> None:
    content = changed(pdf(), active)
    assert b"JS-MARK" in content and b"URI-MARK" in content
    exhibit = opened(tmp_path, content, "форма.pdf")
    assert_on_sheet(exhibit.pdf)
    plain = changed(exhibit.pdf, lambda o: None, object_stream_mode=pikepdf.ObjectStreamMode.disable, qdf=True)
    for mark in (b"MARK", b"/JS", b"/Launch", b"/URI", b"/EmbeddedFile", b"/OpenAction", b"/AA"):
        assert mark not in plain
    assert "вложенные внутрь" in exhibit.notes[0]


def test_filled_form_keeps_what_was_filled_in(tmp_path: Path) -> None:
    exhibit = opened(tmp_path, changed(pdf(), form_field("FILLED-IN", drawn=True)), "анкета.pdf")
    assert "FILLED-IN" in pypdf.PdfReader(io.BytesIO(exhibit.pdf)).pages[0].extract_text()
