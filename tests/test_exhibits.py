"""Exhibits: what is accepted comes out whole on A4; what is not is refused in Russian, with the way to mend it."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pillow_heif
import pypdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageStat
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from filings.documents import exhibits
from filings.documents.exhibits import open_exhibit
from filings.errors import ExhibitError

MM = 72 / 25.4


# --- inputs -------------------------------------------------------------------------------------------------------


def pdf(pages: int = 1, size: tuple[float, float] = A4, *, text: str = "page") -> bytes:
    """A document with a black corner square on the shown top left and a text on every page."""
    encoded = io.BytesIO()
    canvas = Canvas(encoded, pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.rect(0, size[1] - size[1] / 10, size[0] / 10, size[1] / 10, fill=1)
        canvas.setFont("Helvetica", max(size[1] / 40, 1))
        canvas.drawString(size[0] * 0.3, size[1] * 0.5, f"{text} {number}")
        canvas.showPage()
    canvas.save()
    return encoded.getvalue()


def changed(content: bytes, change: Callable[[pikepdf.Pdf], None], **how) -> bytes:
    """The same PDF after a change made with pikepdf."""
    encoded = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as opened:
        change(opened)
        opened.save(encoded, **how)
    return encoded.getvalue()


def picture(mode: str = "RGB", size: tuple[int, int] = (300, 400)) -> Image.Image:
    """Grey with a dark square on the top left."""
    image = Image.new("RGB", size, (200, 200, 200))
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 5, size[1] // 5), fill=(10, 10, 10))
    return image.convert(mode)


def encoded_as(image: Image.Image, form: str, **how) -> bytes:
    encoded = io.BytesIO()
    image.save(encoded, form, **how)
    return encoded.getvalue()


def sixteen_bits() -> Image.Image:
    return picture("L").convert("I").point(lambda value: value * 257).convert("I;16")


def turned(orientation: int, form: str = "JPEG") -> bytes:
    """A picture stored turned and marked so that a viewer shows the square on the top left of an upright picture."""
    undo = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    image = picture() if undo is None else picture().transpose(undo)
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encoded_as(image, form, exif=exif.tobytes())


# --- looking at the result ----------------------------------------------------------------------------------------


def opened(tmp_path: Path, content: bytes, name: str) -> exhibits.Exhibit:
    path = tmp_path / name
    path.write_bytes(content)
    return open_exhibit(path)


def shown(made: bytes, tmp_path: Path, page: int = 1) -> Image.Image:
    """The page as poppler draws it, 72 dots per inch: one dot is one point."""
    file = tmp_path / "shown.pdf"
    file.write_bytes(made)
    command = ["pdftoppm", "-r", "72", "-png", "-f", str(page), "-l", str(page), "-singlefile", str(file)]
    subprocess.run([*command, str(tmp_path / "shown")], check=True, capture_output=True)
    return Image.open(tmp_path / "shown.png").convert("L")


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The box of everything that is not white, from the top left."""
    return image.point(lambda value: 255 if value < 250 else 0).getbbox()


def darkest_quarter(image: Image.Image) -> tuple[str, str]:
    """In which corner of the drawn part the dark square stands."""
    left, top, right, bottom = image.point(lambda value: 255 if value < 60 else 0).getbbox()
    whole = ink(image)
    across = "left" if left - whole[0] < whole[2] - right else "right"
    return ("top" if top - whole[1] < whole[3] - bottom else "bottom"), across


def assert_on_sheet(made: bytes, *, pages: int = 1) -> None:
    """Each page is an A4 sheet, upright, with nothing that acts."""
    reader = pypdf.PdfReader(io.BytesIO(made))
    assert len(reader.pages) == pages
    for page in reader.pages:
        size = sorted((float(page.mediabox.width), float(page.mediabox.height)))
        assert size == pytest.approx([210 * MM, 297 * MM], abs=0.01)
        assert page.rotation == 0 and "/Annots" not in page
    assert set(reader.trailer["/Root"]) == {"/Type", "/Pages"}


