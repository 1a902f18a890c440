"""What cannot be used is refused by name, with the reason and the way to mend it."""

import io
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
import pytest
from exhibit_inputs import assert_on_sheet, changed, encoded_as, form_field, opened, pdf, picture, refusal, with_box
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from filings.documents import exhibits
from filings.documents.exhibits import open_exhibit
from filings.errors import ExhibitError


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


def cut_out() -> bytes:
    """The colours of a picture cut out of the middle; the table of places no longer fits and is made anew."""

    def coloured(opened_pdf: pikepdf.Pdf) -> None:
        image = opened_pdf.make_stream(bytes(range(256)) * 3)
        image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 16, 16
        image.BitsPerComponent = 8
        image.ColorSpace = opened_pdf.make_indirect(Array([Name.CalRGB, Dictionary(WhitePoint=Array([1, 1, 1]))]))
        opened_pdf.pages[0].obj.Resources.XObject = Dictionary(Im=image)
        opened_pdf.pages[0].contents_add(opened_pdf.make_stream(b"q 99 0 0 99 0 0 cm /Im Do Q"))

    plain = changed(pdf(), coloured, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    at = plain.index(b"/CalRGB")
    start, end = plain.rindex(b"endobj", 0, at) + 6, plain.index(b"endobj", at) + 6
    return plain[:start] + plain[end:]


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
    "PostScript": ("а.ps", lambda: b"%!PS-Adobe-3.0\nshowpage\n", "файл PostScript"),
    "обрезанный RTF": ("а.rtf", lambda: b"{\\rtf1 text", "обрывается"),
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
    "PDF с вырезанной серединой": ("а.pdf", cut_out, "повреждён"),
    "PDF с потерянным листом": ("а.pdf", lost_page, "повреждён"),
    "PDF с потерянным шрифтом": ("а.pdf", lambda: without(lambda o: o.pages[1].resources.Font.F1), "повреждён"),
    "PDF с потерянным содержимым": ("а.pdf", lambda: without(lambda o: o.pages[1].obj.Contents), "повреждён"),
    "PDF с числом из ста цифр": ("а.pdf", lambda: pdf().replace(b"xref\n0 ", b"xref\n%s " % (b"1" * 100)), "повреждён"),
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


def test_file_with_empty_blocks_after_its_end_is_accepted(tmp_path: Path) -> None:
    content = pdf(2)
    at = content.rindex(b"startxref") + len(b"startxref\n")
    shifted = content[:at] + b"7" + content[at + 1 :]
    assert opened(tmp_path, shifted + bytes(20_000), "договор.pdf").pages == 2


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
