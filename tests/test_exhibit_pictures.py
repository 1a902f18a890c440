"""A picture becomes upright A4 sheets and loses nothing."""

import hashlib
import io
from pathlib import Path

import img2pdf
import pikepdf
import pillow_heif
import pytest
from exhibit_inputs import (
    MM,
    assert_on_sheet,
    changed,
    darkest_quarter,
    encoded_as,
    ink,
    opened,
    picture,
    shown,
    sixteen_bits,
    turned,
)
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw, ImageStat, PngImagePlugin

from filings.documents.jpeg import without_metadata

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


def with_traces(form: str) -> bytes:
    """A picture that tells where and by whom it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "CAMERA-MARK"
    exif.get_ifd(0x8825).update({1: "N", 2: (57.0, 37.0, 0.0), 29: "GPS-MARK"})
    how = {"comment": b"COMMENT-MARK"} if form in ("JPEG", "GIF") else {}
    if form in ("JPEG", "WEBP", "PNG"):
        how["xmp"] = b"<x:xmpmeta>XMP-MARK</x:xmpmeta>"
    if form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", "COMMENT-MARK")
        how = {"pnginfo": info}
    return encoded_as(picture(), form, exif=exif.tobytes(), **how)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP", "HEIF", "GIF"])
def test_nothing_tells_where_and_by_whom_a_picture_was_taken(form: str, tmp_path: Path) -> None:
    content = with_traces(form)
    assert b"MARK" in content
    made = opened(tmp_path, content, "снимок." + {"JPEG": "jpg", "HEIF": "heic"}.get(form, form.lower())).pdf
    plain = changed(made, lambda o: None, object_stream_mode=pikepdf.ObjectStreamMode.disable, qdf=True)
    assert b"MARK" not in plain and b"Exif" not in plain


def test_traces_inside_a_foreign_pdf_are_removed_too(tmp_path: Path) -> None:
    source = img2pdf.convert(with_traces("JPEG"))

    def described(opened_pdf: pikepdf.Pdf) -> None:
        image = opened_pdf.pages[0].resources.XObject["/Im0"]
        image.Metadata = opened_pdf.make_stream(b"<x>METADATA-MARK</x>")

    content = changed(source, described)
    assert b"GPS-MARK" in content
    exhibit = opened(tmp_path, content, "скан.pdf")
    plain = changed(exhibit.pdf, lambda o: None, object_stream_mode=pikepdf.ObjectStreamMode.disable, qdf=True)
    assert b"MARK" not in plain
    assert darkest_quarter(shown(exhibit.pdf, tmp_path)) == ("top", "left")


def test_picture_stays_bit_for_bit_when_its_traces_go() -> None:
    for progressive in (False, True):
        for mode in ("RGB", "L", "CMYK"):
            image = Image.effect_noise((301, 203), 60).convert(mode)
            exif = Image.Exif()
            exif[0x010F] = "CAMERA-MARK"
            content = encoded_as(image, "JPEG", progressive=progressive, exif=exif.tobytes(), icc_profile=b"profile")
            clean = without_metadata(content + b"trailing thumbnails \xff\xd8\xff\xd9")
            assert b"MARK" not in clean and b"ICC_PROFILE" in clean and clean.endswith(b"\xff\xd9")
            before, after = (Image.open(io.BytesIO(one)) for one in (content, clean))
            assert before.tobytes() == after.tobytes() and before.mode == after.mode


@given(st.binary(max_size=300))
def test_what_is_no_jpeg_is_left_alone_and_never_hangs(junk: bytes) -> None:
    assert without_metadata(junk) == junk or junk.startswith(b"\xff\xd8")
    without_metadata(b"\xff\xd8" + junk)


def test_scale_told_in_exif_alone_is_kept(tmp_path: Path) -> None:
    """A scanner's 200 dots per inch: with the description gone the page is still of its own size."""
    exif = Image.Exif()
    exif[0x011A], exif[0x011B], exif[0x0128] = 200.0, 200.0, 2
    content = encoded_as(picture(size=(800, 400)), "JPEG", exif=exif.tobytes())
    left, _, right, _ = ink(shown(opened(tmp_path, content, "скан.jpg").pdf, tmp_path))
    assert right - left == pytest.approx(800 / 200 * 72, abs=2)


ODD_PROFILES = {
    "JPEG с негодным профилем": ("L", "JPEG", b"profile"),
    "JPEG с профилем других цветов": ("CMYK", "JPEG", "sRGB"),
    "PNG с негодным профилем": ("RGB", "PNG", b"profile"),
    "PNG с профилем других цветов": ("L", "PNG", "sRGB"),
}


@pytest.mark.parametrize("case", ODD_PROFILES)
def test_colours_that_a_profile_does_not_describe_are_drawn_without_it(case: str, tmp_path: Path) -> None:
    mode, form, profile = ODD_PROFILES[case]
    if profile == "sRGB":
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = encoded_as(picture(mode), form, icc_profile=profile)
    exhibit = opened(tmp_path, content, f"а.{form.lower()}")
    assert b"/ICCBased" not in changed(exhibit.pdf, lambda o: None, qdf=True)
    assert darkest_quarter(shown(exhibit.pdf, tmp_path)) == ("top", "left")


def test_grey_of_sixteen_bits_with_a_transparent_shade_is_not_washed_out(tmp_path: Path) -> None:
    exhibit = opened(tmp_path, encoded_as(sixteen_bits(), "PNG", transparency=65535), "скан.png")
    drawn = shown(exhibit.pdf, tmp_path)
    assert darkest_quarter(drawn) == ("top", "left")
    assert drawn.getpixel((drawn.width // 2, drawn.height // 2)) == pytest.approx(200, abs=3)