def refusal(tmp_path: Path, content: bytes, name: str) -> str:
    with pytest.raises(ExhibitError) as refused:
        opened(tmp_path, content, name)
    assert refused.value.name == name
    assert refused.value.exit_code == 4
    return refused.value.reason


# --- pictures -----------------------------------------------------------------------------------------------------

PICTURES = {
    "jpeg": ("чек.jpg", lambda: encoded_as(picture(), "JPEG")),
    "jpeg серый": ("чек.jpeg", lambda: encoded_as(picture("L"), "JPEG")),
    "jpeg CMYK": ("чек.jpg", lambda: encoded_as(picture("CMYK"), "JPEG")),
    "png": ("чек.png", lambda: encoded_as(picture(), "PNG")),
    "png чересстрочный серый": ("чек.png", lambda: encoded_as(picture("L"), "PNG")),
    "png с палитрой": ("чек.png", lambda: encoded_as(picture("P"), "PNG")),
    "png чёрно-белый": ("чек.png", lambda: encoded_as(picture("1"), "PNG")),
    "png 16 бит": ("чек.png", lambda: encoded_as(sixteen_bits(), "PNG")),
    "tiff": ("чек.tif", lambda: encoded_as(picture(), "TIFF")),
    "tiff факс": ("чек.tiff", lambda: encoded_as(picture("1"), "TIFF", compression="group4")),
    "tiff CMYK": ("чек.tif", lambda: encoded_as(picture("CMYK"), "TIFF")),
    "webp": ("чек.webp", lambda: encoded_as(picture(), "WEBP")),
    "bmp": ("чек.bmp", lambda: encoded_as(picture(), "BMP")),
    "gif": ("чек.gif", lambda: encoded_as(picture(), "GIF")),
    "heic": ("чек.HEIC", lambda: encoded_as(picture(), "HEIF")),
}


@pytest.mark.parametrize("case", PICTURES)
def test_picture_becomes_one_upright_sheet(case: str, tmp_path: Path) -> None:
    name, make = PICTURES[case]
    content = make()
    exhibit = opened(tmp_path, content, name)
    assert exhibit.kind == case.split()[0]
    assert (exhibit.name, exhibit.pages) == (name, 1)
    assert exhibit.sha256 == hashlib.sha256(content).hexdigest()
    assert_on_sheet(exhibit.pdf)
    drawn = shown(exhibit.pdf, tmp_path)
    assert darkest_quarter(drawn) == ("top", "left")
    left, top, right, bottom = ink(drawn)
    background = drawn.crop((left + 100, top + 100, right - 20, bottom - 20))
    assert ImageStat.Stat(background).mean == [pytest.approx(200, abs=12)], "чёрно-белый фон — точками той же светлоты"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP", "HEIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_camera_turn_is_honoured(orientation: int, form: str, tmp_path: Path) -> None:
    name = "снимок." + {"JPEG": "jpg", "HEIF": "heic"}.get(form, form.lower())
    exhibit = opened(tmp_path, turned(orientation, form), name)
    drawn = shown(exhibit.pdf, tmp_path)
    left, top, right, bottom = ink(drawn)
    assert drawn.height > drawn.width and bottom - top > right - left
    assert darkest_quarter(drawn) == ("top", "left")


def test_jpeg_goes_in_byte_for_byte(tmp_path: Path) -> None:
    content = encoded_as(picture(), "JPEG")
    assert content in opened(tmp_path, content, "скан.jpg").pdf


def test_wide_picture_lies_on_landscape_sheet_within_margins(tmp_path: Path) -> None:
    exhibit = opened(tmp_path, encoded_as(picture(size=(4000, 2000)), "JPEG", dpi=(72, 72)), "план.jpg")
    drawn = shown(exhibit.pdf, tmp_path)
    assert drawn.width > drawn.height
    left, top, right, bottom = ink(drawn)
    assert left >= 7 * MM and top >= 11 * MM and drawn.width - right >= 7 * MM and drawn.height - bottom >= 10 * MM


