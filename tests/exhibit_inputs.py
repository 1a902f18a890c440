"""Files to attach, made for the tests, and ways to look at what became of them."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pillow_heif
import pypdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from filings.documents import exhibits
from filings.documents.exhibits import open_exhibit
from filings.errors import ExhibitError

MM = 72 / 25.4
pillow_heif.register_heif_opener()


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


def with_box(name: str, box: list[float]) -> Callable[[pikepdf.Pdf], None]:
    return lambda opened: opened.pages[0].obj.__setitem__(name, Array(box))


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