def test_transparency_becomes_white_paper(tmp_path: Path) -> None:
    image = Image.new("RGBA", (300, 400), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((100, 100, 200, 200), fill=(0, 0, 0, 255))
    drawn = shown(opened(tmp_path, encoded_as(image, "PNG"), "подпись.png").pdf, tmp_path)
    assert drawn.getpixel((drawn.width // 2 - 80, drawn.height // 2)) == 255
    assert drawn.getextrema()[0] < 20


def test_every_page_of_a_tiff_is_kept(tmp_path: Path) -> None:
    frames = [picture(size=(300, 400)), picture(size=(400, 300)), picture("1")]
    content = encoded_as(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    exhibit = opened(tmp_path, content, "факс.tif")
    assert exhibit.pages == 3
    assert_on_sheet(exhibit.pdf, pages=3)


def test_every_picture_of_a_heic_is_kept(tmp_path: Path) -> None:
    several = pillow_heif.from_pillow(picture())
    several.add_from_pillow(picture(size=(400, 300)))
    encoded = io.BytesIO()
    several.save(encoded)
    assert opened(tmp_path, encoded.getvalue(), "снимки.heic").pages == 2


def test_spare_frames_of_a_phone_photo_are_mentioned(tmp_path: Path) -> None:
    content = encoded_as(picture(), "MPO", save_all=True, append_images=[picture("L", (60, 80))])
    exhibit = opened(tmp_path, content, "снимок.jpg")
    assert (exhibit.kind, exhibit.pages) == ("jpeg", 1)
    assert "основной кадр" in exhibit.notes[0]


@pytest.mark.parametrize("size", [(1, 1), (3, 20_000), (20_000, 3), (12_000, 9_000)], ids=str)
def test_odd_picture_sizes(size: tuple[int, int], tmp_path: Path) -> None:
    exhibit = opened(tmp_path, encoded_as(Image.new("1", size), "PNG"), "полоса.png")
    assert_on_sheet(exhibit.pdf)
    assert ink(shown(exhibit.pdf, tmp_path)) is not None


# --- foreign PDF ---------------------------------------------------------------------------------------------------


def with_box(name: str, box: list[float]) -> Callable[[pikepdf.Pdf], None]:
    return lambda opened: opened.pages[0].obj.__setitem__(name, Array(box))


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


def form_field(value: str, *, drawn: bool) -> Callable[[pikepdf.Pdf], None]:
    def change(opened_pdf: pikepdf.Pdf) -> None:
        field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), V=String(value), F=4)
        field.Rect = Array([100, 100, 300, 130])
        if drawn:
            font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
            drawing = opened_pdf.make_stream(f"/Tx BMC BT /F1 12 Tf 2 8 Td ({value}) Tj ET EMC".encode())
            drawing.Type, drawing.Subtype, drawing.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 30])
            drawing.Resources = Dictionary(Font=Dictionary(F1=font))
            field.AP = Dictionary(N=drawing)
        reference = opened_pdf.make_indirect(field)
        opened_pdf.pages[0].obj.Annots = Array([reference])
        opened_pdf.Root.AcroForm = Dictionary(Fields=Array([reference]), NeedAppearances=True)

    return change


def test_filled_form_keeps_what_was_filled_in(tmp_path: Path) -> None:
    exhibit = opened(tmp_path, changed(pdf(), form_field("FILLED-IN", drawn=True)), "анкета.pdf")
    assert "FILLED-IN" in pypdf.PdfReader(io.BytesIO(exhibit.pdf)).pages[0].extract_text()


def undrawn_highlight(opened_pdf: pikepdf.Pdf) -> None:
    mark = Dictionary(Type=Name.Annot, Subtype=Name.Highlight, Rect=Array([100, 100, 200, 120]))
    opened_pdf.pages[0].obj.Annots = Array([opened_pdf.make_indirect(mark)])


def hidden_layer(opened_pdf: pikepdf.Pdf) -> None:
    layer = opened_pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
    opened_pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def giant_unit(opened_pdf: pikepdf.Pdf) -> None:
    opened_pdf.pages[0].obj.UserUnit = 1_000_000_000


def kids_cycle(opened_pdf: pikepdf.Pdf) -> None:
    tree = opened_pdf.Root.Pages
    tree.Kids.append(tree)
    tree.Count = 99_999_999


def bomb(opened_pdf: pikepdf.Pdf) -> None:
    opened_pdf.pages[0].obj.Contents = opened_pdf.make_stream(b" " * 200_000_000)


def enormous_raster(opened_pdf: pikepdf.Pdf) -> None:
    image = opened_pdf.make_stream(b"")
    image.Type, image.Subtype, image.ColorSpace = Name.XObject, Name.Image, Name.DeviceRGB
    image.Width, image.Height, image.BitsPerComponent = 100_000, 100_000, 8
    opened_pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im=image))


def rooted(key: str, value: object) -> bytes:
    return changed(pdf(), lambda opened_pdf: opened_pdf.Root.__setitem__(key, value))


def no_pages() -> bytes:
    encoded = io.BytesIO()
    pikepdf.new().save(encoded)
    return encoded.getvalue()


def locked(user: str) -> bytes:
    return changed(pdf(), lambda o: None, encryption=pikepdf.Encryption(user=user, owner="owner", R=6))


def spoilt_drawing() -> bytes:
    """The page's drawing spoilt in the middle, everything else whole."""
    lines = b"".join(
        b"%d %d m %d %d l S\n" % (n * 7 % 500, n * 13 % 800, n * 31 % 500, n * 5 % 700) for n in range(900)
    )
    plain = changed(pdf(), lambda o: o.pages[0].obj.__setitem__("/Contents", o.make_stream(lines)))
    with pikepdf.open(io.BytesIO(plain)) as opened_pdf:
        stored = opened_pdf.pages[0].obj.Contents.read_raw_bytes()
    at = plain.index(stored) + len(stored) // 2
    return plain[:at] + bytes(byte ^ 0xFF for byte in plain[at : at + 40]) + plain[at + 40 :]


def altered_figure() -> bytes:
    """One figure changed on the disk: the drawing unfolds as before, only its checksum no longer agrees."""

    def store(opened_pdf: pikepdf.Pdf) -> None:
        stream = opened_pdf.make_stream(b"")
        stream.write(zlib.compress(b"BT (DEBT 100) Tj ET", 0), filter=Name.FlateDecode)
        opened_pdf.pages[0].obj.Contents = stream

    return changed(pdf(), store).replace(b"DEBT 100", b"DEBT 900")


def without(choose: Callable[[pikepdf.Pdf], pikepdf.Object]) -> bytes:
    """Three pages, one object of which cannot be found; both readers would go on without a word."""
    plain = changed(pdf(3), lambda o: None, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(io.BytesIO(plain)) as opened_pdf:
        number = choose(opened_pdf).objgen[0]
    return plain.replace(b"\n%d 0 obj" % number, b"\n%d 0 oXj" % number)


def lost_page() -> bytes:
    return without(lambda opened_pdf: opened_pdf.pages[1].obj)


def zipped(*names: str) -> bytes:
    encoded = io.BytesIO()
    with zipfile.ZipFile(encoded, "w") as archive:
        for name in names:
            archive.writestr(name, "content")
    return encoded.getvalue()


def animation(form: str) -> bytes:
    return encoded_as(picture(), form, save_all=True, append_images=[picture("L").convert("RGB").rotate(90)])


REFUSED = {
    "пустой файл": ("акт.pdf", lambda: b"", "0 байт"),
    "PNG под именем PDF": ("акт.pdf", lambda: encoded_as(picture(), "PNG"), "это не PDF, а картинка PNG. Переименуйте"),
    "PDF под именем PNG": ("акт.png", pdf, "это не картинка PNG, а PDF. Переименуйте файл в .pdf"),
    "PDF под именем Word": ("акт.docx", pdf, "это не документ Word, а PDF"),
    "HEIC под именем JPG": ("а.jpg", lambda: encoded_as(picture(), "HEIF"), "это не картинка JPEG, а снимок HEIC"),
    "Word под именем PDF": ("а.pdf", lambda: zipped("[Content_Types].xml", "word/document.xml"), "а документ Word"),
    "Word": ("а.docx", lambda: zipped("[Content_Types].xml", "word/document.xml"), "сохраните как PDF"),
    "старый Word": ("а.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "сохраните как PDF"),
    "текст": ("а.txt", lambda: "Расписка".encode(), "сохраните как PDF"),
    "текст без расширения": ("расписка", lambda: "Расписка".encode(), "простой текст"),
    "текст, похожий на BMP": ("а.txt", lambda: b"BMW X5, 2019", "простой текст"),
    "архив": ("а.zip", lambda: zipped("a.pdf"), "Распакуйте"),
    "страница сайта": ("а.html", lambda: b"<!DOCTYPE html><html></html>", "Печать"),
    "SVG": ("а.svg", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "рисунок SVG"),
    "неизвестный тип": ("а.xyz", lambda: b"\x00\x01\x02\x03" * 50, "не распознан"),
    "мусор под именем PDF": ("а.pdf", lambda: b"\x00\x01\x02\x03" * 50, "внутри не PDF: файл повреждён"),
    "обрезанный PDF": ("а.pdf", lambda: pdf(20)[: len(pdf(20)) * 2 // 3], "повреждён"),
    "PDF без последних байт": ("а.pdf", lambda: pdf(3)[:-40], "повреждён"),
    "PDF с нулями в конце": ("а.pdf", lambda: pdf(3)[:-600] + bytes(600), "повреждён"),
    "PDF закрыт паролем": ("а.pdf", lambda: locked("user"), "закрыт паролем"),
    "PDF без страниц": ("а.pdf", no_pages, "нет ни одной страницы"),
    "PDF с петлёй": ("а.pdf", lambda: changed(pdf(), kids_cycle), "повреждён"),
    "PDF с испорченным листом": ("а.pdf", spoilt_drawing, "повреждён"),
    "PDF с изменённой цифрой": ("а.pdf", altered_figure, "повреждён"),
    "PDF с потерянным листом": ("а.pdf", lost_page, "повреждён"),
    "PDF с потерянным шрифтом": ("а.pdf", lambda: without(lambda o: o.pages[1].resources.Font.F1), "повреждён"),
    "PDF с потерянным содержимым": ("а.pdf", lambda: without(lambda o: o.pages[1].obj.Contents), "повреждён"),
    "PDF-бомба": ("а.pdf", lambda: changed(pdf(), bomb), "невозможного размера"),
    "PDF с огромной картинкой": ("а.pdf", lambda: changed(pdf(), enormous_raster), "невозможного размера"),
    "PDF из одного заголовка": ("а.pdf", lambda: b"%PDF-1.7\n", "повреждён"),
    "PDF с листом без ширины": ("а.pdf", lambda: changed(pdf(), with_box("/MediaBox", [0, 0, 0, 800])), "ни ширины"),
    "PDF с листом больше города": ("а.pdf", lambda: changed(pdf(), giant_unit), "невозможного размера"),
    "портфель PDF": ("а.pdf", lambda: rooted("/Collection", Dictionary()), "портфель"),
    "форма XFA": ("а.pdf", lambda: rooted("/NeedsRendering", True), "XFA"),
    "скрытый слой": ("а.pdf", lambda: changed(pdf(), hidden_layer), "скрытые слои"),
    "поле не нарисовано": ("а.pdf", lambda: changed(pdf(), form_field("x", drawn=False)), "поля на стр. 1"),
    "пометка без рисунка": ("а.pdf", lambda: changed(pdf(), undrawn_highlight), "пометки"),
    "обрезанный JPEG": ("а.jpg", lambda: encoded_as(picture(), "JPEG")[:-1500], "обрывается"),
    "обрезанный PNG": ("а.png", lambda: encoded_as(picture(), "PNG")[:-100], "обрывается"),
    "обрезанный HEIC": ("а.heic", lambda: encoded_as(picture(), "HEIF")[:-100], "обрывается"),
    "обрезанный TIFF": ("а.tif", lambda: encoded_as(picture(), "TIFF")[:-9000], "обрывается"),
    "картинка-бомба": ("а.png", lambda: encoded_as(Image.new("1", (12_001, 12_000)), "PNG"), "миллионов точек"),
    "большая бомба": ("а.png", lambda: encoded_as(Image.new("1", (30_000, 30_000)), "PNG"), "миллионов точек"),
    "анимация GIF": ("а.gif", lambda: animation("GIF"), "анимация из 2 кадров"),
    "анимация WebP": ("а.webp", lambda: animation("WEBP"), "анимация из 2 кадров"),
    "анимация PNG": ("а.png", lambda: animation("PNG"), "анимация из 2 кадров"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_reason(case: str, tmp_path: Path) -> None:
    name, make, expected = REFUSED[case]
    reason = refusal(tmp_path, make(), name)
    assert expected in reason
    assert reason.endswith((".", ")")) and "None" not in reason


def test_file_with_a_wrong_table_of_places_is_mended_whole(tmp_path: Path) -> None:
    """Mail programs and editors shift the offsets; everything is still in the file, its end too."""
    content = pdf(4, text="whole")
    at = content.rindex(b"startxref") + len(b"startxref\n")
    exhibit = opened(tmp_path, content[:at] + b"7" + content[at + 1 :], "договор.pdf")
    assert_on_sheet(exhibit.pdf, pages=4)
    assert "whole 4" in pypdf.PdfReader(io.BytesIO(exhibit.pdf)).pages[3].extract_text()


def test_file_with_something_after_its_end_is_accepted(tmp_path: Path) -> None:
    assert opened(tmp_path, pdf(2) + b"\n<html>ok</html>\n", "договор.pdf").pages == 2


def test_readers_remarks_do_not_reach_the_person(tmp_path: Path) -> None:
    (tmp_path / "акт.pdf").write_bytes(lost_page())
    program = (
        "import sys; from pathlib import Path; from filings.documents.exhibits import open_exhibit, ExhibitError\n"
        "try: open_exhibit(Path(sys.argv[1]))\nexcept ExhibitError as refused: print(refused.name)"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "акт.pdf")]
    ran = subprocess.run(command, cwd=Path(__file__).parent.parent, capture_output=True, text=True)
    assert (ran.stdout, ran.stderr) == ("акт.pdf\n", "")


def test_too_many_pages(tmp_path: Path) -> None:
    assert "до 500" in refusal(tmp_path, pdf(501), "дело.pdf")


def test_too_big_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "дело.pdf"
    with path.open("wb") as opened_file:
        opened_file.truncate(exhibits.MAX_BYTES + 1)
    with pytest.raises(ExhibitError, match="слишком большой"):
        open_exhibit(path)


def test_paths_that_are_not_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "loop.pdf").symlink_to("loop.pdf")
    cases = {".": "это папка", "нет.pdf": "такого файла нет", "pipe.pdf": "не обычный файл", "loop.pdf": "не читается"}
    for name, expected in cases.items():
        with pytest.raises(ExhibitError, match=expected):
            open_exhibit(tmp_path / name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_file_without_right_to_read(tmp_path: Path) -> None:
    path = tmp_path / "чужой.pdf"
    path.write_bytes(pdf())
    path.chmod(0)
    with pytest.raises(ExhibitError, match="нет права"):
        open_exhibit(path)


def test_ban_on_printing_is_noted_not_obeyed(tmp_path: Path) -> None:
    exhibit = opened(tmp_path, locked(""), "выписка.pdf")
    assert_on_sheet(exhibit.pdf)
    assert "запрет" in exhibit.notes[0]


def test_name_as_the_person_knows_it(tmp_path: Path) -> None:
    path = tmp_path / "upload-1"
    path.write_bytes(pdf())
    assert open_exhibit(path, name="Договор.pdf").name == "Договор.pdf"
    with pytest.raises(ExhibitError, match="«Договор\\.png»"):
        open_exhibit(path, name="Договор.png")
